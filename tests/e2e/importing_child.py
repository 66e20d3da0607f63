"""The child of the kill harness: imports the digests of a folder one by one and names each when it is stored.

A name is printed only after `apply` returned, that is after COMMIT. Run as a program: library folder, digest folder.
"""

import sys
from pathlib import Path

from desktop.app.held_library import opened, take
from desktop.domain.import_plan import ImportOptions
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices


def main() -> None:
    """Import what is not there yet."""
    library, digests = map(Path, sys.argv[1:])
    with opened(take(library), LibraryServices(library)) as services:
        print("open", flush=True)
        for path in sorted(digests.iterdir()):
            plan = services.importing.plan([path], ImportOptions(), Job())
            result = services.importing.apply(plan, Job())
            if result.digests_added:
                print(path.name, result.papers_added, flush=True)
    print("end", flush=True)


if __name__ == "__main__":
    main()
