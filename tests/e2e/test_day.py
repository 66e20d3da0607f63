"""`papershelf digest`: the day's papers with their texts, as files, in one command that can be run again and again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.formats.digest_markdown import read_exact_digest
from tests.arxiv_server import Kind, faults
from tests.e2e.made_day import TEXTS, TODAY, MadeDay
from tests.e2e.papershelf import papershelf

FILE = f"{TODAY}/cs.CV.md"


def entries(document: bytes) -> int:
    """How many papers a document holds that the grammar explains to the last byte."""
    digest = read_exact_digest(document)
    assert digest is not None
    return len(digest.entries)


@pytest.fixture
def day(tmp_path: Path, full_run: bool) -> Iterator[MadeDay]:
    """200 papers, 200 ms before each answer and one in ten of them bad; a tenth in a usual run."""
    papers, latency_s = (200, 0.2) if full_run else (20, 0.02)
    with MadeDay(tmp_path, papers, latency_s=latency_s, bad_every=10) as day:
        yield day


def test_a_day_ends_with_all_papers_whole_or_listed(day: MadeDay) -> None:
    answer = day.make()
    assert answer.code == (1 if day.listed() else 0), answer
    assert answer.out.splitlines()[0] == f"cs.CV\tfeed\t{TODAY}\t{len(day.ids)} papers: {len(day.ids)} new"
    assert sum(day.stored().values()) + day.listed() == TEXTS * len(day.ids)
    assert set(day.files()) == {FILE, f"{TODAY}/cs.CV.html", f"{TODAY}/cs.CV.xml", "cs.CV.xml", "index.html"}


def test_the_digest_is_explained_by_the_grammar_and_comes_back_byte_for_byte(day: MadeDay) -> None:
    day.make()
    written = day.files()[FILE]
    assert entries(written) == len(day.ids)
    other = day.folder / "other"
    assert papershelf("import", day.digests / FILE, "--library", other).code == 0
    assert papershelf("export", "--digest", "cs.CV.md", "-o", day.folder / "again.md", "--library", other).code == 0
    assert (day.folder / "again.md").read_bytes() == written


def test_the_same_day_again_asks_nothing_and_writes_the_same_bytes(day: MadeDay) -> None:
    day.make()
    files, calls = day.files(), len(day.model.calls)
    times = {path: path.stat().st_mtime_ns for path in day.digests.rglob("*")}
    again = day.make()
    assert (again.code, len(day.model.calls)) == (1 if day.listed() else 0, calls)
    assert again.out.startswith("cs.CV\tfeed\t2026-11-20\tas it was\n")
    assert day.files() == files
    assert {path: path.stat().st_mtime_ns for path in day.digests.rglob("*")} == times


def test_what_was_not_followed_is_not_followed_afterwards_and_the_digest_is_kept(day: MadeDay) -> None:
    day.make("--no-texts")
    assert day.run("feeds").out == ""
    day.make("--no-texts", "--template", "english")
    listed = json.loads(day.make("--no-texts", "--json").out)
    assert [one["digest"] for one in listed] == [f"cs.CV {TODAY}"]
    assert day.run("feeds", "--follow", "cs.CV").out.split("\t")[3] == str(len(day.ids))  # all are in the inbox


def test_papers_that_came_later_that_day_are_added(day: MadeDay) -> None:
    day.make("--no-texts")
    more = [name for name in day.arxiv.papers if name not in day.ids][:2]
    day.arxiv.days.announce("cs.CV", more, "cross")
    assert "2 new" in day.make("--no-texts").out
    assert entries(day.files()[FILE]) == len(day.ids) + 2


def test_texts_that_failed_are_listed_and_asked_for_again_only_if_that_is_wanted(tmp_path: Path) -> None:
    with MadeDay(tmp_path, 3, fault_of=lambda call: None) as day:
        bad = day.arxiv.papers[day.ids[1]][-1].title
        day.model.fault_of = lambda call: day.model.bad[0] if call.title == bad else None
        answer = day.make()
        assert answer.code == 1
        assert answer.err.count("not written: ") == TEXTS
        assert "the model wrote nothing" in answer.err
        calls = len(day.model.calls)
        again = day.make("--quiet")
        assert (again.code, again.out, len(day.model.calls)) == (1, "", calls)
        day.model.fault_of = lambda call: None
        assert (day.make("--retry", "--quiet").code, day.listed(), len(day.model.calls)) == (0, 0, calls + 1)


def test_one_file_quietly_and_with_the_time(day: MadeDay) -> None:
    words = [*day.words[:3], "--output", "today.html", "--no-texts", "--library", str(day.library)]
    answer = papershelf(*words, "--timestamps", cwd=day.folder, env=day.environment)
    assert answer.code == 0
    assert all(line.startswith("20") and "T" in line.split(" ")[0] for line in answer.out.splitlines())
    assert (day.folder / "today.html").read_bytes().startswith(b"<!doctype html>")
    quiet = papershelf(*words, "--quiet", cwd=day.folder, env=day.environment)
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")


def test_several_feeds_make_a_digest_each_and_a_paper_of_both_has_its_texts_once(day: MadeDay) -> None:
    others = [name for name in day.arxiv.papers if name not in day.ids][:3]
    day.arxiv.days.announce("cs.CL", [*day.ids[:2], *others])
    day.model.bad_every = 0
    answer = day.make("--feed", "cs.CL", "--formats", "md")
    assert answer.code == 0, answer
    assert {name: entries(written) for name, written in day.files().items()} == {
        FILE: len(day.ids),
        f"{TODAY}/cs.CL.md": 5,
    }
    assert len(day.model.calls) == len(day.ids) + len(others)


def test_an_arxiv_that_asks_to_wait_for_an_hour_is_asked_about_no_other_feed(day: MadeDay) -> None:
    day.arxiv.faults.next(faults.busy(503, retry_after=3600), kind=Kind.FEED)
    answer = day.make("--feed", "cs.CL", "--no-texts", "--quiet")
    assert (answer.code, answer.out, day.files()) == (1, "", {})
    assert [line.split(": ")[1:3] for line in answer.err.splitlines()] == [
        ["not asked", "cs.CV"],
        ["not asked", "cs.CL"],
    ]
    assert len(day.arxiv.log) == 1


def test_only_texts_of_the_digest_are_written_whatever_an_earlier_session_left(day: MadeDay) -> None:
    day.make("--no-texts")
    left = day.left_over()
    assert day.make("--quiet").code in (0, 1)
    assert {call.language for call in day.model.calls} == {"zh"}
    assert day.waiting() == left


def test_some_formats_alone(day: MadeDay) -> None:
    assert day.make("--no-texts", "--formats", "md").code == 0
    assert set(day.files()) == {FILE}


def test_a_weekend_brings_nothing_and_is_no_failure(day: MadeDay) -> None:
    day.arxiv.days.today = "2026-11-21"
    answer = day.make()
    assert (answer.code, answer.err) == (0, "papershelf: cs.CV: nothing new, so no digest was written\n")
    assert answer.out == "cs.CV\tfeed\t2026-11-21\tnothing announced\n"
    assert day.files() == {}


def test_an_earlier_day_is_made_of_what_the_library_holds(day: MadeDay) -> None:
    day.make("--no-texts")
    files = day.files()
    day.arxiv.days.today = "2026-11-23"
    asked = len(day.arxiv.log)
    answer = day.make("--no-texts", "--day", TODAY)
    assert (answer.code, len(day.arxiv.log), day.files()) == (0, asked, files)
    sunday = day.make("--no-texts", "--day", "2026-11-15")
    assert (sunday.code, day.files()) == (0, files)


@pytest.mark.parametrize(
    ("more", "code", "said"),
    [
        (("--feed", "nothing at all"), 4, "nothing at all"),
        (("--formats", "pdf"), 2, "is not some of md,html,rss"),
        (("--mail", "nobody"), 4, "nobody"),
        (("--mail", "a@example.org"), 4, "mail is not set up"),
        (("--output", "x.md"), 2, "not allowed with"),
        (("--language", "xx"), 4, "languages are zh, zh-Hant"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_asked(
    tmp_path: Path, more: tuple[str, ...], code: int, said: str
) -> None:
    with MadeDay(tmp_path, 1) as day:
        answer = day.make(*more)
        assert (answer.code, answer.out) == (code, "")
        assert said in answer.err
        assert not day.arxiv.log
