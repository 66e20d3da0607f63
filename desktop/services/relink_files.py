"""PDFs that are no longer in the library's folder: which, and finding them again by their content."""

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.errors import storage_errors
from db.files import held_files
from db.library_file import LibraryFile
from desktop.domain.adding import RefusedInput
from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperFile
from desktop.domain.progress import Job
from desktop.services.given_files import reading, shown
from desktop.system.paper_files import PaperFiles, file_sha256


@dataclass(frozen=True, slots=True)
class MissingFile:
    """A PDF of a paper that is not where it should be."""

    paper: PaperId
    title: str
    file: PaperFile


@dataclass(frozen=True, slots=True)
class Relinked:
    """What became of missing files."""

    found: tuple[MissingFile, ...] = ()
    """They are in the library's folder again."""
    not_found: tuple[MissingFile, ...] = ()
    refused: tuple[RefusedInput, ...] = ()
    """Found, but they could not be copied: with the path they were found under."""


class RelinkFiles:
    """Brings the PDFs of one library back."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def missing(self) -> tuple[MissingFile, ...]:
        """The files that are gone, or are not as large as they were. Raises StorageError."""
        with storage_errors(self._library.path):
            held = held_files(self._library.connection)
        stored = PaperFiles(self._library.folder)
        return tuple(MissingFile(*file) for file in held if not stored.is_there(file.file))

    def relink(self, missing: Sequence[MissingFile], folder: Path, job: Job) -> Relinked:
        """Look for these files in a folder and all folders in it, by size and then by sha256, and copy what is found
        into the library. Uses no database.

        Raises FileError(UNREADABLE) for the folder, and Cancelled; what was found by then stays.
        """
        wanted: defaultdict[tuple[int, str], list[MissingFile]] = defaultdict(list)
        for one in missing:
            wanted[one.file.size, one.file.sha256].append(one)
        found: list[MissingFile] = []
        refused: list[RefusedInput] = []
        for path in _files_of_size(folder, {size for size, _ in wanted}, job):
            if not wanted:
                break
            try:
                found += self._put_back(path, wanted)
            except AppError as error:
                refused.append(RefusedInput(shown(path), error))
        left = {id(one) for same in wanted.values() for one in same}
        return Relinked(tuple(found), tuple(one for one in missing if id(one) in left), tuple(refused))

    def _put_back(self, path: Path, wanted: dict[tuple[int, str], list[MissingFile]]) -> list[MissingFile]:
        with reading(path):
            key = path.stat().st_size, file_sha256(path)
        stored = PaperFiles(self._library.folder)
        for one in wanted.get(key, ()):
            stored.put_back(one.file, path)
        return wanted.pop(key, [])


def _files_of_size(folder: Path, sizes: set[int], job: Job) -> Iterator[Path]:
    """The files of these sizes; folders that cannot be read are left out, but for the first."""
    with reading(folder):
        os.scandir(folder).close()
    seen = 0
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            seen += 1
            job.step(seen, 0, shown(name))
            path = Path(place, name)
            try:
                if path.is_file() and path.stat().st_size in sizes:
                    yield path
            except OSError:
                continue
