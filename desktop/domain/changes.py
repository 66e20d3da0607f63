"""What a change touched, so that views refresh that and no more."""

from dataclasses import dataclass

from desktop.domain.ids import DigestId, OwnDigestId, PaperId
from desktop.domain.listing import Column, Listing, Place

_OF_THEIR_OWN = frozenset(
    {Place.ALL, Place.RECENT, Place.NEW_VERSIONS, Place.DIGEST, Place.FEED, Place.OWN_DIGEST, Place.TRASH}
)
"""Places that show a paper whatever its status, star, due date, tags and collections are."""
_MOVING = frozenset({Column.STATUS, Column.STARRED, Column.PRIORITY, Column.DUE, Column.TAGS, Column.LAST_READ})


@dataclass(frozen=True, slots=True)
class Changes:
    """Which things a transaction added, changed or took away."""

    papers_added: tuple[PaperId, ...] = ()
    papers_changed: tuple[PaperId, ...] = ()
    papers_removed: tuple[PaperId, ...] = ()
    """Moved to the Trash, or taken back by undo."""
    digests: tuple[DigestId, ...] = ()
    labels: bool = False
    """Tags, collections or saved searches came, went or were changed."""
    moved: bool = False
    """Among `papers_changed` are some that have another status, star, priority, due date, place in the queue, tag or
    collection, or were opened: they may have come to a place, left one, or stand elsewhere in one."""
    feeds: bool = False
    """Feeds came, went, were changed or were asked."""
    own_digests: tuple[OwnDigestId, ...] = ()
    texts_wanted: bool = False
    """Other texts than before are wished for of a model."""
    mails: bool = False
    """The outbox is another."""

    def __bool__(self) -> bool:
        parts = (self.papers_added, self.papers_changed, self.papers_removed, self.digests, self.own_digests)
        return any(parts) or self.labels or self.feeds or self.texts_wanted or self.mails

    @property
    def papers(self) -> tuple[PaperId, ...]:
        """Those that were added, changed or removed, each once."""
        return tuple(dict.fromkeys((*self.papers_added, *self.papers_changed, *self.papers_removed)))

    @property
    def membership(self) -> bool:
        """True where any list of papers may have gained or lost rows. A view of one list asks `rearranges`."""
        return bool(self.papers_added or self.papers_removed or self.digests)

    def rearranges(self, listing: Listing) -> bool:
        """True where this list may have gained or lost rows, or have another order: it has to be asked for again.
        Of any other, the rows of `papers_changed` are enough."""
        if self.membership or (self.feeds and _of_feeds(listing)):
            return True
        if listing.place is Place.OWN_DIGEST and listing.item in self.own_digests:
            return True
        sorted_so = listing.sort is not None and listing.sort.column in _MOVING
        depends = listing.place not in _OF_THEIR_OWN or bool(listing.query) or sorted_so
        return (self.moved or self.labels) and depends


def _of_feeds(listing: Listing) -> bool:
    """Whether what a feed told of papers that are there already may matter: a search names feeds, or may do so."""
    named = "feed" in listing.query.casefold() or "订阅源" in listing.query
    return named or listing.place in (Place.FEED, Place.SEARCH)


def joined(one: Changes, other: Changes) -> Changes:
    """What two steps touched together."""
    return Changes(
        tuple(dict.fromkeys((*one.papers_added, *other.papers_added))),
        tuple(dict.fromkeys((*one.papers_changed, *other.papers_changed))),
        tuple(dict.fromkeys((*one.papers_removed, *other.papers_removed))),
        tuple(dict.fromkeys((*one.digests, *other.digests))),
        one.labels or other.labels,
        one.moved or other.moved,
        one.feeds or other.feeds,
        tuple(dict.fromkeys((*one.own_digests, *other.own_digests))),
        one.texts_wanted or other.texts_wanted,
        one.mails or other.mails,
    )
