"""Copies of the library file: whole, checked, kept for days and weeks, and put back when the library is damaged."""

import errno
import os
import re
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
_DAILY_NAME = re.compile(rf"library-\d{{8}}T\d{{12}}-{DAILY}\.sqlite", re.ASCII)


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
        raise _storage_error(error, part) from error
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
    """Delete daily backups beyond the newest of each of `DAYS` days and of each of `WEEKS` weeks, and what killed
    programs left unfinished. Only the holder of the library may call this."""
    kept: set[Path] = set()
    for count, period in ((DAYS, "%Y-%j"), (WEEKS, "%G-%V")):
        newest: dict[str, Path] = {}
        for backup in _daily(library):
            newest.setdefault(taken_at(backup).strftime(period), backup)
        kept.update(list(newest.values())[:count])
    for backup in _daily(library):
        if backup not in kept:
            backup.unlink(missing_ok=True)
    for unfinished in (*(library / "backups").glob("library-*.part*"), *library.glob(f"{_LIBRARY}.*.part")):
        unfinished.unlink(missing_ok=True)


def restore(library: Path, backup: Path) -> Path:
    """Put a backup in the place of a closed library. The library's own file is kept; its new path is returned.

    Raises StorageError; the library is then as it was. There is a library file at every moment: a program that is
    killed here must not find an empty folder and begin a new library.
    """
    now = f"{datetime.now(UTC):{_TIME}}"
    part = library / f"{_LIBRARY}.{now}.part"
    kept = library / f"library-put-aside-{now}.sqlite"
    try:
        shutil.copyfile(backup, part)
        _sync(part)
        if (library / _LIBRARY).exists():
            _keep(library / _LIBRARY, kept)
        _exchange(library, part, kept)
    except OSError as error:
        raise _storage_error(error, library) from error
    finally:
        part.unlink(missing_ok=True)
    return kept


def _keep(old: Path, kept: Path) -> None:
    """Give a file a second name, or a copy where the disk knows no second names."""
    try:
        os.link(old, kept)
    except OSError:
        shutil.copyfile(old, kept)
        _sync(kept)


def _exchange(library: Path, part: Path, kept: Path) -> None:
    """Take the write-ahead log away first: SQLite would write it over the backup."""
    log, kept_log = library / f"{_LIBRARY}-wal", kept.with_name(kept.name + "-wal")
    try:
        if log.exists():
            log.replace(kept_log)
        part.replace(library / _LIBRARY)
    except OSError:
        if kept_log.exists():
            kept_log.replace(log)
        kept.unlink(missing_ok=True)
        raise


def _storage_error(error: OSError, path: Path) -> StorageError:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return StorageError(Reason.DISK_FULL if full else Reason.IO, str(path), str(error))


def _daily(library: Path) -> list[Path]:
    return [backup for backup in backups_of(library) if _DAILY_NAME.fullmatch(backup.name)]


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
