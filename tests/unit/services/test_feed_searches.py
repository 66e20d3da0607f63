"""What feeds brought is found by their names."""

from dataclasses import replace

import pytest

from desktop.domain.feeds import FeedKind
from desktop.domain.listing import Listing
from desktop.domain.query_references import QueryTrouble, Trouble
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import papers_in
from tests.unit.services.feed_reader import FRIDAY, FeedReader, reader, server  # noqa: F401

_VISION, _LEARNING = "2301.00012", "2302.00012"


@pytest.fixture(name="reader_of_two")
def two_feeds(reader: FeedReader) -> FeedReader:  # noqa: F811
    reader.announce(FRIDAY, _VISION)
    reader.announce(FRIDAY, _VISION, _LEARNING, category="cs.LG")
    for source in ("cs.CV", "cs.LG"):
        reader.ask(reader.follow(source))
    return reader


def found(library: LibraryServices, query: str, *, typing: bool = False) -> set[str]:
    rows = library.browse.rows(papers_in(library, Listing(query=query, typing=typing)))
    return {row.arxiv_id for row in rows}


def troubles(library: LibraryServices, query: str) -> list[QueryTrouble]:
    return list(library.labels.troubles(Listing(query=query, typing=False)))


def test_papers_are_found_by_the_feed_that_told_of_them(reader_of_two: FeedReader) -> None:
    library = reader_of_two.library
    assert found(library, "feed:cs.CV") == {_VISION}
    assert found(library, "订阅源：CS.LG") == {_VISION, _LEARNING}
    assert found(library, "feed:cs.LG -feed:cs.CV") == {_LEARNING}
    assert found(library, "feed:cs", typing=True) == {_VISION, _LEARNING}
    assert found(library, "feed:cs") == set()
    assert library.labels.names("feed", "cs") == ["cs.CV", "cs.LG"]


def test_a_feed_with_a_name_of_its_own_is_found_by_what_it_follows_too(reader_of_two: FeedReader) -> None:
    library = reader_of_two.library
    vision = library.feeds.feeds()[0]
    library.labels.save_search("see", "feed:cs.CV")
    library.feeds.edit(vision.id, replace(vision.choice, name="Computer vision"))
    assert found(library, 'feed:"computer vision"') == found(library, "feed:cs.CV") == {_VISION}
    library.labels.save_search("seen", 'feed:"Computer vision"')
    library.feeds.edit(vision.id, replace(vision.choice, name="Seeing", kind=FeedKind.ARXIV_CATEGORY))
    assert [search.query for search in library.labels.searches()] == ["feed:cs.CV", "feed:Seeing"]
    library.undo.undo()
    assert [search.query for search in library.labels.searches()] == ["feed:cs.CV", 'feed:"Computer vision"']


def test_a_feed_that_is_not_followed_is_told(reader_of_two: FeedReader) -> None:
    library = reader_of_two.library
    assert troubles(library, "feed:cs.CV") == []
    library.feeds.delete(library.feeds.feeds()[0].id)
    assert troubles(library, "feed:cs.CV") == [QueryTrouble(Trouble.NO_SUCH_FEED, "cs.CV")]
    assert found(library, "feed:cs.CV") == set()
