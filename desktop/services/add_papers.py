"""Papers into the library: ids that a text names, and PDFs. Plan first, show the plan, then write it in one step."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from db import steps
from db.additions import additions, want_additions
from db.errors import storage_errors
from db.held_papers import known_ids
from db.library_file import LibraryFile
from desktop.domain.adding import AddPlan, AddResult, AddState, PdfMatch, PlannedId, PlannedPdf, RefusedInput, Scan
from desktop.domain.arxiv_scan import scan
from desktop.domain.errors import AppError, FileError, Reason
from desktop.domain.paper import PaperFile
from desktop.domain.progress import Job
from desktop.domain.undo import UndoKind
from desktop.pdf.engine import PdfEngine
from desktop.services.given_files import shown
from desktop.services.match_pdfs import matched_pdfs, state_of
from desktop.services.read_files import ReadFiles, SortedFiles, read_files, sort_files
from desktop.system.paper_files import PaperFiles

__all__ = ["AddPapers", "ReadFiles", "SortedFiles"]  # what its methods return

_LONGEST_NAME = 255
"""Characters of a file name that is kept."""


class AddPapers:
    """Adds to one library. What works on the library raises StorageError."""

    def __init__(self, library: LibraryFile, pdf_engine: Callable[[], PdfEngine]) -> None:
        self._library = library
        self._pdf_engine = pdf_engine

    def plan(self, text: str) -> AddPlan:
        """What adding the papers that a text names would do."""
        return self.plan_scan(scan(text))

    def plan_scan(self, found: Scan) -> AddPlan:
        """The same for a text that was looked through before: the library need not wait for that."""
        with storage_errors(self._library.path):
            known = known_ids(self._library.connection, [named.value for named in found.found])
        ids = []
        for named in found.found:
            held = known.get(named.value)
            if held is None:
                ids.append(PlannedId(named, AddState.NEW))
            else:
                ids.append(PlannedId(named, state_of(held, named.version), held.id, held.title, held.has_pdf))
        return AddPlan(tuple(ids), not_understood=found.not_understood)

    def sort_files(self, paths: Sequence[Path], job: Job | None = None) -> SortedFiles:
        """Which of these files, and of those in these folders, are digests. Uses no database. Raises Cancelled."""
        return sort_files(paths, self._library.folder, job or Job())

    def read_files(self, paths: Sequence[Path], job: Job) -> ReadFiles:
        """What PDFs tell of themselves and texts name, for `plan_read`. Uses no database. Raises Cancelled."""
        return read_files(paths, self._library.folder, self._pdf_engine(), job)

    def plan_read(self, read: ReadFiles) -> AddPlan:
        """What adding what was read would do."""
        with storage_errors(self._library.path):
            pdfs = matched_pdfs(self._library, read.pdfs)
        return replace(self.plan_scan(read.scan), pdfs=pdfs, refused=read.refused)

    def plan_files(self, paths: Sequence[Path], job: Job) -> AddPlan:
        """Both at once. Raises Cancelled."""
        return self.plan_read(self.read_files(paths, job))

    def add(self, plan: AddPlan, *, download: bool) -> AddResult:
        """Add everything that the plan names, as one step of undo, and wish for what arXiv tells of it; with `download`
        for the PDFs, too. Files that cannot be copied are refused, the rest goes on.

        When this returns, everything is on the disk. Raises StorageError, and then no paper was added.
        """
        refused: list[RefusedInput] = []
        copied = list(self._copied(plan.pdfs, refused))
        with self._library.transaction() as connection:
            made = additions(connection, plan.ids, copied, download=download)
            new, restored, attached = made.new, made.restored, made.attached
            kind = UndoKind.ADD if new or restored else UndoKind.ATTACH
            done = steps.do(connection, kind, made.changes)
            wanted = want_additions(connection, made)
        changed = dict.fromkeys((*done.papers_changed, *wanted.papers_changed))
        return AddResult(new, restored, attached, tuple(refused), replace(done, papers_changed=tuple(changed)))

    def _copied(
        self, pdfs: Iterable[PlannedPdf], refused: list[RefusedInput]
    ) -> Iterator[tuple[PlannedPdf, PaperFile | None]]:
        """The PDFs with their copies in the papers folder, whole and checked; None for those it has already."""
        stored = PaperFiles(self._library.folder)
        for pdf in pdfs:
            if pdf.match is PdfMatch.SAME_FILE:
                yield pdf, None
                continue
            told = pdf.identity
            name = told.arxiv_id + (f"v{told.version}" if told.arxiv_id and told.version else "")
            try:
                file = stored.put(Path(pdf.path), name)
                if file.sha256 != pdf.sha256:
                    raise FileError(Reason.FILE_CHANGED, shown(pdf.path), "the file changed since it was read")
            except AppError as error:
                refused.append(RefusedInput(shown(pdf.path), error))
            else:
                yield pdf, replace(file, version=told.version, name=shown(Path(pdf.path).name)[:_LONGEST_NAME])
