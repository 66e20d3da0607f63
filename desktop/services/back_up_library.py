"""Backups of the library file, made by hand and without being asked, and going back to one. They hold no PDFs."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from db import backups
from db.backup_files import holdings, look, verify
from db.changed_since import changed_since
from db.errors import storage_errors
from db.library_file import FILE_NAME, LibraryFile
from desktop.domain.backup import Backup, BackupReason, ChangedSince, Holdings
from desktop.domain.errors import FileError, Reason, StorageError
from desktop.domain.progress import Job


class BackUpLibrary:
    """Backups of an open library. Every method raises StorageError."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def back_up_if_due(self) -> Path | None:
        """Make the day's backup if there is none yet, and delete those that are too old. Returns its path.

        Takes a second for 400 MB. An empty library is not backed up, a damaged one neither, and no older backup is
        deleted then.
        """
        folder = self._library.folder
        if not backups.is_due(folder):
            return None
        with storage_errors(self._library.path):
            held = holdings(self._library.connection)
        if held == Holdings():
            return None  # it would stand for the whole day on which something is put in, or hide what was lost
        made = backups.back_up(self._library.connection, folder, backups.DAILY)
        backups.thin_out(folder, held)
        return made

    def back_up(self, job: Job) -> Path:
        """Make a backup now, which is kept until somebody deletes it. Returns its path. Raises Cancelled."""
        return backups.back_up(self._library.connection, self._library.folder, backups.BY_HAND, job.step)

    def back_up_to(self, target: Path, job: Job) -> Path:
        """Make one at another place: a file, or a folder in which it gets a name of its own. Returns its path.

        Raises FileError, NOT_WRITABLE among others for a file that is there and no library, or that is this library;
        Cancelled.
        """
        if target.is_dir():
            target /= f"{self._library.folder.name}-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}.sqlite"
        if target.exists() and (target.samefile(self._library.path) or not is_library(target)):
            raise FileError(Reason.NOT_WRITABLE, str(target), "there is another file of this name; it was left alone")
        if not target.parent.is_dir():
            raise FileError(Reason.NOT_WRITABLE, str(target), "there is no such folder")
        try:
            backups.copy_to(self._library.connection, target, job.step)
        except StorageError as error:
            if error.reason is Reason.LIBRARY_DAMAGED:
                raise
            raise FileError(error.reason, str(target), error.detail) from error  # it is not the library's folder
        return target

    def changed_since(self, backup: Backup) -> ChangedSince:
        """What going back to it would lose."""
        with storage_errors(self._library.path):
            return changed_since(self._library.connection, int(backup.taken_at.timestamp() * 1000))


# What needs no open library


def is_library(path: Path) -> bool:
    """Whether the file looks like a library of ours, be it of an older Papershelf."""
    try:
        look(path)
    except StorageError:
        return False
    return True


def all_backups(folder: Path) -> tuple[Backup, ...]:
    """All that the library in that folder can go back to, the newest first, as far as a look tells; milliseconds each.
    What was put aside for another is among them."""
    return backups.listed(folder)


def at_path(path: Path) -> Backup:
    """A backup at any place, perhaps with a name of its own. Raises FileError, UNREADABLE."""
    try:
        stat = path.stat()
    except (OSError, ValueError) as error:
        raise FileError(Reason.UNREADABLE, str(path), str(error)) from error
    try:
        taken_at = backups.taken_at(path)
    except ValueError:
        taken_at = datetime.fromtimestamp(stat.st_mtime, UTC)
    return Backup(path, taken_at, BackupReason.BY_HAND, stat.st_size)


def verified(backup: Backup, job: Job) -> Backup:
    """The backup after all of it was read: a second for 250 MB. Raises Cancelled."""
    try:
        return replace(backup, holdings=verify(backup.path, lambda: job.cancelled), complaint="")
    except StorageError as error:
        return replace(backup, complaint=error.detail or error.reason.value)


def newest_whole(folder: Path, until: datetime | None = None) -> Backup | None:
    """The newest backup of the library in that folder that is whole, made before `until` (now). What was put aside is
    none: it may be the very file that somebody wants to get away from."""
    until = until or datetime.now(UTC)
    for backup in all_backups(folder):
        if backup.reason is BackupReason.PUT_ASIDE or backup.complaint or backup.taken_at > until:
            continue
        checked = verified(backup, Job())
        if not checked.complaint:
            return checked
    return None


def go_back_to(folder: Path, backup: Path) -> Path:
    """Put a backup in the place of the closed library in that folder; the file that was there is kept under the path
    that is returned. Raises StorageError, and then the library is as it was."""
    if backup.absolute() == (folder / FILE_NAME).absolute():
        raise StorageError(Reason.LIBRARY_IN_USE, str(backup), "this is the library itself")
    return backups.restore(folder, backup)
