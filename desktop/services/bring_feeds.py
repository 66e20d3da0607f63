"""Asking the feeds that are followed, and bringing into the library what they tell. It is no step of undo.

`look` asks the network and leaves the library free meanwhile; all else works on the library. An answer is stored in one
transaction: what was asked in vain, or was cut off, is asked again and brings nothing twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce

from db import feed_changes, feed_papers, feeds
from db.errors import storage_errors
from db.index_documents import driver
from db.library_file import LibraryFile
from db.stored_values import now_ms
from desktop.domain.changes import Changes, joined
from desktop.domain.errors import AppError, InputError, Reason
from desktop.domain.feeds import Feed, FeedAnswer, FeedReport
from desktop.domain.fetching import FetchStep
from desktop.domain.ids import FeedId
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.domain.retry_policy import next_try_ms
from desktop.domain.step_work import StepWork, Where, in_one_thread
from desktop.services.ask_feeds import ask
from desktop.services.fetch_run import waited


class BringFeeds:
    """Raises StorageError, and InputError for a feed that is gone (NO_SUCH_LABEL)."""

    def __init__(self, library: LibraryFile, network: Callable[[], Network]) -> None:
        self._library = library
        self._network = network

    def due(self) -> tuple[Feed, ...]:
        """The active feeds that are to be asked now; their papers are not counted."""
        now = now_ms()
        return tuple(feed for feed in self._active() if feed.due_ms(now) <= now)

    def next_moment(self) -> int | None:
        """When a feed will be due next (milliseconds since 1970, UTC; in the past if one is due); None if none is
        active."""
        now = now_ms()
        return min((feed.due_ms(now) for feed in self._active()), default=None)

    def _active(self) -> tuple[Feed, ...]:
        with storage_errors(self._library.path):
            found = feeds.all_feeds(self._library.connection, counted=False)
        return tuple(feed for feed in found if feed.choice.active)

    def ask_soon(self, ids: Sequence[FeedId]) -> Changes:
        """Make these due, for whoever asks feeds when they are due."""
        with self._library.transaction() as connection:
            feed_changes.hasten(connection, ids)
        return Changes(feeds=True)

    def look(self, feed: Feed, job: Job, day: str = "") -> FeedAnswer:
        """Ask the network, without the library: what the feed tells today, or told on that day (YYYY-MM-DD). Raises
        NetworkError, InputError (BAD_VALUE for no day, NO_SUCH_DAY) and Cancelled."""
        return ask(self._network(), feed, job, day)

    def store(self, feed: Feed, answer: FeedAnswer) -> FeedReport:
        """Bring what a feed told into the library. Into that of a person who follows it no longer comes nothing
        (NO_SUCH_LABEL)."""
        with self._library.transaction() as connection:
            raw = driver(connection)
            if feed.followed:
                feeds.followed(raw, feed.id)
            else:  # deleted for good meanwhile, perhaps
                feed = replace(feed, id=feed_changes.once(connection, feed.choice))
            if answer.unchanged:
                day = feeds.last_day(raw, feed.id)
                report = FeedReport(feed.id, feed.name, day, unchanged=True, changes=Changes(feeds=True))
                report = replace(report, papers=feeds.of_day(raw, feed.id, day))
            else:
                days = [told for told in (answer.before, answer) if told is not None]
                report = reduce(
                    _both, [_report(feed, told, feed_papers.store(connection, feed, told)) for told in days]
                )
            if not answer.past:
                feed_changes.answered(connection, feed.id, answer.mark)
        return report

    def failed(self, feed: Feed, error: AppError) -> FeedReport:
        """Note why `look` had no answer, and when to try again."""
        final = isinstance(error, InputError)  # nothing was asked
        retry = None if final else next_try_ms(error, feed.state.attempts, now_ms(), self._network().pace_s)
        if not final:
            with self._library.transaction() as connection:
                feed_changes.failed(connection, feed, error, retry or 0)
        return FeedReport(feed.id, feed.name, changes=Changes(feeds=not final), error=error, retry_ms=retry or 0)

    def run(
        self,
        job: Job,
        asked: Sequence[Feed],
        day: str = "",
        watch: Callable[[FetchStep], None] = lambda step: None,
    ) -> tuple[FeedReport, ...]:
        """Ask these feeds one after the other in this thread, and store what they tell. One that fails is tried again
        if that may be within a minute. `watch` hears what is being done. Where there is no network, or a server asks to
        wait for longer, the rest is not tried. Raises Cancelled; what came until then stays."""
        reports: list[FeedReport] = []
        for feed in asked:
            last = reports[-1].error if reports else None
            if last is not None and last.reason in (Reason.OFFLINE, Reason.BUSY, Reason.DISK_FULL):
                reports.append(self.failed(feed, last))
            else:
                reports.append(in_one_thread(self.ask_and_store(feed, job, day, watch), job))
        return tuple(reports)

    def ask_and_store(
        self, feed: Feed, job: Job, day: str = "", watch: Callable[[FetchStep], None] = lambda step: None
    ) -> StepWork[FeedReport]:
        """Ask one feed and store what it tells, as `run` does."""
        while True:
            watch(FetchStep(feed=feed.name))
            yield Where.NETWORK
            try:
                answer = self.look(feed, job, day)
            except AppError as error:
                yield Where.LIBRARY
                report = self.failed(feed, error)
                yield Where.NETWORK
                offline = error.reason is Reason.OFFLINE
                again = not offline and report.retry_ms and waited(report.retry_ms, job, watch, error.reason)
                yield Where.LIBRARY
                if not again:
                    return report
            else:
                yield Where.LIBRARY
                return self.store(feed, answer)
            feed = replace(feed, state=replace(feed.state, attempts=feed.state.attempts + 1))


def _report(feed: Feed, answer: FeedAnswer, brought: feed_papers.Brought) -> FeedReport:
    return FeedReport(
        feed=feed.id,
        name=feed.name,
        day=answer.day,
        found=len(answer.papers),
        added=brought.added,
        known=brought.known,
        repeated=brought.repeated,
        left_out=len(answer.papers) - brought.added - brought.known,
        papers=brought.papers,
        changes=brought.changes,
    )


def _both(before: FeedReport, report: FeedReport) -> FeedReport:
    """Of two days as one; the papers are those of the later day that has any."""
    last = report if report.papers or not before.papers else before
    return replace(
        last,
        found=before.found + report.found,
        added=before.added + report.added,
        known=before.known + report.known,
        repeated=before.repeated + report.repeated,
        left_out=before.left_out + report.left_out,
        changes=joined(before.changes, report.changes),
    )
