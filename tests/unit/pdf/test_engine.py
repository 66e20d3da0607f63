"""Whatever a PDF does to the process that reads it, the next one is read."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from desktop.domain.errors import Cancelled, PdfError, Reason
from desktop.domain.pdf_document import RenderRequest
from desktop.pdf.engine import PdfEngine
from desktop.pdf.messages import Render
from tests.unit.pdf.made_pdfs import endless_pdf, made_pdf, text
from tests.unit.pdf.processes import PATIENCE, exists, pid_of, wait_for_end

Write = Callable[[str, bytes], Path]
ENDLESS = 3600.0
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are watched the way of Linux")


@pytest.fixture
def good(write: Write) -> Path:
    return write("good.pdf", made_pdf(""))


@pytest.fixture
def hanging(write: Write) -> Path:
    return write("hanging.pdf", endless_pdf("q Q"))


@pytest.fixture
def patient() -> Iterator[PdfEngine]:
    """An engine that ends nothing by itself."""
    with closing(PdfEngine(seconds=ENDLESS, idle=ENDLESS)) as engine:
        yield engine


class AtWork:
    """Is asked whether its request was cancelled: once before, then over and over while the process is at work."""

    def __init__(self, then: Callable[[], object]) -> None:
        self._then = then
        self._asked = 0

    def __call__(self) -> bool:
        self._asked += 1
        return self._asked > 1 and bool(self._then())


def failure(
    engine: PdfEngine,
    path: Path,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    reason: Reason = Reason.PDF_FAILED,
) -> str:
    with pytest.raises(PdfError) as caught:
        engine.inspect(path, cancelled)
    assert caught.value.reason is reason
    return caught.value.detail


def kill(engine: PdfEngine) -> None:
    """Kill the process of an engine, as the system does when memory runs short."""
    pid = pid_of(engine)
    assert pid
    os.kill(pid, signal.SIGKILL)
    wait_for_end(pid)


def test_a_file_that_hangs_twice_is_set_aside_until_it_changes(good: Path, hanging: Path) -> None:
    with closing(PdfEngine(seconds=0.5)) as engine:
        assert "longer than 0.5 s" in failure(engine, hanging)
        assert engine.inspect(good).pages == 1
        assert "longer than 0.5 s" in failure(engine, hanging)
        assert "set aside" in failure(engine, hanging)
        assert pid_of(engine) is None
        hanging.write_bytes(good.read_bytes())
        assert engine.inspect(hanging).pages == 1


def test_a_file_that_kills_the_process_twice_is_set_aside(patient: PdfEngine, good: Path, hanging: Path) -> None:
    for _ in range(2):
        assert patient.inspect(good).pages == 1
        assert "died" in failure(patient, hanging, AtWork(lambda: kill(patient)))
    assert "set aside" in failure(patient, hanging)
    assert patient.inspect(good).pages == 1


def test_a_process_that_died_unasked_is_started_again(patient: PdfEngine, good: Path) -> None:
    assert patient.inspect(good).pages == 1
    for _ in range(2):
        kill(patient)
        assert patient.inspect(good).pages == 1


def test_a_process_that_dies_with_its_answer_has_answered(
    patient: PdfEngine, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = Render(str(good), "", 0, RenderRequest(0, 0.5))
    whole = patient.render(wanted)
    answer = patient._answer

    def answer_and_die(request: Render, stop: Callable[[], bool]) -> object:
        answered = answer(request, stop)
        kill(patient)
        return answered

    monkeypatch.setattr(patient, "_answer", answer_and_die)
    assert patient.render(wanted) == whole


def no_more_processes(_: object) -> None:
    raise BlockingIOError


@pytest.mark.parametrize(
    ("place", "instead"),
    [
        ("desktop.pdf.process._work", slice),  # takes what the process is started with, and does nothing
        ("multiprocessing.context.SpawnProcess.start", no_more_processes),
    ],
)
def test_a_process_that_does_not_start_says_nothing_of_the_file(
    good: Path, patient: PdfEngine, monkeypatch: pytest.MonkeyPatch, place: str, instead: object
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(place, instead)
        for _ in range(3):  # it is not set aside
            assert "start" in failure(patient, good, reason=Reason.PDF_UNREAD)
            assert pid_of(patient) is None
    assert patient.inspect(good).pages == 1


def test_too_little_memory_is_an_explanation(good: Path, write: Write) -> None:
    swelling = write("swelling.pdf", endless_pdf(text("a" * 1000, 10, 10, 10)))
    with closing(PdfEngine(seconds=ENDLESS, memory=400 << 20)) as engine:
        assert "failed" in failure(engine, swelling)
        assert pid_of(engine) is None  # its memory is still full
        assert engine.inspect(good).pages == 1


def test_a_request_is_cancelled_at_once(patient: PdfEngine, good: Path, hanging: Path) -> None:
    patient.inspect(good)
    busy = pid_of(patient)
    with pytest.raises(Cancelled):
        patient.inspect(good, lambda: True)
    assert pid_of(patient) == busy
    with pytest.raises(Cancelled):
        patient.inspect(hanging, AtWork(lambda: True))
    assert pid_of(patient) == busy  # it goes on as long as nobody waits
    assert patient.inspect(good).pages == 1
    assert pid_of(patient) != busy
    for _ in range(3):  # the file is not to blame
        with pytest.raises(Cancelled):
            patient.inspect(hanging, AtWork(lambda: True))


def test_a_request_that_waits_for_its_turn_is_cancelled_too(patient: PdfEngine, good: Path, hanging: Path) -> None:
    busy, enough = Event(), Event()

    def until_enough() -> bool:
        busy.set()
        return enough.is_set()

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(patient.inspect, hanging, AtWork(until_enough))
        assert busy.wait(PATIENCE)
        with pytest.raises(Cancelled):
            patient.inspect(good, AtWork(lambda: True))
        assert not first.done()
        enough.set()
        with pytest.raises(Cancelled):
            first.result(PATIENCE)


def test_requests_of_many_threads_get_their_own_answers(engine: PdfEngine, write: Write) -> None:
    files = [write(f"{pages}.pdf", made_pdf(*[""] * pages)) for pages in range(1, 41)]
    with ThreadPoolExecutor(8) as pool:
        assert [facts.pages for facts in pool.map(engine.inspect, files)] == list(range(1, 41))


def test_the_process_is_kept_for_the_next_request(patient: PdfEngine, good: Path) -> None:
    patient.inspect(good)
    started = pid_of(patient)
    patient.inspect(good)
    assert started == pid_of(patient)


def test_the_process_ends_when_nobody_asks_and_starts_again(good: Path) -> None:
    with closing(PdfEngine(idle=0.01)) as engine:
        for _ in range(2):
            engine.inspect(good)
            timer = engine._timer
            assert timer
            timer.join(PATIENCE)
            assert pid_of(engine) is None


def test_a_process_that_is_held_stays_although_nobody_asks(good: Path) -> None:
    with closing(PdfEngine(idle=0.01)) as engine:
        engine.hold()
        engine.inspect(good)
        held = pid_of(engine)
        for _ in range(3):
            timer = engine._timer
            assert timer
            timer.join(PATIENCE)
        assert pid_of(engine) == held
        engine.release()
        assert held
        assert wait_for_end(held)


def test_a_process_that_was_started_early_takes_the_first_request(good: Path, patient: PdfEngine) -> None:
    patient.warm()
    early = pid_of(patient)
    assert early
    patient.warm()
    assert patient.inspect(good).pages == 1
    assert pid_of(patient) == early


def test_a_closed_engine_is_not_started_early() -> None:
    engine = PdfEngine()
    engine.close()
    engine.warm()
    assert pid_of(engine) is None


def test_what_filled_the_memory_does_not_count_against_another_file(good: Path, write: Write) -> None:
    swelling = write("swelling.pdf", endless_pdf(text("a" * 1000, 10, 10, 10)))
    with closing(PdfEngine(seconds=ENDLESS, memory=400 << 20)) as engine:
        engine.inspect(good)
        first = pid_of(engine)
        assert "failed" in failure(engine, swelling)  # tried again by a process whose memory is empty
        assert first
        assert not exists(first)
        assert "failed" in failure(engine, swelling)
        assert "set aside" in failure(engine, swelling)


def test_closing_ends_the_process_and_whatever_it_is_asked(good: Path, hanging: Path) -> None:
    busy = Event()
    engine = PdfEngine(seconds=ENDLESS)
    engine.inspect(good)
    pid, timer = pid_of(engine), engine._timer
    with ThreadPoolExecutor(1) as pool:
        request = pool.submit(engine.inspect, hanging, AtWork(busy.set))
        assert busy.wait(PATIENCE)
        engine.close()
        with pytest.raises(Cancelled):
            request.result(PATIENCE)
    assert pid
    assert timer
    assert not exists(pid)
    timer.join(PATIENCE)
    assert not timer.is_alive()
    with pytest.raises(Cancelled):
        engine.inspect(good)
    assert pid_of(engine) is None
