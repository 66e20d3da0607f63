"""Toasts, the status bar and the list of work tell what happened and let a person act."""

import threading

import pytest
from PySide6.QtWidgets import QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import FileError, Reason
from desktop.domain.progress import Job
from desktop.ui.job_record import JobRecord, JobState
from desktop.ui.language import ENGLISH, language_switch
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.toast import Toast
from desktop.ui.work.status_line import StatusLine
from desktop.ui.work.work_list import WorkList


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    return window


def button(where: QWidget, text: str) -> QPushButton:
    return next(button for button in where.findChildren(QPushButton) if button.text() == text)


def test_a_toast_acts_once_and_goes(window: QMainWindow) -> None:
    toast, acts = Toast(window), []
    toast.show_message("Moved 3 papers to the Trash.", "Undo", lambda: acts.append(1))
    assert toast.isVisible()
    button(toast, "Undo").click()
    button(toast, "Undo").click()
    assert acts == [1]
    assert not toast.isVisible()


def test_a_toast_shows_markup_as_it_is(window: QMainWindow) -> None:
    toast = Toast(window)
    toast.show_failure("<b>paper</b> & <img src=x>")
    assert toast.text == "<b>paper</b> & <img src=x>"


def test_news_wait_until_the_message_before_them_is_gone(window: QMainWindow, qtbot: QtBot) -> None:
    toast = Toast(window)
    toast.show_message("Moved 3 papers to the Trash.", "Undo", lambda: None)
    toast.show_news("90 new papers in cs.CV.")
    toast.show_news("2 papers have a newer version.")
    assert toast.text == "Moved 3 papers to the Trash."
    for news in ("90 new papers in cs.CV.", "2 papers have a newer version."):
        toast.hide()
        qtbot.waitUntil(lambda news=news: toast.isVisible() and toast.text == news)  # type: ignore[misc]
    toast.hide()
    toast.show_news("Sent: digest")
    qtbot.waitUntil(lambda: toast.isVisible() and toast.text == "Sent: digest")


def test_news_come_again_after_what_a_person_did(window: QMainWindow, qtbot: QtBot) -> None:
    toast, acts = Toast(window), []
    toast.show_news("90 new papers in cs.CV.", "Show", lambda: acts.append(1))
    toast.show_message("Starred 1 paper.", "Undo", lambda: None)
    assert toast.text == "Starred 1 paper."
    toast.hide()
    qtbot.waitUntil(lambda: toast.text == "90 new papers in cs.CV.")
    button(toast, "Show").click()
    assert acts == [1]


def test_what_was_asked_for_comes_before_other_news(window: QMainWindow, qtbot: QtBot) -> None:
    toast = Toast(window)
    toast.show_news("1 paper was withdrawn.", failure=True)
    toast.show_news("90 new papers in cs.CV.", asked=True)
    assert toast.text == "90 new papers in cs.CV."
    toast.show_message("Starred 1 paper.")
    toast.show_news("Nothing new in cs.CV.", asked=True)
    for news in ("Nothing new in cs.CV.", "90 new papers in cs.CV.", "1 paper was withdrawn."):
        toast.hide()
        qtbot.waitUntil(lambda news=news: toast.text == news)  # type: ignore[misc]


def test_news_of_another_library_are_not_told(window: QMainWindow, qtbot: QtBot) -> None:
    toast = Toast(window)
    toast.show_message("Starred 1 paper.")
    toast.show_news("90 new papers in cs.CV.")
    toast.clear()
    toast.show_news("5 new papers in cs.LG.")
    qtbot.waitUntil(toast.isVisible)
    assert toast.text == "5 new papers in cs.LG."


@pytest.mark.parametrize("width", [360, 700, 1400])
def test_a_toast_stays_inside_the_window(window: QMainWindow, width: int) -> None:
    window.resize(width, 500)
    toast = Toast(window)
    toast.show_failure("A long message that says what happened, what it means and what can be done about it. " * 3)
    assert window.rect().contains(toast.geometry())
    window.resize(width, 300)
    assert window.rect().contains(toast.geometry())


def test_the_status_bar_counts(window: QMainWindow, tasks: TaskRunner) -> None:
    status = StatusLine(tasks)
    window.setStatusBar(status)
    language_switch().use(ENGLISH)
    status.show_counts(4, 4, 0)
    assert status.text == "4 papers"
    status.show_counts(12, 65538, 3)
    assert status.text == "12 of 65,538 papers, 3 selected"


def test_running_work_is_shown_and_can_be_cancelled(qtbot: QtBot, window: QMainWindow, tasks: TaskRunner) -> None:
    status = StatusLine(tasks)
    window.setStatusBar(status)
    begun = threading.Event()

    def work(job: Job) -> None:
        step = 0
        while True:
            job.step(step % 100, 100, "a.md")
            begun.set()
            step += 1

    tasks.run_job(Lane.FILES, work, owner=status, label="Reading 1 file")
    works = WorkList(tasks, status.records, window)
    qtbot.addWidget(works)
    works.show()
    assert begun.wait(5)
    qtbot.waitUntil(lambda: any("of 100 · a.md" in button.text() for button in status.findChildren(QPushButton)))
    with qtbot.waitSignal(tasks.job_ended):
        button(works, "Cancel").click()
    assert not any(part.isVisible() for part in status.findChildren(QPushButton))


def test_failed_work_is_told_in_words_and_can_be_tried_again(
    qtbot: QtBot, window: QMainWindow, tasks: TaskRunner
) -> None:
    status = StatusLine(tasks)
    window.setStatusBar(status)
    works = WorkList(tasks, status.records, window)
    qtbot.addWidget(works)
    works.show()
    done: list[str] = []

    tries: list[int] = []

    def work(job: Job) -> str:
        tries.append(1)
        if len(tries) == 1:
            raise FileError(Reason.DISK_FULL, "out.md")
        return "written"

    with qtbot.waitSignal(tasks.failure_reported):
        tasks.run_job(Lane.FILES, work, owner=status, label="Export", done=done.append)
    qtbot.waitUntil(lambda: button(status, "1 piece of work failed").isVisible())
    button(works, "Try again").click()
    qtbot.waitUntil(lambda: done == ["written"])
    assert not button(status, "1 piece of work failed").isVisible()


def test_finished_work_can_be_cleared_away(qtbot: QtBot, window: QMainWindow, tasks: TaskRunner) -> None:
    status = StatusLine(tasks)
    works = WorkList(tasks, status.records, window)
    qtbot.addWidget(works)
    works.show()
    with qtbot.waitSignal(tasks.job_ended):
        tasks.run_job(Lane.FILES, lambda job: None, owner=status, label="Export")
    button(works, "Clear the list").click()
    assert status.records == []


def test_work_that_takes_long_is_shown_and_short_work_is_not(qtbot: QtBot, tasks: TaskRunner) -> None:
    shown: list[JobRecord] = []
    tasks.job_started.connect(shown.append)
    go_on = threading.Event()
    tasks.run(Lane.FILES, lambda: None, owner=tasks, label="short")
    tasks.run(Lane.DB, go_on.wait, owner=tasks, label="long")
    status = StatusLine(tasks)
    qtbot.addWidget(status)
    status.show()
    qtbot.waitUntil(lambda: bool(shown))
    assert [(record.label, record.state) for record in shown] == [("long", JobState.RUNNING)]
    assert status._work.isVisible()
    assert not status._cancel.isVisible(), "it cannot be cancelled"
    go_on.set()
    qtbot.waitUntil(lambda: shown[0].state is JobState.DONE)
    assert not status._work.isVisible()
