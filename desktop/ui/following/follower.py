"""Asks the feeds of the open library while the window is open: when they are due, and when a person wants it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, InputError, Reason
from desktop.domain.feeds import Feed, FeedAnswer, FeedReport
from desktop.domain.ids import FeedId
from desktop.domain.progress import Job
from desktop.ui.following.asking_record import AskingRecord
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_TICK_MS = 30_000
"""How often the clock on the wall is compared. A timer that runs until a feed is due would stand still while the
computer sleeps, and go wrong when its clock is set."""
_REST_S = 15 * 60
"""After a person called it off."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of feeds that were asked one after the other."""

    reports: tuple[FeedReport, ...]
    by_hand: bool
    """A person wanted it, and waits for the outcome."""


class Follower(QObject):
    """One feed at a time: what it tells is stored before the next is asked."""

    library_changed = Signal(object)
    """A feed was asked (Changes)."""
    brought = Signal(object, object)
    """A feed told something that is stored now (Feed, FeedReport)."""
    asking_changed = Signal()
    """See `asking`."""
    ended = Signal(object)
    """All that was to be asked has been asked (Asked)."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._waiting: list[Feed] = []
        self._reports: list[FeedReport] = []
        self._by_hand = False
        self._job: Job | None = None
        self._next_ms: int | None = None
        self._record = AskingRecord(tasks)
        self._rest_until = 0.0
        """Until then (`time.monotonic`) nothing is asked by itself: a person called it off."""
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(self._look_at_clock)
        self.asking: Feed | None = None
        """The feed that is being asked."""

    def wake(self) -> None:
        """Find out when a feed is due, and ask those that are; feeds may have come or changed."""
        self._find_moment(self._expect_now)

    def ask(self, feeds: Sequence[FeedId] = ()) -> None:
        """Ask these feeds now, or all that are active, because a person wants it."""
        services = self._services

        def chosen() -> list[Feed]:
            return [feed for feed in services.feeds.feeds() if feed.id in feeds or (not feeds and feed.choice.active)]

        self._by_hand = True
        self._tasks.run(Lane.DB, chosen, owner=self, done=self._ask_these)

    def leave(self) -> None:
        """Another library is opened: what is under way is given up."""
        self._clock.stop()
        self._record.end()
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()
        self.deleteLater()

    # The clock

    def _find_moment(self, done: Callable[[int | None], None]) -> None:
        services = self._services
        self._tasks.run_latest("next", Lane.DB, lambda: services.feeds.next_moment(), owner=self, done=done)

    def _expect_now(self, moment: int | None) -> None:
        self._expect(moment)
        self._look_at_clock()

    def _expect(self, moment: int | None) -> None:
        self._next_ms = moment
        if moment is None:
            self._clock.stop()
        else:
            self._clock.start()

    def _look_at_clock(self) -> None:
        due = self._next_ms is not None and now_ms() >= self._next_ms
        if due and self.asking is None and time.monotonic() >= self._rest_until:
            self._next_ms = None  # until it is known anew
            services = self._services
            self._tasks.run(Lane.DB, lambda: services.feeds.due(), owner=self, done=self._ask_these)

    # One after the other

    def _ask_these(self, feeds: Sequence[Feed]) -> None:
        there = {feed.id for feed in self._waiting} | ({self.asking.id} if self.asking is not None else set())
        self._waiting += [feed for feed in feeds if feed.id not in there]
        if self.asking is None:
            self._ask_next()

    def _ask_next(self) -> None:
        self._job = None
        if self._record.cancelled:
            self._waiting.clear()
            self._rest_until = time.monotonic() + _REST_S
        self.asking = feed = self._waiting.pop(0) if self._waiting else None
        self.asking_changed.emit()
        if feed is None:
            self._end()
            return
        last = self._reports[-1].error if self._reports else None
        if last is not None and last.reason is Reason.OFFLINE:
            self._note(feed, last)  # as that one, without waiting for it
            return
        services = self._services
        self._job = self._tasks.run_unlisted(
            Lane.NET,
            lambda job: services.feeds.look(feed, job),
            owner=self,
            progressed=lambda progress: None,
            done=lambda answer: self._store(feed, answer),
            failed=lambda error: self._note(feed, error),
            ended=self._after_look,
        )
        self._record.tell(feed, self._job, len(self._waiting))

    def _after_look(self) -> None:
        """Neither an answer nor a failure was heard: all requests were called off, as before another library opens."""
        if self._job is not None:
            self._waiting.clear()
            self._ask_next()

    def _store(self, feed: Feed, answer: FeedAnswer) -> None:
        self._job = None
        services = self._services

        def done(report: FeedReport) -> None:
            self._told(report)
            self.brought.emit(feed, report)

        def failed(error: AppError) -> None:
            if not isinstance(error, InputError):  # else it was unfollowed meanwhile
                self._tasks.failure_reported.emit(error)

        self._tasks.run(
            Lane.DB,
            lambda: services.feeds.store(feed, answer),
            owner=self,
            done=done,
            failed=failed,
            ended=self._ask_next,
        )

    def _note(self, feed: Feed, error: AppError) -> None:
        self._job = None
        services = self._services
        self._tasks.run(
            Lane.DB, lambda: services.feeds.failed(feed, error), owner=self, done=self._told, ended=self._ask_next
        )

    def _told(self, report: FeedReport) -> None:
        self._reports.append(report)
        self.library_changed.emit(report.changes or Changes(feeds=True))

    def _end(self) -> None:
        self._record.end()
        asked = Asked(tuple(self._reports), self._by_hand)
        self._reports.clear()
        self._by_hand = False
        self.ended.emit(asked)
        self._find_moment(self._expect)  # one that cannot be stored stays due: it waits for the next tick


def now_ms() -> int:
    """Milliseconds since 1970, UTC."""
    return round(time.time() * 1000)
