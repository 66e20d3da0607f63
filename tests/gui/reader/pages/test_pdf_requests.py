"""What is asked of the PDF process, and in which order."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.domain.errors import AppError, Cancelled, PdfError, Reason
from desktop.ui.reader.pages.pdf_requests import PdfRequests, Urgency
from desktop.ui.tasks import TaskRunner

Work = Callable[[Callable[[], bool]], str]


class Gate:
    """Work that is at work until it is opened or cancelled."""

    def __init__(self) -> None:
        self.begun, self.open = Event(), Event()

    def work(self, cancelled: Callable[[], bool]) -> str:
        self.begun.set()
        while not self.open.wait(0.005):
            if cancelled():
                raise Cancelled
        return "gate"


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.open.set()


@pytest.fixture
def owner(tasks: TaskRunner) -> QObject:
    return QObject()


def names(name: str) -> Work:
    return lambda cancelled: name


def test_the_most_urgent_comes_first_and_then_the_newest(qtbot: QtBot, requests: PdfRequests, owner: QObject) -> None:
    done: list[str] = []
    for name, urgency in [
        ("later", Urgency.LATER),
        ("neighbour", Urgency.NEIGHBOUR),
        ("old", Urgency.VISIBLE),
        ("text", Urgency.TEXT),
        ("new", Urgency.VISIBLE),
    ]:
        requests.want(name, urgency, names(name), owner=owner, done=done.append)
    qtbot.waitUntil(lambda: requests.is_idle)
    assert done == ["new", "old", "text", "neighbour", "later"]


def test_what_is_wanted_again_is_done_once(qtbot: QtBot, requests: PdfRequests, owner: QObject) -> None:
    done: list[str] = []
    requests.want("page", Urgency.LATER, names("first"), owner=owner, done=done.append)
    requests.want("page", Urgency.VISIBLE, names("second"), owner=owner, done=done.append)
    qtbot.waitUntil(lambda: requests.is_idle)
    assert done == ["second"]


def test_work_that_has_begun_goes_on_for_who_wants_it_again(
    qtbot: QtBot, requests: PdfRequests, owner: QObject, gate: Gate
) -> None:
    first: list[str] = []
    second: list[str] = []
    requests.want("page", Urgency.VISIBLE, gate.work, owner=owner, done=first.append)
    qtbot.waitUntil(gate.begun.is_set)
    requests.want("page", Urgency.VISIBLE, gate.work, owner=owner, done=second.append)
    gate.open.set()
    qtbot.waitUntil(lambda: requests.is_idle)
    assert (first, second) == ([], ["gate"])


def test_dropping_cancels_what_is_at_work_and_keeps_what_is_to_be_kept(
    qtbot: QtBot, requests: PdfRequests, owner: QObject, gate: Gate
) -> None:
    done: list[str] = []
    requests.want("slow", Urgency.VISIBLE, gate.work, owner=owner, done=done.append)
    qtbot.waitUntil(gate.begun.is_set)
    for name in ("kept", "dropped"):
        requests.want(name, Urgency.VISIBLE, names(name), owner=owner, done=done.append)
    requests.drop(owner, keep={"kept"})
    qtbot.waitUntil(lambda: requests.is_idle)
    assert done == ["kept"]


def test_what_is_seen_does_not_wait_for_long_work_on_what_is_not(
    qtbot: QtBot, requests: PdfRequests, owner: QObject, gate: Gate
) -> None:
    done: list[str] = []
    requests.want("neighbour", Urgency.NEIGHBOUR, gate.work, owner=owner, done=done.append)
    qtbot.waitUntil(gate.begun.is_set)
    requests.want("seen", Urgency.VISIBLE, names("seen"), owner=owner, done=done.append)
    qtbot.waitUntil(lambda: done == ["seen"])
    gate.open.set()
    qtbot.waitUntil(lambda: requests.is_idle)
    assert done == ["seen", "gate"]


def test_one_tab_dropping_leaves_what_another_wants(qtbot: QtBot, requests: PdfRequests, owner: QObject) -> None:
    done: list[str] = []
    other = QObject()
    requests.want("page", Urgency.VISIBLE, names("mine"), owner=owner, done=done.append)
    requests.want("page", Urgency.VISIBLE, names("yours"), owner=other, done=done.append)
    requests.drop(owner)
    qtbot.waitUntil(lambda: requests.is_idle)
    assert done == ["yours"]


def test_a_tab_that_is_closed_hears_nothing_and_its_work_is_cancelled(
    qtbot: QtBot, requests: PdfRequests, gate: Gate
) -> None:
    done: list[str] = []
    owner = QObject()
    requests.want("slow", Urgency.VISIBLE, gate.work, owner=owner, done=done.append)
    requests.want("more", Urgency.LATER, names("more"), owner=owner, done=done.append)
    qtbot.waitUntil(gate.begun.is_set)
    owner.deleteLater()
    qtbot.waitUntil(lambda: requests.is_idle)
    assert done == []


def test_a_failure_that_nobody_takes_is_reported(
    qtbot: QtBot, requests: PdfRequests, tasks: TaskRunner, owner: QObject
) -> None:
    def fail(cancelled: Callable[[], bool]) -> str:
        raise PdfError(Reason.PDF_FAILED, "a.pdf")

    taken: list[AppError] = []
    reported: list[AppError] = []
    done: list[str] = []
    tasks.failure_reported.connect(reported.append)
    requests.want("taken", Urgency.VISIBLE, fail, owner=owner, done=done.append, failed=taken.append)
    requests.want("not taken", Urgency.VISIBLE, fail, owner=owner, done=done.append)
    qtbot.waitUntil(lambda: requests.is_idle and len(taken) + len(reported) == 2)
    assert [error.reason for error in (*taken, *reported)] == [Reason.PDF_FAILED] * 2
    assert len(taken) == 1
    assert done == []


def test_the_end_of_the_program_does_not_wait_for_a_page(
    qtbot: QtBot, requests: PdfRequests, tasks: TaskRunner, owner: QObject, gate: Gate
) -> None:
    done: list[str] = []
    requests.want("slow", Urgency.VISIBLE, gate.work, owner=owner, done=done.append)
    qtbot.waitUntil(gate.begun.is_set)
    tasks.shutdown()
    assert done == []
