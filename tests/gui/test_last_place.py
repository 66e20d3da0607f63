"""Where a person left off is written for one library and read with forgiveness."""

from pathlib import Path

import pytest

from desktop.domain.ids import PaperId
from desktop.domain.listing import Column, Listing, Place, Sort
from desktop.ui.last_place import LastPlace, read, written

LIBRARY = Path("/papers")


def test_a_place_comes_back() -> None:
    listing = Listing(Place.DIGEST, 7, "注意力", sort=Sort(Column.ADDED, True))
    place = LastPlace(listing, [PaperId(3), PaperId(5)], {"tag:3": True, "section:digests": False})
    assert read(written(place, LIBRARY), LIBRARY) == place


def test_the_place_of_another_library_is_not_taken() -> None:
    assert read(written(LastPlace(Listing(Place.TRASH)), LIBRARY), Path("/others")) == LastPlace()


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"library": "/papers"}', '{"library": "/papers", "sort": []}'])
def test_what_cannot_be_understood_is_the_first_place(text: str) -> None:
    assert read(text, LIBRARY) == LastPlace()
