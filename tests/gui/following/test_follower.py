"""Feeds are asked when they are due by the clock on the wall, one after the other, and never in a hurry."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.domain.errors import NetworkError, Reason
from desktop.domain.feeds import FeedChoice, FeedKind, FeedReport
from desktop.services import bring_feeds
from desktop.services.library import LibraryServices
from desktop.ui.following import follower as module
from desktop.ui.following.follower import Asked, Follower
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.work.status_line import StatusLine
from tests.arxiv_server import ArxivServer, Kind, faults

HOUR_MS = 3_600_000


@pytest.fixture
def runs() -> list[Asked]:
    return []


@pytest.fixture
def follower(services: LibraryServices, tasks: TaskRunner, runs: list[Asked]) -> Follower:
    follower = Follower(services, tasks, QObject(tasks))
    follower.ended.connect(runs.append)
    return follower


def follow(services: LibraryServices, on_db: Callable[..., object], *codes: str, active: bool = True) -> None:
    choices = [FeedChoice(code, FeedKind.ARXIV_CATEGORY, code, active=active) for code in codes]
    on_db(lambda: services.feeds.follow(choices))


def test_what_is_due_is_asked_once_and_again_hours_later(
    services: LibraryServices,
    on_db: Callable[..., object],
    follower: Follower,
    runs: list[Asked],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    server: ArxivServer,
) -> None:
    follow(services, on_db, "cs.CV", "cs.LG")
    follower.wake()
    qtbot.waitUntil(lambda: len(runs) == 1)
    assert [report.name for report in runs[0].reports] == ["cs.CV", "cs.LG"]
    assert not runs[0].by_hand
    follower.wake()
    on_db(lambda: True)
    assert len(server.asked(Kind.FEED)) == 2
    later = round(time.time() * 1000) + 7 * HOUR_MS
    for clock in (module, bring_feeds):  # the computer slept, or its clock was set
        monkeypatch.setattr(clock, "now_ms", lambda: later)
    qtbot.waitUntil(lambda: follower._next_ms is not None)
    follower._clock.timeout.emit()
    qtbot.waitUntil(lambda: len(runs) == 2)
    assert len(server.asked(Kind.FEED)) == 4


def test_a_clock_that_is_set_back_delays_nothing(
    services: LibraryServices,
    on_db: Callable[..., object],
    follower: Follower,
    runs: list[Asked],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    follow(services, on_db, "cs.CV")
    follower.wake()
    qtbot.waitUntil(lambda: len(runs) == 1)
    before = round(time.time() * 1000) - 1000 * HOUR_MS
    for clock in (module, bring_feeds):
        monkeypatch.setattr(clock, "now_ms", lambda: before)
    follower.wake()
    qtbot.waitUntil(lambda: len(runs) == 2)


def test_a_feed_that_is_paused_is_asked_by_hand_alone(
    services: LibraryServices, on_db: Callable[..., object], follower: Follower, runs: list[Asked], qtbot: QtBot
) -> None:
    follow(services, on_db, "cs.CV", active=False)
    follower.wake()
    on_db(lambda: True)
    assert runs == []
    (feed,) = services.feeds.feeds()
    follower.ask([feed.id])
    qtbot.waitUntil(lambda: len(runs) == 1)
    assert (runs[0].by_hand, runs[0].reports[0].error) == (True, None)


def test_each_answer_is_stored_before_the_next_is_asked(
    services: LibraryServices, on_db: Callable[..., object], follower: Follower, runs: list[Asked], qtbot: QtBot
) -> None:
    told: list[FeedReport] = []
    follower.brought.connect(lambda feed, report: told.append(report))
    follow(services, on_db, "cs.CV", "cs.LG", "cs.CL")
    follower.ask()
    follower.ask()
    qtbot.waitUntil(lambda: bool(runs))
    assert [report.name for report in told] == ["cs.CV", "cs.LG", "cs.CL"]


def test_a_failure_is_noted_and_the_others_are_asked(
    services: LibraryServices,
    on_db: Callable[..., object],
    follower: Follower,
    runs: list[Asked],
    qtbot: QtBot,
    server: ArxivServer,
) -> None:
    follow(services, on_db, "cs.CV", "cs.LG")
    server.faults.next(faults.status(502), kind=Kind.FEED)
    follower.wake()
    qtbot.waitUntil(lambda: len(runs) == 1)
    failed, fine = runs[0].reports
    assert isinstance(failed.error, NetworkError)
    assert failed.error.reason is Reason.SERVER_FAILED
    assert fine.error is None


def test_asking_is_shown_as_work_and_cancel_leaves_the_rest_alone(
    services: LibraryServices,
    on_db: Callable[..., object],
    follower: Follower,
    runs: list[Asked],
    qtbot: QtBot,
    tasks: TaskRunner,
    server: ArxivServer,
) -> None:
    line = StatusLine(tasks)
    qtbot.addWidget(line)
    line.show()
    follow(services, on_db, "cs.CV", "cs.LG", "cs.CL")
    server.faults.next(faults.silence(), kind=Kind.FEED)
    follower.wake()
    work = line.findChildren(QPushButton)[-1]
    qtbot.waitUntil(lambda: work.text() == "Asking feeds · 0 of 3 · cs.CV" and work.isVisible())
    QTest.mouseClick(next(button for button in line.findChildren(QToolButton)), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(runs) == 1 and work.isHidden())
    assert (runs[0].reports, line.records, len(server.asked(Kind.FEED))) == ((), [], 1)
    qtbot.waitUntil(lambda: follower._next_ms is not None)
    follower._clock.timeout.emit()
    on_db(lambda: True)
    assert follower.asking is None
    follower.ask()
    qtbot.waitUntil(lambda: len(runs) == 2)
    assert len(runs[1].reports) == 3


def test_without_a_network_one_feed_is_tried_for_all(
    services: LibraryServices,
    on_db: Callable[..., object],
    follower: Follower,
    runs: list[Asked],
    qtbot: QtBot,
    server: ArxivServer,
) -> None:
    follow(services, on_db, "cs.CV", "cs.LG", "cs.CL")
    server.__exit__(None, None, None)
    follower.ask()
    qtbot.waitUntil(lambda: len(runs) == 1)
    assert [report.error.reason for report in runs[0].reports if report.error] == [Reason.OFFLINE] * 3
    assert all(feed.state.retry_ms for feed in services.feeds.feeds())


def test_when_all_work_is_called_off_the_follower_goes_on_later(
    services: LibraryServices,
    on_db: Callable[..., object],
    follower: Follower,
    runs: list[Asked],
    qtbot: QtBot,
    tasks: TaskRunner,
    server: ArxivServer,
) -> None:
    follow(services, on_db, "cs.CV", "cs.LG")
    server.faults.next(faults.silence(), kind=Kind.FEED)
    follower.ask()
    qtbot.waitUntil(lambda: follower.asking is not None and bool(server.asked(Kind.FEED)))
    tasks.cancel_jobs([Lane.NET])
    qtbot.waitUntil(lambda: len(runs) == 1)
    assert runs[0].reports == ()
    assert follower.asking is None
