"""What a mark may hold: enough for every page and every thought, too little to fill a disk by mistake."""

from collections.abc import Iterator, Mapping

from desktop.domain.errors import InputError, Reason
from desktop.domain.mark import COLORS, Mark, MarkStep
from desktop.domain.pdf_document import Point
from desktop.domain.storable_text import require_storable

FARTHEST = 1_000_000
"""Points from the corner of a page; PDF pages have at most 14,400, but for those that count in larger units."""
MOST_PAGES = 1_000_000
MOST_POINTS = 20_000
"""Of the strokes of one mark, and quads."""
MOST_TAGS = 50
LARGEST_PICTURE = 10_000_000
"""Bytes."""
_LONGEST = {"id": 100, "sha256": 100, "carried_from": 100, "author": 1_000, "before": 1_000, "after": 1_000}
_LONGEST |= {"quote": 20_000, "comment": 100_000}
_LONGEST_TAG = 200
LAST_MS = 253_402_128_000_000
"""A day before the end of the year 9999, behind which no time has a date in any time zone."""


def require_bounds(step: MarkStep, pictures: Mapping[str, bytes]) -> None:
    """Raises InputError(BAD_VALUE) about the first field that cannot be stored as it is."""
    for change in step.changes:
        if change.after is not None:
            _require_texts(change.after)
            _require_numbers(change.after)
    for mark, png in pictures.items():
        _require("id", 0 < len(mark) <= _LONGEST["id"])
        require_storable("id", mark)
        _require("picture", len(png) <= LARGEST_PICTURE)


def _require_texts(mark: Mark) -> None:
    _require("id", mark.id != "")
    for name, longest in _LONGEST.items():
        value = getattr(mark, name)
        _require(name, len(value) <= longest)
        require_storable(name, value)
    _require("tags", len(mark.tags) <= MOST_TAGS)
    for tag in mark.tags:
        _require("tags", 0 < len(tag) <= _LONGEST_TAG)
        require_storable("tags", tag)


def _require_numbers(mark: Mark) -> None:
    _require("page", 0 <= mark.page < MOST_PAGES)
    _require("color", mark.color in COLORS)
    _require("created_at_ms", 0 <= mark.created_at_ms < LAST_MS and 0 <= mark.changed_at_ms < LAST_MS)
    _require("quads", len(mark.quads) <= MOST_POINTS)
    _require("strokes", sum(max(1, len(stroke)) for stroke in mark.strokes) <= MOST_POINTS)
    _require("place", all(abs(number) <= FARTHEST for number in _numbers(mark)))  # false for NaN


def _numbers(mark: Mark) -> Iterator[float]:
    points: list[Point] = [point for stroke in mark.strokes for point in stroke]
    for place in (*mark.quads, mark.box or (), *points):
        yield from place


def _require(name: str, holds: bool) -> None:
    if not holds:
        raise InputError(Reason.BAD_VALUE, name, "a mark cannot hold this")
