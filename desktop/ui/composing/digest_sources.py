"""What a new digest can be made of, read on the lane of the library."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.own_digest import MadeOf, of_feed_day, of_listing, of_reading

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

MOST = 2_000
"""Papers of a digest that is made here: nobody reads more in one, and each key would be felt."""


@dataclass(frozen=True, slots=True)
class Source:
    """`papers` are those it would hold now."""

    made_of: MadeOf
    papers: tuple[PaperId, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """What the window shows: the papers that are selected, and the list with its name."""

    selected: tuple[PaperId, ...]
    listing: Listing
    name: str
    listed: tuple[PaperId, ...]


def sources(services: "LibraryServices", shown: Shown) -> tuple[Source, ...]:
    """What holds papers, what is nearest first; the empty one last. Raises StorageError."""
    found = [Source(MadeOf(), shown.selected), Source(of_listing(shown.listing, shown.name), shown.listed)]
    for feed in services.feeds.feeds():
        days = (of_feed_day(feed.id, told.day, feed.name) for told in services.feeds.days(feed.id))
        of_days = (_source(services, day) for day in days)
        found += islice((source for source in of_days if source.papers), 1)  # at weekends feeds announce nothing
    found.append(_source(services, of_reading()))
    for collection in services.labels.collections():
        if (shown.listing.place, shown.listing.item) != (Place.COLLECTION, collection.id) or shown.listing.query:
            found.append(_source(services, of_listing(Listing(Place.COLLECTION, collection.id), collection.name)))
    return (*(source for source in found if source.papers), Source(MadeOf()))


def _source(services: "LibraryServices", made_of: MadeOf) -> Source:
    return Source(made_of, tuple(services.own_digests.papers_of(made_of)))


def within_reach(papers: Sequence[PaperId]) -> bool:
    """Whether so many papers can be in a digest."""
    return len(papers) <= MOST
