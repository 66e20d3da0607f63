"""`papershelf feeds` and `papershelf fetch --feed`, against an arXiv of our own."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.arxiv_server import ArxivServer, Kind, faults
from tests.e2e.papershelf import Answer, papershelf

Run = Callable[..., Answer]
DAY = "2024-11-15"


@pytest.fixture
def server() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        server.days.today = DAY
        yield server


@pytest.fixture
def run(server: ArxivServer, tmp_path: Path) -> Run:
    """Runs the program with a library of its own, the server in the place of arXiv and of the Daily Papers."""
    env = {"PAPERSHELF_ARXIV": server.base_url, "PAPERSHELF_ARXIV_PACE": "0.002"}

    def run(command: str, *words: str | Path) -> Answer:
        return papershelf(command, *words, "--library", tmp_path / "library", cwd=tmp_path, env=env)

    return run


def test_what_is_followed_comes_with_fetch(run: Run, server: ArxivServer) -> None:
    ids = [name for name, versions in server.papers.items() if len(versions) == 1][:4]
    server.days.announce("cs.CV", ids[:3])
    server.days.announce("cs.CV", ids[3:], "replace")
    followed = run("feeds", "--follow", "cs.CV", "--name", "Vision", "--without", "announce:replace")
    assert (followed.code, followed.err) == (0, "")
    assert followed.out == "Vision\tarxiv-category\tcs.CV\t0\t-\tnot asked yet\n"
    answer = run("fetch")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == f"Vision\tfeed\t{DAY}\t4 papers: 3 new, 1 left out"
    assert lines[-1] == "3 papers described, 0 PDFs fetched"
    assert [paper["arxiv_id"] for paper in json.loads(run("list", "--json").out)] == ids[:3]
    assert run("fetch").out == f"Vision\tfeed\t{DAY}\tas it was\n0 papers described, 0 PDFs fetched\n"
    assert run("feeds").out.split("\t")[3] == "3"


def test_who_follows_nothing_reads_how_and_a_timer_does_not(run: Run) -> None:
    hint = "papershelf: nothing is followed yet; `papershelf feeds --follow cs.CV` follows a category of arXiv\n"
    assert run("feeds") == Answer(0, "", hint)
    assert run("feeds", "--json").out == "[]\n"
    assert run("fetch").err == ""


def test_daily_papers_of_a_day_and_json(run: Run, server: ArxivServer) -> None:
    ids = list(server.papers)[:2]
    server.days.put_daily(ids, "2024-11-13")
    run("feeds", "--follow-daily-papers")
    run("feeds", "--follow", "cs.CV")
    answer = run("fetch", "--feed", "daily papers", "--day", "2024-11-13", "--json")
    assert answer.code == 0
    feed, *fetched = json.loads(answer.out)
    wanted = {"kind": "feed", "feed": "Daily Papers", "state": "fetched", "day": "2024-11-13", "found": 2, "added": 2}
    assert {name: feed[name] for name in wanted} == wanted
    assert {record["arxiv_id"] for record in fetched} == set(ids)
    assert not server.asked(Kind.FEED)


def test_a_search_is_followed(run: Run) -> None:
    run("feeds", "--follow-search", "all:sparse", "--name", "Sparse", "--with", "word:sparse")
    assert " new" in run("fetch").out.splitlines()[0]
    (feed,) = json.loads(run("feeds", "--json").out)
    assert feed["filter"]["words"] == {"wanted": ["sparse"], "unwanted": []}
    assert feed["inbox"] > 10


def test_what_fails_is_said_and_the_rest_is_done(run: Run, server: ArxivServer) -> None:
    server.days.announce("cs.LG", list(server.papers)[:1])
    server.faults.always(faults.status(404), Kind.FEED, "cs.CV")
    run("feeds", "--follow", "cs.CV")
    run("feeds", "--follow", "cs.LG")
    answer = run("fetch")
    assert answer.code == 1
    assert answer.err.startswith("papershelf: not asked: cs.CV: the server knows no such category")
    assert "cs.LG\tfeed" in answer.out
    assert "no-such-feed" in run("feeds").out


def test_lists_go_out_and_come_in(run: Run, tmp_path: Path) -> None:
    run("feeds", "--follow", "cs.CV+cs.LG", "--name", "视觉")
    run("feeds", "--follow-daily-papers")
    assert run("feeds", "--opml-out", "feeds.opml").code == 0
    assert run("feeds", "--unfollow", "视觉").out.count("\n") == 1
    answer = run("feeds", "--opml-in", "feeds.opml")
    assert answer.err == "papershelf: 1 feed followed, 1 known\n"
    assert [line.split("\t")[0] for line in answer.out.splitlines()] == ["Daily Papers", "视觉"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("feeds", "--follow", "not a category!"), 4, "no category of arXiv"),
        (("feeds", "--unfollow", "nothing"), 4, "nothing"),
        (("feeds", "--follow", "cs.CV", "--with", "diffusion"), 4, "a term begins with"),
        (("feeds", "--opml-in", "missing.opml"), 4, "missing.opml"),
        (("fetch", "--feed", "nothing"), 4, "nothing"),
        (("fetch", "--day", "yesterday"), 2, "is not a day"),
        (("feeds", "--follow", "cs.CV", "--every", "1"), 4, "minutes at least"),
    ],
)
def test_what_cannot_be_is_refused(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    answer = run(*words)
    assert answer.code == code
    assert said in answer.err
