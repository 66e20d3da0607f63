"""Copies of the library file: whole, checked, kept for days and weeks, and put back when they are wanted."""

import errno
import glob
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.backup_files import holdings, look, require_whole
from db.connection import inspect
from db.errors import storage_errors
from desktop.domain.backup import Backup, BackupReason, Holdings
from desktop.domain.errors import Reason, StorageError
from desktop.domain.mails import MailState

DAYS, WEEKS = 7, 4
"""How many daily and weekly backups are kept."""

DAILY, BY_HAND = BackupReason.DAILY.value, BackupReason.BY_HAND.value
_LIBRARY = "library.sqlite"
_PUT_ASIDE = "put-aside"
_TIME = "%Y%m%dT%H%M%S%f"
_NAME = re.compile(r"library-(?P<time>\d{8}T\d{12})-(?P<why>[a-z0-9-]+)\.sqlite", re.ASCII)
_ASIDE_NAME = re.compile(rf"library-{_PUT_ASIDE}-(?P<time>\d{{8}}T\d{{12}})\.sqlite", re.ASCII)
_LOGS = ("-wal", "-journal")
_HAS_MAILS = "SELECT 1 FROM sqlite_master WHERE name = 'mails'"
_NOBODY_SENDS = f"""
UPDATE mails SET state = '{MailState.UNCERTAIN}', reason = '{Reason.MAIL_OF_COPY}', detail = ''
WHERE state IN ('{MailState.WAITING}', '{MailState.SENDING}')"""
_PAGES = 2000
"""Pages of 4 KB that are copied at a time."""

Step = Callable[[int, int], None]
"""Is told how many pages are copied and how many there are, and may raise."""


def _no_step(done: int, total: int) -> None:
    """Nobody asks."""


# Making


def back_up(connection: sqlite3.Connection, library: Path, why: str, step: Step = _no_step) -> Path:
    """Copy the open library into the `backups/` of its folder, check the copy, and return its path. Raises as
    `copy_to`."""
    target = library / "backups" / f"library-{datetime.now(UTC):{_TIME}}-{why}.sqlite"
    copy_to(connection, target, step)
    return target


def copy_to(connection: sqlite3.Connection, target: Path, step: Step = _no_step) -> None:
    """Copy the open library to a file, replacing it; the copy is one file that is whole and holds as much.

    Raises StorageError, LIBRARY_DAMAGED if the copy is not whole, and what `step` raises; the file is then as it was.
    """
    part = target.with_name(f"{target.name}.{os.urandom(4).hex()}.part")
    try:
        with storage_errors(target), closing(sqlite3.connect(part)) as copy:
            connection.backup(copy, pages=_PAGES, progress=lambda _, left, total: step(total - left, total))
            copy.execute("PRAGMA journal_mode=DELETE")  # a log beside it would be no part of the backup
            _hold_mails(copy)
            require_whole(copy, target)
            if holdings(copy) != holdings(connection):
                raise StorageError(Reason.LIBRARY_DAMAGED, str(target), "the copy does not hold what the library does")
        _sync(part)
        part.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise _storage_error(error, target) from error
    finally:
        with suppress(OSError):
            for left in target.parent.glob(f"{glob.escape(part.name)}*"):  # a full disk leaves SQLite's journal, too
                left.unlink(missing_ok=True)


def _hold_mails(copy: sqlite3.Connection) -> None:
    """No copy sends by itself what the library that it is of sends, or has sent since: a person is asked."""
    if copy.execute(_HAS_MAILS).fetchone() is not None:
        copy.execute(_NOBODY_SENDS)
        copy.commit()


# Finding


def backups_of(library: Path) -> tuple[Path, ...]:
    """The backups in that library folder, the newest first."""
    return tuple(sorted((library / "backups").glob("library-*.sqlite"), reverse=True))


def listed(library: Path) -> tuple[Backup, ...]:
    """All that can be gone back to, with what was put aside when another took its place: the newest first, each with
    what it holds or why it cannot be read."""
    named = [(_NAME.fullmatch(path.name), path) for path in backups_of(library)]
    aside = [(_ASIDE_NAME.fullmatch(path.name), path) for path in library.glob(f"library-{_PUT_ASIDE}-*.sqlite")]
    found = (_backup(match, path) for match, path in (*named, *aside) if match is not None)
    return tuple(sorted(found, key=lambda backup: backup.taken_at, reverse=True))


def _backup(match: re.Match[str], path: Path) -> Backup:
    held, complaint = None, ""
    try:
        size = path.stat().st_size
        held = look(path)
    except OSError as error:
        size, complaint = 0, str(error)
    except StorageError as error:
        complaint = error.detail or error.reason.value
    why = match.groupdict().get("why", BackupReason.PUT_ASIDE)
    reason = BackupReason(why) if why in set(BackupReason) else BackupReason.UPGRADE
    return Backup(path, _moment(match["time"]), reason, size, held, complaint)


