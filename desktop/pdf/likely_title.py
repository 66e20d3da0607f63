"""Which lines of a first page are the title of the paper: a guess by size and place."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_FEWEST_LETTERS = 4
_LONGEST = 300
_COVER = 600
"""Characters of a page that is a cover, at most."""
_SAME_SIZE = 0.05
"""How much type of one size may differ, as a part of it."""
_WIDEST_GAP = 1.0
"""White between two lines of a title at most, as a part of their size."""
_FOOTNOTE_MARKS = " ∗*†‡§¶⋆★"
# What stands in large type at the top of a page without being the title: who published it, what kind of text it is.
_NOT_A_TITLE = re.compile(
    r"arxiv:|contents lists available|sciencedirect\b|(?:research|review|original) (?:article|paper)\b|open access\b"
    r"|abstract\b|(?:[0-9IVX]+\.? )?introduction\b|(?:table of )?contents\Z"
    r"|(?:under review|published|accepted|to appear)(?: (?:as|at|by|for|in)\b|\Z)"
    r"|(?:the |ieee |acm |siam )*(?:[\w-]+ ){0,3}(?:journal|transactions|annals|proceedings) (?:of|on|in) "
    r"|.{0,60}\b(?:journal|review letters|physics letters)\Z"
    r"|.*(?:\bvol(?:ume)?\b[ .]|\bissn\b|\bisbn\b|\bdoi\b|https?:|www\.)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A horizontal line of text, in points. `top` and `bottom` count from the top of the page."""

    text: str
    size: float
    top: float
    bottom: float


def likely_title(lines: Iterable[Line], page_height: float) -> str:
    """The lines in the largest type of the page's top third, else of its upper half, as one line of text.

    A figure may hold larger type than the title, but it stands lower. Empty if nothing there is larger than the body
    of the text and can be a title.
    """
    all_lines = list(lines)
    body = _body_size(all_lines)
    groups = [group for group in _groups(all_lines) if group[0].size > body * (1 + _SAME_SIZE)]
    for share in (1 / 3, 1 / 2):
        there = (group for group in groups if group[0].top < page_height * share)
        for group in sorted(there, key=lambda group: -group[0].size):
            if _can_be_a_title(title := _joined(group)):
                return title
    return ""


def _body_size(lines: list[Line]) -> float:
    """The size that most characters have; on a cover, which may hold little but a title, the smallest one."""
    characters: Counter[float] = Counter()
    for line in lines:
        characters[round(line.size, 1)] += len(line.text)
    if characters.total() < _COVER:
        return min(characters, default=0.0)
    return max(characters, key=characters.__getitem__)


def _groups(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines of one size that follow each other closely."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(line: Line, following: Line) -> bool:
    same_size = abs(line.size - following.size) <= _SAME_SIZE * line.size
    gap = following.top - line.bottom  # negative for the rest of a line that is set with a wide space
    return same_size and -2 * line.size <= gap <= _WIDEST_GAP * line.size


def _joined(group: list[Line]) -> str:
    text = ""
    for line in group:
        text += line.text.strip() if text.endswith("-") else f" {line.text.strip()}"
    printable = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(printable.split()).rstrip(_FOOTNOTE_MARKS)


def _can_be_a_title(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters >= _FEWEST_LETTERS and len(text) <= _LONGEST and not _NOT_A_TITLE.match(text)
