"""Text as lines, each in a style, and what of it changed: a preview writes anew what is another, and nothing else."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import count
from typing import NamedTuple

_MOST = 10_000
"""Characters of a line that are shown; a longer one would stall the window."""
_SEPARATORS = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029\ufdd0\ufdd1", " "))
"""What a text document takes for the end of a line."""


class Style(StrEnum):
    """What a line is."""

    TITLE = "title"
    HEADING = "heading"
    NAME = "name"
    """The title of a paper."""
    TEXT = "text"
    MUTED = "muted"
    LINK = "link"
    QUOTE = "quote"
    SOURCE = "source"
    """Of a file that is shown as it is."""


class Line(NamedTuple):
    """One line as it is shown; `text` holds nothing that would end it. A tuple: thousands are compared at each key."""

    style: Style
    text: str


def line(style: Style, text: str) -> Line:
    """The text as one line, cut where nobody reads on."""
    cut = text if len(text) <= _MOST else f"{text[:_MOST]} …"
    return Line(style, cut.translate(_SEPARATORS))


def source_lines(text: str) -> tuple[Line, ...]:
    """A file as it is; LF alone ends a line, and ends the file."""
    return tuple(line(Style.SOURCE, one) for one in text.removesuffix("\n").split("\n"))


def difference(old: Sequence[Line], new: Sequence[Line]) -> tuple[int, int, int]:
    """(start, end of the old, end of the new): between these stands what is another."""
    shortest = min(len(old), len(new))
    start = next((place for place, one, other in zip(count(), old, new, strict=False) if one != other), shortest)
    room = shortest - start
    ends = zip(range(room), reversed(old), reversed(new), strict=False)
    same = next((place for place, one, other in ends if one != other), room)
    return start, len(old) - same, len(new) - same
