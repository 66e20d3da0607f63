"""A feed of the day is a whole one of the categories that were asked for, or refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.derived_facts import derive
from desktop.domain.errors import NetworkError, Reason
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources import found_papers
from desktop.sources.arxiv_feeds import feed_of_day, read_feed
from tests.arxiv_server import ArxivServer, Kind, faults
from tests.unit.sources.feed_texts import ENTRY, HOSTILE, feed


@pytest.fixture
def feeds(network: Network, server: ArxivServer) -> Network:
    server.days.today = "2026-11-20"
    return replace(network, feeds=f"{server.base_url}/atom/")


def test_an_entry_is_a_paper_as_digests_have_it() -> None:
    day, (paper,) = read_feed(feed(ENTRY), ("cs.CV",))
    assert day == "2024-11-01"
    assert (paper.arxiv_id, paper.version, paper.announced) == ("2411.00001", 2, "replace-cross")
    assert paper.title == "A <b>Title</b> with $a<b$"
    assert paper.abstract == "We study it."
    assert paper.authors == ("Ada Lovelace", "Sammy Davis Jr.", "Björn Ångström")
    assert paper.categories == ("cs.CV", "math.CO")
    assert paper.entry is not None
    assert paper.entry.link == "https://arxiv.org/abs/2411.00001"
    assert paper.entry.abstract == "arXiv:2411.00001v2 Announce Type: replace-cross  Abstract: We study it."
    facts = derive(paper.entry)
    told = (facts.arxiv_id, facts.arxiv_version, facts.announced, facts.title, facts.abstract)
    assert told == ("2411.00001", 2, "replace-cross", paper.title, "We study it.")


def test_a_weekend_is_an_empty_day() -> None:
    assert read_feed(feed(), ("cs.CV",)) == ("2024-11-01", ())


@pytest.mark.parametrize(
    ("updated", "day"),
    [("2026-11-21T05:00:04+00:00", "2026-11-21"), ("2026-07-18T00:00:04-04:00", "2026-07-18")],
)
def test_an_empty_day_is_that_of_new_york(updated: str, day: str) -> None:
    assert read_feed(feed(updated=updated), ("cs.CV",))[0] == day


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_whole_feed_of_that_category_is_refused(what: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_feed(HOSTILE[what], ("cs.CV",))


@given(st.binary(max_size=400), st.integers(0, 400))
def test_any_other_bytes_are_refused(noise: bytes, place: int) -> None:
    content = feed(ENTRY)
    broken = content[:place] + noise + content[place + 5 :]
    try:
        day, papers = read_feed(broken, ("cs.CV",))
    except ValueError:
        return
    assert day
    assert len(papers) <= 1


def test_an_archive_is_asked_for_as_a_whole(feeds: Network) -> None:
    papers = feed_of_day(feeds, "cs", Job()).papers
    assert papers
    assert all(any(code.startswith("cs") for code in paper.categories) for paper in papers)


def test_papers_of_several_categories_come_once_in_the_feeds_order(feeds: Network, server: ArxivServer) -> None:
    first, second, third = list(server.papers)[:3]
    server.days.announce("cs.CV", [first, second])
    server.days.announce("cs.LG", [second, third], kind="cross")
    found = feed_of_day(feeds, "cs.CV + cs.LG", Job())
    assert [paper.arxiv_id for paper in found.papers] == [first, second, third]
    assert server.log[-1].path == "/atom/cs.CV+cs.LG"


def test_a_feed_that_is_known_does_not_come_again(feeds: Network, server: ArxivServer) -> None:
    first = feed_of_day(feeds, "cs.CV", Job())
    again = feed_of_day(feeds, "cs.CV", Job(), first.mark)
    assert again.unchanged
    assert server.log[-1].status == 304


def test_a_category_that_is_none_is_said_to_be_none(feeds: Network, server: ArxivServer) -> None:
    server.faults.next(faults.status(400))
    with pytest.raises(NetworkError) as error:
        feed_of_day(feeds, "cs.XX", Job())
    assert (error.value.reason, error.value.about) == (Reason.NO_SUCH_FEED, "cs.XX")


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (faults.captcha(), Reason.WEB_PAGE),
        (faults.cut(0.5), Reason.BAD_ANSWER),
        (faults.status(500), Reason.SERVER_FAILED),
        (faults.busy(429, retry_after=7), Reason.BUSY),
        (faults.hang_up(), Reason.SERVER_FAILED),
        (faults.instead(b"{}", "application/json"), Reason.BAD_ANSWER),
        (faults.redirect("https://evil.example/atom/cs.CV"), Reason.ADDRESS_REFUSED),
    ],
)
def test_what_goes_wrong_is_told(feeds: Network, server: ArxivServer, fault: faults.Fault, reason: Reason) -> None:
    server.faults.next(fault, kind=Kind.FEED)
    with pytest.raises(NetworkError) as error:
        feed_of_day(feeds, "cs.CV", Job())
    assert error.value.reason is reason


def test_an_endless_answer_is_cut(feeds: Network, server: ArxivServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found_papers, "ANSWER_LIMIT", 1 << 20)
    server.faults.next(faults.endless(), kind=Kind.FEED)
    with pytest.raises(NetworkError) as error:
        feed_of_day(feeds, "cs.CV", Job())
    assert error.value.reason is Reason.BAD_ANSWER
