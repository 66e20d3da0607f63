"""How a job stands, in words and as a bar."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar

from desktop.ui.failures import failure_words
from desktop.ui.job_record import JobRecord, JobState
from desktop.ui.wording import number


def job_words(record: JobRecord) -> str:
    """How far the work is, or how it ended."""
    if record.state is JobState.FAILED and record.error is not None:
        return failure_words(record.error).text
    if record.state is JobState.DONE:
        return QCoreApplication.translate("Work", "Done.")
    if record.state is JobState.CANCELLED:
        return QCoreApplication.translate("Work", "Cancelled. Nothing was changed.")
    progress = record.progress
    if not progress.total:
        return progress.label
    share = QCoreApplication.translate("Work", "{done} of {total}")
    told = share.format(done=number(progress.done), total=number(progress.total))
    return f"{told} · {progress.label}" if progress.label else told


def show_progress(bar: QProgressBar, record: JobRecord) -> None:
    """Set the bar; it moves to and fro while the length is unknown."""
    bar.setRange(0, record.progress.total)
    bar.setValue(record.progress.done)
