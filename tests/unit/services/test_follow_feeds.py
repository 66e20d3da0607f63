"""What feeds tell comes into the inbox with where it was found: each paper once, whatever tells of it again."""

from datetime import date

import pytest

from desktop.domain.announcing import submitted_for
from desktop.domain.errors import InputError, Reason
from desktop.domain.exporting import PapersSource
from desktop.domain.feed_filter import FeedFilter, Terms
from desktop.domain.feeds import FeedChoice, FeedKind
from desktop.domain.fetching import FetchKind
from desktop.domain.ids import FeedId
from desktop.domain.listing import Listing, Place
from desktop.domain.paper import ORIGINAL, TextKind
from desktop.domain.progress import Job
from desktop.domain.reading_list import Status
from desktop.services.library import LibraryServices
from tests.arxiv_server import ArxivServer, Kind
from tests.arxiv_server.papers import moment
from tests.unit.services.conftest import papers_in
from tests.unit.services.feed_reader import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    TUESDAY,
    FeedReader,
    reader,
    server,
    some,
)

__all__ = ["reader", "server"]


def test_a_day_comes_into_the_inbox_in_the_feeds_order(reader: FeedReader, server: ArxivServer) -> None:
    ids = some(server, 5)
    reader.announce(FRIDAY, *ids[:3])
    reader.announce(FRIDAY, *ids[3:], kind="cross")
    report = reader.ask(reader.follow())
    assert (report.day, report.found, report.added, report.known) == (FRIDAY, 5, 5, 0)
    assert reader.ids() == ids
    assert [reader.details(paper).row.arxiv_id for paper in report.papers] == ids
    assert report.changes.papers_added == report.papers
    for paper, name in zip(report.papers, ids, strict=True):
        details, told = reader.details(paper), server.papers[name][-1]
        row = details.row
        assert (row.title, row.authors, row.status) == (told.title, told.authors, Status.INBOX)
        assert set(told.categories) <= set(row.categories)
        assert details.text(TextKind.ABSTRACT, ORIGINAL) == told.abstract
        (found,) = details.found_by
        assert (found.name, found.day, found.version) == ("cs.CV", FRIDAY, 1)
        assert found.announced == ("new" if name in ids[:3] else "cross")
        assert [(wish.kind, wish.automatic) for wish in details.fetches] == [(FetchKind.METADATA, True)]


def test_asking_again_brings_nothing_twice(reader: FeedReader, server: ArxivServer) -> None:
    feed, ids = reader.follow(), some(server, 4)
    reader.announce(FRIDAY, *ids[:3])
    reader.ask(feed)
    assert reader.ask(feed).unchanged
    assert len(reader.ask(feed).papers) == 3
    reader.announce(FRIDAY, ids[3])
    report = reader.ask(feed)
    assert (report.found, report.added, report.known, len(report.papers)) == (4, 1, 3, 4)
    (day,) = reader.library.feeds.days(feed.id)
    assert (day.found, day.added) == (4, 4)


def test_two_feeds_tell_of_one_paper_once(reader: FeedReader, server: ArxivServer) -> None:
    (name,) = some(server, 1)
    for category in ("cs.CV", "cs.LG"):
        reader.announce(FRIDAY, name, category=category)
        reader.ask(reader.follow(category))
    server.days.put_daily([name])
    reader.ask(reader.follow("", FeedKind.DAILY_PAPERS), FRIDAY)
    (paper,) = papers_in(reader.library)
    assert {found.name for found in reader.details(paper).found_by} == {"cs.CV", "cs.LG", "Daily Papers"}
    assert [feed.inbox for feed in reader.library.feeds.feeds()] == [1, 1, 1]


def test_what_arxiv_tells_completes_a_paper_and_leaves_the_feeds_words(reader: FeedReader, server: ArxivServer) -> None:
    (name,) = some(server, 1)
    reader.announce(FRIDAY, name)
    (paper,) = reader.ask(reader.follow()).papers
    reader.library.fetching.run(Job())
    details, told = reader.details(paper), server.papers[name][-1]
    assert (details.row.published, details.row.categories) == (told.published, told.categories)
    document = reader.library.exporting.document(PapersSource((paper,)))
    header = f"arXiv:{name}v1 Announce Type: new  Abstract: {told.abstract}"
    assert f"    {header}\n" in document.data.decode()
    assert f"https://arxiv.org/abs/{name}" in document.data.decode()


def test_a_new_version_of_a_known_paper_is_marked(reader: FeedReader, server: ArxivServer) -> None:
    (name,) = some(server, 1, versions=2)
    server.papers.hold_back(name, 1)
    feed = reader.follow()
    reader.announce(FRIDAY, name)
    (paper,) = reader.ask(feed).papers
    reader.library.fetching.run(Job())
    server.papers.publish(name)
    reader.announce(MONDAY, name, kind="replace")
    report = reader.ask(feed)
    assert (report.added, report.known, report.repeated) == (0, 1, 0)
    reader.library.fetching.run(Job())
    details = reader.details(paper)
    assert (details.row.arxiv_version, details.row.newer_version) == (1, 2)
    assert [(found.day, found.announced) for found in details.found_by] == [(MONDAY, "replace"), (FRIDAY, "new")]


