"""Whenever the program is killed while it downloads, the papers folder holds only whole PDFs, and all come in the end.

10 kills in a usual run, 100 in a full one. The moments are random; a failure names the seed that gives them again.
"""

import random
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.arxiv_server import ArxivServer, Faults, Kind, faults
from tests.e2e.fetched_library import FetchedLibrary

PACE_S = 0.02
BYTES_PER_S = 150_000
LARGE = 5
SMALL = 5


def ids_of(server: ArxivServer) -> Sequence[str]:
    """Some papers with PDFs that take seconds to come, and some that come at once."""
    with_pdf = [name for name, versions in server.papers.items() if not versions[-1].withdrawn]
    large = [name for name in with_pdf if len(server.pdf_bytes(name)) > 300_000]
    small = [name for name in with_pdf if name not in large]
    return [*large[:LARGE], *small[:SMALL]]


@pytest.mark.timeout(3600)
def test_no_kill_leaves_half_a_pdf_and_all_come_in_the_end(tmp_path: Path, full_run: bool) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    kills, rounds, resumed = (100 if full_run else 10), 0, 0
    while kills:
        rounds += 1
        with ArxivServer(Faults().always(faults.slow(BYTES_PER_S), Kind.PDF)) as server:
            library = FetchedLibrary(tmp_path / str(rounds), server, ids_of(server), PACE_S)
            ended = False
            while not ended:
                child = library.child()
                try:
                    child.wait(chance.uniform(0.0, 3.0) if kills else None)
                except subprocess.TimeoutExpired:
                    kills -= 1
                ended = library.kill(child)
                library.check_folder()
            library.check_end()
            library.check_pace()
            resumed += library.resumed_bytes()
    print(f"seed {seed}: {rounds} rounds, {resumed} bytes had not to come again")
    assert resumed, "no download was resumed"
