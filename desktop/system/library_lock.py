"""One library, one writer: a lock file that the operating system releases when its holder ends, however it ends."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from desktop.domain.errors import Reason, StorageError

FILE_NAME = "library.lock"
_LOCKED_BYTE = 1 << 20
"""Windows locks bytes against reading, too: lock one far behind the pid."""


class LibraryLock:
    """The lock of the library in `folder`. The file stays when it is released; only the lock on it counts."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._descriptor: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    def acquire(self) -> None:
        """Take the lock, at once; nothing happens if this object holds it.

        Raises StorageError: LIBRARY_IN_USE if another process (or object) holds it, `detail` names its pid if known;
        NOT_WRITABLE if the folder cannot be written.
        """
        if self._descriptor is not None:
            return
        try:
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
            descriptor = os.open(self._path, flags, 0o600)
        except OSError as error:
            raise StorageError(Reason.NOT_WRITABLE, str(self._path.parent), error.strerror or str(error)) from error
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            holder = self.holder()
            detail = f"in use by process {holder}" if holder else "in use by another process"
            raise StorageError(Reason.LIBRARY_IN_USE, str(self._path.parent), detail) from error
        self._descriptor = descriptor
        with suppress(OSError):  # the pid is a courtesy; a full disk must not keep anyone out
            os.ftruncate(descriptor, 0)
            os.write(descriptor, f"{os.getpid()}\n".encode("ascii"))

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        with suppress(OSError):  # a full disk or a lost network must not keep the lock
            os.ftruncate(descriptor, 0)
        os.close(descriptor)  # closing unlocks

    def holder(self) -> int | None:
        """The pid that the last holder wrote; None if it gave the lock back or cannot be read."""
        try:
            return int(self._path.read_text("ascii"))
        except (OSError, ValueError):
            return None


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
