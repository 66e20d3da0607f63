"""Everything that comes in: digests and bibliographies go to their import plans, what else names papers to the window
that adds them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import PdfError
from desktop.services.library import LibraryServices
from desktop.ui.adding.add_flow import AddFlow
from desktop.ui.adding.drop import Dropped, dropped, offered_text
from desktop.ui.adding.file_choice import choose_files, choose_folder
from desktop.ui.adding.import_flow import ImportFlow
from desktop.ui.adding.plan_words import files
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.read_files import ReadFiles, SortedFiles
    from desktop.ui.adding.bibliography_flow import BibliographyFlow
    from desktop.ui.adding.relink_flow import RelinkFlow


class Intake(QObject):
    """Takes in for one library. Lives as long as its window."""

    nothing_pasted = Signal(str)
    """The clipboard holds nothing of use; its text."""
    bibliography_imported = Signal(object, str)
    """BibliographyResult, and what to tell the person."""
    download_wanted = Signal(object, object)
    """Papers (PaperId) whose PDFs of that version (int | None) are to be downloaded."""
    relinked = Signal(str, bool)
    """What to tell the person, and whether PDFs are still missing."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._services = services
        self._session = session
        self._window = window
        self.importing = ImportFlow(tasks, services, session, window)
        self.adding = AddFlow(tasks, services, session, window)
        self.adding.arrived.connect(self.take)
        self._relinking: RelinkFlow | None = None
        self._bibliographies: BibliographyFlow | None = None

    @property
    def relinking(self) -> "RelinkFlow":
        """Finds PDFs that are gone."""
        if self._relinking is None:
            from desktop.ui.adding.relink_flow import RelinkFlow  # few need it

            self._relinking = RelinkFlow(self._tasks, self._services, self._session, self._window)
            self._relinking.ended.connect(self.relinked)
            self._relinking.download_wanted.connect(self.download_wanted)
        return self._relinking

    @property
    def bibliographies(self) -> "BibliographyFlow":
        """Imports BibTeX, RIS and CSL JSON."""
        if self._bibliographies is None:
            from desktop.ui.adding.bibliography_flow import BibliographyFlow  # few need it

            self._bibliographies = BibliographyFlow(self._tasks, self._services, self._session, self._window)
            self._bibliographies.imported.connect(self.bibliography_imported)
        return self._bibliographies

    def leave(self) -> None:
        """Close what is open; nothing more is taken in."""
        for part in (self.importing, self.adding, self._relinking, self._bibliographies, self):
            if part is not None:
                part.deleteLater()

    def take(self, found: Dropped) -> None:
        """Take in what was dropped, pasted or chosen."""
        if found.digests:
            self.importing.import_texts(found.digests)
        if found.bibliography:
            self.bibliographies.import_text(self.tr("pasted text"), found.bibliography)
        if found.text:
            self.adding.open(found.text)
        if found.paths:
            self._sort(found.paths)

    def paste(self) -> None:
        """Take in what the clipboard holds."""
        data = QGuiApplication.clipboard().mimeData()
        found = dropped(data)
        if found:
            self.take(found)
        else:
            self.nothing_pasted.emit(offered_text(data).strip())

    def choose_files(self) -> None:
        """Ask for files and take them in."""
        self.take(Dropped(paths=tuple(choose_files(self._window, self._session, self.tr("Import files")))))

    def choose_folder(self) -> None:
        """Ask for a folder and take in all its files."""
        folder = choose_folder(self._window, self._session, self.tr("Import a folder"))
        if folder is not None:
            self._sort((folder,))

    def _sort(self, paths: Sequence[Path]) -> None:
        services = self._services
        self._tasks.run_job(
            Lane.FILES,
            lambda job: services.adding.sort_files(paths, job),
            owner=self,
            label=self.tr("Looking into {files}").format(files=files(len(paths))),
            done=self._on_sorted,
        )

    def _on_sorted(self, found: "SortedFiles") -> None:
        if found.bibliographies:
            self.bibliographies.import_paths(found.bibliographies)
        if found.digests and found.others:
            self._read(found)
        elif found.digests:
            self.importing.import_paths(found.digests)
        elif found.others:
            self.adding.open(paths=found.others)

    def _read(self, found: "SortedFiles") -> None:
        """See whether there is anything to add beside the digests, before a second window is shown."""
        services = self._services
        self._tasks.run_job(
            Lane.FILES,
            lambda job: services.adding.read_files(found.others, job),
            owner=self,
            label=self.tr("Reading {files}").format(files=files(len(found.others))),
            done=partial(self._on_read, found.digests),
        )

    def _on_read(self, digests: Sequence[Path], read: "ReadFiles") -> None:
        """What names no paper is told by the plan of the import, with the reason."""
        told = [Path(file.path) for file in read.refused if not isinstance(file.error, PdfError)]
        kept = tuple(file for file in read.refused if isinstance(file.error, PdfError))
        self.importing.import_paths([*digests, *told])
        if read.pdfs or read.scan.found or kept:
            self.adding.open(read=replace(read, refused=kept))
