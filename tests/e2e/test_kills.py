"""A paper reported as imported is never lost, and none is half there, whenever the process is killed.

20 kills in a usual run, 200 in a full one. The moments are random; a failure names the seed that gives them again.
"""

import hashlib
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from desktop.app.held_library import opened, take
from desktop.domain.exporting import DigestSource
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.e2e.digests import numbered
from tests.e2e.papershelf import REPOSITORY, environment

DIGESTS = 40
PAPERS = 150
CHILD = (sys.executable, str(Path(__file__).with_name("importing_child.py")))


def make_digests(folder: Path) -> None:
    """Digests that overlap: half of each one's papers stand in the next one, too."""
    folder.mkdir()
    for number in range(DIGESTS):
        (folder / f"{number:03}.md").write_bytes(numbered(number * PAPERS // 2, PAPERS))


def run_and_kill(library: Path, digests: Path, delay: float) -> tuple[list[str], bool]:
    """Start the child and kill it `delay` seconds after it opened the library: what it reported, whether it ended."""
    command = [*CHILD, str(library), str(digests)]
    with subprocess.Popen(command, env=environment(), cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n", child.poll()
        try:
            child.wait(delay)
        except subprocess.TimeoutExpired:
            child.kill()
        lines = child.stdout.read().splitlines(keepends=True)
    reported = [line.split()[0] for line in lines if line.endswith("\n")]
    return [name for name in reported if name != "end"], "end" in reported


def stored_digests(library: Path) -> dict[str, int]:
    """Names of the digests in the library and their number of rows, read after SQLite's own recovery and checks."""
    with closing(sqlite3.connect(library / "library.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = connection.execute(
            "SELECT d.name, count(p.id) FROM digests d LEFT JOIN digest_entries e ON e.digest_id = d.id"
            " LEFT JOIN papers p ON p.id = e.paper_id GROUP BY d.id"
        ).fetchall()
        whole = connection.execute("SELECT count(*) FROM papers p JOIN entries e ON e.id = p.entry_id").fetchone()
        assert whole == connection.execute("SELECT count(*) FROM papers").fetchone()
    assert len({name for name, _ in rows}) == len(rows)
    return dict(rows)


@pytest.mark.timeout(3600)
def test_no_kill_loses_what_was_reported(tmp_path: Path, full_run: bool) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    digests = tmp_path / "digests"
    make_digests(digests)
    kills, rounds, in_the_middle = (200 if full_run else 20), 0, 0
    library, acknowledged = tmp_path / "library-0", set[str]()
    while kills:
        started = time.monotonic()
        reported, ended = run_and_kill(library, digests, chance.uniform(0.0, 0.5))
        acknowledged.update(reported)
        stored = stored_digests(library)
        assert acknowledged <= stored.keys(), f"lost with seed {seed}"
        assert set(stored.values()) <= {PAPERS}, f"half there with seed {seed}"
        if ended:  # nothing left to be interrupted: begin again with an empty library
            rounds += 1
            verify(library, digests)
            library, acknowledged = tmp_path / f"library-{rounds}", set()
        else:
            kills -= 1
            in_the_middle += 0 < len(stored) < DIGESTS
        assert time.monotonic() - started < 60
    assert in_the_middle, "no kill fell into an import"
    verify(library, digests)


def verify(library: Path, digests: Path) -> None:
    """Our own check, and every digest that is there comes out as it went in."""
    with opened(take(library), LibraryServices(library)) as services:
        assert services.checking.check(Job()).whole
        for digest in services.browse.sidebar().digests:
            written = services.exporting.document(DigestSource(digest.id)).data
            assert hashlib.sha256(written).digest() == hashlib.sha256((digests / digest.name).read_bytes()).digest()
