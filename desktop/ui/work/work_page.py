"""The list of long work: progress, cancel, and what failed in words, to be tried again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import tokens
from desktop.ui.assets import icon_pixmap
from desktop.ui.job_record import JobRecord, JobState
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from desktop.ui.tokens import Color
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.work.job_words import job_words, show_progress

_ICONS = {
    JobState.RUNNING: ("work", Color.ACCENT),
    JobState.DONE: ("good", Color.GOOD),
    JobState.FAILED: ("warn", Color.WARN),
    JobState.CANCELLED: ("cancel", Color.TEXT_MUTED),
}


class WorkPage(QWidget):
    """All long work since the start, newest first."""

    def __init__(self, tasks: TaskRunner, records: list[JobRecord], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = records
        self._lines: dict[int, _WorkLine] = {}
        self._empty = EmptyState()
        self._empty.tell("no-work", self.tr("Nothing is running. Imports and exports appear here while they work."))
        self._box = QWidget()
        self._column = QVBoxLayout(self._box)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(self._box)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("Work list"))
        clear = QPushButton(self.tr("Clear the list"))
        clear.clicked.connect(self._on_clear)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addWidget(scroll, 1)
        layout.addWidget(clear, alignment=Qt.AlignmentFlag.AlignRight)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        for record in records:
            self._on_started(record)
        tasks.job_started.connect(self._on_started)
        tasks.job_progressed.connect(self._on_changed)
        tasks.job_ended.connect(self._on_ended)

    def _on_started(self, record: JobRecord) -> None:
        line = self._lines[id(record)] = _WorkLine(record)
        self._column.insertWidget(0, line)
        self._stack.setCurrentIndex(1)

    def _on_clear(self) -> None:
        for record in [record for record in self._records if record.state is not JobState.RUNNING]:
            self._records.remove(record)
            self._drop(record)

    def _on_ended(self, record: JobRecord) -> None:
        self._on_changed(record)
        if not record.kept:
            self._drop(record)

    def _drop(self, record: JobRecord) -> None:
        line = self._lines.pop(id(record), None)
        if line is not None:
            line.deleteLater()
        self._stack.setCurrentIndex(1 if self._lines else 0)

    def _on_changed(self, record: JobRecord) -> None:
        line = self._lines.get(id(record))
        if line is not None:
            line.refresh()


class _WorkLine(QFrame):
    """One piece of work."""

    def __init__(self, record: JobRecord) -> None:
        super().__init__()
        self._record = record
        self.setAccessibleName(record.label)
        self._icon, self._label, self._text = QLabel(), QLabel(record.label), QLabel()
        for label in (self._label, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._text.setProperty("kind", "muted")
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self._on_cancel)
        self._retry = QPushButton(self.tr("Try again"))
        self._retry.clicked.connect(self._on_retry)
        middle = QVBoxLayout()
        middle.setSpacing(theme().space())
        for widget in (self._label, self._text, self._bar):
            middle.addWidget(widget)
        row = QHBoxLayout(self)
        row.setSpacing(theme().space(3))
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(middle, 1)
        row.addWidget(self._cancel, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._retry, alignment=Qt.AlignmentFlag.AlignTop)
        self.refresh()

    def refresh(self) -> None:
        """Show the present state."""
        record = self._record
        running = record.state is JobState.RUNNING
        name, color = _ICONS[record.state]
        size = theme().scaled(tokens.ICON_LARGE)
        self._icon.setPixmap(icon_pixmap(name, size, color, self.devicePixelRatioF()))
        self._text.setText(job_words(record))
        self._bar.setVisible(running)
        show_progress(self._bar, record)
        self._cancel.setVisible(running and record.job is not None)
        self._retry.setVisible(record.state is JobState.FAILED and record.retry is not None)

    def _on_cancel(self) -> None:
        if self._record.job is not None:
            self._record.job.cancel()

    def _on_retry(self) -> None:
        retry, self._record.retry = self._record.retry, None
        self.refresh()
        if retry is not None:
            retry()
