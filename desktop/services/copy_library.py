"""A copy of a whole library, PDFs and all, at any place: a folder that can be opened as a library."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from db import checks
from db.backups import copy_to
from db.errors import storage_errors
from db.library_file import FILE_NAME, LibraryFile
from desktop.domain.backup import LibraryCopy
from desktop.domain.errors import FileError, Reason, StorageError
from desktop.domain.paper import PaperFile
from desktop.domain.progress import Job
from desktop.system.atomic_write import file_error, sync_folder
from desktop.system.paper_files import PaperFiles


@dataclass(frozen=True, slots=True)
class BegunCopy:
    """A copy that has no PDFs yet, and not its name."""

    library: Path
    part: Path
    target: Path
    files: tuple[PaperFile, ...]


class CopyLibrary:
    """The part of a copy that needs the open library."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def begin(self, target: Path, job: Job) -> BegunCopy:
        """Copy the library file; `finish_copy` does the rest.

        Raises FileError, NOT_WRITABLE among others if there is something at `target` already or it lies within the
        library; StorageError and Cancelled. Nothing is left behind then.
        """
        folder = self._library.folder.resolve()
        if folder in (target.resolve(), *target.resolve().parents):
            raise FileError(Reason.NOT_WRITABLE, str(target), "a copy cannot lie within the library")
        if target.exists():
            raise FileError(Reason.NOT_WRITABLE, str(target), "there is something of this name already")
        part = target.with_name(f".{target.name}-{os.urandom(4).hex()}.part")
        try:
            part.mkdir(mode=0o700)
            for name in ("papers", "backups"):
                (part / name).mkdir(mode=0o700)
        except OSError as error:
            raise file_error(error, target) from error
        try:
            with storage_errors(self._library.path):
                files = checks.files(self._library.connection)
            copy_to(self._library.connection, part / FILE_NAME, job.step)
        except BaseException as error:
            shutil.rmtree(part, ignore_errors=True)
            if isinstance(error, StorageError) and error.reason is Reason.DISK_FULL:
                raise FileError(error.reason, str(target), error.detail) from error  # not the library's disk
            raise
        return BegunCopy(self._library.folder, part, target, files)


def finish_copy(begun: BegunCopy, job: Job) -> LibraryCopy:
    """Copy the PDFs, read each back and compare it by sha256, and give the copy its name. Uses no database.

    Those that are gone or altered are told. Raises FileError and Cancelled, and then nothing is left behind.
    """
    stored, copied = PaperFiles(begun.library), PaperFiles(begun.part)
    missing = []
    try:
        for number, file in enumerate(begun.files):
            job.step(number, len(begun.files), file.name)
            if not _copied(file, stored, copied):
                missing.append(file.path)
        job.step(len(begun.files), len(begun.files))
        os.rename(begun.part, begun.target)
        sync_folder(begun.target.parent)
    except OSError as error:
        raise file_error(error, begun.target) from error
    finally:
        shutil.rmtree(begun.part, ignore_errors=True)
    return LibraryCopy(begun.target, len(begun.files) - len(missing), tuple(missing))


def _copied(file: PaperFile, stored: PaperFiles, copied: PaperFiles) -> bool:
    """False for a PDF that is gone or altered. Raises FileError where the copy cannot be written."""
    try:
        copied.put_back(file, stored.path(file))
    except FileError as error:
        if error.reason in (Reason.FILE_CHANGED, Reason.UNREADABLE):
            return False
        raise
    if not copied.is_whole(file):
        raise FileError(Reason.IO, file.path, "the copy is not what was written")
    return True
