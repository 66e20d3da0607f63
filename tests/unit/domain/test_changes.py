"""Which lists have to be read again after a change, and which need no more than new rows."""

import pytest

from desktop.domain.changes import Changes
from desktop.domain.ids import DigestId, OwnDigestId, PaperId
from desktop.domain.listing import Column, Listing, Place, Sort

PAPER = PaperId(1)
EDITED = Changes(papers_changed=(PAPER,))
MOVED = Changes(papers_changed=(PAPER,), moved=True)
RENAMED = Changes(labels=True)
_ALWAYS_THE_SAME = (
    *(Place.ALL, Place.RECENT, Place.NEW_VERSIONS, Place.TRASH),
    *(Place.DIGEST, Place.FEED, Place.OWN_DIGEST),
)


@pytest.mark.parametrize("place", Place)
def test_a_text_that_was_edited_rearranges_no_place(place: Place) -> None:
    assert not EDITED.rearranges(Listing(place))


@pytest.mark.parametrize("place", Place)
def test_status_and_labels_rearrange_places_that_go_by_them(place: Place) -> None:
    expected = place not in _ALWAYS_THE_SAME
    assert MOVED.rearranges(Listing(place)) is expected
    assert RENAMED.rearranges(Listing(place)) is expected


def test_a_search_and_an_order_may_go_by_the_status() -> None:
    assert MOVED.rearranges(Listing(query="status:queued"))
    assert MOVED.rearranges(Listing(sort=Sort(Column.PRIORITY)))
    assert not MOVED.rearranges(Listing(sort=Sort(Column.TITLE)))


@pytest.mark.parametrize(
    "changes",
    [Changes(papers_added=(PAPER,)), Changes(papers_removed=(PAPER,)), Changes(digests=(DigestId(1),))],
)
def test_papers_that_come_and_go_rearrange_every_list(changes: Changes) -> None:
    assert all(changes.rearranges(Listing(place)) for place in Place)
    assert changes.membership


def test_a_feed_that_was_asked_and_a_digest_that_was_edited_are_read_again() -> None:
    assert Changes(feeds=True).rearranges(Listing(Place.FEED, 1))
    assert not Changes(feeds=True).rearranges(Listing(Place.INBOX))
    edited = Changes(own_digests=(OwnDigestId(1),))
    assert edited.rearranges(Listing(Place.OWN_DIGEST, 1))
    assert not edited.rearranges(Listing(Place.OWN_DIGEST, 2))


def test_each_paper_is_named_once() -> None:
    assert Changes((PAPER,), (PAPER, PaperId(2)), (PaperId(2),)).papers == (PAPER, PaperId(2))
