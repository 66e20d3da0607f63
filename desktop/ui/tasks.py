"""Work beside the GUI thread: one thread for each lane, results handed back on the GUI thread.

A lane does its work strictly in order. Whatever `work` returns or raises reaches the GUI thread through a queued
signal; an owner that Qt has deleted meanwhile hears nothing. The closures themselves are let go on the GUI thread only,
because they may hold the last reference to a widget.
"""

import logging
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from desktop.domain.errors import AppError, Cancelled, Reason
from desktop.domain.progress import Job, Progress
from desktop.ui.job_record import JobRecord, JobState
from desktop.ui.lanes import LaneThread, Outcome

T = TypeVar("T")
log = logging.getLogger(__name__)

PROGRESS_INTERVAL = 1 / 30  # seconds between two reports of one job
SHOWN_AFTER_MS = 400  # shorter work with a label is not told of


class Lane(StrEnum):
    """Where work waits its turn."""

    DB = "db"
    NET = "net"
    FILES = "files"
    """Reading and parsing of files outside the library."""
    DOWNLOAD = "download"
    """PDFs, one after the other; short questions to a server need not wait for them."""
    PDF = "pdf"
    """What an open reader asks the PDF process for."""
    INDEX = "index"
    """The text of PDFs for the search, in the background."""
    MODEL = "model"  # texts by a language model
    MAIL = "mail"
    """Mails, one after the other: their server may keep them waiting for minutes, and nothing else."""


