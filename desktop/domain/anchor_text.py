"""The text of a document as one string in which a quote is found again, whatever became of lines, pages and hyphens.

Heads and feet of pages, blanks and hyphens are left out, ligatures and accents taken apart; capitals count. A word is
compared without case.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from desktop.domain.page_words import plain
from desktop.domain.pdf_document import PageText
from desktop.domain.search_words import CJK
from desktop.domain.text_carets import Caret, TextPlace

_HYPHENS = frozenset("-\u2010\u2011\u00ad")
_QUOTES = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")
PUNCTUATION = ".,;:!?()[]{}'\"«»…。，、；：！？（）「」《》*†‡"
"""At the ends of words, and not part of them."""
_EDGE = 2
"""Lines of a head, and of a foot."""
_CJK = re.compile(f"[{CJK}]")


class Span(NamedTuple):
    """From one character of `AnchorText.solid` up to, not including, another."""

    start: int
    end: int


class Word(NamedTuple):
    """A word, folded, and where it stands without punctuation."""

    text: str
    start: int
    end: int


class _Line(NamedTuple):
    start: int
    page: int
    number: int


class AnchorText:
    """The text of some pages."""

    def __init__(self, pages: Sequence[PageText]) -> None:
        self._lines: list[_Line] = []
        self._indexes: list[int] = []
        parts: list[str] = []
        starts: list[int] = []
        goes_on = False
        repeated = _repeated(pages)
        for page, text in enumerate(pages):
            for number, line in enumerate(text.lines):
                if number in repeated[page]:
                    continue
                self._lines.append(_Line(len(self._indexes), page, number))
                solid, indexes, begins = _solid(line.text, goes_on)
                starts.extend(len(self._indexes) + place for place in begins)
                parts.append(solid)
                self._indexes.extend(indexes)
                goes_on = line.text.rstrip()[-1:] in _HYPHENS if line.text.strip() else goes_on
        self.solid = "".join(parts)
        self._line_starts = [line.start for line in self._lines]
        self._word_starts = frozenset(starts)
        self.words = tuple(_words(self.solid, starts))

    def is_whole(self, span: Span) -> bool:
        """Whether words begin where the span does, and behind it."""
        behind = span.end == len(self.solid) or span.end in self._word_starts or not self.solid[span.end].isalnum()
        return span.start in self._word_starts and behind

    def page(self, place: int) -> int:
        """The page of a character."""
        return self._line(place).page

    def by_page(self, span: Span) -> tuple[Span, ...]:
        """The span in parts of one page each."""
        starts = [line.start for line in self._lines if span.start < line.start < span.end]
        cuts = [place for place in starts if self.page(place) != self.page(place - 1)]
        return tuple(Span(start, end) for start, end in pairwise([span.start, *cuts, span.end]))

    def ends(self, span: Span) -> tuple[TextPlace, TextPlace]:
        """Where the span begins and ends on the pages."""
        first, last = self._line(span.start), self._line(span.end - 1)
        return (
            TextPlace(first.page, Caret(first.number, self._indexes[span.start])),
            TextPlace(last.page, Caret(last.number, self._indexes[span.end - 1] + 1)),
        )

    def _line(self, place: int) -> _Line:
        return self._lines[bisect_right(self._line_starts, place) - 1]


def solid_text(text: str) -> str:
    """A text as it stands in `AnchorText.solid`."""
    return _solid(text, goes_on=False)[0]


def folded_words(text: str) -> list[str]:
    """The words of a text as they stand in `AnchorText.words`."""
    solid, _, starts = _solid(text, goes_on=False)
    return [word.text for word in _words(solid, starts)]


def _words(solid: str, starts: Sequence[int]) -> Iterator[Word]:
    for start, end in pairwise([*starts, len(solid)]):
        rest = solid[start:end].lstrip(PUNCTUATION)
        if word := rest.rstrip(PUNCTUATION):
            yield Word(word.casefold(), end - len(rest), end - len(rest) + len(word))


def _repeated(pages: Sequence[PageText]) -> list[set[int]]:
    """Of each page the lines at its edges that stand on other pages, too, but for figures: its head and its foot."""
    edges = [
        {number: _without_figures(page.lines[number].text) for number in _edges(len(page.lines))} for page in pages
    ]
    often = Counter(text for edge in edges for text in set(edge.values()))
    least = max(2, len(pages) // 3)
    return [{number for number, text in edge.items() if often[text] >= least} for edge in edges]


def _edges(count: int) -> set[int]:
    return {0, 1, count - 2, count - 1} if count > 2 * _EDGE else set()


def _without_figures(text: str) -> str:
    return "".join(character for character in text if not character.isdecimal())


def _solid(text: str, goes_on: bool) -> tuple[str, list[int], list[int]]:
    """The text without blanks and hyphens, the index of each of its characters, and where in it words begin; the first
    word does not if the line `goes_on` with one that was divided."""
    parts: list[str] = []
    indexes: list[int] = []
    starts: list[int] = []
    begins = not goes_on
    for index, character in enumerate(text):
        folded, alone = _folded(character)
        if not folded:
            begins = begins or character not in _HYPHENS
            continue
        if begins or alone:
            starts.append(len(indexes))
        begins = alone
        parts.append(folded)
        indexes.extend([index] * len(folded))
    return "".join(parts), indexes, starts


@lru_cache(1 << 16)
def _folded(character: str) -> tuple[str, bool]:
    """What stands for a character, nothing for blanks and hyphens, and whether it is a word of its own."""
    if character in _HYPHENS or character.isspace():
        return "", False
    if character.isascii():
        return character, False
    apart = unicodedata.normalize("NFKD", plain(character).translate(_QUOTES))
    base = "".join(part for part in apart if not unicodedata.combining(part) and not part.isspace())
    return base, _CJK.match(character) is not None
