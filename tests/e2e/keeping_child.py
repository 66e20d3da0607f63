"""The child of the kill harness for backups, for going back and for deleting what was emptied.

Run as a program: what to do, library folder. A backup is named when it is made, a paper that is gone when it is gone.
"""

import itertools
import sys
from collections.abc import Callable
from pathlib import Path

from db.backups import backups_of
from desktop.app.held_library import go_back, opened, take
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices


def backing_up(folder: Path) -> None:
    """Make backups until killed."""
    with opened(take(folder), LibraryServices(folder)) as services:
        print("open", flush=True)
        while True:
            print(services.backups.back_up(Job()).name, flush=True)


def going_back(folder: Path) -> None:
    """Go back to each backup in turn until killed."""
    print("open", flush=True)
    for backup in itertools.cycle(backups_of(folder)):
        kept = go_back(folder, backup)
        print(backup.name, flush=True)
        kept.unlink()  # or else the disk would be full of them


def deleting(folder: Path) -> None:
    """Delete what was emptied, a piece at a time."""
    with opened(take(folder), LibraryServices(folder)) as services:
        print("open", flush=True)
        while services.trash.purge():
            print("piece", flush=True)
    print("end", flush=True)


WAYS: dict[str, Callable[[Path], None]] = {"backing-up": backing_up, "going-back": going_back, "deleting": deleting}

if __name__ == "__main__":
    WAYS[sys.argv[1]](Path(sys.argv[2]))
