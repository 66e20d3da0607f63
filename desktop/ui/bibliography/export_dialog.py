"""Exporting papers as BibTeX, RIS or CSL JSON."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.bibliography import SUFFIXES, BibliographyFormat
from desktop.domain.bibliography_export import BibliographyWritten
from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.bibliography.export_options import ExportOptions
from desktop.ui.bibliography.feed import PieceFeed
from desktop.ui.digests.target_file import export_folder, is_file_name, remember_export_folder, same_files
from desktop.ui.failures import failure_words
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.wording import papers

if TYPE_CHECKING:
    from desktop.services.export_bibliography import BibliographyExport

_NAME = "bibliography-name"


@dataclass(frozen=True, slots=True)
class Offer:
    """Papers that may be exported, and what they are."""

    name: str
    papers: tuple[PaperId, ...]


class BibliographyExportDialog(QDialog):
    """Stays open until the file is written, so that a failure can be mended here. Closing it does not stop the export;
    the status bar can."""

    exported = Signal(object)
    """BibliographyWritten."""

    def __init__(
        self,
        tasks: TaskRunner,
        services: LibraryServices,
        session: Session,
        offers: tuple[Offer, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._services = services
        self._session = session
        self._offers = offers
        self._folder = export_folder(session)
        self._running = False
        self.what = QComboBox(self)
        self.options = ExportOptions(session, self)
        self.name = QLineEdit(self)
        self.folder_button = QPushButton(self)
        self.message = QLabel(self)
        self.export_button = QPushButton(self)
        self._set_up()
        self._connect()
        self._follow_format()

    @property
    def path(self) -> Path:
        """The file that would be written."""
        return self._folder / self.name.text().strip()

    def set_folder(self, folder: Path) -> None:
        """Write into that folder."""
        self._folder = folder
        name = (folder.name or str(folder)).replace("&", "&&")
        self.folder_button.setText(self.tr("in {folder}…").format(folder=name))
        self.folder_button.setToolTip(str(folder))
        self._look()

    def _set_up(self) -> None:
        look = theme()
        self.setWindowTitle(self.tr("Export bibliography"))
        for offer in self._offers:
            self.what.addItem(f"{offer.name}: {papers(len(offer.papers))}")
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.hide()
        self.export_button.setProperty("kind", "primary")
        self.export_button.setDefault(True)
        self._buttons = QDialogButtonBox(self)
        self._buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(QPushButton(self.tr("Cancel"), self), QDialogButtonBox.ButtonRole.RejectRole)
        line = QHBoxLayout()
        line.addWidget(self.name, 1)
        line.addWidget(self.folder_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        self.options.form.insertRow(0, self._label(self.tr("Export"), self.what), self.what)
        self.options.form.addRow(self._label(self.tr("File name"), self.name), line)
        layout.addWidget(self.options)
        layout.addWidget(self.message)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self.resize(look.scaled(560), self.sizeHint().height())

    def _label(self, text: str, field: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("kind", "muted")
        label.setBuddy(field)
        field.setAccessibleName(text)
        return label

    def _connect(self) -> None:
        self.options.format_changed.connect(self._follow_format)
        self.name.textChanged.connect(self._look)
        self.folder_button.setAutoDefault(False)
        self.folder_button.clicked.connect(self._choose_folder)
        self.export_button.clicked.connect(self._export)
        self._buttons.rejected.connect(self.reject)
        self.set_folder(self._folder)

    def _follow_format(self) -> None:
        """The file's name ends as files of the format do."""
        suffix = SUFFIXES[BibliographyFormat(self.options.format.currentData())]
        stem = Path(self.name.text().strip() or self._session.recall(_NAME) or "papershelf").stem
        self.name.setText(stem + suffix)

    def _look(self) -> None:
        """Is there a file of that name already? The button says so."""
        path = self.path
        self._tell_button(False)
        self._tasks.run_latest(
            "exists", Lane.FILES, partial(same_files, path.parent, (path.name,)), owner=self, done=self._on_looked
        )

    def _on_looked(self, there: frozenset[str]) -> None:
        self._tell_button(bool(there))

    def _tell_button(self, replaces: bool) -> None:
        name = self.name.text().strip()
        text = self.tr("Replace {name}") if replaces else self.tr("Export to {name}")
        room = theme().scaled(240)
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room).replace("&", "&&")
        usable = is_file_name(name)
        self.export_button.setText(text.format(name=shown) if usable else self.tr("Export"))
        self.export_button.setEnabled(usable and not self._running)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Export into"), str(self._folder))
        if chosen:
            self.set_folder(Path(chosen))
            self.export_button.setFocus()

    def _export(self) -> None:
        path, choice = self.path, self.options.choice(self._offers[self.what.currentIndex()].papers)
        if not is_file_name(path.name):
            return
        services = self._services
        self._set_running(True)
        self._tasks.run(
            Lane.FILES,
            lambda: services.bibliography.exporting.start(choice),
            owner=self,
            done=partial(self._write, path),
            failed=self._on_not_started,
        )

    def _on_not_started(self, error: AppError) -> None:
        self._on_failed(error)
        self._set_running(False)

    def _write(self, path: Path, export: "BibliographyExport") -> None:
        feed = PieceFeed(self._tasks, export, self)

        def work(job: Job) -> BibliographyWritten:
            return export.write(feed.pieces(job), path, job)

        self._tasks.run_job(
            Lane.FILES,
            work,
            owner=self,
            label=self.tr("Exporting {papers}").format(papers=papers(export.count)),
            done=self._on_written,
            failed=self._on_failed,
            ended=partial(self._set_running, False),
        )

    def _set_running(self, running: bool) -> None:
        self._running = running
        self.message.setVisible(running or self.message.property("kind") == "bad")
        if running:
            self.message.setProperty("kind", "muted")
            self.message.setText(self.tr("Writing…"))
        for part in (self.what, self.options, self.name, self.folder_button, self.export_button):
            part.setEnabled(not running)
        if not running and not self.isVisible():
            self.deleteLater()

    def _on_failed(self, error: AppError) -> None:
        self.message.setProperty("kind", "bad")
        self.message.setText(failure_words(error).text)
        self.message.show()

    def _on_written(self, written: BibliographyWritten) -> None:
        remember_export_folder(self._session, self._folder)
        self.options.remember()
        self._session.remember(_NAME, self.path.name)
        self.exported.emit(written)
        self.accept()

    # Qt

    def done(self, result: int) -> None:
        super().done(result)
        if not self._running:  # else once the export has ended
            self.deleteLater()
