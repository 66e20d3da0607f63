"""Promise 20: no state of the network makes fetching uncancellable, be it metadata, a PDF or the wait for a turn."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Semaphore

import pytest

from desktop.domain.errors import Cancelled, NetworkError
from desktop.domain.fetching import Fetch, FetchKind, FetchState
from desktop.domain.ids import FetchId, PaperId
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.arxiv_server import ArxivServer, Faults, Kind, faults
from tests.arxiv_server.faults import Fault

LIMIT_S = 1.0
STATES: dict[str, Fault] = {
    "silent": faults.silence(),
    "silent after the head": faults.silence(0),
    "silent in the middle": faults.silence(900),
    "a byte a second": faults.slow(1),
    "without end": faults.chain(faults.endless(), faults.slow(100_000)),
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryServices]:
    services = LibraryServices(tmp_path / "library")
    services.open()
    yield services
    services.close()


def wish(kind: FetchKind, arxiv_id: str) -> Fetch:
    return Fetch(FetchId(1), PaperId(1), kind, FetchState.WANTED, arxiv_id, None, "")


class WatchedJob(Job):
    """Tells when somebody looks whether to stop."""

    def __init__(self) -> None:
        super().__init__()
        self._looks = Semaphore(0)

    @property
    def cancelled(self) -> bool:
        self._looks.release()
        return super().cancelled

    def wait_for_waiting(self) -> None:
        """Until it has been looked at over and over from now, as one does who waits."""
        while self._looks.acquire(blocking=False):
            pass
        for _ in range(3):
            assert self._looks.acquire(timeout=30)


def seconds_to_cancel(work: Callable[[Job], object], ready: Callable[[], object]) -> float:
    """How long `work` goes on after it was cancelled, which is done while it waits after `ready` came back."""
    job = WatchedJob()
    with ThreadPoolExecutor(1) as thread:
        working = thread.submit(work, job)
        ready()
        job.wait_for_waiting()
        assert not working.done()
        cancelled_at = time.monotonic()
        job.cancel()
        with pytest.raises(Cancelled):
            working.result(timeout=30)
        return time.monotonic() - cancelled_at


@pytest.mark.parametrize("kind", FetchKind)
@pytest.mark.parametrize("fault", STATES.values(), ids=STATES.keys())
def test_fetching_is_cancelled_within_a_second(
    library: LibraryServices, tmp_path: Path, kind: FetchKind, fault: Fault
) -> None:
    with ArxivServer(Faults().always(fault)) as server:
        library.network = Network(tmp_path / "pace", server.api_url, server.pdf_url, pace_s=0.001)
        fetch = wish(kind, next(iter(server.papers)))

        def work(job: Job) -> object:
            if kind is FetchKind.PDF:
                return library.fetching.get_pdf(fetch, job)
            return library.fetching.get_metadata([fetch], job)

        seconds = seconds_to_cancel(work, lambda: server.wait_for(1))
    print(f"{kind}: {seconds * 1000:.0f} ms")
    assert seconds <= LIMIT_S


def test_waiting_for_ones_turn_is_cancelled_within_a_second(library: LibraryServices, tmp_path: Path) -> None:
    with ArxivServer(Faults().always(faults.busy(429, retry_after=3000))) as server:
        library.network = Network(tmp_path / "pace", server.api_url, server.pdf_url, pace_s=0.001)
        fetch = wish(FetchKind.METADATA, next(iter(server.papers)))
        with pytest.raises(NetworkError, match="429"):
            library.fetching.get_metadata([fetch], Job())
        seconds = seconds_to_cancel(lambda job: library.fetching.get_metadata([fetch], job), lambda: None)
        assert len(server.asked(Kind.API)) == 1
    assert seconds <= LIMIT_S
