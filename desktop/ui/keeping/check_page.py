"""The page that tells what a check of the library found, and offers what puts it right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.domain.check_report import CheckReport
from desktop.domain.errors import AppError
from desktop.domain.progress import Job, Progress
from desktop.ui.failures import failure_words
from desktop.ui.keeping.check_words import Finding, Part, findings, summary
from desktop.ui.keeping.finding_row import FindingRow
from desktop.ui.library.labels import plain_label
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.tokens import GROUP_GAP, PANE_PADDING
from desktop.ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices


_WIDEST = 1000
"""Pixels at 100 %: a button stands near what it is about."""


class CheckPage(QWidget):
    """Looks at everything when it is shown; changes nothing by itself."""

    backups_wanted = Signal()
    rebuild_wanted = Signal()
    find_missing_wanted = Signal()
    add_stray_wanted = Signal(object)  # tuple[str, ...] of paths in the library
    move_stray_wanted = Signal(object)
    left = Signal()

    def __init__(self, services: "LibraryServices", tasks: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._job: Job | None = None
        self.report: CheckReport | None = None
        """What the last check found."""
        self.again = QPushButton(self.tr("Check again"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.title = plain_label("section", wraps=True)
        self._bar = QProgressBar()
        self._results = QVBoxLayout()
        self._lay_out()
        self.again.clicked.connect(self.check)
        self.cancel.clicked.connect(self._on_cancel)

    def check(self) -> None:
        """Look at everything, unless that is under way."""
        if self._job is not None:
            return
        services = self._services
        self._clear()
        self.title.setText(self.tr("Checking the library…"))
        self._set_running(running=True)
        self._job = self._tasks.run_unlisted(
            Lane.DB,
            lambda job: services.checking.check(job),
            owner=self,
            progressed=self._on_progressed,
            done=self._on_checked,
            failed=self._on_failed,
            ended=self._on_ended,
        )

    # Widgets

    def _lay_out(self) -> None:
        look = theme()
        side = look.space(PANE_PADDING)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far the check is"))
        head = QHBoxLayout()
        head.setSpacing(look.space(2))
        head.addWidget(self.title, 1)
        head.addWidget(self.cancel)
        head.addWidget(self.again)
        content = QWidget()
        content.setMaximumWidth(look.scaled(_WIDEST))
        column = QVBoxLayout(content)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(look.space(GROUP_GAP) // 2)
        column.addLayout(head)
        column.addWidget(self._bar)
        self._results.setSpacing(look.space(2))
        column.addLayout(self._results)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))

    def _clear(self) -> None:
        while (item := self._results.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _set_running(self, *, running: bool) -> None:
        self._bar.setRange(0, 0)
        self._bar.setVisible(running)
        self.cancel.setVisible(running)
        self.again.setVisible(not running)
        (self.cancel if running else self.again).setFocus()

    def _row(self, finding: Finding) -> FindingRow:
        offers: dict[Part, tuple[tuple[str, Callable[[], object]], ...]] = {
            Part.DATABASE: ((self.tr("Backups…"), self.backups_wanted.emit),),
            Part.REFERENCES: ((self.tr("Backups…"), self.backups_wanted.emit),),
            Part.INDEX: ((self.tr("Rebuild search index"), self.rebuild_wanted.emit),),
            Part.MISSING: ((self.tr("Find missing PDFs…"), self.find_missing_wanted.emit),),
            Part.STRAY: (
                (self.tr("Add to the library"), self._on_add_stray),
                (self.tr("Move to a folder…"), self._on_move_stray),
            ),
        }
        wanted = offers[finding.part] if not finding.good or finding.part is Part.INDEX else ()
        buttons = []
        for text, act in wanted:
            button = QPushButton(text)
            button.clicked.connect(act)
            buttons.append(button)
        return FindingRow(finding, buttons)

    # What happens

    def _on_progressed(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def _on_checked(self, report: CheckReport) -> None:
        self.report = report
        self.title.setText(summary(report))
        for finding in findings(report):
            self._results.addWidget(self._row(finding))

    def _on_failed(self, error: AppError) -> None:
        self.title.setText(failure_words(error).text)

    def _on_ended(self) -> None:
        if self._job is not None and self._job.cancelled:
            self.title.setText(self.tr("The check was cancelled. Nothing was changed."))
        self._job = None
        self._set_running(running=False)

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_add_stray(self) -> None:
        if self.report is not None:
            self.add_stray_wanted.emit(self.report.stray_files)

    def _on_move_stray(self) -> None:
        if self.report is not None:
            self.move_stray_wanted.emit(self.report.stray_files)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the button."""
        (self.again if self.again.isVisible() else self.cancel).setFocus()
        super().focusInEvent(event)
