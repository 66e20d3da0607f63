"""A paper reported as added is never lost, and no addition is half there, whenever the process is killed.

20 kills in a usual run, 200 in a full one. The moments are random; a failure names the seed that gives them again.
"""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop.app.held_library import opened, take
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.e2e.papershelf import REPOSITORY, environment

ADDITIONS = 150
AT_ONCE = 20
CHILD = (sys.executable, str(Path(__file__).with_name("adding_child.py")))


def run_and_kill(library: Path, additions: Path, delay: float) -> tuple[set[str], bool]:
    """Start the child, kill it `delay` seconds after it opened the library: the ids it reported, whether it ended."""
    command = [*CHILD, str(library), str(additions)]
    with subprocess.Popen(command, env=environment(), cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n", child.poll()
        try:
            child.wait(delay)
        except subprocess.TimeoutExpired:
            child.kill()
        lines = child.stdout.read().splitlines(keepends=True)
    reported = {word for line in lines if line.endswith("\n") for word in line.split()}
    return reported - {"end"}, "end" in reported


def stored_ids(library: Path) -> set[str]:
    """Ids in the library, read after SQLite's own recovery and checks. Each has its wishes."""
    with closing(sqlite3.connect(library / "library.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        shown = "SELECT p.arxiv_id, (SELECT count(*) FROM fetches f WHERE f.paper_id = p.id) FROM papers p"
        rows = connection.execute(shown + " WHERE p.trashed_at IS NULL").fetchall()
        assert connection.execute("SELECT count(*) FROM papers").fetchone() == (len(rows),), "one is half there"
    assert {wishes for _, wishes in rows} <= {2}, "one lacks a wish"
    return {arxiv_id for arxiv_id, _ in rows}


@pytest.mark.timeout(3600)
def test_no_kill_loses_what_was_reported_as_added(tmp_path: Path, full_run: bool) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    ids = [f"2403.{number:05}" for number in range(1, ADDITIONS * AT_ONCE + 1)]
    groups = [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
    additions = tmp_path / "additions.txt"
    additions.write_text("\n".join(map(" ".join, groups)), "ascii")
    kills, rounds, in_the_middle = (200 if full_run else 20), 0, 0
    library, acknowledged = tmp_path / "library-0", set[str]()
    while kills:
        reported, ended = run_and_kill(library, additions, chance.uniform(0.0, 1.0))
        acknowledged |= reported
        stored = stored_ids(library)
        assert acknowledged <= stored, f"lost with seed {seed}"
        assert all(stored.isdisjoint(group) or stored.issuperset(group) for group in groups), f"half: seed {seed}"
        if ended:  # nothing left to be interrupted: begin again with an empty library
            rounds += 1
            verify(library)
            library, acknowledged = tmp_path / f"library-{rounds}", set()
        else:
            kills -= 1
            in_the_middle += 0 < len(stored) < len(ids)
    assert in_the_middle, "no kill fell into an addition"
    verify(library)


def verify(library: Path) -> None:
    """Our own check."""
    with opened(take(library), LibraryServices(library)) as services:
        assert services.checking.check(Job()).whole
