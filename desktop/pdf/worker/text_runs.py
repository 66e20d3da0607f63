"""Pieces of text that stand on one line, of any direction, as MuPDF finds them on a page."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from unicodedata import bidirectional

from desktop.domain.pdf_document import Point, Quad
from desktop.pdf.worker.plain import finite

_SLANTED = 0.01
"""Sine of the angle to the sides of the page from which on the boxes of characters are not theirs alone."""
_SAME_LINE, _WIDEST_GAP, _WORD_GAP = 0.3, 1.5, 0.15
"""Between two pieces of one line: difference in height at most, white at most, and white from which on it is a space;
in parts of the size of the letters."""
_LEFTWARDS, _RIGHTWARDS = ("R", "AL"), ("L", "EN", "AN")
"""Classes of characters by the direction in which they are written (Unicode, UAX 9)."""
_HAS_LEFTWARDS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
).search
"""Whether there may be any of the former: looking at each character takes long."""
_FARTHEST = 1e7
"""Points from the corner of the page: what is said to be further away is not there."""
_Character = tuple[str, float, float, float, float, float]
"""Text; start and end along the line; bottom, top and base above it."""


@dataclass(slots=True)
class Run:
    """Places are points along the line (`starts`, `end`) and above it (`bottom`, `top`, `base`)."""

    block: int
    direction: Point
    """In which it is read, of length 1."""
    upwards: Point
    """From the foot of the letters to their head, of length 1."""
    size: float
    text: str
    starts: list[float]
    end: float
    bottom: float
    top: float
    base: float

    @property
    def quad(self) -> Quad:
        """Where it is on the page. Letters written from right to left begin at its left edge, too."""
        return (
            *self._place(self.starts[0], self.top),
            *self._place(self.end, self.top),
            *self._place(self.starts[0], self.bottom),
            *self._place(self.end, self.bottom),
        )

    def stops(self) -> tuple[float, ...]:
        """Where each character begins, and the last one ends, in parts of the way: never backwards."""
        length = (self.end - self.starts[0]) or 1.0
        stops, latest = [], 0.0
        for start in _spread([*self.starts, self.end]):
            latest = min(max(latest, (start - self.starts[0]) / length), 1.0)
            stops.append(latest)
        return tuple(stops)

    def _place(self, along: float, up: float) -> Point:
        (right, down), (up_right, up_down) = self.direction, self.upwards
        return along * right + up * up_right, along * down + up * up_down


def runs(content: dict[str, Any]) -> Iterator[Run]:
    """The lines of a page (`extractRAWDICT`) in the order of the file, pieces of one line joined."""
    return _joined(content, _run)


def plain_runs(content: dict[str, Any]) -> Iterator[Run]:
    """The same of what tells no places of characters (`extractDICT`), in a tenth of the time: each piece has one start
    for all of its text, and blanks at its edges are kept. Text from right to left comes in any order."""
    return _joined(content, _plain_run)


def holds_leftwards(content: dict[str, Any]) -> bool:
    """Whether `extractDICT` tells any letters that are written from right to left."""
    lines = (line for block in content["blocks"] for line in block["lines"])
    return any(_HAS_LEFTWARDS(span["text"]) for line in lines for span in line["spans"])


def _joined(content: dict[str, Any], make: Callable[[int, dict[str, Any]], Run | None]) -> Iterator[Run]:
    latest: Run | None = None
    for number, block in enumerate(content["blocks"]):
        for line in block["lines"]:
            run = make(number, line)
            if run is None:
                continue
            if latest is not None and _continues(latest, run):
                _append(latest, run)
                continue
            if latest is not None:
                yield latest
            latest = run
    if latest is not None:
        yield latest


def _run(block: int, line: dict[str, Any]) -> Run | None:
    """A line of MuPDF's; None if nothing of it can be read."""
    letters = "".join(character["c"] for span in line["spans"] for character in span["chars"])
    leftwards = _is_leftwards(letters)
    right, down = map(finite, line["dir"])
    upwards = (down, -right)
    direction = (-right, -down) if leftwards else (right, down)
    characters = [
        _character(character, span, direction, upwards) for span in line["spans"] for character in span["chars"]
    ]
    if leftwards:
        characters = _as_written(characters)
    while characters and characters[-1][0].isspace():
        characters.pop()
    while characters and characters[0][0].isspace():
        characters.pop(0)
    if not characters or not all(-_FARTHEST < place < _FARTHEST for found in characters for place in found[1:]):
        return None
    text, starts, ends, bottoms, tops, bases = zip(*characters, strict=True)
    end = max(*ends, starts[0] + 0.01)
    size = max(finite(span["size"]) for span in line["spans"])
    return Run(block, direction, upwards, size, "".join(text), list(starts), end, min(bottoms), max(tops), bases[0])


