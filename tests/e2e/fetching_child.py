"""The child of the kill harness: adds papers by their ids, then fetches until nothing is left to come.

Run as a program: library folder, file of ids, base address of the arXiv, file and seconds of its pace.
"""

import sys
from pathlib import Path

from desktop.app.held_library import opened, take
from desktop.domain.fetching import FetchState
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices


def main() -> None:
    """Go on where the last one was killed."""
    library, ids, base, pace_file, pace_s = sys.argv[1:]
    network = Network(Path(pace_file), f"{base}/api/query", f"{base}/pdf/", pace_s=float(pace_s))
    folder = Path(library)
    with opened(take(folder), LibraryServices(folder, network)) as services:
        print("open", flush=True)
        plan = services.adding.plan(Path(ids).read_text("ascii"))
        if not all(planned.paper for planned in plan.ids):
            services.adding.add(plan, download=True)
        while any_wanted(services):
            services.fetching.run(Job())
    print("end", flush=True)


def any_wanted(services: LibraryServices) -> bool:
    """Whether something is to come without a person."""
    queue = services.wishes.queue()
    return bool(queue.papers_waiting) or any(fetch.state is FetchState.WANTED for fetch in queue.fetches)


if __name__ == "__main__":
    main()
