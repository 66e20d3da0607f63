"""What becomes of a feed that is followed no longer, and of papers that are deleted for good."""

from desktop.domain.progress import Job
from desktop.services.day_digests import DayChoice
from desktop.services.library import LibraryServices
from tests.arxiv_server import ArxivServer
from tests.unit.services.feed_reader import FRIDAY, FeedReader, reader, server, some

__all__ = ["reader", "server"]


def purge(library: LibraryServices) -> None:
    """Delete all that no step of undo can bring back."""
    while library.trash.purge():
        pass


def forget_steps(library: LibraryServices) -> None:
    """As after a hundred other steps."""
    library._file.connection.execute("DELETE FROM undo_steps")


def rows(library: LibraryServices) -> list[int]:
    """How many rows the tables of feeds have."""
    tables = ("feeds", "feed_states", "feed_days", "feed_papers")
    count = library._file.connection.execute
    return [count(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]


def test_a_deleted_feed_that_told_of_nothing_is_kept_as_long_as_undo_can_bring_it_back(reader: FeedReader) -> None:
    feed = reader.follow()
    reader.library.feeds.delete(feed.id)
    purge(reader.library)
    assert rows(reader.library) == [1, 0, 0, 0]
    reader.library.undo.undo()
    assert reader.library.feeds.feeds() == (feed,)
    reader.library.undo.redo()
    forget_steps(reader.library)
    purge(reader.library)
    assert rows(reader.library) == [0, 0, 0, 0]


def test_papers_say_for_good_which_feed_told_of_them(reader: FeedReader, server: ArxivServer) -> None:
    reader.announce(FRIDAY, *some(server, 3))
    feed = reader.follow()
    first, *_ = reader.ask(feed).papers
    reader.library.feeds.delete(feed.id)
    forget_steps(reader.library)
    purge(reader.library)
    assert rows(reader.library) == [1, 1, 1, 3]
    assert [(found.name, found.day) for found in reader.details(first).found_by] == [("cs.CV", FRIDAY)]


def test_what_was_taken_out_of_the_digest_of_a_feed_that_is_not_followed_stays_out(
    reader: FeedReader, server: ArxivServer
) -> None:
    reader.announce(FRIDAY, *some(server, 3))
    days, feeds = reader.library.day_digests, reader.library.feeds
    (report,) = feeds.run(Job(), [days.feed("cs.CV")])
    digest, _ = days.compose(days.feed("cs.CV"), FRIDAY, (), DayChoice(), "zh")
    reader.library.own_digests.remove(digest.id, digest.papers[:1])
    purge(reader.library)
    again = days.feed("cs.CV")
    assert (again.id, days.papers(again.id, days.newest(again.id))) == (report.feed, digest.papers)


def test_the_digest_of_another_feed_is_not_taken_for_that_of_a_deleted_one(
    reader: FeedReader, server: ArxivServer
) -> None:
    first, second = some(server, 2)
    reader.announce(FRIDAY, first)
    reader.announce(FRIDAY, second, category="cs.LG")
    days, feeds = reader.library.day_digests, reader.library.feeds
    made = []
    for name in ("cs.CV", "cs.LG"):
        (report,) = feeds.run(Job(), [days.feed(name)])
        made.append(days.compose(days.feed(name), report.day, (), DayChoice(), "zh")[0])
        purge(reader.library)
    assert [digest.name for digest in made] == [f"cs.CV {FRIDAY}", f"cs.LG {FRIDAY}"]


def test_papers_that_are_deleted_for_good_take_their_provenance_along(reader: FeedReader, server: ArxivServer) -> None:
    reader.announce(FRIDAY, *some(server, 3))
    first, *_ = reader.ask(reader.follow()).papers
    reader.library.organising.move_to_trash([first])
    reader.library.trash.empty()
    forget_steps(reader.library)
    purge(reader.library)
    assert rows(reader.library) == [1, 1, 1, 2]


def test_merging_and_undo_leave_what_feeds_tell_meanwhile(reader: FeedReader, server: ArxivServer) -> None:
    ids = some(server, 2)
    feed = reader.follow()
    reader.announce(FRIDAY, ids[1])
    (other,) = reader.ask(feed).papers
    adding = reader.library.adding
    adding.add(adding.plan(ids[0]), download=False)
    kept = adding.plan(ids[0]).ids[0].paper
    assert kept is not None
    reader.library.duplicates.merge(kept, [other], {})
    assert [found.day for found in reader.details(kept).found_by] == [FRIDAY]
    reader.library.undo.undo()
    assert reader.details(kept).found_by == ()
    reader.announce(FRIDAY, ids[0])
    assert reader.ask(feed).papers == (other, kept)
    reader.library.undo.redo()
    assert reader.ask(feed).added == 0
    assert reader.ids() == [ids[0]]
