"""Whatever the server or the network does: nothing false comes in, and what can come in the end does."""

from dataclasses import replace
from multiprocessing.context import SpawnProcess

import pytest

from db.stored_values import now_ms
from desktop.domain.errors import NetworkError, PdfError, Reason
from desktop.domain.fetching import FetchState
from desktop.domain.paper import Fact
from desktop.domain.progress import Job
from desktop.sources import exchange
from desktop.system.part_file import PartFile
from tests.arxiv_server import ArxivServer, Framing, Kind, faults
from tests.arxiv_server.faults import Fault
from tests.unit.services.arxiv_reader import Reader, reader, server

__all__ = ["reader", "server"]

PASSING = {
    "429": faults.busy(429),
    "429 with seconds": faults.busy(429, retry_after=1),
    "503": faults.busy(503),
    "500": faults.status(500),
    "403": faults.status(403),
    "captcha": faults.captcha(),
    "cut": faults.cut(0.4),
    "cut without a length": faults.cut(0.4, Framing.CLOSE),
    "cut in pieces": faults.cut(0.4, Framing.CHUNKED),
    "reset": faults.reset(),
    "reset in the middle": faults.reset(900),
    "closed without an answer": faults.hang_up(),
    "more announced than sent": faults.wrong_length(10),
}


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING.keys())
def test_after_a_failure_that_passes_everything_comes(reader: Reader, server: ArxivServer, fault: Fault) -> None:
    ids = reader.with_pdf()[:2]
    server.faults.next(fault, kind=Kind.API).next(fault, kind=Kind.PDF)
    reader.add(*ids)
    outcomes = reader.run()
    assert all(outcome.error is None for outcome in outcomes)
    assert len(outcomes) == 4
    assert sorted(path.read_bytes() for path in reader.stored()) == sorted(map(server.pdf_bytes, ids))
    for arxiv_id in ids:
        assert reader.details(arxiv_id).row.title == server.papers[arxiv_id][-1].title
    assert not reader.left()


FINAL: dict[str, tuple[Fault, Reason]] = {
    "another paper": (faults.wrong_paper(), Reason.WRONG_PAPER),
    "no page": (faults.empty_pdf(), Reason.PDF_EMPTY),
    "no such file": (faults.status(404), Reason.NO_PDF),
    "300 MB": (faults.huge(300), Reason.PDF_TOO_LARGE),
    "a redirect into this computer": (faults.redirect("http://127.0.0.1:9/pdf/x"), Reason.ADDRESS_REFUSED),
    "a redirect elsewhere": (faults.redirect("https://example.org/x.pdf"), Reason.ADDRESS_REFUSED),
}


@pytest.mark.parametrize(("fault", "reason"), FINAL.values(), ids=FINAL.keys())
def test_what_is_no_pdf_of_the_paper_is_refused_for_good(
    reader: Reader, server: ArxivServer, fault: Fault, reason: Reason
) -> None:
    server.faults.always(fault, Kind.PDF)
    reader.add(reader.with_pdf()[0], metadata=False)
    (outcome,) = reader.run()
    assert outcome.error is not None
    assert outcome.error.reason is reason
    assert outcome.retry_at_ms is None
    assert not reader.stored()
    assert [(fetch.state, fetch.reason, fetch.attempts) for fetch in reader.left()] == [(FetchState.FAILED, reason, 1)]


NEVER: dict[str, tuple[Fault, Reason]] = {
    "HTML": (faults.html_as_pdf(), Reason.WEB_PAGE),
    "SVG": (faults.svg_as_pdf(), Reason.NOT_A_PDF),
    "captcha": (faults.captcha(), Reason.WEB_PAGE),
    "error": (faults.status(502), Reason.SERVER_FAILED),
    "cut": (faults.cut(0.5, Framing.CLOSE), Reason.PDF_CUT),
}


@pytest.mark.parametrize(("fault", "reason"), NEVER.values(), ids=NEVER.keys())
def test_what_never_gets_better_is_given_up(reader: Reader, server: ArxivServer, fault: Fault, reason: Reason) -> None:
    server.faults.always(fault, Kind.PDF)
    server.ranges = False
    reader.add(reader.with_pdf()[0], metadata=False)
    (outcome,) = reader.run()
    assert outcome.error is not None
    assert outcome.error.reason is reason
    assert len(server.asked(Kind.PDF)) == 8
    assert [(fetch.state, fetch.attempts) for fetch in reader.left()] == [(FetchState.FAILED, 8)]


