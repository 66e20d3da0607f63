"""PDFs of the library's papers folder that no paper has: they are kept, added or moved, never deleted as they are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from db.errors import storage_errors
from db.files import files_by_sha256, is_told_of
from db.library_file import LibraryFile
from desktop.domain.adding import AddResult, decided_by_nobody
from desktop.domain.errors import FileError, Reason
from desktop.domain.progress import Job
from desktop.services.add_papers import AddPapers
from desktop.system.atomic_write import file_error, write_atomically
from desktop.system.paper_files import PaperFiles, file_sha256, make_folder

_CHUNK = 1 << 20


class StrayFiles:
    """Every method raises StorageError. Paths of stray files begin in the library."""

    def __init__(self, library: LibraryFile, adding: Callable[[], AddPapers]) -> None:
        self._library = library
        self._adding = adding

    def add(self, paths: Sequence[str], job: Job) -> AddResult:
        """Add these files to the papers that they are of, or as papers of their own, as one step of undo. Raises
        Cancelled."""
        files = self._still_stray(paths)
        plan = self._adding().plan_files([self._library.folder / path for path in files], job)
        plan = replace(plan, pdfs=tuple(map(decided_by_nobody, plan.pdfs)))
        result = self._adding().add(plan, download=False, job=job)
        self._drop_copies(files)
        return replace(result, refused=(*plan.refused, *result.refused))

    def move(self, paths: Sequence[str], folder: Path, job: Job) -> tuple[Path, ...]:
        """Move these files to that folder, which is made if it is missing, and return where they are. What a paper has
        by now is left alone, and what is there keeps its name: another one gets a number.

        Raises FileError and Cancelled; what was moved until then stays moved.
        """
        make_folder(folder)
        moved = []
        for number, path in enumerate(self._still_stray(paths)):
            job.step(number, len(paths), path)
            source, target = self._library.folder / path, _free_name(folder / Path(path).name)
            write_atomically(target, _bytes_of(source))
            if file_sha256(target) != file_sha256(source):
                raise FileError(Reason.IO, str(target), "the copy is not what was written")
            try:
                source.unlink()
            except OSError as error:
                raise file_error(error, source) from error
            moved.append(target)
        return tuple(moved)

    def _drop_copies(self, paths: Sequence[str]) -> None:
        """Delete those of these files whose content a paper has by now in a file that is whole, under another name."""
        stored = PaperFiles(self._library.folder)
        for path in self._still_stray(paths):
            try:
                sha256 = file_sha256(self._library.folder / path)
            except FileError:
                continue
            with storage_errors(self._library.path):
                held = files_by_sha256(self._library.connection, [sha256]).get(sha256, ())
            if any(stored.is_whole(file) for file in held):
                stored.remove(path)

    def _still_stray(self, paths: Sequence[str]) -> list[str]:
        there = set(PaperFiles(self._library.folder).finished())
        with storage_errors(self._library.path):
            return [path for path in paths if path in there and not is_told_of(self._library.connection, path)]


def _free_name(wanted: Path) -> Path:
    name, number = wanted, 1
    while name.exists():
        number += 1
        name = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
    return name


def _bytes_of(source: Path) -> Iterator[bytes]:
    try:
        with source.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise FileError(Reason.UNREADABLE, str(source), str(error)) from error
