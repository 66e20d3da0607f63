"""A window that holds the library takes papers from the command line and from links, and fetches by itself."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.arxiv_server import ArxivServer
from tests.e2e.papershelf import PROGRAM, environment, papershelf
from tests.e2e.test_served_commands import QT, wait_for_channel

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@contextmanager
def window_of(library: Path, server: ArxivServer, *words: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A window of the library, with the server in the place of arXiv; closed in order at the end."""
    env = environment({**QT, "PAPERSHELF_ARXIV": server.base_url, "PAPERSHELF_ARXIV_PACE": "0.002"})
    command = [*PROGRAM, "--library", str(library), *words]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as window:
        try:
            wait_for_channel(library, window)
            yield window
            window.terminate()
            _, complaints = window.communicate(timeout=30)
            assert window.returncode == 0
            assert b"Traceback" not in complaints
        finally:
            window.kill()


@pytest.fixture
def server() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        yield server


def papers_of(library: Path) -> dict[str, bool]:
    """Ids, and whether their PDFs are there."""
    listed = json.loads(papershelf("list", "--json", "--library", library).out)
    return {paper["arxiv_id"]: paper["pdf"] for paper in listed}


def test_the_window_adds_and_fetches(server: ArxivServer, tmp_path: Path) -> None:
    library = tmp_path / "library"
    paper = next(name for name, versions in server.papers.items() if not versions[-1].withdrawn)
    (tmp_path / "links.txt").write_text(f"https://arxiv.org/abs/{paper}")
    with window_of(library, server):
        answer = papershelf("add", "links.txt", "2413.12345", "--library", library, cwd=tmp_path)
        assert (answer.code, answer.out.splitlines()[0].split("\t")[:2]) == (1, [paper, "added"])
        assert answer.err.splitlines() == ["papershelf: not understood: 2413.12345"]
        deadline = time.monotonic() + 60
        while not papers_of(library)[paper]:
            assert time.monotonic() < deadline
        assert papershelf("fetch", "--library", library).code == 0
        piped = [*PROGRAM, "add", "-", "--later", "--json", "--library", str(library)]
        done = subprocess.run(piped, input=b"math.GT/0309136", env=environment(), capture_output=True)
        assert [one["name"] for one in json.loads(done.stdout)["papers"]] == ["math/0309136"]
    assert papershelf("check", "--library", library).code == 0


def test_a_link_is_handed_to_the_window_and_adds_nothing(server: ArxivServer, tmp_path: Path) -> None:
    library = tmp_path / "library"
    with window_of(library, server, "papershelf://add?arxiv=2403.02774"):
        again = papershelf("--library", library, "papershelf://add?text=" + "2403.02775%20" * 5000)
        assert (again.code, again.out, again.err) == (0, "", "")
        assert papers_of(library) == {}
    assert server.log == ()
