"""Copies of the library file that are whole and checked."""

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from db.errors import storage_errors
from desktop.domain.errors import Reason, StorageError


def back_up(connection: sqlite3.Connection, library: Path, why: str) -> Path:
    """Copy the open library into the `backups/` of its folder, check the copy, and return its path. Raises
    StorageError.
    """
    folder = library / "backups"
    name = f"library-{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{why}.sqlite"
    part = folder / (name + ".part")
    with storage_errors(part):
        copy = sqlite3.connect(part)
        try:
            connection.backup(copy)
            verdict = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        finally:
            copy.close()
    if verdict != "ok":
        part.unlink()
        raise StorageError(Reason.LIBRARY_DAMAGED, str(library), verdict)
    try:
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(folder / name)
    except OSError as error:
        raise StorageError(Reason.IO, str(part), str(error)) from error
    return folder / name


def backups_of(library: Path) -> tuple[Path, ...]:
    """The backups in that library folder, the newest first."""
    return tuple(sorted((library / "backups").glob("library-*.sqlite"), reverse=True))