def test_a_feed_that_still_shows_the_last_day_is_said_to(reader: FeedReader, server: ArxivServer) -> None:
    feed, ids = reader.follow(), some(server, 3)
    reader.announce(FRIDAY, *ids)
    reader.ask(feed)
    reader.announce(MONDAY, *ids)
    report = reader.ask(feed)
    assert (report.found, report.added, report.repeated) == (3, 0, 3)
    assert [day.day for day in reader.library.feeds.days(feed.id)] == [FRIDAY]


def test_an_empty_day_is_no_failure(reader: FeedReader, server: ArxivServer) -> None:
    feed = reader.follow()
    server.days.today = SATURDAY
    report = reader.ask(feed)
    assert (report.day, report.found, report.error) == (SATURDAY, 0, None)
    assert reader.library.feeds.days(feed.id) == ()


def test_papers_in_the_trash_stay_there(reader: FeedReader, server: ArxivServer) -> None:
    feed, ids = reader.follow(), some(server, 3)
    reader.announce(FRIDAY, *ids)
    first, second, _ = reader.ask(feed).papers
    reader.library.organising.move_to_trash([first, second])
    reader.library.trash.delete_for_good([second])
    reader.announce(MONDAY, *ids, kind="replace")
    report = reader.ask(feed)
    assert (report.added, report.known, len(report.papers)) == (0, 3, 1)
    assert papers_in(reader.library, Listing(Place.TRASH)) == [first]
    assert reader.ids() == ids[2:]


def test_a_paper_that_undo_took_back_comes_as_new(reader: FeedReader, server: ArxivServer) -> None:
    (name,) = some(server, 1)
    adding = reader.library.adding
    adding.add(adding.plan(name), download=False)
    (paper,) = papers_in(reader.library)
    reader.library.reading_list.set_status([paper], Status.READ)
    reader.library.undo.undo()
    reader.library.undo.undo()
    reader.announce(FRIDAY, name)
    assert reader.ask(reader.follow()).papers == (paper,)
    details = reader.details(paper)
    assert (details.row.title, details.row.status) == (server.papers[name][-1].title, Status.INBOX)


def test_a_paper_that_was_merged_is_known_as_the_other(reader: FeedReader, server: ArxivServer) -> None:
    ids = some(server, 2)
    vision, learning = reader.follow("cs.CV"), reader.follow("cs.LG")
    reader.announce(FRIDAY, ids[0])
    reader.announce(FRIDAY, ids[1], category="cs.LG")
    (kept,), (other,) = reader.ask(vision).papers, reader.ask(learning).papers
    reader.library.duplicates.merge(kept, [other], {})
    assert {found.name for found in reader.details(kept).found_by} == {"cs.CV", "cs.LG"}
    reader.announce(MONDAY, ids[1], kind="cross", category="cs.LG")
    report = reader.ask(learning)
    assert (report.added, report.papers) == (0, (kept,))
    reader.library.undo.undo()
    reader.library.undo.redo()
    assert reader.ids() == [ids[0]]


def test_a_filter_leaves_papers_out_and_tells_how_many(reader: FeedReader, server: ArxivServer) -> None:
    ids = some(server, 30)
    reader.announce(FRIDAY, *ids[:20])
    reader.announce(FRIDAY, *ids[20:], kind="replace")
    words = FeedFilter(words=Terms(("sparse",)), announced=Terms((), ("replace",)))
    feed = reader.follow(filter=words)
    report = reader.ask(feed)
    wanted = [name for name in ids[:20] if "sparse" in server.papers[name][-1].title.lower()]
    assert set(wanted) <= set(reader.ids())
    assert report.left_out == 30 - len(reader.ids())
    reader.library.feeds.edit(feed.id, FeedChoice("all", FeedKind.ARXIV_CATEGORY, "cs.CV"))
    assert reader.ask(feed).added == report.left_out


def test_a_search_brings_the_newest_papers_and_then_what_is_new(reader: FeedReader, server: ArxivServer) -> None:
    feed = reader.follow("all:sparse", FeedKind.ARXIV_SEARCH)
    report = reader.ask(feed)
    assert report.found == report.added > 10
    row = reader.details(report.papers[0]).row
    newest = server.papers[row.arxiv_id][-1]
    assert (row.title, row.authors, row.published) == (newest.title, newest.authors, newest.published)
    assert not reader.details(report.papers[0]).fetches
    dates = [reader.details(paper).row.published for paper in report.papers]
    assert dates == sorted(dates, reverse=True)
    assert reader.ask(feed).found == 0  # made-up papers are all older than a week


