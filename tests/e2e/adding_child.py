"""The child of the kill harness: adds papers by their ids, some at a time, and names each when it is stored.

Ids are printed only after `add` returned, that is after COMMIT. Run as a program: library folder, file with the ids of
one addition on each line.
"""

import sys
from pathlib import Path

from desktop.app.held_library import opened, take
from desktop.services.library import LibraryServices


def main() -> None:
    """Add what is not there yet."""
    library, additions = map(Path, sys.argv[1:])
    with opened(take(library), LibraryServices(library)) as services:
        print("open", flush=True)
        for line in additions.read_text("ascii").splitlines():
            plan = services.adding.plan(line)
            if services.adding.add(plan, download=True).added:
                print(line, flush=True)
    print("end", flush=True)


if __name__ == "__main__":
    main()
