"""200 papers with their PDFs, from a server that fails one request in five, by a program that is killed five times.

A usual run does it with 40 papers. The moments of the kills are random; a failure names the seed that gives them again.
"""

import random
import time
from pathlib import Path

import pytest

from tests.arxiv_server import ArxivServer, Faults, faults
from tests.e2e.fetched_library import FetchedLibrary

KILLS = 5
FAILURES = (
    faults.status(500),
    faults.cut(0.5),
    faults.busy(503),
    faults.captcha(),
    faults.reset(),
    faults.busy(429, retry_after=1),
    faults.hang_up(),
)


@pytest.mark.timeout(3600)
def test_a_failing_server_and_five_kills_end_in_a_whole_library(tmp_path: Path, full_run: bool) -> None:
    seed = random.SystemRandom().randrange(2**32)
    papers = 200 if full_run else 40
    begun = time.monotonic()
    with ArxivServer(Faults().every(5, *FAILURES)) as server:
        ids = [name for name, versions in server.papers.items() if not versions[-1].withdrawn][:papers]
        library = FetchedLibrary(tmp_path / "run", server, ids, pace_s=0.2 if full_run else 0.05)
        for requests in sorted(random.Random(seed).sample(range(1, papers), KILLS)):
            child = library.child()
            library.wait_for_requests(child, requests)
            assert not library.kill(child), f"it had come to its end: seed {seed}"
            library.check_folder()
        child = library.child()
        child.wait()
        assert library.kill(child), f"it did not come to its end: seed {seed}"
        library.check_end()
        library.check_pace()
    print(
        f"seed {seed}: {papers} papers in {time.monotonic() - begun:.1f} s, {len(server.log)} requests, "
        f"{library.resumed_bytes()} bytes had not to come again"
    )
