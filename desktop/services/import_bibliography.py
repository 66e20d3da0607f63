"""Importing bibliographies: plan first, show the plan, then write it as one step of undo."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from db import fetches, steps
from db.described_papers import cite_keys
from db.errors import storage_errors
from db.index_documents import driver
from db.library_file import LibraryFile
from db.reference_writer import Brought, brought_changes
from desktop.domain.adding import AddState, PdfMatch, PlannedPdf
from desktop.domain.bibliography import Bibliography, Reference
from desktop.domain.bibliography_import import (
    BibliographyPlan,
    BibliographyResult,
    Gain,
    PlannedBibliography,
    PlannedReference,
    ReferenceState,
    RefusedBibliography,
    Row,
)
from desktop.domain.cite_keys import free_key
from desktop.domain.errors import AppError, Cancelled
from desktop.domain.fetching import FetchKind
from desktop.domain.paper import PaperFile
from desktop.domain.progress import Job
from desktop.domain.undo import UndoKind
from desktop.formats.bibliographies import read_bibliography
from desktop.pdf.engine import PdfEngine
from desktop.services.copy_pdfs import copy_pdfs
from desktop.services.given_files import bytes_of, shown
from desktop.services.linked_files import linked_pdfs
from desktop.services.match_references import Match, matched
from desktop.services.merge_references import combined, known_paper, new_paper
from desktop.services.read_files import read_files
from desktop.system.paper_files import PaperFiles

EACH = 100
"""Entries that are planned between two looks whether to go on."""
LARGEST_FILE = 256 * 1024 * 1024
"""Bytes."""


@dataclass(frozen=True, slots=True)
class CopiedLinks:
    """The PDFs of a plan, in the papers folder, by the path they were copied from."""

    files: dict[str, PaperFile]
    refused: tuple[RefusedBibliography, ...]
    new: tuple[str, ...]


class ImportBibliography:
    """Brings bibliographies into one library."""

    def __init__(self, library: LibraryFile, pdf_engine: Callable[[], PdfEngine]) -> None:
        self._library = library
        self._pdf_engine = pdf_engine

    def read(self, paths: Sequence[Path], job: Job) -> list[tuple[str, Bibliography | AppError]]:
        """What these files tell, or why they tell nothing, with their paths. Uses no database. Raises Cancelled."""
        found: list[tuple[str, Bibliography | AppError]] = []
        for number, path in enumerate(paths):
            heard = _heard(job, number, len(paths), shown(path.name))
            found.append((shown(path), _read(partial(bytes_of, path, LARGEST_FILE), heard)))
        return found

    def read_text(self, name: str, data: bytes, job: Job) -> list[tuple[str, Bibliography | AppError]]:
        """The same for pasted text."""
        return [(name, _read(lambda: data, _heard(job, 0, 1, name)))]

    def plan(
        self, read: Sequence[tuple[str, Bibliography | AppError]], job: Job, language: str = "zh"
    ) -> BibliographyPlan:
        """What importing would do. Nothing is written. Raises Cancelled and StorageError."""
        refused = [RefusedBibliography(path, error) for path, error in read if isinstance(error, AppError)]
        files = [(path, told) for path, told in read if isinstance(told, Bibliography)]
        with _collector_paused(), storage_errors(self._library.path):
            matches = matched(self._library, [one for _, told in files for one in told.references])
            places = [(file, row) for file, (_, told) in enumerate(files) for row in range(len(told.references))]
            each = enumerate(matches)
            planned = []
            for path, told in files:
                rows = []
                for one, (number, match) in zip(told.references, each, strict=False):
                    if number % EACH == 0:
                        job.step(number, len(matches), Path(path).name)
                    rows.append(_planned(one, match, Path(path), language, places))
                planned.append(PlannedBibliography(path, Path(path).name, told.format, tuple(rows), told.broken))
        return BibliographyPlan(tuple(planned), tuple(refused))

    def copy_pdfs(self, plan: BibliographyPlan, job: Job, unticked: frozenset[Row] = frozenset()) -> CopiedLinks:
        """The first half of an import, which may take long: the PDFs that entries name come into the papers folder.
        Those that are none are refused. Uses no database. Raises Cancelled, and then no new copy is left."""
        paths = [Path(pdf.path) for row in _ticked(plan, unticked) for pdf in row.pdfs]
        if not paths:
            return CopiedLinks({}, (), ())
        read = read_files(paths, self._library.folder, self._pdf_engine(), job)
        wanted = [
            PlannedPdf(pdf.path, pdf.sha256, pdf.size, pdf.pages, PdfMatch.NONE, pdf.identity, AddState.NEW)
            for pdf in read.pdfs
        ]
        copied = copy_pdfs(wanted, self._library.folder, job)
        files = {pdf.path: file for pdf, file in copied.pdfs if file is not None}
        refused = tuple(RefusedBibliography(one.path, one.error) for one in (*read.refused, *copied.refused))
        return CopiedLinks(files, refused, copied.new)

    def apply(
        self,
        plan: BibliographyPlan,
        copied: CopiedLinks,
        unticked: frozenset[Row] = frozenset(),
        language: str = "zh",
    ) -> BibliographyResult:
        """The second half: write what the plan names but for the unticked entries, as one step of undo. What the
        library holds by then counts, not what the plan says. When this returns, everything is on the disk.

        Raises StorageError, and then nothing was written and no new copy is left.
        """
        try:
            with _collector_paused():
                return self._written(plan, copied, unticked, language)
        except BaseException:
            for path in copied.new:
                PaperFiles(self._library.folder).remove(path)
            raise

    def _written(
        self, plan: BibliographyPlan, copied: CopiedLinks, unticked: frozenset[Row], language: str
    ) -> BibliographyResult:
        rows = _ticked(plan, unticked)
        origin = ", ".join(dict.fromkeys(planned.name for planned in plan.files))
        with self._library.transaction() as connection:
            raw = driver(connection)
            matches = matched(self._library, [row.reference for row in rows])
            brought = _brought(rows, matches, cite_keys(raw), copied, language)
            new = [one for one in brought if one.paper is None]
            restored = sum(one.restored for one in brought)
            changes, _ = brought_changes(connection, brought, origin)
            attached = sum(change.table == "files" for change in changes)
            done = steps.do(connection, UndoKind.IMPORT, changes)
            told = [one.paper for one in new if one.arxiv_id is not None and one.paper is not None]
            fetches.want(connection, told, FetchKind.METADATA, None, automatic=True)
        added = tuple(one.paper for one in new if one.paper is not None)
        return BibliographyResult(
            added=added,
            changed=len(set(done.papers_changed).difference(added)),
            restored=restored,
            attached=attached,
            refused=(*plan.refused, *copied.refused),
            changes=done,
        )


def _heard(job: Job, number: int, count: int, name: str) -> Callable[[float], None]:
    """Tells the job in percent how far the file of that number is, and ends when it is cancelled."""

    def heard(share: float) -> None:
        job.step(int((number + share) * 100), count * 100, name)

    heard(0.0)
    return heard


def _read(load: Callable[[], bytes], heard: Callable[[float], None]) -> Bibliography | AppError:
    try:
        with _collector_paused():
            return read_bibliography(load(), heard)
    except Cancelled:
        raise
    except AppError as error:
        return error


def _ticked(plan: BibliographyPlan, unticked: frozenset[Row]) -> list[PlannedReference]:
    return [
        row
        for file, planned in enumerate(plan.files)
        for number, row in enumerate(planned.rows)
        if (row.repeats or (file, number)) not in unticked
    ]


def _planned(
    reference: Reference, match: Match, source: Path, language: str, places: Sequence[Row]
) -> PlannedReference:
    paper = match.paper
    folder = source.parent if source.is_absolute() else None
    pdfs, gone = linked_pdfs(reference.files, folder, paper.files if paper else ())
    row = PlannedReference(replace(reference, files=tuple(gone)), pdfs=tuple(pdfs), missing=len(gone))
    if paper is None:
        if match.earlier is None:
            return row
        return replace(row, state=ReferenceState.KNOWN, repeats=places[match.earlier])
    brought, gains = known_paper(row.reference, paper, reference.key, language)
    gains = (*gains, *([Gain.FILES] if pdfs else []))
    return replace(
        row,
        state=ReferenceState.CHANGED if gains else ReferenceState.KNOWN,
        paper=paper.id,
        title=paper.title,
        by_title=match.by_title,
        in_trash=brought.restored,
        gains=gains,
    )


def _brought(
    rows: Sequence[PlannedReference],
    matches: Sequence[Match],
    keys: Iterable[str],
    copied: CopiedLinks,
    language: str,
) -> list[Brought]:
    """What each paper gets; entries of one paper are one."""
    together: dict[object, tuple[Reference, Match, list[PaperFile]]] = {}
    groups: list[object] = []
    for number, (row, match) in enumerate(zip(rows, matches, strict=True)):
        group: object = match.paper.id if match.paper else ("new", number)
        if match.paper is None and match.earlier is not None:
            group = groups[match.earlier]
        groups.append(group)
        files = [copied.files[pdf.path] for pdf in row.pdfs if pdf.path in copied.files]
        if group in together:
            first, what, before = together[group]
            together[group] = combined(first, row.reference), what, [*before, *files]
        else:
            together[group] = row.reference, match, files
    taken = set(keys)
    brought = []
    for reference, match, files in together.values():
        key = ""
        if reference.key and not (match.paper and match.paper.cite_key):
            key = free_key(reference.key, taken)
            taken.add(key.lower())
        if match.paper is None:
            one = new_paper(reference, key, language)
        else:
            one, _ = known_paper(reference, match.paper, key, language)
        one.files = tuple(files)
        brought.append(one)
    return brought


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Entries refer to each other in no circle: looking for circles among them would hold up the window."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