def test_a_page_instead_of_a_pdf_holds_back_all_and_lets_the_others_go_first(
    reader: Reader, server: ArxivServer
) -> None:
    first, second = reader.with_pdf()[:2]
    server.faults.next(faults.captcha(), kind=Kind.PDF)
    reader.library.network = replace(reader.library.network, pace_s=10.0)
    reader.add(first, second, metadata=False)
    fetching = reader.library.fetching
    fetch = fetching.next_pdf()
    assert fetch is not None
    with pytest.raises(NetworkError) as caught:
        fetching.get_pdf(fetch, Job())
    fetching.failed((fetch,), caught.value)
    assert fetching.next_pdf() is None
    held, other = reader.left()
    assert (held.attempts, other.attempts) == (1, 0)
    assert held.retry_at_ms > other.retry_at_ms > now_ms()


def test_a_pdf_that_another_paper_has_is_told_as_a_failure(reader: Reader) -> None:
    arxiv_id = reader.with_pdf()[0]
    reader.add(f"{arxiv_id}v1")
    reader.run()
    reader.library.editing.edit_fact(reader.papers[arxiv_id], Fact.ARXIV_ID, "")
    reader.add(f"{arxiv_id}v1")
    metadata, pdf = reader.run()
    assert metadata.error is None
    assert pdf.error is not None
    assert (pdf.error.reason, pdf.file, pdf.retry_at_ms) == (Reason.WRONG_PAPER, None, None)
    assert len(reader.stored()) == 1


def test_a_download_that_was_cut_goes_on_where_it_stopped(reader: Reader, server: ArxivServer) -> None:
    arxiv_id = next(name for name in reader.with_pdf() if len(server.pdf_bytes(name)) > 300_000)
    server.faults.next(faults.cut(0.6), faults.cut(0.5), kind=Kind.PDF)
    reader.add(arxiv_id, metadata=False)
    reader.run()
    content = server.pdf_bytes(arxiv_id)
    assert [path.read_bytes() for path in reader.stored()] == [content]
    first, second, third = server.asked(Kind.PDF)
    assert "range" not in first.headers
    assert second.headers["range"] == f"bytes={first.sent}-"
    assert third.headers["range"] == f"bytes={first.sent + second.sent}-"
    assert first.sent + second.sent + third.sent == len(content)


