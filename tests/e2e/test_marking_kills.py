"""A mark reported as saved is never lost, no step is half there, and the PDF never changes, whenever the process is
killed while a person annotates.

20 kills in a usual run, 200 in a full one. The moments are random; a failure names the seed that gives them again.
"""

import hashlib
import random
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from desktop.app.held_library import opened, take
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.e2e.marking_child import MARKS
from tests.e2e.papershelf import REPOSITORY, environment
from tests.unit.pdf.made_pdfs import made_pdf, text

CHILD = (sys.executable, str(Path(__file__).with_name("marking_child.py")))


def make_library(folder: Path, given: Path) -> str:
    """A library with one paper; the sha256 of its PDF."""
    given.write_bytes(made_pdf(text("On Walls", 20, 60, 700)))
    with opened(take(folder), LibraryServices(folder)) as services:
        services.organising.add_pdf(given, "On Walls")
    return hashlib.sha256(given.read_bytes()).hexdigest()


def run_and_kill(library: Path, run: int, delay: float) -> list[tuple[str, str]]:
    """Start the child and kill it `delay` seconds after it opened the library: what it reported."""
    command = [*CHILD, str(library), str(run)]
    with subprocess.Popen(command, env=environment(), cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n", child.poll()
        try:
            child.wait(delay)
        except subprocess.TimeoutExpired:
            child.kill()
        lines = child.stdout.read().splitlines(keepends=True)
    return [(line[0], line[2:-1]) for line in lines if line.endswith("\n")]


def stored_steps(library: Path) -> Counter[str]:
    """The names of the steps in the library with their numbers of marks, read after SQLite's recovery and checks."""
    with closing(sqlite3.connect(library / "library.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO marks_fts (marks_fts) VALUES ('integrity-check')")
        pictures = "SELECT count(*) FROM marks WHERE id LIKE '%.0' AND id NOT IN (SELECT mark_id FROM mark_pictures)"
        assert connection.execute(pictures).fetchone() == (0,)
        return Counter(mark.rpartition(".")[0] for (mark,) in connection.execute("SELECT id FROM marks"))


@pytest.mark.timeout(3600)
def test_no_kill_loses_a_mark_or_touches_the_pdf(tmp_path: Path, full_run: bool) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    library = tmp_path / "library"
    sha256 = make_library(library, tmp_path / "walls.pdf")
    reported: list[tuple[str, str]] = []
    longest = 0.4
    for run in range(200 if full_run else 20):
        reported += run_and_kill(library, run, chance.uniform(0.0, longest))
        if not any(sign == "-" for sign, _ in reported):
            longest *= 1.5  # a busy computer comes no further before it is killed
        stored = stored_steps(library)
        said = {sign: {name for given, name in reported if given == sign} for sign in "+?-"}
        assert said["+"] - said["?"] <= stored.keys(), f"lost with seed {seed}"
        assert not said["-"] & stored.keys(), f"deleted and there again with seed {seed}"
        assert set(stored.values()) <= {MARKS}, f"half there with seed {seed}"
        (pdf,) = (library / "papers").iterdir()
        assert hashlib.sha256(pdf.read_bytes()).hexdigest() == sha256
    assert any(sign == "-" for sign, _ in reported), "no kill came after a step"
    print(f"seed {seed}: {sum(stored_steps(library).values())} marks")
    with opened(take(library), LibraryServices(library)) as services:
        assert services.checking.check(Job()).whole
