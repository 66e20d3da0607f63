"""The child of the kill harness: reads the PDFs of a library for the search until none waits.

Run as a program: library folder.
"""

import sys
from pathlib import Path

from desktop.app.held_library import opened, take
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices


def main() -> None:
    """Go on where the last one was killed."""
    folder = Path(sys.argv[1])
    with opened(take(folder), LibraryServices(folder)) as services:
        print("open", flush=True)
        services.indexing.run(Job())
    print("end", flush=True)


if __name__ == "__main__":
    main()
