"""Exporting every digest into a folder, each under the file name it came with, and the list of what was written."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import AppError
from desktop.domain.exporting import ExportResult
from desktop.domain.listing import Sidebar
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.digests.export_words import notice_words, size_words
from desktop.ui.digests.target_file import export_folder, remember_export_folder, same_files, show_in_folder
from desktop.ui.failures import failure_words
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.wording import digests, number

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NAME, _PAPERS, _BYTES, _REMARKS = range(4)
_WIDTHS = {_PAPERS: 80, _BYTES: 96}


class ExportResultsModel(QAbstractTableModel):
    """The files that were written."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results: tuple[ExportResult, ...] = ()

    def show(self, results: tuple[ExportResult, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._results = results
        self.endResetModel()

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._results)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # Qt's own
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("File"), self.tr("Papers"), self.tr("Size"), self.tr("Remarks"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Qt's own
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        result = self._results[index.row()]
        if index.column() == _NAME:
            return Path(result.path).name
        if index.column() == _PAPERS:
            return number(result.papers)
        if index.column() == _BYTES:
            return size_words(result.size)
        return "; ".join(map(notice_words, result.notices))


def _alignment(column: int) -> Qt.AlignmentFlag:
    flag = Qt.AlignmentFlag
    return flag.AlignVCenter | (flag.AlignRight if column in (_PAPERS, _BYTES) else flag.AlignLeft)


class ExportAllDialog(QDialog):
    """Closing it does not stop the export; the status bar can. Deletes itself."""

    exported = Signal(object)
    """The ExportResults."""

    def __init__(
        self, tasks: TaskRunner, services: LibraryServices, session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._services = services
        self._session = session
        self._folder = export_folder(session)
        self._names: tuple[str, ...] = ()
        self._running = False
        self._results: tuple[ExportResult, ...] = ()
        self.results = ExportResultsModel(self)
        self.summary = QLabel(self)
        self.folder_button = QPushButton(self)
        self.with_edits = QCheckBox(self.tr("With your edits; otherwise the bytes that were imported"), self)
        self.message = QLabel(self)
        self.export_button = QPushButton(self)
        self.close_button = QPushButton(self.tr("Cancel"), self)
        self._table = QTableView(self)
        self._set_up()
        tasks.run(Lane.DB, lambda: services.browse.sidebar(), owner=self, done=self._on_sidebar)

    def set_folder(self, folder: Path) -> None:
        """Write into that folder."""
        self._folder = folder
        room = theme().scaled(440)
        shown = self.fontMetrics().elidedText(str(folder), Qt.TextElideMode.ElideMiddle, room).replace("&", "&&")
        self.folder_button.setText(self.tr("Folder: {folder}…").format(folder=shown))
        self.folder_button.setToolTip(str(folder))
        self._look()

    def _set_up(self) -> None:
        look = theme()
        self.setWindowTitle(self.tr("Export all digests"))
        self.summary.setProperty("kind", "section")
        for label in (self.summary, self.message):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.message.setProperty("kind", "muted")
        self.with_edits.setChecked(True)
        self.folder_button.clicked.connect(self._choose_folder)
        self.export_button.setProperty("kind", "primary")
        self.export_button.setDefault(True)
        self._set_up_table()
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.export_button.clicked.connect(self._act)
        buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self.folder_button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        layout.addWidget(self.summary)
        layout.addLayout(line)
        layout.addWidget(self.with_edits)
        layout.addWidget(self.message)
        layout.addWidget(self._table, 1)
        layout.addStretch(0)
        layout.addWidget(buttons)
        self.resize(look.scaled(640), self.sizeHint().height())
        self.set_folder(self._folder)

    def _set_up_table(self) -> None:
        table = self._table
        table.setModel(self.results)
        table.setAccessibleName(self.tr("Files that were written"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, theme().scaled(width))
        table.hide()

    def _on_sidebar(self, sidebar: Sidebar) -> None:
        self._names = tuple(digest.name for digest in sidebar.digests)
        self.summary.setText(
            self.tr("{digests}, each under the file name it came with").format(digests=digests(len(self._names)))
        )
        self._look()

    def _look(self) -> None:
        folder, names = self._folder, self._names
        self.export_button.setEnabled(False)
        self._tasks.run_latest("look", Lane.FILES, lambda: same_files(folder, names), owner=self, done=self._on_looked)

    def _on_looked(self, there: frozenset[str]) -> None:
        if self._results:
            return
        replaced = len(there)
        text = self.tr("Export {digests}").format(digests=digests(len(self._names)))
        if replaced:
            text = self.tr("Export {digests}, replace {count}").format(
                digests=digests(len(self._names)), count=number(replaced)
            )
        self.export_button.setText(text)
        self.export_button.setEnabled(bool(self._names))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Export into"), str(self._folder))
        if chosen:
            self.set_folder(Path(chosen))

    def _act(self) -> None:
        if self._results:
            show_in_folder(self._results[0].path)
            return
        folder, services, with_edits = self._folder, self._services, self.with_edits.isChecked()

        def work(job: Job) -> tuple[ExportResult, ...]:
            return services.exporting.write_all(folder, job, with_edits=with_edits)

        self._set_running(True)
        self._tasks.run_job(
            Lane.DB,
            work,
            owner=self,
            label=self.tr("Exporting {digests}").format(digests=digests(len(self._names))),
            done=self._on_written,
            failed=self._on_failed,
            ended=self._on_ended,
        )

    def _set_running(self, running: bool) -> None:
        self._running = running
        for widget in (self.export_button, self.folder_button, self.with_edits):
            widget.setEnabled(not running)
        if running:
            self.message.setText(self.tr("Writing…"))

    def _on_ended(self) -> None:
        self._set_running(False)
        if not self._results and self.message.text() == self.tr("Writing…"):
            self.message.setText(self.tr("Stopped. The files that were written are whole and stay."))
        if not self.isVisible():
            self.deleteLater()

    def _on_written(self, results: tuple[ExportResult, ...]) -> None:
        self._results = results
        remember_export_folder(self._session, self._folder)
        self.results.show(results)
        self._table.show()
        self.with_edits.hide()
        self.folder_button.hide()
        self.summary.setText(
            self.tr("{digests} exported to {folder}").format(digests=digests(len(results)), folder=str(self._folder))
        )
        total = size_words(sum(result.size for result in results))
        self.message.setText(self.tr("All files are whole on the disk, {size} together.").format(size=total))
        self.export_button.setText(self.tr("Show in folder"))
        self.close_button.setText(self.tr("Close"))
        self.resize(self.width(), max(self.height(), theme().scaled(480)))
        self.exported.emit(results)

    def _on_failed(self, error: AppError) -> None:
        self.message.setText(failure_words(error).text)

    # Qt

    def done(self, result: int) -> None:
        super().done(result)
        if not self._running:  # else once the export has ended
            self.deleteLater()