def test_a_pdf_that_nobody_could_read_is_kept_and_read_later(
    reader: Reader, server: ArxivServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = SpawnProcess.start
    kept: list[int] = []

    def fails_once(process: SpawnProcess) -> None:
        if not kept:
            kept.append(PartFile(reader.library.folder, arxiv_id).size)
            raise BlockingIOError
        start(process)

    monkeypatch.setattr(SpawnProcess, "start", fails_once)
    arxiv_id = reader.with_pdf()[0]
    reader.add(arxiv_id, metadata=False)
    (outcome,) = reader.run()
    assert outcome.error is None
    assert [path.read_bytes() for path in reader.stored()] == [server.pdf_bytes(arxiv_id)]
    first, second = server.asked(Kind.PDF)
    assert second.sent < first.sent


def test_a_paused_download_keeps_what_came_and_a_cancelled_one_does_not(reader: Reader, server: ArxivServer) -> None:
    arxiv_id = next(name for name in reader.with_pdf() if len(server.pdf_bytes(name)) > 300_000)
    server.faults.always(faults.cut(0.6), Kind.PDF)
    reader.add(arxiv_id, metadata=False)
    fetching, wishes = reader.library.fetching, reader.library.wishes
    fetch = fetching.next_pdf()
    assert fetch is not None
    with pytest.raises(PdfError) as cut:
        fetching.get_pdf(fetch, Job())
    assert cut.value.reason is Reason.PDF_CUT
    wishes.pause([fetch.id])
    assert fetching.next_pdf() is None
    assert PartFile(reader.library.folder, arxiv_id).size > 100_000
    wishes.resume([fetch.id])
    assert fetching.next_pdf() == fetch
    wishes.cancel([fetch.id])
    assert not reader.stored()
    assert not reader.left()


@pytest.fixture
def short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Silence is noticed soon."""
    monkeypatch.setattr(exchange, "READ_S", 0.2)


@pytest.mark.usefixtures("short_patience")
@pytest.mark.parametrize("after", [-1, 0, 700], ids=["no answer", "after the head", "in the middle"])
def test_a_server_that_falls_silent_is_asked_again(reader: Reader, server: ArxivServer, after: int) -> None:
    server.faults.next(faults.silence(after), kind=Kind.API).next(faults.silence(after), kind=Kind.PDF)
    reader.add(reader.with_pdf()[0])
    assert all(outcome.error is None for outcome in reader.run())
    assert len(server.asked(Kind.API)) >= 2
    assert len(server.asked(Kind.PDF)) >= 2


def without_network(reader: Reader) -> None:
    with ArxivServer() as gone:
        pass
    reader.library.network = replace(reader.library.network, api=gone.api_url, pdfs=gone.pdf_url)


def test_without_a_network_every_wish_stays_and_counts_no_failure(reader: Reader, server: ArxivServer) -> None:
    there = reader.library.network
    reader.add(*reader.with_pdf()[:60])
    without_network(reader)
    outcomes = reader.run()  # returns: nobody waits for a network on the command line
    assert {outcome.error.reason for outcome in outcomes if outcome.error} == {Reason.OFFLINE}
    assert len(outcomes) == 50
    left = reader.left()
    assert {(fetch.state, fetch.attempts, fetch.reason) for fetch in left} == {(FetchState.WANTED, 0, Reason.OFFLINE)}
    assert len({fetch.retry_at_ms for fetch in left}) == 1
    reader.library.network = there
    assert all(outcome.error is None for outcome in reader.run())
    assert not reader.left()


def test_pauses_grow_as_long_as_there_is_no_network_and_begin_anew_after_it(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = now_ms()
    monkeypatch.setattr("desktop.services.fetch_papers.now_ms", lambda: now)
    there = reader.library.network
    first, second = reader.with_pdf()[:2]
    reader.add(first, metadata=False)

    def pause_ms() -> int | None:
        nonlocal now
        now += 1000
        without_network(reader)
        reader.library.wishes.retry([fetch.id for fetch in reader.left()])
        (outcome,) = reader.run()
        reader.library.network = there
        return outcome.retry_at_ms and outcome.retry_at_ms - now

    assert [pause_ms() for _ in range(3)] == [10, 20, 40]
    reader.library.wishes.retry([fetch.id for fetch in reader.left()])
    reader.run()
    reader.add(second, metadata=False)
    assert pause_ms() == 10


def test_what_fails_side_by_side_for_want_of_a_network_counts_once(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = now_ms()
    monkeypatch.setattr("desktop.services.fetch_papers.now_ms", lambda: now)
    reader.add(reader.with_pdf()[0])
    fetching = reader.library.fetching
    metadata, pdf = fetching.next_metadata(), fetching.next_pdf()
    assert pdf is not None
    for wishes in (metadata, (pdf,)):
        fetching.failed(wishes, NetworkError(Reason.OFFLINE))
    assert {fetch.retry_at_ms - now for fetch in reader.left()} == {10}


def test_a_server_that_asks_to_wait_is_left_alone_by_all(reader: Reader, server: ArxivServer) -> None:
    ids = reader.with_pdf()[:3]
    server.faults.always(faults.busy(429, retry_after=3000))
    reader.add(*ids)
    fetching, before = reader.library.fetching, now_ms()
    (*_, outcome) = reader.run()  # returns: nobody waits so long on the command line
    assert len(server.log) == 1
    assert outcome.error is not None
    assert outcome.error.reason is Reason.BUSY
    assert not fetching.next_metadata()
    assert fetching.next_pdf() is None
    assert {fetch.attempts for fetch in reader.left()} == {0}
    moment = fetching.next_moment()
    assert moment is not None
    assert moment >= before + 3_000_000


def test_a_clock_that_was_wrong_holds_nothing_up(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.add(reader.with_pdf()[0], metadata=False)
    fetching = reader.library.fetching
    with monkeypatch.context() as ahead:
        ahead.setattr("desktop.services.fetch_papers.now_ms", lambda: now_ms() + 10 * 24 * 3_600_000)
        fetch = fetching.next_pdf()
        assert fetch is not None
        fetching.failed((fetch,), NetworkError(Reason.BUSY, retry_after_s=3000))
        assert fetching.next_pdf() is None
    assert fetching.next_pdf() is not None
