"""The status bar: what is shown and selected, and the work that is going on."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QToolButton, QWidget

from desktop.ui import wording
from desktop.ui.assets import icon
from desktop.ui.job_record import JobRecord, JobState
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from desktop.ui.tokens import Color
from desktop.ui.work.job_words import job_words, show_progress


class StatusLine(QStatusBar):
    """Counts at the left, running work at the right; a click on the work opens the list of it."""

    work_asked = Signal()
    downloads_asked = Signal()
    indexing_asked = Signal()
    writing_asked = Signal()

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.records: list[JobRecord] = []
        """All work since the start, oldest first."""
        self._counts = QLabel()
        self._counts.setTextFormat(Qt.TextFormat.PlainText)
        self.addWidget(self._counts, 1)
        self._downloads, self._indexing, self._writing, self._work = (QPushButton() for _ in range(4))
        asked = {
            self._downloads: self.downloads_asked,
            self._indexing: self.indexing_asked,
            self._writing: self.writing_asked,
            self._work: self.work_asked,
        }
        for button, signal in asked.items():
            button.setProperty("kind", "link")
            button.clicked.connect(signal)
            button.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = QToolButton()
        self._cancel.setIcon(icon("cancel", Color.TEXT_MUTED))
        self._cancel.clicked.connect(self._on_cancel)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, theme().space(2), 0)
        for widget in (self._writing, self._indexing, self._downloads, self._work, self._bar, self._cancel):
            row.addWidget(widget)
        self.addPermanentWidget(box)
        tasks.job_started.connect(self._on_job_started)
        tasks.job_progressed.connect(self._refresh)
        tasks.job_ended.connect(self._on_job_ended)
        theme().changed.connect(self._refresh)
        self._retranslate()

    def show_counts(self, shown: int, whole: int, selected: int) -> None:
        """Tell how many papers of the library are shown and selected."""
        if shown == whole:
            text = wording.papers(whole)
        else:
            text = self.tr("{shown} of {papers}").format(shown=wording.number(shown), papers=wording.papers(whole))
        if selected:
            text += self.tr(", {count} selected").format(count=wording.number(selected))
        self._counts.setText(text)

    def show_text(self, text: str) -> None:
        """Show a text instead of the counts."""
        self._counts.setText(text)

    def show_downloads(self, text: str) -> None:
        """Tell how far downloads are; nothing, if the text is empty. While there is something to tell, what stands
        beside it does not move with every figure."""
        _show_beside(self._downloads, text)

    def show_indexing(self, text: str) -> None:
        """Tell how many PDFs were read for the search, in the same way."""
        _show_beside(self._indexing, text)

    def show_writing(self, text: str) -> None:
        """Tell how far a model's texts are, in the same way."""
        _show_beside(self._writing, text)

    @property
    def text(self) -> str:
        """What stands at the left."""
        return self._counts.text()

    def _on_job_started(self, record: JobRecord) -> None:
        self.records.append(record)
        self._refresh()

    def _on_job_ended(self, record: JobRecord) -> None:
        if not record.kept and record in self.records:
            self.records.remove(record)
        self._refresh()

    def _on_cancel(self) -> None:
        for record in self._in_state(JobState.RUNNING):
            if record.job is not None:
                record.job.cancel()

    def _in_state(self, state: JobState) -> list[JobRecord]:
        return [record for record in self.records if record.state is state]

    def _retranslate(self) -> None:
        self._counts.setAccessibleName(self.tr("Papers shown"))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel.setAccessibleName(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Cancel"))
        self._refresh()

    def _refresh(self, _: object = None) -> None:
        look = theme()
        running = self._in_state(JobState.RUNNING)
        failed = [record for record in self._in_state(JobState.FAILED) if record.retry is not None]
        self._bar.setFixedWidth(look.scaled(120))
        self._bar.setVisible(bool(running))
        self._cancel.setVisible(any(record.job is not None for record in running))
        self._work.setVisible(bool(running or failed))
        if running:
            record = running[0]
            more = self.tr(" and {count} more").format(count=len(running) - 1) if len(running) > 1 else ""
            self._work.setText(f"{record.label}{more} · {job_words(record)}".rstrip(" ·"))
            show_progress(self._bar, record)
        elif len(failed) <= 1:
            self._work.setText(self.tr("1 piece of work failed"))
        else:
            self._work.setText(self.tr("{count} pieces of work failed").format(count=len(failed)))

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _show_beside(button: QPushButton, text: str) -> None:
    button.setText(text)
    width = button.sizeHint().width()
    button.setMinimumWidth(max(button.minimumWidth(), width) if text else 0)
    button.setVisible(bool(text))