def _plain_run(block: int, line: dict[str, Any]) -> Run | None:
    spans = line["spans"]
    text = "".join(span["text"] for span in spans)
    if not text or text.isspace():
        return None
    if not text.isprintable():
        text = "".join(map(_shown, text))
    right, down = map(finite, line["dir"])
    direction, upwards = (right, down), (down, -right)
    places = [_way(corner, direction) for span in spans for corner in (span["bbox"][:2], span["bbox"][2:])]
    heights = [_way(corner, upwards) for span in spans for corner in (span["bbox"][:2], span["bbox"][2:])]
    base = _way(spans[0]["origin"], upwards)
    if not all(-_FARTHEST < place < _FARTHEST for place in (*places, *heights, base)):
        return None
    size = max(finite(span["size"]) for span in spans)
    start, end = min(places), max(places)
    return Run(block, direction, upwards, size, text, [start], end, min(heights), max(heights), base)


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else "\ufffd"


def _character(character: dict[str, Any], span: dict[str, Any], direction: Point, upwards: Point) -> _Character:
    """Its box in the directions of the line. What cannot be told is no number, which leaves the line out."""
    text = _shown(character["c"]) if len(character["c"]) == 1 else "\ufffd"
    box, origin = character["bbox"], character["origin"]
    base = _way(origin, upwards)
    if abs(direction[0] * direction[1]) < _SLANTED:
        along = sorted((_way(box[:2], direction), _way(box[2:], direction)))
        above = sorted((_way(box[:2], upwards), _way(box[2:], upwards)))
        return text, along[0], along[1], above[0], above[1], base
    start, bottom, top = _way(origin, direction), span["descender"] * span["size"], span["ascender"] * span["size"]
    width = (abs(box[2] - box[0]) - (top - bottom) * abs(direction[1])) / abs(direction[0])
    return text, start, start + width, base + bottom, base + top, base


def _way(point: Sequence[float], direction: Point) -> float:
    """How far a point lies in a direction."""
    return point[0] * direction[0] + point[1] * direction[1]


def _is_leftwards(text: str) -> bool:
    if _HAS_LEFTWARDS(text) is None:
        return False
    letters = [bidirectional(character) for character in text if character.isalpha()]
    return sum(kind in _LEFTWARDS for kind in letters) > len(letters) / 2


def _as_written(characters: list[_Character]) -> list[_Character]:
    """Characters of a line from right to left by place; files give them in many orders. Numbers go the other way."""
    ordered = sorted(characters, key=lambda character: character[1])
    written: list[_Character] = []
    for rightwards, group in groupby(ordered, key=lambda character: bidirectional(character[0]) in _RIGHTWARDS):
        piece = list(group)
        written += reversed(piece) if rightwards else piece
    return written


def _continues(run: Run, following: Run) -> bool:
    """Whether two lines of MuPDF's are one: it parts them at wide spaces."""
    gap = following.starts[0] - run.end
    return (
        run.block == following.block
        and run.direction == following.direction
        and abs(following.base - run.base) <= _SAME_LINE * run.size
        and -_SAME_LINE * run.size <= gap <= _WIDEST_GAP * run.size
    )


def _append(run: Run, following: Run) -> None:
    if following.starts[0] - run.end > _WORD_GAP * run.size:
        run.text += " "
        run.starts.append(run.end)
    run.text += following.text
    run.starts += following.starts
    run.end = max(run.end, following.end)
    run.bottom, run.top = min(run.bottom, following.bottom), max(run.top, following.top)


def _spread(starts: Iterable[float]) -> list[float]:
    """Places of characters, those of a ligature side by side: MuPDF gives all of its width to the first letter."""
    places = list(starts)
    first = 0
    for index in range(1, len(places)):
        if places[index] > places[first] and (index + 1 == len(places) or places[index + 1] != places[index]):
            _share(places, first, index)
            first = index
    return places


def _share(places: list[float], first: int, end: int) -> None:
    width = (places[end] - places[first]) / (end - first)
    for index in range(first + 1, end):
        places[index] = places[first] + (index - first) * width
