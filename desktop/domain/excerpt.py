"""A piece of a longer text around the words that a search found in it."""

from collections.abc import Sequence

LENGTH = 220
"""Characters: two lines of a list."""
_LEAD = 60
"""Of these stand before the first word found."""
_LOOKED_AT = 200
"""Places; a common word stands on a page more often."""
_WORD = 24
"""Longer words are cut rather than kept whole."""


def excerpt(
    text: str, found: Sequence[tuple[int, int]], length: int = LENGTH
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """(the piece, the places found in it). `found` are (start, end) in order; where most of them stand close together
    is shown. What is left out at an end is told by an ellipsis."""
    if len(text) <= length:
        return text, tuple(found)
    first = _densest(text, found[:_LOOKED_AT], length - _LEAD)
    start = _begin(text, max(0, min((found[first][0] if found else 0) - _LEAD, len(text) - length)))
    end = _end(text, min(len(text), start + length))
    before, after = "…" if start else "", "…" if end < len(text) else ""
    moved = len(before) - start
    inside = tuple((begin + moved, stop + moved) for begin, stop in found if start <= begin and stop <= end)
    return f"{before}{text[start:end]}{after}", inside


def _densest(text: str, found: Sequence[tuple[int, int]], room: int) -> int:
    """The place behind which most different words stand near; of several the one with most words."""
    best, most, last = 0, (0, 0), 0
    for first in range(len(found)):
        last = max(last, first)
        while last < len(found) and found[last][1] - found[first][0] <= room:
            last += 1
        words = {text[start:end].casefold() for start, end in found[first:last]}
        if (len(words), last - first) > most:
            best, most = first, (len(words), last - first)
    return best


def _begin(text: str, start: int) -> int:
    """The beginning of the word that stands behind `start`."""
    if not start or text[start - 1].isspace():
        return start
    space = text.find(" ", start, start + _WORD)
    return start if space < 0 else space + 1


def _end(text: str, end: int) -> int:
    if end == len(text) or text[end].isspace():
        return end
    space = text.rfind(" ", end - _WORD, end)
    return end if space < 0 else space
