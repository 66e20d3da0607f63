"""Papers into a bibliography: read in pieces on the library's thread, written on another, whole or not at all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from db.described_papers import DescribedPaper, cite_keys, described
from db.errors import storage_errors
from db.index_documents import driver
from db.library_file import LibraryFile
from db.reference_writer import store_keys
from desktop.domain.bibliography import FileLink, Reference
from desktop.domain.bibliography_export import (
    AbstractChoice,
    BibliographyChoice,
    BibliographyWritten,
    FilesChoice,
    TitleChoice,
)
from desktop.domain.cite_keys import require_template
from desktop.domain.errors import AppError, InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.latex_text import readable
from desktop.domain.paper import PaperFile
from desktop.domain.progress import Job
from desktop.domain.shown_file_name import fitting, paper_file_name
from desktop.formats.bibliographies import write_bibliography
from desktop.services.cite_papers import KeyGiver
from desktop.services.given_files import reading
from desktop.services.paper_references import paper_reference
from desktop.system.handed_on_files import folder_for_others, hand_on
from desktop.system.paper_files import PaperFiles

PIECE = 150
"""Papers that are read in one go: some hundredths of a second, for which nobody else is kept waiting."""
_CHUNK = 1 << 20
Piece = Sequence[DescribedPaper]


class ExportBibliography:
    """Brings papers of one library out of it."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def start(self, choice: BibliographyChoice) -> "BibliographyExport":
        """An export that is about to begin. Raises InputError: NOTHING_TO_EXPORT, BAD_TEMPLATE."""
        require_template(choice.key_template)
        if not choice.papers:
            raise InputError(Reason.NOTHING_TO_EXPORT)
        return BibliographyExport(self._library, choice)

    def export(self, choice: BibliographyChoice, path: Path, job: Job) -> BibliographyWritten:
        """All at once, for who waits for it anyway. Raises as `start`, `piece` and `write` do."""
        export = self.start(choice)
        return export.write(map(export.piece, range(export.pieces)), path, job)


class BibliographyExport:
    """One export, in pieces."""

    def __init__(self, library: LibraryFile, choice: BibliographyChoice) -> None:
        self._library = library
        self._choice = choice
        self._keys: KeyGiver | None = None
        self.count = len(choice.papers)
        """Papers."""
        self.pieces = -(-len(choice.papers) // PIECE)
        """How many there are."""

    def piece(self, number: int) -> Piece:
        """What the library knows of the papers of that piece, from 0. Those without a cite key get one, which they
        keep. Raises StorageError."""
        ids: Sequence[PaperId] = self._choice.papers[number * PIECE : (number + 1) * PIECE]
        with storage_errors(self._library.path):
            found = described(self._library.connection, ids)
        there = [found[paper] for paper in ids if paper in found]
        if all(paper.cite_key for paper in there):
            return there
        with self._library.transaction() as connection:
            if self._keys is None:
                self._keys = KeyGiver(self._choice.key_template, cite_keys(driver(connection)))
            given = self._keys.given(there)
            store_keys(connection, self._keys.new)
        self._keys.new = {}
        return given

    def write(self, pieces: Iterable[Piece], path: Path, job: Job) -> BibliographyWritten:
        """Write the file from its pieces: the whole file or the one that was there before. Uses no database.

        Raises Cancelled, FileError, and what the pieces raise. PDFs are copied first; one that cannot be is told.
        """
        files = _Copies(self._library.folder, path) if self._choice.files is FilesChoice.COPIES else None
        count = size = 0

        def references() -> Iterator[Reference]:
            nonlocal count
            for paper in (paper for piece in pieces for paper in piece):
                if count % 100 == 0:
                    job.step(count, len(self._choice.papers), path.name)
                count += 1
                yield self._reference(paper, files)

        def data() -> Iterator[bytes]:
            nonlocal size
            for part in write_bibliography(self._choice.format, references()):
                size += len(part)
                yield part
            job.step(count, count, path.name)  # the last moment to think better of it

        hand_on(path, data())
        copied, refused = (files.copied, tuple(files.refused)) if files else (0, ())
        return BibliographyWritten(str(path), count, size, copied, refused)

    def _reference(self, paper: DescribedPaper, files: "_Copies | None") -> Reference:
        choice = self._choice
        links: Sequence[FileLink] = ()
        if files is not None:
            links = files.of(paper)
        elif choice.files is FilesChoice.LINKS:
            folder = self._library.folder.absolute()
            links = [FileLink(str(folder / file.path), file.name, "application/pdf") for file in paper.files]
        told = paper_reference(paper, language=choice.language, files=links)
        if choice.files is FilesChoice.NONE:
            told = replace(told, files=())
        if not choice.labels:
            told = replace(told, keywords=(), collections=())
        return _with_translations(told if choice.notes else replace(told, notes=()), choice)


def _with_translations(told: Reference, choice: BibliographyChoice) -> Reference:
    original, translated = told.abstract, told.translated_abstract
    abstracts = {
        AbstractChoice.NONE: ("", ""),
        AbstractChoice.ORIGINAL: (original, ""),
        AbstractChoice.TRANSLATED: (translated or original, ""),
        AbstractChoice.BOTH: (original, translated),
    }
    abstract, translated_abstract = abstracts[choice.abstracts]
    told = replace(told, abstract=abstract, translated_abstract=translated_abstract)
    if choice.titles is TitleChoice.FIELD or not told.translated_title:
        return told
    notes = (told.translated_title, *told.notes) if choice.titles is TitleChoice.NOTE else told.notes
    return replace(told, translated_title="", notes=notes)


class _Copies:
    """PDFs in a folder beside the bibliography."""

    def __init__(self, library: Path, path: Path) -> None:
        self._stored = PaperFiles(library)
        self._folder = path.parent / fitting(path.stem, "-files")
        self._taken: set[str] = set()
        self.copied = 0
        self.refused: list[tuple[str, AppError]] = []

    def of(self, paper: DescribedPaper) -> list[FileLink]:
        """Copy the PDFs of a paper; links to the copies, from where the bibliography lies."""
        name = paper_file_name(paper.authors, paper.published, readable(paper.title), ".pdf")
        return [link for file in paper.files if (link := self._copy(file, name)) is not None]

    def _copy(self, file: PaperFile, name: str) -> FileLink | None:
        stem, number = name.removesuffix(".pdf"), 1
        while name.casefold() in self._taken:
            number += 1
            name = fitting(stem, f" ({number}).pdf")
        self._taken.add(name.casefold())
        try:
            source = self._stored.path(file)
            folder_for_others(self._folder)
            hand_on(self._folder / name, _chunks(source))
        except AppError as error:
            self.refused.append((name, error))
            return None
        self.copied += 1
        return FileLink(f"{self._folder.name}/{name}", file.name, "application/pdf")


def _chunks(source: Path) -> Iterator[bytes]:
    with reading(source), source.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