def taken_at(backup: Path) -> datetime:
    """When a backup was made (UTC), as its name tells. Raises ValueError for a file with another name."""
    match = _NAME.fullmatch(backup.name) or _ASIDE_NAME.fullmatch(backup.name)
    if match is None:
        raise ValueError(f"no backup has this name: {backup.name}")
    return _moment(match["time"])


def _moment(text: str) -> datetime:
    return datetime.strptime(text, _TIME).replace(tzinfo=UTC)


# Keeping


def is_due(library: Path) -> bool:
    """Whether the newest daily backup that can be read is older than a day."""
    newest = next((backup for backup in _daily(library) if not backup.complaint), None)
    return newest is None or datetime.now(UTC) - newest.taken_at > timedelta(days=1)


def thin_out(library: Path, held: Holdings) -> None:
    """Delete daily backups beyond the newest of each of `DAYS` days and of each of `WEEKS` weeks, and what killed
    programs left unfinished. Only the holder of the library may call this, after a backup was made of it.

    One that cannot be read stands for no day, and the newest of those that hold far more than the library does now
    (`held`) stays: somebody may not yet know what was lost.
    """
    daily = _daily(library)
    whole = [backup for backup in daily if not backup.complaint]
    kept: set[Path] = set()
    for count, period in ((DAYS, "%Y-%j"), (WEEKS, "%G-%V")):
        newest: dict[str, Path] = {}
        for backup in whole:
            newest.setdefault(backup.taken_at.strftime(period), backup.path)
        kept.update(list(newest.values())[:count])
    fuller = (backup.path for backup in whole if backup.holdings and backup.holdings.is_far_more_than(held))
    kept.update([*fuller][:1])
    oldest = min((taken_at(path) for path in kept), default=datetime.now(UTC))
    for backup in daily:
        if backup.path not in kept and (not backup.complaint or backup.taken_at < oldest):
            backup.path.unlink(missing_ok=True)
    for unfinished in (*(library / "backups").glob("library-*.part*"), *library.glob(f"{_LIBRARY}.*.part*")):
        unfinished.unlink(missing_ok=True)


def _daily(library: Path) -> list[Backup]:
    return [backup for backup in listed(library) if backup.reason is BackupReason.DAILY]


# Going back


def restore(library: Path, backup: Path) -> Path:
    """Put a backup in the place of a closed library. The library's own file is kept; its new path is returned.

    Raises StorageError, LIBRARY_DAMAGED if the backup is not whole; the library is then as it was. There is a library
    file at every moment: a program that is killed here must not find an empty folder and begin a new library.
    """
    now = f"{datetime.now(UTC):{_TIME}}"
    part = library / f"{_LIBRARY}.{now}.part"
    kept = library / f"library-{_PUT_ASIDE}-{now}.sqlite"
    try:
        _copy_whole(backup, part)
        if (library / _LIBRARY).exists():
            _keep(library / _LIBRARY, kept)
        _exchange(library, part, kept)
        _sync_folder(library)
    except OSError as error:
        raise _storage_error(error, library) from error
    finally:
        for left in library.glob(f"{glob.escape(part.name)}*"):
            left.unlink(missing_ok=True)
    return kept


def _copy_whole(backup: Path, part: Path) -> None:
    """Copy a library file, with the log that lies beside it if its program was killed, and check the copy."""
    if inspect(backup) == 0:
        raise StorageError(Reason.LIBRARY_DAMAGED, str(backup), "the file holds no library")
    shutil.copyfile(backup, part)
    for ending in _LOGS:
        log = backup.with_name(backup.name + ending)
        if log.exists():
            shutil.copyfile(log, part.with_name(part.name + ending))
    with storage_errors(backup), closing(sqlite3.connect(part)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE")
        _hold_mails(copy)
        require_whole(copy, backup)
        holdings(copy)
    _sync(part)


def _keep(old: Path, kept: Path) -> None:
    """Give a file a second name, or a copy where the disk knows no second names."""
    try:
        os.link(old, kept)
    except OSError:
        shutil.copyfile(old, kept)
        _sync(kept)


def _exchange(library: Path, part: Path, kept: Path) -> None:
    """Take the logs away first: SQLite would write them over the backup."""
    moved: list[tuple[Path, Path]] = []
    try:
        for ending in _LOGS:
            log, kept_log = library / f"{_LIBRARY}{ending}", kept.with_name(kept.name + ending)
            if log.exists():
                log.replace(kept_log)
                moved.append((log, kept_log))
        part.replace(library / _LIBRARY)
    except OSError:
        for log, kept_log in moved:
            kept_log.replace(log)
        kept.unlink(missing_ok=True)
        raise


def _storage_error(error: OSError, path: Path) -> StorageError:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return StorageError(Reason.DISK_FULL if full else Reason.IO, str(path), str(error))


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    with suppress(OSError):  # some network folders refuse; there is nothing more that could be done for them
        os.fsync(descriptor)
    os.close(descriptor)
