"""SQLite's complaints as ours."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.domain.errors import Cancelled, Reason, StorageError

_REASONS = {
    sqlite3.SQLITE_FULL: Reason.DISK_FULL,
    sqlite3.SQLITE_BUSY: Reason.LIBRARY_IN_USE,
    sqlite3.SQLITE_LOCKED: Reason.LIBRARY_IN_USE,
    sqlite3.SQLITE_CORRUPT: Reason.LIBRARY_DAMAGED,
    sqlite3.SQLITE_NOTADB: Reason.LIBRARY_DAMAGED,
    sqlite3.SQLITE_READONLY: Reason.NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: Reason.NOT_WRITABLE,
    sqlite3.SQLITE_PERM: Reason.NOT_WRITABLE,
    sqlite3.SQLITE_IOERR: Reason.IO,
}
_UNDECODABLE = "Could not decode to UTF-8"
"""What Python's driver says of a text that damage has changed. SQLite itself does not look into texts."""
_OPERATIONS = 100_000
"""SQLite does so many of its own in a few milliseconds."""


def storage_error(error: sqlite3.Error, library: Path) -> StorageError | None:
    """The StorageError that says what SQLite complained of; None where the complaint is our own mistake (wrong SQL)."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and str(error).startswith(_UNDECODABLE):
        return StorageError(Reason.LIBRARY_DAMAGED, str(library), _UNDECODABLE)
    reason = _REASONS.get(code & 0xFF) if code is not None else None
    return StorageError(reason, str(library), str(error)) if reason else None


@contextmanager
def storage_errors(library: Path) -> Iterator[None]:
    """Turn what SQLite raises inside into a StorageError about that library."""
    try:
        yield
    except sqlite3.Error as error:
        translated = storage_error(error, library)
        if translated is None:
            raise
        raise translated from error


@contextmanager
def interruptible(connection: sqlite3.Connection, cancelled: Callable[[], bool]) -> Iterator[None]:
    """Inside, a statement that takes long ends in Cancelled soon after `cancelled` becomes true."""
    connection.set_progress_handler(cancelled, _OPERATIONS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if not cancelled():
            raise
        raise Cancelled from error
    finally:
        connection.set_progress_handler(None, 0)
