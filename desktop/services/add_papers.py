"""Papers into the library: ids that a text names, and PDFs. Plan first, show the plan, then write it in one step."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from db import steps
from db.additions import additions, want_additions
from db.errors import storage_errors
from db.files import is_told_of
from db.held_papers import known_ids
from db.library_file import LibraryFile
from desktop.domain.adding import AddPlan, AddResult, AddState, PlannedId, PlannedPdf, RefusedInput, Scan
from desktop.domain.arxiv_scan import scan
from desktop.domain.errors import FileError, Reason, StorageError
from desktop.domain.paper import PaperFile
from desktop.domain.progress import Job
from desktop.domain.undo import UndoKind
from desktop.pdf.engine import PdfEngine
from desktop.services.copy_pdfs import CopiedPdfs, copy_pdfs
from desktop.services.given_files import shown
from desktop.services.match_pdfs import matched_pdfs, state_of
from desktop.services.read_files import ReadFiles, SortedFiles, part_bibliographies, read_files, sort_files
from desktop.system.paper_files import PaperFiles

__all__ = ["AddPapers", "CopiedPdfs", "ReadFiles", "SortedFiles"]  # what its methods return


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

    def part_bibliographies(self, paths: Sequence[Path]) -> SortedFiles:
        """Which of these files, and of those in these folders, are bibliographies. Uses no database."""
        return part_bibliographies(paths, self._library.folder)

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

    def add(self, plan: AddPlan, *, download: bool, job: Job | None = None) -> AddResult:
        """Add everything that the plan names, as one step of undo, and wish for what arXiv tells of it; with `download`
        for the PDFs, too. Files that cannot be copied are refused, the rest goes on.

        When this returns, everything is on the disk. Raises StorageError and Cancelled, and then no paper was added.
        """
        return self.add_copied(plan, self.copy_pdfs(plan, job or Job()), download=download)

    def copy_pdfs(self, plan: AddPlan, job: Job) -> CopiedPdfs:
        """The first half of `add`, which may take long: the PDFs are in the papers folder. Uses no database.

        Raises Cancelled, and then no new copy is left.
        """
        return copy_pdfs(plan.pdfs, self._library.folder, job)

    def add_copied(self, plan: AddPlan, copied: CopiedPdfs, *, download: bool) -> AddResult:
        """The second half of `add`. Raises StorageError, and then no paper was added and no new copy is left."""
        stored = PaperFiles(self._library.folder)
        pdfs, refused = [], list(copied.refused)
        for pdf, file in copied.pdfs:
            if file is None or stored.is_there(file):
                pdfs.append((pdf, file))
            else:  # its paper was deleted for good in between, and the file with it
                error = FileError(Reason.FILE_CHANGED, shown(pdf.path), "its copy was deleted")
                refused.append(RefusedInput(shown(pdf.path), error))
        try:
            return self._added(plan, pdfs, refused, download=download)
        finally:
            for path in self._untold(copied.new):
                stored.remove(path)

    def _added(
        self,
        plan: AddPlan,
        pdfs: Sequence[tuple[PlannedPdf, PaperFile | None]],
        refused: Iterable[RefusedInput],
        *,
        download: bool,
    ) -> AddResult:
        back = [pdf.paper for pdf, _ in pdfs if pdf.gone and pdf.paper is not None]
        with self._library.transaction() as connection:
            made = additions(connection, plan.ids, pdfs, download=download)
            new, restored, attached = made.new, made.restored, made.attached + len(back)
            kind = UndoKind.ADD if new or restored else UndoKind.ATTACH
            done = steps.do(connection, kind, made.changes)
            wanted = want_additions(connection, made)
        changed = dict.fromkeys((*done.papers_changed, *wanted.papers_changed, *back))
        return AddResult(new, restored, attached, tuple(refused), replace(done, papers_changed=tuple(changed)))

    def _untold(self, paths: Sequence[str]) -> list[str]:
        """Those of these files that no row tells of; none if the library does not answer."""
        with suppress(StorageError), storage_errors(self._library.path):
            return [path for path in paths if not is_told_of(self._library.connection, path)]
        return []
