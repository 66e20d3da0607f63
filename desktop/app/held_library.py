"""A library that this process holds: nobody else opens it until it is given back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.domain.errors import Reason, StorageError
from desktop.services.library import LibraryServices
from desktop.system.library_lock import LibraryLock


def take(folder: Path) -> LibraryLock:
    """Make the folder if it is missing and lock it. Raises StorageError, LIBRARY_IN_USE among others."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise StorageError(Reason.NOT_WRITABLE, str(folder), str(error)) from error
    lock = LibraryLock(folder)
    lock.acquire()
    return lock


@contextmanager
def opened(lock: LibraryLock, folder: Path) -> Iterator[LibraryServices]:
    """The services of the locked library; closed and given back at the end. Raises StorageError."""
    services = LibraryServices(folder)
    try:
        services.open()
        yield services
    finally:
        services.close()
        lock.release()
