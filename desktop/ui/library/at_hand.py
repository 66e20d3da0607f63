"""What the list of papers offers to the window's actions."""

from PySide6.QtCore import QItemSelection

from desktop.domain.listing import Listing, Place
from desktop.ui.actions import Needs

_OF_PLACE = {Place.DIGEST: Needs.DIGEST, Place.COLLECTION: Needs.COLLECTION, Place.FEED: Needs.FEED}


def at_hand(listing: Listing, rows: int, selection: QItemSelection) -> Needs:
    """What there is for actions to work on in this place with so many papers."""
    there = Needs.LIBRARY | (Needs.TRASH if listing.place is Place.TRASH else Needs.KEPT)
    there |= _OF_PLACE.get(listing.place, Needs.NOTHING)
    if listing.in_queue_order:
        there |= Needs.QUEUE
    if listing.query:
        there |= Needs.QUERY
    if rows:
        there |= Needs.ROWS | Needs.SERIES
    selected = sum(selection.at(place).height() for place in range(selection.count()))
    if selected:
        there |= Needs.PAPERS
    return there | Needs.SEVERAL if selected > 1 else there
