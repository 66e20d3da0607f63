"""Copies of the library file: whole, checked, kept for days and weeks, and put back when the library is damaged."""

import os
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.errors import storage_errors
from desktop.domain.errors import Reason, StorageError

DAYS, WEEKS = 7, 4
"""How many daily and weekly backups are kept."""

DAILY = "daily"
_LIBRARY = "library.sqlite"
_TIME = "%Y%m%dT%H%M%S%f"


def back_up(connection: sqlite3.Connection, library: Path, why: str) -> Path:
    """Copy the open library into the `backups/` of its folder, check the copy, and return its path.

    Raises StorageError, LIBRARY_DAMAGED if the copy is not whole; it is not kept then.
    """
    folder = library / "backups"
    name = f"library-{datetime.now(UTC):{_TIME}}-{why}.sqlite"
    part = folder / (name + ".part")
    try:
        with storage_errors(part):
            copy = sqlite3.connect(part)
            try:
                connection.backup(copy)
                verdict = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            finally:
                copy.close()
        if verdict != "ok":
            raise StorageError(Reason.LIBRARY_DAMAGED, str(library), verdict)
        _sync(part)
        part.replace(folder / name)
    except OSError as error:
        raise StorageError(Reason.IO, str(part), str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return folder / name


def backups_of(library: Path) -> tuple[Path, ...]:
    """The backups in that library folder, the newest first."""
    return tuple(sorted((library / "backups").glob("library-*.sqlite"), reverse=True))


def taken_at(backup: Path) -> datetime:
    """When a backup was made (UTC), as its name tells. Raises ValueError for a file with another name."""
    return datetime.strptime(backup.name.split("-")[1], _TIME).replace(tzinfo=UTC)


def is_due(library: Path) -> bool:
    """Whether the newest daily backup is older than a day."""
    newest = next(iter(_daily(library)), None)
    return newest is None or datetime.now(UTC) - taken_at(newest) > timedelta(days=1)


def thin_out(library: Path) -> None:
    """Delete daily backups beyond the newest of each of `DAYS` days and of each of `WEEKS` weeks."""
    kept: set[Path] = set()
    for count, period in ((DAYS, "%Y-%j"), (WEEKS, "%G-%V")):
        newest: dict[str, Path] = {}
        for backup in _daily(library):
            newest.setdefault(taken_at(backup).strftime(period), backup)
        kept.update(list(newest.values())[:count])
    for backup in _daily(library):
        if backup not in kept:
            backup.unlink(missing_ok=True)


def restore(library: Path, backup: Path) -> Path:
    """Put a backup in the place of a closed library. The library's own file is kept; its new path is returned.

    Raises StorageError; the library is then as it was.
    """
    now = f"{datetime.now(UTC):{_TIME}}"
    part = library / f"{_LIBRARY}.{now}.part"
    kept = library / f"library-put-aside-{now}.sqlite"
    try:
        shutil.copyfile(backup, part)
        _sync(part)
        for suffix in ("", "-wal"):
            old = library / (_LIBRARY + suffix)
            if old.exists():
                old.replace(kept.with_name(kept.name + suffix))
        part.replace(library / _LIBRARY)
    except OSError as error:
        raise StorageError(Reason.IO, str(library), str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return kept


def _daily(library: Path) -> list[Path]:
    return [backup for backup in backups_of(library) if backup.stem.endswith(f"-{DAILY}")]


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
