"""Work runs on its lane and comes back on the GUI thread, whatever happens."""

import gc
import sys
import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.domain.errors import AppError, FileError, Reason
from desktop.domain.progress import Job
from desktop.ui.job_record import JobRecord, JobState
from desktop.ui.tasks import Lane, TaskRunner, UnexpectedError


def noting(log: list[int], number: int) -> Callable[[], int]:
    def work() -> int:
        log.append(number)
        return number

    return work


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


def test_a_result_comes_back_on_the_gui_thread(qtbot: QtBot, tasks: TaskRunner) -> None:
    seen: list[tuple[str, threading.Thread]] = []
    tasks.run(
        Lane.DB,
        lambda: threading.current_thread().name,
        owner=tasks,
        done=lambda name: seen.append((name, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("lane-db", threading.main_thread())]


def test_a_lane_works_strictly_in_order(qtbot: QtBot, tasks: TaskRunner) -> None:
    begun: list[int] = []
    ended: list[int] = []
    for number in range(200):
        tasks.run(Lane.DB, noting(begun, number), owner=tasks, done=ended.append)
    qtbot.waitUntil(lambda: len(ended) == 200)
    assert begun == ended == list(range(200))


def test_lanes_do_not_wait_for_each_other(qtbot: QtBot, tasks: TaskRunner) -> None:
    gate = threading.Event()
    done: list[bool] = []
    tasks.run(Lane.FILES, lambda: gate.wait(5), owner=tasks, done=done.append)
    tasks.run(Lane.DB, gate.set, owner=tasks)
    qtbot.waitUntil(lambda: bool(done))
    assert done == [True]


def test_a_failure_reaches_its_owner_and_the_end_is_told(qtbot: QtBot, tasks: TaskRunner) -> None:
    heard: list[object] = []

    def work() -> None:
        raise FileError(Reason.NOT_UTF8, "a.md")

    tasks.run(
        Lane.FILES, work, owner=tasks, failed=lambda e: heard.append(e.reason), ended=lambda: heard.append("ended")
    )
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [Reason.NOT_UTF8, "ended"]


def test_a_failure_nobody_takes_is_reported(qtbot: QtBot, tasks: TaskRunner) -> None:
    def work() -> None:
        raise FileError(Reason.UNREADABLE, "a.md")

    with qtbot.waitSignal(tasks.failure_reported) as signal:
        tasks.run(Lane.DB, work, owner=tasks)
    assert signal.args[0].about == "a.md"


def test_a_failure_of_a_dead_owner_is_reported(qtbot: QtBot, tasks: TaskRunner) -> None:
    owner, gate = QObject(), threading.Event()

    def work() -> None:
        gate.wait(5)
        raise FileError(Reason.DISK_FULL)

    tasks.run(Lane.DB, work, owner=owner, failed=lambda e: pytest.fail("a dead owner heard"))
    delete(owner)
    with qtbot.waitSignal(tasks.failure_reported):
        gate.set()


@pytest.mark.expected_warning("work failed unexpectedly")
def test_a_bug_reaches_the_crash_handler_and_the_owner(
    qtbot: QtBot, tasks: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes: list[type] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, value, trace: crashes.append(kind))
    heard: list[AppError] = []
    tasks.run(Lane.DB, lambda: 1 // 0, owner=tasks, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert crashes == [ZeroDivisionError]
    assert isinstance(heard[0], UnexpectedError)


def test_a_dead_owner_hears_nothing(qtbot: QtBot, tasks: TaskRunner) -> None:
    owner, gate = QObject(), threading.Event()
    heard: list[object] = []
    tasks.run(Lane.DB, lambda: gate.wait(5), owner=owner, done=heard.append, ended=lambda: heard.append("ended"))
    delete(owner)
    gate.set()
    after: list[object] = []
    tasks.run(Lane.DB, lambda: None, owner=tasks, done=after.append)
    qtbot.waitUntil(lambda: bool(after))
    assert heard == []


def test_only_the_latest_work_of_a_key_is_heard(qtbot: QtBot, tasks: TaskRunner) -> None:
    gate = threading.Event()
    ran: list[int] = []
    heard: list[int] = []
    tasks.run(Lane.DB, lambda: gate.wait(5), owner=tasks)
    for number in range(5):
        tasks.run_latest("search", Lane.DB, noting(ran, number), owner=tasks, done=heard.append)
    tasks.run_latest("other", Lane.DB, lambda: 99, owner=tasks, done=heard.append)
    gate.set()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert (ran, heard) == ([4], [4, 99])


def test_the_result_of_superseded_running_work_is_dropped(qtbot: QtBot, tasks: TaskRunner) -> None:
    begun, gate = threading.Event(), threading.Event()
    heard: list[str] = []

    def slow() -> str:
        begun.set()
        gate.wait(5)
        return "old"

    tasks.run_latest("search", Lane.DB, slow, owner=tasks, done=heard.append)
    assert begun.wait(5)
    tasks.run_latest("search", Lane.DB, lambda: "new", owner=tasks, done=heard.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["new"]


def test_superseded_running_work_hears_that_it_should_stop(qtbot: QtBot, tasks: TaskRunner) -> None:
    begun = threading.Event()
    heard: list[str] = []
    job = Job()

    def slow() -> str:
        begun.set()
        while True:
            job.step(0, 0)

    tasks.run_latest("search", Lane.DB, slow, owner=tasks, done=heard.append, job=job)
    assert begun.wait(5)
    tasks.run_latest("search", Lane.DB, lambda: "new", owner=tasks, done=heard.append)
    qtbot.waitUntil(lambda: heard == ["new"])


def test_a_job_reports_progress_no_more_than_thirty_times_a_second(qtbot: QtBot, tasks: TaskRunner) -> None:
    seen: list[int] = []
    tasks.job_progressed.connect(lambda record: seen.append(record.progress.done))

    def work(job: Job) -> None:
        for step in range(20_000):
            job.step(step, 20_000)

    with qtbot.waitSignal(tasks.job_ended) as signal:
        tasks.run_job(Lane.FILES, work, owner=tasks, label="Counting")
    assert signal.args[0].state is JobState.DONE
    assert 1 <= len(seen) < 60


def test_unlisted_work_tells_its_owner_how_far_it_is_and_nobody_else(qtbot: QtBot, tasks: TaskRunner) -> None:
    seen: list[int] = []
    ended: list[str] = []
    tasks.job_started.connect(lambda record: pytest.fail("it is listed"))

    def work(job: Job) -> None:
        while True:
            job.step(3, 10)

    job = tasks.run_unlisted(
        Lane.DOWNLOAD,
        work,
        owner=tasks,
        progressed=lambda progress: seen.append(progress.done),
        ended=lambda: ended.append("ended"),
    )
    qtbot.waitUntil(lambda: bool(seen))
    job.cancel()
    qtbot.waitUntil(lambda: bool(ended))
    assert set(seen) == {3}


def test_a_cancelled_job_ends_quietly(qtbot: QtBot, tasks: TaskRunner) -> None:
    begun = threading.Event()
    heard: list[str] = []

    def work(job: Job) -> None:
        begun.set()
        while True:
            job.step(0, 0)

    job = tasks.run_job(
        Lane.FILES,
        work,
        owner=tasks,
        label="Endless",
        done=lambda _: heard.append("done"),
        failed=lambda _: heard.append("failed"),
        ended=lambda: heard.append("ended"),
    )
    assert begun.wait(5)
    with qtbot.waitSignal(tasks.job_ended) as signal:
        job.cancel()
    qtbot.waitUntil(lambda: bool(heard))
    assert signal.args[0].state is JobState.CANCELLED
    assert heard == ["ended"]


def test_a_failed_job_can_be_tried_again(qtbot: QtBot, tasks: TaskRunner) -> None:
    results: list[str] = []
    tries: list[int] = []

    def work(job: Job) -> str:
        tries.append(1)
        if len(tries) == 1:
            raise FileError(Reason.DISK_FULL, "out.md")
        return "written"

    with qtbot.waitSignal(tasks.job_ended) as signal:
        tasks.run_job(Lane.FILES, work, owner=tasks, label="Write", done=results.append, failed=lambda e: None)
    record: JobRecord = signal.args[0]
    assert record.state is JobState.FAILED
    assert record.error is not None
    assert record.error.reason is Reason.DISK_FULL
    assert record.retry is not None
    record.retry()
    qtbot.waitUntil(lambda: results == ["written"])


def test_shutdown_does_what_is_queued_and_delivers_it(qtbot: QtBot) -> None:
    tasks = TaskRunner()
    heard: list[int] = []
    for number in range(50):
        tasks.run(Lane.DB, noting([], number), owner=tasks, done=heard.append)
    tasks.shutdown()
    assert heard == list(range(50))
    tasks.run(Lane.DB, lambda: 50, owner=tasks, done=heard.append)
    assert heard[-1] == 49


def test_shutdown_cancels_jobs(qtbot: QtBot) -> None:
    tasks = TaskRunner()
    ended: list[str] = []

    def endless(job: Job) -> None:
        while True:
            job.step(0, 0)

    tasks.run_job(Lane.FILES, endless, owner=tasks, label="Endless", ended=lambda: ended.append("listed"))
    tasks.run_unlisted(
        Lane.NET, endless, owner=tasks, progressed=lambda progress: None, ended=lambda: ended.append("unlisted")
    )
    tasks.shutdown()
    assert sorted(ended) == ["listed", "unlisted"]


def test_what_work_holds_is_let_go_on_the_gui_thread(qtbot: QtBot, tasks: TaskRunner) -> None:
    class Held:
        pass

    threads: list[threading.Thread] = []

    def start() -> None:
        held = Held()
        weakref.finalize(held, lambda: threads.append(threading.current_thread()))
        tasks.run(Lane.DB, lambda: id(held), owner=tasks)

    for _ in range(100):
        start()
    qtbot.waitUntil(lambda: len(threads) == 100)
    gc.collect()
    assert set(threads) == {threading.main_thread()}
