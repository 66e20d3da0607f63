"""Copies of the library file that are whole and checked."""

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import storage_errors
from desktop.domain.errors import Reason, StorageError

if TYPE_CHECKING:
    from db.library_file import LibraryFile


def back_up(library: "LibraryFile", why: str) -> Path:
    """Copy the open library into its `backups/` folder, check the copy, and return its path. Raises StorageError."""
    folder = library.folder / "backups"
    name = f"library-{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{why}.sqlite"
    part = folder / (name + ".part")
    with storage_errors(part):
        copy = sqlite3.connect(part)
        try:
            library.connection.backup(copy)
            verdict = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        finally:
            copy.close()
    if verdict != "ok":
        part.unlink()
        raise StorageError(Reason.LIBRARY_DAMAGED, str(library.path), verdict)
    try:
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(folder / name)
    except OSError as error:
        raise StorageError(Reason.IO, str(part), str(error)) from error
    return folder / name


def backups_of(folder: Path) -> tuple[Path, ...]:
    """The backups of the library in `folder`, the newest first."""
    return tuple(sorted((folder / "backups").glob("library-*.sqlite"), reverse=True))
