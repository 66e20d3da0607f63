"""Where a person left off: the place, the search, the order and the selection, as a text for the settings."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.ids import DigestId, PaperId
from desktop.domain.listing import Column, Listing, Place, Sort

_SELECTED = 100
"""Papers that are remembered as selected."""


@dataclass(frozen=True, slots=True)
class LastPlace:
    """What a library showed when it was left."""

    listing: Listing = field(default_factory=Listing)
    selected: Sequence[PaperId] = ()
    folded: bool = False
    """The digests were folded away."""


def written(place: LastPlace, library: Path) -> str:
    """The place as JSON; it counts for that library alone."""
    listing, sort = place.listing, place.listing.sort
    state = {
        "library": str(library),
        "place": listing.place.value,
        "digest": listing.digest,
        "query": listing.query,
        "sort": sort.column.value if sort else "",
        "descending": bool(sort and sort.descending),
        "selected": list(place.selected[:_SELECTED]),
        "folded": place.folded,
    }
    return json.dumps(state, ensure_ascii=False)


def read(text: str, library: Path) -> LastPlace:
    """What `written` gave; the first place if it is of another library or cannot be understood."""
    try:
        state = json.loads(text)
        if state["library"] != str(library):
            return LastPlace()
        sort = Sort(Column(state["sort"]), bool(state["descending"])) if state["sort"] else None
        digest = DigestId(int(state["digest"])) if state["digest"] is not None else None
        listing = Listing(Place(state["place"]), digest, str(state["query"]), sort=sort)
        return LastPlace(listing, [PaperId(int(paper)) for paper in state["selected"]], bool(state["folded"]))
    except (ValueError, KeyError, TypeError):
        return LastPlace()
