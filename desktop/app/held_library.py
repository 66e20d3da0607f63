"""A library that this process holds: nobody else opens it until it is given back."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from desktop.domain.errors import Reason, StorageError
from desktop.domain.network import Network
from desktop.services.library import LibraryServices
from desktop.system.library_lock import LibraryLock

_PATIENCE_S = 10.0
"""How long to wait for a command that holds the library, or a window that is still starting or ending."""
_PAUSE_S = 0.05
_ENDING_S = 2.0
"""How long work that was cancelled may take to end."""


def take(folder: Path, patience_s: float = 0.0) -> LibraryLock:
    """Make the folder if it is missing and lock it. Raises StorageError, LIBRARY_IN_USE (after so many seconds) among
    others.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise StorageError(Reason.NOT_WRITABLE, str(folder), str(error)) from error
    lock = LibraryLock(folder)
    deadline = time.monotonic() + patience_s
    while True:
        try:
            lock.acquire()
        except StorageError as error:
            if error.reason is not Reason.LIBRARY_IN_USE or time.monotonic() >= deadline:
                raise
        else:
            return lock
        time.sleep(_PAUSE_S)


def take_or_ask(folder: Path, ask: Callable[[], int | None]) -> LibraryLock | int:
    """The library's lock, or what `ask` came to while another process had it; waits some seconds where that gives None.

    Raises StorageError, LIBRARY_IN_USE if neither came about in time.
    """
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        try:
            return take(folder)
        except StorageError as error:
            if error.reason is not Reason.LIBRARY_IN_USE:
                raise
            answer = ask()
            if answer is not None:
                return answer
            if time.monotonic() > deadline:
                raise
        time.sleep(_PAUSE_S)


def services_of(folder: Path, *, sample: bool, network: Network | None = None) -> LibraryServices:
    """The services of the library in that folder, not opened yet; the sample fills itself when it is opened."""
    if sample:
        from desktop.app.sample_library import SampleLibrary

        return SampleLibrary(folder, network)
    return LibraryServices(folder, network)


@contextmanager
def opened(lock: LibraryLock, services: LibraryServices) -> Iterator[LibraryServices]:
    """The services of the locked library; closed and given back at the end. Raises StorageError."""
    try:
        services.open()
        yield services
    finally:
        close(services, lock)


def close(services: LibraryServices, lock: LibraryLock) -> None:
    """Close the library and give it back in any case. Raises StorageError."""
    try:
        services.close()
    finally:
        lock.release()


class SharedHold:
    """The lock of a library on which several threads work: the last one to leave gives it back."""

    def __init__(self, lock: LibraryLock, threads: int) -> None:
        self._lock = lock
        self._there = threads
        self._counting = Lock()

    def leave(self) -> None:
        """One of the threads does nothing in the library's folder any more."""
        with self._counting:
            self._there -= 1
            if not self._there:
                self._lock.release()

    def close(self, services: LibraryServices) -> None:
        """Close the library, and leave in any case. Raises StorageError."""
        try:
            services.close()
        finally:
            self.leave()


def go_back(folder: Path, backup: Path) -> Path:
    """Put a backup in the place of a library that nobody has open, and return where the library's own file is kept.

    Raises StorageError, and then the library is as it was.
    """
    from desktop.services.back_up_library import go_back_to  # wanted in an emergency only

    lock = take(folder, _ENDING_S)  # downloads that were under way may still be ending
    try:
        return go_back_to(folder, backup)
    finally:
        lock.release()
