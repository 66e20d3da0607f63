"""Where a person left off: the place, the search, the order and the selection, as a text for the settings."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.ids import PaperId
from desktop.domain.listing import Column, Listing, Place, Sort

_SELECTED = 100
"""Papers that are remembered as selected."""


@dataclass(frozen=True, slots=True)
class LastPlace:
    """What a library showed when it was left."""

    listing: Listing = field(default_factory=Listing)
    selected: Sequence[PaperId] = ()
    folds: Mapping[str, bool] = field(default_factory=dict)
    """What was unfolded (True) and folded in the sidebar."""


def written(place: LastPlace, library: Path) -> str:
    """The place as JSON; it counts for that library alone."""
    listing, sort = place.listing, place.listing.sort
    state = {
        "library": str(library),
        "place": listing.place.value,
        "item": listing.item,
        "query": listing.query,
        "sort": sort.column.value if sort else "",
        "descending": bool(sort and sort.descending),
        "selected": list(place.selected[:_SELECTED]),
        "folds": dict(place.folds),
    }
    return json.dumps(state, ensure_ascii=False)


def read(text: str, library: Path) -> LastPlace:
    """What `written` gave; the first place if it is of another library or cannot be understood."""
    try:
        state = json.loads(text)
        if state["library"] != str(library):
            return LastPlace()
        sort = Sort(Column(state["sort"]), bool(state["descending"])) if state["sort"] else None
        item = int(state["item"]) if state["item"] is not None else None
        listing = Listing(Place(state["place"]), item, str(state["query"]), sort=sort)
        folds = {str(key): bool(unfolded) for key, unfolded in state["folds"].items()}
        return LastPlace(listing, [PaperId(int(paper)) for paper in state["selected"]], folds)
    except (ValueError, KeyError, TypeError, AttributeError):
        return LastPlace()