class UnexpectedError(AppError):
    """A bug, as the owner of the work is told of it; the crash handler has the traceback."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(Reason.IO, type(error).__name__, str(error))


@dataclass(slots=True, eq=False)
class _Task:
    """One piece of work and who wants to hear of it. `done` takes what `work` returns."""

    work: Callable[[], Any]
    owner: QObject
    done: Callable[[Any], None] | None
    failed: Callable[[AppError], None] | None
    ended: Callable[[], None] | None
    key: str = ""
    job: Job | None = None
    record: JobRecord | None = None
    progressed: Callable[[Progress], None] | None = None


class TaskRunner(QObject):
    """Runs work on lanes. Used from the GUI thread only."""

    job_started = Signal(object)  # JobRecord
    job_progressed = Signal(object)  # JobRecord
    job_ended = Signal(object)  # JobRecord
    failure_reported = Signal(object)  # AppError that no owner takes

    _outcome_arrived = Signal(str)
    _progress_arrived = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, LaneThread] = {}
        self._tasks: dict[int, tuple[Lane, _Task]] = {}
        self._latest: dict[str, int] = {}
        self._number = 0
        self._closed = False
        self._outcome_arrived.connect(self._on_outcome_arrived, Qt.ConnectionType.QueuedConnection)
        self._progress_arrived.connect(self._on_progress_arrived, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        *,
        owner: QObject,
        done: Callable[[T], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
        ended: Callable[[], None] | None = None,
        label: str = "",
    ) -> None:
        """Run `work` on the lane; then `done(result)` or `failed(error)`, and in any case `ended()`, on the GUI thread.
        Without `failed` the error goes to `failure_reported`. A bug goes to `sys.excepthook` and to `failed` as
        UnexpectedError. With a `label` it is shown under it if it takes long.
        """
        record = JobRecord(label, None) if label else None
        self._start(lane, _Task(work, owner, done, failed, ended, record=record))
        if record is not None:
            self.show_late(record)

    def run_latest(
        self,
        key: str,
        lane: Lane,
        work: Callable[[], T],
        *,
        owner: QObject,
        done: Callable[[T], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
        job: Job | None = None,
    ) -> None:
        """As `run`, but older work of the same key and owner is dropped, or its result if it runs already. Work that
        takes long listens to a `job`, which is then cancelled, so that nothing waits behind what nobody wants."""
        key = f"{id(owner)}:{key}"
        self._supersede(self._latest.get(key), lane)
        self._latest[key] = self._start(lane, _Task(work, owner, done, failed, None, key, job))

    def run_job(
        self,
        lane: Lane,
        work: Callable[[Job], T],
        *,
        owner: QObject,
        label: str,
        done: Callable[[T], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> Job:
        """As `run`, for long work: shown with progress and Cancel under `label`. Cancelled work calls `ended` alone."""
        job = Job(self._reporter(self._number + 1))
        record = JobRecord(label, job)
        self._start(lane, _Task(lambda: work(job), owner, done, failed, ended, job=job, record=record))

        def retry() -> None:
            if isValid(owner):
                self.run_job(lane, work, owner=owner, label=label, done=done, failed=failed, ended=ended)

        record.retry = retry
        self.job_started.emit(record)
        return job

    def run_unlisted(
        self,
        lane: Lane,
        work: Callable[[Job], T],
        *,
        owner: QObject,
        progressed: Callable[[Progress], None],
        done: Callable[[T], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> Job:
        """As `run_job`, for work that its owner shows in another place: `progressed` hears how far it is."""
        job = Job(self._reporter(self._number + 1))
        self._start(lane, _Task(lambda: work(job), owner, done, failed, ended, job=job, progressed=progressed))
        return job

    def show_late(self, record: JobRecord) -> None:
        """List that work if it has not ended soon."""
        QTimer.singleShot(SHOWN_AFTER_MS, self, lambda: self._show_late(record))

    def cancel_jobs(self, lanes: Iterable[Lane]) -> None:
        """Cancel the jobs of these lanes, those that wait, too."""
        lanes = tuple(lanes)
        for lane, task in self._tasks.values():
            if task.job is not None and lane in lanes:
                task.job.cancel()

    def shutdown(self) -> None:
        """Cancel jobs, do what else is queued, deliver the last outcomes, end the threads. Later work is not taken."""
        self._closed = True
        self.cancel_jobs(Lane)
        for lane, thread in self._lanes.items():
            thread.finish()
            while thread.outcomes:
                self._on_outcome_arrived(lane.value)

    def _supersede(self, number: int | None, lane: Lane) -> None:
        if number is None or number not in self._tasks:
            return
        _, task = self._tasks[number]
        if self._lane(lane).withdraw(number):
            del self._tasks[number]
        elif task.job is not None:
            task.job.cancel()

    def _start(self, lane: Lane, task: _Task) -> int:
        self._number += 1
        if self._closed:
            log.info("work after shutdown was not taken")
            return self._number
        self._tasks[self._number] = (lane, task)
        self._lane(lane).put(self._number, task.work)
        return self._number

    def _lane(self, lane: Lane) -> LaneThread:
        if lane not in self._lanes:
            self._lanes[lane] = LaneThread(lane.value, lambda: self._outcome_arrived.emit(lane.value))
        return self._lanes[lane]

    def _reporter(self, number: int) -> Callable[[Progress], None]:
        last = 0.0

        def report(progress: Progress) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= PROGRESS_INTERVAL:
                last = now
                self._progress_arrived.emit(number, progress)

        return report

    def _on_progress_arrived(self, number: int, progress: Progress) -> None:
        _, task = self._tasks.get(number, (None, None))
        if task is None:
            return
        if task.record is not None:
            task.record.progress = progress
            self.job_progressed.emit(task.record)
        if task.progressed is not None and isValid(task.owner):
            task.progressed(progress)

    def _on_outcome_arrived(self, lane: str) -> None:
        outcomes = self._lanes[Lane(lane)].outcomes
        if not outcomes:
            return  # shutdown delivered it already
        number, outcome = outcomes.popleft()
        _, task = self._tasks.pop(number)
        if task.key and self._latest.get(task.key) != number:
            self._report_bug(outcome.error)
            return
        self._latest.pop(task.key, None)
        try:
            self._deliver(task, outcome)
        finally:
            if task.ended is not None and isValid(task.owner):
                task.ended()

    def _deliver(self, task: _Task, outcome: Outcome) -> None:
        if isinstance(outcome.error, Cancelled):
            self._end_job(task, JobState.CANCELLED)
        elif outcome.error is not None:
            self._deliver_error(task, outcome.error)
        else:
            self._end_job(task, JobState.DONE)
            if task.done is not None and isValid(task.owner):
                task.done(outcome.value)

    def _deliver_error(self, task: _Task, raised: BaseException) -> None:
        self._report_bug(raised)
        error = raised if isinstance(raised, AppError) else UnexpectedError(raised)
        if task.record is not None:
            task.record.error = error
        self._end_job(task, JobState.FAILED)
        if task.failed is not None and isValid(task.owner):
            task.failed(error)
        else:
            self.failure_reported.emit(error)

    def _show_late(self, record: JobRecord) -> None:
        if record.state is JobState.RUNNING:
            self.job_started.emit(record)

    def _end_job(self, task: _Task, state: JobState) -> None:
        if task.record is not None:
            task.record.state = state
            self.job_ended.emit(task.record)

    @staticmethod
    def _report_bug(error: BaseException | None) -> None:
        if error is not None and not isinstance(error, AppError | Cancelled):
            log.error("work failed unexpectedly", exc_info=error)
            sys.excepthook(type(error), error, error.__traceback__)
