"""A feed that gives no answer is tried again, says why, and keeps nothing from the others."""

from dataclasses import replace

import pytest

from desktop.domain.errors import Cancelled, NetworkError, Reason
from desktop.domain.fetching import FetchStep
from desktop.domain.progress import Job
from tests.arxiv_server import ArxivServer, Kind, faults
from tests.unit.services.feed_reader import FRIDAY, FeedReader, reader, server, some

__all__ = ["reader", "server"]


def test_a_busy_server_is_asked_again_when_it_said(reader: FeedReader, server: ArxivServer) -> None:
    feed = reader.follow()
    reader.announce(FRIDAY, *some(server, 2))
    server.faults.next(faults.busy(429, retry_after=1), kind=Kind.FEED)
    waits: list[FetchStep] = []
    (report,) = reader.library.feeds.run(Job(), [feed], watch=waits.append)
    assert (report.added, report.error) == (2, None)
    first, second = server.asked(Kind.FEED)
    assert second.at - first.at >= 1
    assert [step.reason for step in waits if step.wait_s] == [Reason.BUSY]
    (now,) = reader.library.feeds.feeds()
    assert (now.state.reason, now.state.attempts) == (None, 0)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (faults.captcha(), Reason.WEB_PAGE),
        (faults.cut(0.4), Reason.BAD_ANSWER),
        (faults.cut(0.0), Reason.BAD_ANSWER),
        (faults.status(502), Reason.SERVER_FAILED),
        (faults.reset(100), Reason.BAD_ANSWER),
        (faults.instead(b"<html>Maintenance</html>", "text/html", 503), Reason.BUSY),
    ],
)
def test_a_failure_is_kept_with_its_reason(
    reader: FeedReader, server: ArxivServer, fault: faults.Fault, reason: Reason
) -> None:
    feed = reader.follow()
    reader.announce(FRIDAY, *some(server, 3))
    server.faults.next(fault, kind=Kind.FEED)
    with pytest.raises(NetworkError) as error:
        reader.library.feeds.look(feed, Job())
    report = reader.library.feeds.failed(feed, error.value)
    assert report.error is error.value
    (now,) = reader.library.feeds.feeds()
    assert (now.state.reason, now.state.attempts, now.state.answered_ms) == (reason, 1, 0)
    assert now.next_ms == report.retry_ms
    assert reader.ids() == []
    assert reader.ask(now).added == 3


def test_failures_in_a_row_are_tried_less_and_less_often(reader: FeedReader) -> None:
    pauses = []
    for _ in range(4):
        (feed,) = reader.library.feeds.feeds() or (reader.follow(),)
        reader.library.feeds.failed(feed, NetworkError(Reason.TIMED_OUT, "arxiv.org", "late"))
        (feed,) = reader.library.feeds.feeds()
        pauses.append(feed.state.retry_ms - feed.state.asked_ms)
    assert pauses == sorted(pauses)
    assert pauses[0] * 4 < pauses[-1]


def test_what_cannot_be_asked_waits_for_its_usual_time(reader: FeedReader, server: ArxivServer) -> None:
    feed = reader.follow()
    server.faults.next(faults.status(404), kind=Kind.FEED)
    report = reader.ask(feed)
    assert report.error is not None
    assert (report.error.reason, report.retry_ms) == (Reason.NO_SUCH_FEED, 0)
    (now,) = reader.library.feeds.feeds()
    assert now.next_ms == now.state.asked_ms + now.choice.every_minutes * 60_000
    assert reader.library.feeds.due() == ()
    reader.library.feeds.ask_soon([feed.id])
    assert reader.library.feeds.due()


def test_one_bad_feed_keeps_nothing_from_the_others(reader: FeedReader, server: ArxivServer) -> None:
    feeds = [reader.follow(name) for name in ("cs.CV", "cs.LG", "math.CO")]
    for category, name in zip(("cs.CV", "cs.LG", "math.CO"), some(server, 3), strict=True):
        reader.announce(FRIDAY, name, category=category)
    server.faults.always(faults.status(404), Kind.FEED, "cs.LG")
    reports = reader.library.feeds.run(Job(), feeds)
    assert [report.added for report in reports] == [1, 0, 1]


def test_without_a_network_the_rest_is_not_tried(reader: FeedReader) -> None:
    feeds = [reader.follow(name) for name in ("cs.CV", "cs.LG")]
    reader.library.network = replace(reader.library.network, feeds="http://127.0.0.1:1/atom/")
    reports = reader.library.feeds.run(Job(), feeds)
    assert [report.error.reason for report in reports if report.error] == [Reason.OFFLINE] * 2
    assert all(feed.state.reason is Reason.OFFLINE for feed in reader.library.feeds.feeds())


def test_no_feed_waits_for_the_hour_that_a_server_asked_for(reader: FeedReader, server: ArxivServer) -> None:
    feeds = [reader.follow(name) for name in ("cs.CV", "cs.LG")]
    server.faults.next(faults.busy(429, retry_after=3600), kind=Kind.FEED)
    reports = reader.library.feeds.run(Job(), feeds)
    assert [report.error.reason for report in reports if report.error] == [Reason.BUSY] * 2
    assert len(server.asked(Kind.FEED)) == 1


def test_cancelling_a_silent_feed_ends_at_once_and_stores_nothing(reader: FeedReader, server: ArxivServer) -> None:
    feed = reader.follow()
    reader.announce(FRIDAY, *some(server, 3))
    server.faults.always(faults.silence(after=200), Kind.FEED)
    calls = iter(range(10_000))

    class Impatient(Job):
        @property
        def cancelled(self) -> bool:
            return bool(server.asked(Kind.FEED)) and next(calls) > 5

    with pytest.raises(Cancelled):
        reader.library.feeds.run(Impatient(), [feed])
    assert reader.ids() == []
    assert reader.library.feeds.feeds()[0].state.asked_ms == 0
