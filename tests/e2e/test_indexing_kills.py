"""Reading PDFs for the search is killed at random moments: in the end the index is what it would be without."""

import random
import subprocess
import sys
from pathlib import Path

from desktop.app.held_library import opened, take
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.e2e.papershelf import REPOSITORY, environment
from tests.unit.services.indexed_library import printed, put_pdf, texts_of

CHILD = (sys.executable, str(Path(__file__).with_name("indexing_child.py")))
FILES, PAGES = 6, 150


def fill(folder: Path) -> None:
    """A library of long PDFs; nothing of them is in the index."""
    with opened(take(folder), LibraryServices(folder)) as services:
        for number in range(FILES):
            pages = (f"gradient {number} of page{page}" if page % 7 else "" for page in range(PAGES))
            put_pdf(services, printed(*pages))
        put_pdf(services, printed("", ""))
        put_pdf(services, b"%PDF-1.7 broken")


def index_of(folder: Path) -> tuple[object, object]:
    """All that a library says of its PDFs; the index is whole."""
    with opened(take(folder), LibraryServices(folder)) as services:
        assert services.checking.check(Job()).search_index == ()
        return texts_of(services), services.indexing.overview()


def child(folder: Path) -> "subprocess.Popen[str]":
    """A child that has opened the library."""
    started = subprocess.Popen(
        [*CHILD, str(folder)], env=environment(), cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "open\n", started.wait()
    return started


def ended_before_kill(process: "subprocess.Popen[str]", seconds: float | None) -> bool:
    """Kill the child after that time. True if it had come to its end."""
    with process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        assert process.stdout is not None
        return process.stdout.read() == "end\n"


def test_kills_leave_each_file_whole_or_to_be_gone_on_with(tmp_path: Path, full_run: bool) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    fill(tmp_path / "undisturbed")
    assert ended_before_kill(child(tmp_path / "undisturbed"), None)
    expected = index_of(tmp_path / "undisturbed")
    kills, rounds = (20 if full_run else 3), 0
    while kills > 0:
        rounds += 1
        folder = tmp_path / str(rounds)
        fill(folder)
        while not ended_before_kill(child(folder), chance.uniform(0.0, 2.5) if kills > 0 else None):
            kills -= 1
            index_of(folder)
        assert index_of(folder) == expected
    print(f"seed {seed}: {rounds} rounds")
