"""At most one request to arXiv in an interval, as the server sees it, over API and PDFs, threads and processes.

The interval is short, because a server on this computer is asked; test_arxiv_pace.py shows three seconds by a clock of
its own. 20 jobs in a usual run, 200 in a full one.
"""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.arxiv_server import faults
from tests.arxiv_server.answers import Kind
from tests.arxiv_server.server import ArxivServer
from tests.conftest import REPOSITORY

INTERVAL = 0.1
CHILD = Path(__file__).with_name("asking_child.py")


def start(server: ArxivServer, folder: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, str(CHILD), str(folder), server.base_url, str(INTERVAL), "4"]
    return subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(REPOSITORY)})


def gaps(server: ArxivServer) -> list[float]:
    return [after.at - before.at for before, after in pairwise(server.log)]


@pytest.mark.timeout(300)
def test_threads_processes_and_restarts_keep_the_pace_together(
    server: ArxivServer, tmp_path: Path, full_run: bool
) -> None:
    jobs = 200 if full_run else 20
    server.faults.every(7, faults.busy(503), faults.reset(), faults.slow(20_000), faults.late(0.15))
    with start(server, tmp_path) as first:
        for done in range(jobs // 4, jobs + 1, jobs // 4):
            with start(server, tmp_path) as second:
                try:
                    server.wait_for(done, timeout_s=60)
                finally:
                    second.kill()
        first.kill()
    assert {request.kind for request in server.log} == {Kind.API, Kind.PDF}
    assert len(server.log) >= jobs
    assert min(gaps(server)) >= INTERVAL


@pytest.mark.timeout(300)
def test_retry_after_holds_for_all_threads_and_processes(server: ArxivServer, tmp_path: Path) -> None:
    server.faults.next(None, None, faults.busy(429, 2), kind=Kind.API)
    with start(server, tmp_path) as first, start(server, tmp_path) as second:
        try:
            server.wait_for(10, timeout_s=60)
        finally:
            first.kill()
            second.kill()
    busy = next(index for index, request in enumerate(server.log) if request.status == 429)
    assert gaps(server)[busy] >= 2.0
