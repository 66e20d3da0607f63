"""While a window holds the library, the command line follows feeds in it and has it ask them."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.arxiv_server import ArxivServer
from tests.e2e.papershelf import papershelf
from tests.e2e.test_served_commands import window_with

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
DAY = "2024-11-15"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        server.days.today = DAY
        monkeypatch.setenv("PAPERSHELF_ARXIV", server.base_url)
        monkeypatch.setenv("PAPERSHELF_ARXIV_PACE", "0.002")
        yield server


def test_the_window_asks_the_feeds_that_the_command_line_follows(server: ArxivServer, tmp_path: Path) -> None:
    library = tmp_path / "library"
    ids = list(server.papers)[:3]
    server.days.announce("cs.CV", ids[:2])
    with window_with(library):
        assert papershelf("feeds", "--follow", "cs.CV", "--library", library).code == 0
        wait_for(library, 2)
        server.days.announce("cs.CV", ids[2:])
        answer = papershelf("fetch", "--feed", "cs.CV", "--library", library)
        assert answer.err == "papershelf: the window that has the library open fetches what is wanted\n"
        wait_for(library, 3)
        refused = papershelf("fetch", "--day", DAY, "--library", library)
        assert (refused.code, "close it" in refused.err) == (4, True)
    papers = json.loads(papershelf("list", "--json", "--library", library).out)
    assert {paper["arxiv_id"] for paper in papers} == set(ids)


def wait_for(library: Path, count: int) -> None:
    """Until the window's library has so many papers."""
    deadline = time.monotonic() + 60
    while len(papershelf("list", "--library", library).out.splitlines()) != count:
        assert time.monotonic() < deadline
