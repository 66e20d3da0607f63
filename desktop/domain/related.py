"""Which papers have to do with a paper, and why."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log, log10

from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperRow
from desktop.domain.search_words import BREAK, tokens

RARE = 1_500
"""A word that more papers have tells nothing of what a paper is about."""
_RARE_PART = 8
"""Nor one that more than one in so many papers has."""
_SHORTEST = 3
"""Letters of a Latin word that may tell something."""
_NUMBER = re.compile(r"[0-9]+|[ivx]+")
_MOST_TERMS = 20
_MOST_HITS = 8_000
"""All terms together find no more papers than this: ranking costs a microsecond each."""
_TITLE = 3
"""A word in the title counts as often as so many in the abstract."""
ALIKE = 0.1
"""A text that has this part of what makes a text itself is similar."""

_PER_AUTHOR, _ALL_AUTHORS = 0.35, 0.6
_PER_DIGEST, _ALL_DIGESTS = 0.06, 0.3
_SAME_DIGEST = 0.02
"""Neighbours of one day have little to do with each other."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a paper is related. At least one of these says something."""

    digests: int = 0
    """In so many digests both are."""
    authors: tuple[str, ...] = ()
    """Who wrote both."""
    words: tuple[str, ...] = ()
    """Rare words that both have, the most telling first."""
    likeness: float = 0.0
    """0 to 1: how much of what the one text is about the other has."""


@dataclass(frozen=True, slots=True)
class RelatedPaper:
    """A paper that has to do with another one."""

    row: PaperRow
    reasons: Reasons


def latin_words(title: str, text: str) -> Counter[str]:
    """The Latin words of title and text that may tell something, with how much each is used."""
    words = Counter({word: _TITLE * count for word, count in Counter(tokens(title)).items()})
    words.update(tokens(text))
    return Counter({word: count for word, count in words.items() if _is_latin(word)})


def chinese_pairs(*separated: str) -> Counter[str]:
    """The pairs of Chinese characters that follow each other in texts as `search_words.separate` gives them: words of
    Chinese mostly have two."""
    pairs = chain.from_iterable(pairwise(text.split()) for text in separated)
    return Counter(one + two for one, two in pairs if _is_chinese(one) and _is_chinese(two))


def _is_latin(word: str) -> bool:
    return word.isascii() and len(word) >= _SHORTEST and not _NUMBER.fullmatch(word)


def _is_chinese(token: str) -> bool:
    return len(token) == 1 and not token.isascii() and token != BREAK


def telling(words: Mapping[str, int], papers: Mapping[str, int], library: int) -> list[str]:
    """Of the words of a text, with how much each is used, those that tell best what it is about and that others have,
    too; the most telling first. `papers`: how many papers have each; `library`: how many there are.

    The measure is that of Lucene's MoreLikeThis: use in the text times rarity in the library.
    """
    rare = max(min(RARE, library // _RARE_PART), 2)
    weights = {
        word: (1 + log(count)) * log(max(library, rare + 1) / papers[word])
        for word, count in words.items()
        if 1 < papers.get(word, 0) <= rare
    }
    chosen: list[str] = []
    hits = 0
    for word in sorted(weights, key=weights.__getitem__, reverse=True):
        if len(chosen) < _MOST_TERMS and hits + papers[word] <= _MOST_HITS:
            chosen.append(word)
            hits += papers[word]
    return chosen


def one_word_alone(reasons: Reasons) -> bool:
    """Nothing but a single word speaks for it: that is chance."""
    return not reasons.authors and reasons.digests <= 1 and len(reasons.words) <= 1


def best(reasons: Mapping[PaperId, Reasons], papers_of: Mapping[str, int], most: int) -> list[PaperId]:
    """The papers with the best reasons, the best first. `papers_of`: how many papers each author has, for a name that
    many have is the name of many."""

    def weight(paper: PaperId) -> tuple[float, int]:
        why = reasons[paper]
        authors = min(sum(_PER_AUTHOR / (1 + log10(papers_of[name])) for name in why.authors), _ALL_AUTHORS)
        digests = min(_PER_DIGEST * (why.digests - 1), _ALL_DIGESTS) if why.digests > 1 else _SAME_DIGEST * why.digests
        return why.likeness + authors + digests, paper

    return sorted(reasons, key=weight, reverse=True)[:most]


def merged(
    authors: Mapping[PaperId, tuple[str, ...]],
    likeness: Mapping[PaperId, float],
    words: Mapping[PaperId, tuple[str, ...]],
    digests: Mapping[PaperId, int],
) -> dict[PaperId, Reasons]:
    """All that was found, paper by paper."""
    papers: Iterable[PaperId] = dict.fromkeys((*authors, *likeness, *digests))
    return {
        paper: Reasons(digests.get(paper, 0), authors.get(paper, ()), words.get(paper, ()), likeness.get(paper, 0.0))
        for paper in papers
    }
