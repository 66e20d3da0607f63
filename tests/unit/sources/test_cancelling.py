"""Whatever the network does, who waits for it can stop; what is left behind does nothing more.

`tests/benchmarks/test_network.py` says how soon.
"""

import socket
import threading
from pathlib import Path

import pytest

from desktop.domain.errors import Cancelled
from desktop.domain.network import Network
from desktop.domain.progress import Job, Progress
from desktop.sources.arxiv_api import ArxivApi
from desktop.sources.arxiv_requests import asked
from desktop.sources.pdf_download import download
from desktop.system.part_file import PartFile
from tests.arxiv_server import ArxivServer, Kind
from tests.arxiv_server import faults as ways
from tests.unit.sources.silent_states import STATES, State

PDF = "2301.00012"


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_work_can_be_cancelled_in_every_state(tmp_path: Path, state: State) -> None:
    with state(tmp_path) as network:
        job = Job()
        threading.Timer(0.2, job.cancel).start()
        with pytest.raises(Cancelled):
            download(network, PDF, None, PartFile(tmp_path, PDF), job)


def test_a_question_can_be_cancelled(server: ArxivServer, network: Network) -> None:
    server.faults.always(ways.slow(1.0))
    job = Job()
    threading.Timer(0.2, job.cancel).start()
    with pytest.raises(Cancelled):
        ArxivApi(network).papers([PDF], job)


def requests_at_work() -> set[threading.Thread]:
    """Threads of requests, those that other tests left behind among them."""
    return {thread for thread in threading.enumerate() if thread.name == "request"}


def test_a_request_that_was_left_is_never_sent(server: ArxivServer, tmp_path: Path) -> None:
    before, job, looked_up = requests_at_work(), Job(), threading.Event()
    true_look_up = socket.getaddrinfo

    def slow_look_up(*arguments: object, **options: object) -> object:
        looked_up.wait(60)
        return true_look_up(*arguments, **options)  # type: ignore[arg-type]  # handed through

    network = Network(tmp_path / "pace", server.api_url, server.pdf_url, pace_s=0.001)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", slow_look_up)
        threading.Timer(0.2, job.cancel).start()
        with pytest.raises(Cancelled), asked(network, server.pdf_url + PDF, job):
            pytest.fail("it was answered")
        (left,) = requests_at_work() - before
        looked_up.set()
        left.join(20)
    assert not left.is_alive()
    assert server.log == ()


def test_a_download_that_was_left_writes_nothing_more(server: ArxivServer, network: Network, tmp_path: Path) -> None:
    server.faults.always(ways.slow(20_000.0), Kind.PDF)
    server.put_pdf(PDF, 1, b"%PDF-1.4\n" + bytes(10_000_000))
    part, others = PartFile(tmp_path, PDF, 1), requests_at_work()

    def cancel_soon(progress: Progress) -> None:
        if progress.done > 3000:
            job.cancel()

    job = Job(cancel_soon)
    with pytest.raises(Cancelled):
        download(network, PDF, 1, part, job)
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (tmp_path / "papers").iterdir()}
    for thread in requests_at_work() - others:
        thread.join(20)
    assert requests_at_work() <= others
    after = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (tmp_path / "papers").iterdir()}
    assert before == after
    assert PartFile(tmp_path, PDF, 1).size == part.size >= 3000
