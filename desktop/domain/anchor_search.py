"""Finding a quote in the text of another version: exactly, else the passage that has most of its words in their order.

Repeats are told apart by what stands before and after the quote, then by how far they are from where it was.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import pairwise

from desktop.domain.anchor_text import PUNCTUATION, AnchorText, Span, folded_words, solid_text

SURE = 0.6
"""A passage that is no exact copy has to be this much alike (0 to 1) ..."""
_WITH_CONTEXT = 0.45
"""... or this much, where its surroundings are those of the quote."""
_SAME_CONTEXT = 0.6
_SOME_CONTEXT = 0.3
_SHORT = 24
"""Characters: so short a quote is found elsewhere by chance, even if that is the only place left."""
_LEAST_WORDS = 4
_LONG = 160
"""Words: of a longer quote its beginning and its end are looked for."""
_END = 60
_MOST_REPEATS = 400
_COMMON = 300
"""A word that occurs more often tells nothing of the place."""
_CANDIDATES = 3
_EDGE = 6
"""Characters of its surroundings that tell where a quote begins or ends."""
_EDITED = 30
"""At most so many characters at its edges are taken for its edited words."""
_LEAST_SHARE = 0.5
"""Of the letters of a quote: so many have to be there in their order."""
_ADDED_COST, _REPLACED_COST = 3.0, 0.5
"""Characters that a foreign word costs between two matching pieces: more if it stands for no word of the quote."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What is looked for."""

    text: str
    before: str
    after: str
    page: int
    """Where it was."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where it is: one span for each page, of which no two touch the same."""

    spans: tuple[Span, ...]
    exact: bool


