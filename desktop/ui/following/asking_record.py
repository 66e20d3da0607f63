"""Feeds that are asked one after the other, as one piece of work in the status bar and in the list of work."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.feeds import Feed
from desktop.domain.progress import Job, Progress
from desktop.ui.job_record import JobRecord, JobState
from desktop.ui.tasks import TaskRunner


class AskingRecord:
    """Shown where it takes a while, with Cancel. It leaves the list once it has ended: where there is no network, that
    would fill."""

    def __init__(self, tasks: TaskRunner) -> None:
        self._tasks = tasks
        self._record: JobRecord | None = None
        self._asked = 0

    @property
    def cancelled(self) -> bool:
        """Whether a person wants no more of them to be asked."""
        return self._record is not None and self._record.job is not None and self._record.job.cancelled

    def tell(self, feed: Feed, job: Job, waiting: int) -> None:
        """That feed is asked by this job; so many others come after it."""
        if self._record is None:
            self._record = JobRecord(QCoreApplication.translate("Feeds", "Asking feeds"), job, kept=False)
            self._asked = 0
            self._tasks.show_late(self._record)
        total = self._asked + 1 + waiting
        self._record.job = job
        self._record.progress = Progress(self._asked, total, feed.name) if total > 1 else Progress(0, 0, feed.name)
        self._asked += 1
        self._tasks.job_progressed.emit(self._record)

    def end(self) -> None:
        """All have been asked, or the rest is left."""
        record, self._record = self._record, None
        if record is not None:
            record.state = JobState.DONE
            self._tasks.job_ended.emit(record)
