"""From a bibliography to papers in the library: read, show the plan, add what was ticked."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.bibliography_import import BibliographyPlan, BibliographyResult
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.adding.bibliography_dialog import BibliographyDialog
from desktop.ui.adding.bibliography_words import entries, result_words
from desktop.ui.adding.plan_words import files
from desktop.ui.digests.language_box import digest_language
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.import_bibliography import CopiedLinks

Read = Sequence[Any]  # what the service reads and plans


class BibliographyFlow(QObject):
    """Imports into one library. Lives as long as its window."""

    planned = Signal(object)
    """BibliographyDialog that was opened."""
    imported = Signal(object, str)
    """BibliographyResult, and what to tell the person."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._services = services
        self._session = session
        self._window = window

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Read these files and show what importing them would do."""
        services = self._services
        self._read(lambda job: services.bibliography.importing.read(paths, job), len(paths))

    def import_text(self, name: str, data: bytes) -> None:
        """The same for a text that is no file."""
        services = self._services
        self._read(lambda job: services.bibliography.importing.read_text(name, data, job), 1)

    def _read(self, read: Callable[[Job], Read], count: int) -> None:
        label = self.tr("Reading {files}").format(files=files(count))
        self._tasks.run_job(Lane.FILES, read, owner=self, label=label, done=partial(self._plan, label))

    def _plan(self, label: str, read: Read) -> None:
        services, language = self._services, digest_language(self._session)

        def work(job: Job) -> BibliographyPlan:
            return services.bibliography.importing.plan(read, job, language)

        self._tasks.run_job(Lane.DB, work, owner=self, label=label, done=self._open)

    def _open(self, plan: BibliographyPlan) -> None:
        dialog = BibliographyDialog(plan, self._session, self._window)
        dialog.accepted.connect(lambda: self._copy(dialog))
        dialog.finished.connect(dialog.deleteLater)
        self.destroyed.connect(dialog.reject)  # another library, or the window is made anew
        dialog.show()
        self.planned.emit(dialog)

    def _copy(self, dialog: BibliographyDialog) -> None:
        """PDFs first, beside the library's thread."""
        plan, unticked, services = dialog.model.plan, dialog.model.unticked, self._services
        label = self.tr("Importing {entries}").format(entries=entries(len(dialog.model.ticked_entries())))

        def work(job: Job) -> "CopiedLinks":
            return services.bibliography.importing.copy_pdfs(plan, job, unticked)

        def apply(copied: "CopiedLinks") -> None:
            language = digest_language(self._session)

            def write(job: Job) -> BibliographyResult:
                return services.bibliography.importing.apply(plan, copied, unticked, language)

            self._tasks.run_job(Lane.DB, write, owner=self, label=label, done=partial(self._on_imported, plan))

        self._tasks.run_job(Lane.FILES, work, owner=self, label=label, done=apply)

    def _on_imported(self, plan: BibliographyPlan, result: BibliographyResult) -> None:
        self.imported.emit(result, result_words(plan, result))