class AnchorSearch:
    """Looks for quotes in one text."""

    def __init__(self, text: AnchorText) -> None:
        self._text = text
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(text.words):
            self._places[word.text].append(number)

    def find(self, quote: Quote) -> Found | None:
        """The place of the quote; None if nothing is enough like it."""
        solid = solid_text(quote.text)
        if not solid:
            return None
        context = _Context(quote, self._text)
        if (span := self._exact(solid, context)) is not None:
            return Found(self._text.by_page(span), exact=True)
        words = folded_words(quote.text)
        if len(words) < _LEAST_WORDS:
            return None
        found = self._long(words, context) if len(words) > _LONG else self._alike(words, context)
        if found is None:
            return None
        first, *others = self._pages(*found, set(words))
        first = Span(self._beginning(first, words[0], solid_text(quote.before)), first.end)
        *others, last = first, *others
        end = self._ending(last, words[-1], solid_text(quote.after))
        mark = solid[len(solid.rstrip(PUNCTUATION)) :]
        if self._text.solid.startswith(mark, end):
            end += len(mark)
        return Found((*others, Span(last.start, end)), exact=False)

    def _beginning(self, span: Span, word: str, before: str) -> int:
        """Where the passage begins: where its first word was edited, behind what stood before the quote."""
        edge = before[-_EDGE:]
        if len(edge) < _EDGE or self._text.solid[span.start : span.start + len(word)].casefold() == word:
            return span.start
        place = self._text.solid.rfind(edge, max(span.start - _EDITED - _EDGE, 0), span.start)
        return span.start if place < 0 or not self._on_page(place, span) else place + _EDGE

    def _ending(self, span: Span, word: str, after: str) -> int:
        """The same for its end."""
        edge = after[:_EDGE]
        if len(edge) < _EDGE or self._text.solid[span.end - len(word) : span.end].casefold() == word:
            return span.end
        place = self._text.solid.find(edge, span.end, span.end + _EDITED + _EDGE)
        return span.end if place < 0 or not self._on_page(place, span) else place

    def _on_page(self, place: int, span: Span) -> bool:
        return self._text.page(place) == self._text.page(span.start)

    def _exact(self, solid: str, context: "_Context") -> Span | None:
        spans = list(self._repeats(solid))
        if not spans:
            return None
        best = max(spans, key=lambda span: context.rank(span, self._text.is_whole(span)))
        chance = len(solid) < _SHORT
        return None if chance and context.told and context.likeness(best) < _SOME_CONTEXT else best

    def _repeats(self, solid: str) -> Iterator[Span]:
        place = self._text.solid.find(solid)
        for _ in range(_MOST_REPEATS):
            if place < 0:
                return
            yield Span(place, place + len(solid))
            place = self._text.solid.find(solid, place + 1)

    def _alike(self, words: Sequence[str], context: "_Context") -> tuple[int, int] | None:
        """The first word of the passage that is most like these words, and the one behind its last."""
        best, best_rank = None, 0.0
        for first, last in self._windows(words):
            aligned = self._aligned(words, first, last)
            if aligned is None:
                continue
            score, start, end = aligned
            span = self._span(start, end)
            likeness = context.likeness(span)
            enough = score >= SURE or (score >= _WITH_CONTEXT and likeness >= _SAME_CONTEXT)
            if enough and score + context.rank(span, whole=True) > best_rank:
                best, best_rank = (start, end), score + context.rank(span, whole=True)
        return best

    def _long(self, words: Sequence[str], context: "_Context") -> tuple[int, int] | None:
        head, tail = self._alike(words[:_END], context), self._alike(words[-_END:], context)
        if head is None or tail is None or not 0.5 < (tail[1] - head[0]) / len(words) < 2.0:
            return None
        return head[0], tail[1]

    def _windows(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """The parts of the text, as numbers of words, where most of the rarer words stand in their distances."""
        votes: list[tuple[int, float]] = []
        for offset, word in enumerate(words):
            places = self._places.get(word, ())
            if len(places) <= _COMMON:
                votes += [(place - offset, len(word) / len(places)) for place in places]
        votes.sort()
        slack = max(3, len(words) // 3)
        sums, last, total = [], 0, 0.0
        for first, (start, weight) in enumerate(votes):
            while last < len(votes) and votes[last][0] <= start + slack:
                total += votes[last][1]
                last += 1
            sums.append((total, first))
            total -= weight
        chosen: list[int] = []
        for _, first in sorted(sums, reverse=True):
            start = votes[first][0]
            if all(abs(start - other) > slack for other in chosen):
                chosen.append(start)
            if len(chosen) == _CANDIDATES:
                break
        count = len(self._text.words)
        return [(max(start - slack, 0), min(start + 2 * slack + len(words), count)) for start in chosen]

    def _aligned(self, words: Sequence[str], first: int, last: int) -> tuple[float, int, int] | None:
        """How much alike the best passage of a window is, and its words."""
        window = [word.text for word in self._text.words[first:last]]
        blocks = SequenceMatcher(None, words, window, autojunk=False).get_matching_blocks()[:-1]
        sizes = [sum(map(len, words[block.a : block.a + block.size])) for block in blocks]
        run = _best_run(sizes, [_gap_cost(block, other) for block, other in pairwise(blocks)])
        if run is None or sum(sizes[run[0] : run[1] + 1]) < _LEAST_SHARE * _length(words):
            return None
        start, end = blocks[run[0]].b, blocks[run[1]].b + blocks[run[1]].size
        passage = window[start:end]
        common = Counter(words) & Counter(passage)
        in_order, at_all = sum(sizes[run[0] : run[1] + 1]), sum(len(word) * times for word, times in common.items())
        score = (in_order + at_all) / (_length(words) + _length(passage))
        return score, first + start, first + end

    def _span(self, first: int, last: int) -> Span:
        return Span(self._text.words[first].start, self._text.words[last - 1].end)

    def _pages(self, first: int, last: int, wanted: set[str]) -> Iterator[Span]:
        """A span for each page, from the first to the last wanted word on it: heads and feet of pages stay out."""
        by_page: defaultdict[int, list[int]] = defaultdict(list)
        for number in range(first, last):
            if self._text.words[number].text in wanted:
                by_page[self._text.page(self._text.words[number].start)].append(number)
        for numbers in by_page.values():
            yield self._span(numbers[0], numbers[-1] + 1)


class _Context:
    """What stands around a quote, and how much of it stands around a place."""

    def __init__(self, quote: Quote, text: AnchorText) -> None:
        self._before, self._after = solid_text(quote.before), solid_text(quote.after)
        self._page = quote.page
        self._text = text
        self.told = bool(self._before or self._after)

    def likeness(self, span: Span) -> float:
        """From 0 to 1; 0 where nothing is known."""
        solid = self._text.solid
        sides = [
            (self._before, solid[max(span.start - len(self._before), 0) : span.start]),
            (self._after, solid[span.end : span.end + len(self._after)]),
        ]
        told = [_likeness(wanted, there) for wanted, there in sides if wanted]
        return sum(told) / len(told) if told else 0.0

    def rank(self, span: Span, whole: bool) -> float:
        """What tells repeats apart."""
        distance = min(abs(self._text.page(span.start) - self._page), 20)
        begins_page = span.start == 0 or self._text.page(span.start - 1) != self._text.page(span.start)
        alike = self.likeness(span) + 0.1 * (begins_page and not self._before)
        return alike + 0.2 * whole - 0.005 * distance


def _likeness(wanted: str, there: str) -> float:
    if wanted == there:
        return 1.0
    pairs = Counter(map("".join, pairwise(wanted)))
    common = pairs & Counter(map("".join, pairwise(there)))
    return common.total() / max(pairs.total(), 1)


def _gap_cost(block: Match, other: Match) -> float:
    replaced, there = other.a - block.a - block.size, other.b - block.b - block.size
    return _REPLACED_COST * min(replaced, there) + _ADDED_COST * max(there - replaced, 0)


def _best_run(sizes: Sequence[int], costs: Sequence[float]) -> tuple[int, int] | None:
    """The first and the last of the neighbouring pieces that are worth most: their sizes less the costs of what lies
    between."""
    best, best_worth = None, 0.0
    start, worth = 0, 0.0
    for number, size in enumerate(sizes):
        carried = worth - costs[number - 1] if number else 0.0
        if carried <= 0.0:
            start, carried = number, 0.0
        worth = carried + size
        if worth > best_worth:
            best, best_worth = (start, number), worth
    return best


def _length(words: Sequence[str]) -> int:
    return sum(map(len, words))
