"""The child of the kill harness of feeds: asks all of them, over and over.

Run as a program: library folder, base address of the arXiv, file of its pace.
"""

import sys
from pathlib import Path

from desktop.app.held_library import opened, take
from desktop.domain.feeds import FeedChoice, FeedKind
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices

CATEGORIES = ("cs.CV", "cs.LG", "cs.CL")


def main() -> None:
    """Go on where the last one was killed."""
    library, base, pace_file = sys.argv[1:]
    daily = f"{base}/api/daily_papers"
    network = Network(Path(pace_file), f"{base}/api/query", f"{base}/pdf/", "none", 0.001, f"{base}/atom/", daily)
    folder = Path(library)
    with opened(take(folder), LibraryServices(folder, network)) as services:
        print("open", flush=True)
        services.feeds.follow([FeedChoice(code, FeedKind.ARXIV_CATEGORY, code) for code in CATEGORIES])
        for report in services.feeds.run(Job(), services.feeds.feeds()):
            if report.error is not None:
                raise report.error
    print("end", flush=True)


if __name__ == "__main__":
    main()
