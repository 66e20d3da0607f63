"""Backups of the library file, made without being asked, and going back to one."""

from pathlib import Path

from db.backups import DAILY, back_up, backups_of, is_due, restore, thin_out
from db.library_file import LibraryFile


class BackUpLibrary:
    """Daily backups of an open library."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def back_up_if_due(self) -> Path | None:
        """Make the day's backup if there is none yet, and delete those that are too old. Returns its path.

        Takes a second for 400 MB. Raises StorageError; a damaged library is never backed up, and no older backup
        deleted.
        """
        if not is_due(self._library.folder):
            return None
        made = back_up(self._library.connection, self._library.folder, DAILY)
        thin_out(self._library.folder)
        return made


def newest_backup(folder: Path) -> Path | None:
    """The newest backup of the library in that folder."""
    return next(iter(backups_of(folder)), None)


def go_back_to(folder: Path, backup: Path) -> Path:
    """Put a backup in the place of the closed library in that folder; the file that was there is kept under the path
    that is returned. Raises StorageError."""
    return restore(folder, backup)
