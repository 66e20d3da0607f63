"""Whenever the program is killed while it asks feeds, a day is there whole or not at all, and in the end nothing twice.

10 kills in a usual run, 100 in a full one. The moments are random; a failure names the seed that gives them again.
"""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app.held_library import opened, take
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.arxiv_server import Archive, ArxivServer, Faults, Kind, faults
from tests.e2e.feeds_child import CATEGORIES
from tests.e2e.papershelf import environment

DAY_OF = 200
BYTES_PER_S = 2_000_000


def announced(server: ArxivServer) -> dict[str, list[str]]:
    """A day of 200 papers for each category; each shares half with the next."""
    server.days.today = "2026-11-20"
    ids = list(server.papers)
    plan = {code: ids[100 * number : 100 * number + DAY_OF] for number, code in enumerate(CATEGORIES)}
    for code, papers in plan.items():
        server.days.announce(code, papers)
    return plan


def check(folder: Path, plan: dict[str, list[str]]) -> None:
    """Each day that is told of is whole, in the feed's order, and its papers are there with what belongs to them."""
    if not (folder / "library.sqlite").exists():
        return
    with opened(take(folder), LibraryServices(folder)) as services:
        raw = services._file.connection
        for feed in services.feeds.feeds():
            days = services.feeds.days(feed.id)
            rows = raw.execute(
                """SELECT p.arxiv_id FROM feed_papers f JOIN papers p ON p.id = f.paper_id
                WHERE f.feed_id = ? ORDER BY f.position""",
                (feed.id,),
            )
            assert [name for (name,) in rows] == (plan[feed.name] if days else [])
            assert bool(days) == bool(feed.state.answered_ms)
        one_each = "SELECT count(*), count(DISTINCT arxiv_id) FROM papers"
        papers, ids = raw.execute(one_each).fetchone()
        wishes = raw.execute("SELECT count(DISTINCT paper_id) FROM fetches").fetchone()[0]
        assert papers == ids == wishes
        report = services.checking.check(Job())
        assert (report.database, report.references, report.search_index) == ((), (), ())


@pytest.mark.timeout(3600)
def test_no_kill_leaves_half_a_day_or_a_paper_twice(tmp_path: Path, full_run: bool) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    print(f"seed {seed}")
    kills, rounds = (100 if full_run else 10), 0
    while kills > 0:
        rounds += 1
        slow = Faults().always(faults.slow(BYTES_PER_S), Kind.FEED)
        with ArxivServer(slow, Archive(500)) as server:
            plan, folder, ended = announced(server), tmp_path / str(rounds), False
            while not ended:
                words = [
                    sys.executable,
                    "-m",
                    "tests.e2e.feeds_child",
                    str(folder),
                    server.base_url,
                    f"{tmp_path}/pace",
                ]
                with subprocess.Popen(words, env=environment(), stdout=subprocess.PIPE) as child:
                    assert child.stdout is not None
                    child.stdout.readline()  # it is open
                    try:
                        child.wait(chance.uniform(0.0, 1.5) if kills > 0 else None)
                    except subprocess.TimeoutExpired:
                        kills -= 1
                        child.kill()
                    ended = b"end" in child.stdout.read()
                check(folder, plan)
        assert ended
