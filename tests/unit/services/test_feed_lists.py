"""The papers of a feed as a list, and what the sidebar counts of feeds and of digests of one's own."""

from desktop.domain.ids import FeedId, PaperId
from desktop.domain.listing import Column, Listing, Place, Sort
from desktop.domain.own_digest import MadeOf, MadeOfKind
from desktop.domain.reading_list import Status
from tests.arxiv_server import ArxivServer
from tests.unit.services.conftest import papers_in
from tests.unit.services.feed_reader import FRIDAY, MONDAY, FeedReader, reader, server, some

__all__ = ["reader", "server"]


def ids_of(reader: FeedReader, listing: Listing) -> list[str]:
    return [row.arxiv_id for row in reader.library.browse.rows(papers_in(reader.library, listing))]


def test_the_newest_day_comes_first_each_in_the_order_of_the_feed(reader: FeedReader, server: ArxivServer) -> None:
    one, two, three, four, five = some(server, 5)
    feed = reader.follow()
    reader.announce(FRIDAY, two, one, three)
    reader.ask(feed)
    reader.announce(MONDAY, five)
    reader.announce(MONDAY, one, kind="replace")
    reader.announce(MONDAY, four)
    reader.ask(feed)
    assert ids_of(reader, Listing(Place.FEED, feed.id)) == [five, one, four, two, three]
    first = Listing(Place.FEED, feed.id, limit=2)
    assert ids_of(reader, first) == [five, one]


def test_a_feed_is_searched_and_sorted_as_a_digest_is(reader: FeedReader, server: ArxivServer) -> None:
    mine, other = some(server, 2)
    feed, elsewhere = reader.follow("cs.CV"), reader.follow("cs.LG")
    reader.announce(FRIDAY, mine)
    reader.announce(FRIDAY, other, category="cs.LG")
    reader.ask(feed)
    reader.ask(elsewhere)
    word = server.papers[other][-1].title.split()[0]
    assert ids_of(reader, Listing(Place.FEED, elsewhere.id, query=f'"{word}"', typing=False)) == [other]
    assert ids_of(reader, Listing(Place.FEED, feed.id, query=f"id:{other}")) == []
    assert ids_of(reader, Listing(Place.FEED, feed.id, sort=Sort(Column.TITLE))) == [mine]


def test_rows_of_a_feed_tell_the_newest_day_and_how_it_was_announced(reader: FeedReader, server: ArxivServer) -> None:
    (paper,) = some(server, 1)
    feed = reader.follow()
    reader.announce(FRIDAY, paper, kind="new")
    reader.ask(feed)
    reader.announce(MONDAY, paper, kind="replace")
    reader.ask(feed)
    papers = papers_in(reader.library)
    (row,) = reader.library.browse.rows(papers, feed.id)
    assert (row.found_on, row.found_as) == (MONDAY, "replace")
    (row,) = reader.library.browse.rows(papers, FeedId(99))
    assert (row.found_on, row.found_as) == ("", "")
    (row,) = reader.library.browse.rows(papers)
    assert row.found_on == ""


def inbox_of(reader: FeedReader) -> list[tuple[str, int]]:
    counted = [(feed.name, feed.inbox) for feed in reader.library.browse.sidebar().feeds]
    assert counted == [(feed.name, feed.inbox) for feed in reader.library.feeds.feeds()]
    return counted


def test_a_feed_counts_its_papers_that_are_in_the_inbox(reader: FeedReader, server: ArxivServer) -> None:
    vision, learning = reader.follow("cs.CV"), reader.follow("cs.LG")
    shared, *others = some(server, 4)
    reader.announce(FRIDAY, shared, *others)
    reader.announce(FRIDAY, shared, category="cs.LG")
    reader.ask(vision)
    reader.ask(learning)
    assert inbox_of(reader) == [("cs.CV", 4), ("cs.LG", 1)]
    papers = papers_in(reader.library, Listing(Place.FEED, learning.id))
    reader.library.reading_list.set_status(papers, Status.QUEUED)
    assert inbox_of(reader) == [("cs.CV", 3), ("cs.LG", 0)]
    rest = [paper for paper in papers_in(reader.library, Listing(Place.FEED, vision.id)) if paper not in papers]
    reader.library.organising.move_to_trash([*rest[:1], *papers])
    assert inbox_of(reader) == [("cs.CV", 2), ("cs.LG", 0)]
    reader.library.undo.undo()
    reader.library.undo.undo()
    assert inbox_of(reader) == [("cs.CV", 4), ("cs.LG", 1)]
    reader.library.feeds.delete(vision.id)
    assert inbox_of(reader) == [("cs.LG", 1)]


def test_a_digest_of_ones_own_counts_and_lists_its_papers(reader: FeedReader, server: ArxivServer) -> None:
    feed = reader.follow()
    reader.announce(FRIDAY, *some(server, 3))
    papers: list[PaperId] = list(reader.ask(feed).papers)
    made_of = MadeOf(MadeOfKind.SELECTION)
    new, _ = reader.library.own_digests.create(made_of, papers=papers[::-1])
    (summary,) = reader.library.browse.sidebar().own_digests
    assert (summary.id, summary.papers) == (new.id, 3)
    assert papers_in(reader.library, Listing(Place.OWN_DIGEST, new.id)) == papers[::-1]
    reader.library.organising.move_to_trash(papers[:1])
    (summary,) = reader.library.browse.sidebar().own_digests
    assert summary.papers == len(papers_in(reader.library, Listing(Place.OWN_DIGEST, new.id))) == 2
    assert reader.library.own_digests.digests() == (summary,)