def test_daily_papers_come_by_date(reader: FeedReader, server: ArxivServer) -> None:
    ids = some(server, 4)
    server.days.put_daily(ids[:2], FRIDAY)
    server.days.put_daily(ids[1:], TUESDAY)
    feed = reader.follow("", FeedKind.DAILY_PAPERS)
    assert reader.ask(feed, FRIDAY).added == 2
    report = reader.ask(feed, TUESDAY)
    assert (report.found, report.added, report.repeated) == (3, 2, 1)
    assert [day.day for day in reader.library.feeds.days(feed.id)] == [TUESDAY, FRIDAY]
    assert len(server.asked(Kind.DAILY)) == 2


def test_a_past_day_of_a_category_is_what_was_submitted_for_it(reader: FeedReader, server: ArxivServer) -> None:
    feed = reader.follow("cs")
    day = date(2024, 3, 13)  # a Wednesday, two days of which are in summer time
    begin, end = submitted_for(day)
    report = reader.ask(feed, day.isoformat())
    assert (report.error, report.day) == (None, "2024-03-13")
    came = {name: moment(all_of[0], all_of[0].published) for name, all_of in server.papers.items()}
    wanted = {name for name, at in came.items() if begin <= at < end and _of_cs(server, name)}
    assert set(reader.ids()) == wanted
    assert [day.day for day in reader.library.feeds.days(feed.id)] == ["2024-03-13"] * bool(wanted)
    assert reader.library.feeds.feeds()[0].state.asked_ms == 0
    assert reader.ask(feed, "2024-03-16").found == 0
    assert len(server.asked(Kind.API)) == 1


def _of_cs(server: ArxivServer, name: str) -> bool:
    return any(code.startswith("cs") for code in server.papers[name][-1].categories)


def test_a_day_to_come_is_refused(reader: FeedReader, server: ArxivServer) -> None:
    report = reader.ask(reader.follow(), "9999-01-01")
    assert report.error is not None
    assert report.error.reason is Reason.NO_SUCH_DAY
    assert not server.log


def test_following_editing_moving_and_deleting_are_steps(reader: FeedReader, server: ArxivServer) -> None:
    feeds = reader.library.feeds
    choices = [FeedChoice(name, FeedKind.ARXIV_CATEGORY, name) for name in ("cs.CV", "cs.LG", "hep-th")]
    feeds.follow(choices)
    first = feeds.feeds()[0]
    reader.announce(FRIDAY, *some(server, 2))
    reader.ask(first)
    feeds.edit(first.id, FeedChoice("Vision", FeedKind.ARXIV_CATEGORY, "cs.CV,  cs.GR", every_minutes=60))
    feeds.move(first.id, 2)
    feeds.delete(first.id)
    assert [feed.name for feed in feeds.feeds()] == ["cs.LG", "hep-th"]
    for expected in (["cs.LG", "hep-th", "Vision"], ["Vision", "cs.LG", "hep-th"], ["cs.CV", "cs.LG", "hep-th"], []):
        reader.library.undo.undo()
        assert [feed.name for feed in feeds.feeds()] == expected
    assert len(reader.ids()) == 2
    for _ in range(4):
        reader.library.undo.redo()
    assert [feed.name for feed in feeds.feeds()] == ["cs.LG", "hep-th"]


def test_what_is_followed_again_knows_what_it_brought(reader: FeedReader, server: ArxivServer) -> None:
    feed = reader.follow()
    reader.announce(FRIDAY, *some(server, 2))
    reader.ask(feed)
    reader.library.feeds.delete(feed.id)
    assert reader.library.feeds.follow([feed.choice])
    assert not reader.library.feeds.follow([feed.choice])
    assert [again.id for again in reader.library.feeds.feeds()] == [feed.id]
    assert [day.day for day in reader.library.feeds.days(feed.id)] == [FRIDAY]


@pytest.mark.parametrize(
    "choice",
    [
        FeedChoice("", FeedKind.DAILY_PAPERS),
        FeedChoice("x", FeedKind.ARXIV_CATEGORY, "cs.CV/../.."),
        FeedChoice("x", FeedKind.ARXIV_CATEGORY, ""),
        FeedChoice("x", FeedKind.ARXIV_SEARCH, "  "),
        FeedChoice("x", FeedKind.ARXIV_SEARCH, "a" * 3000),
        FeedChoice("x", FeedKind.ARXIV_SEARCH, "a\0"),
        FeedChoice("x", FeedKind.DAILY_PAPERS, every_minutes=1),
    ],
)
def test_what_cannot_be_followed_is_refused(library: LibraryServices, choice: FeedChoice) -> None:
    with pytest.raises(InputError):
        library.feeds.follow([choice])
    assert library.feeds.feeds() == ()


def test_a_feed_that_is_gone_is_said_to_be(reader: FeedReader, server: ArxivServer) -> None:
    feed = reader.follow()
    reader.library.feeds.delete(feed.id)
    with pytest.raises(InputError) as error:
        reader.library.feeds.delete(feed.id)
    assert error.value.reason is Reason.NO_SUCH_LABEL
    with pytest.raises(InputError):
        reader.library.feeds.move(FeedId(99), 0)
