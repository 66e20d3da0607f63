"""Which papers of a feed come into the library."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from desktop.domain.found_paper import FoundPaper
from desktop.domain.search_words import fold


@dataclass(frozen=True, slots=True)
class Terms:
    """Of `wanted` one at least has to be there, if there are any; of `unwanted` none."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    def let(self, holds: Iterable[str]) -> bool:
        """Whether these let a paper through that holds exactly those terms."""
        there = set(holds)
        return (not self.wanted or not there.isdisjoint(self.wanted)) and there.isdisjoint(self.unwanted)

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)


@dataclass(frozen=True, slots=True)
class FeedFilter:
    """Which papers of a feed come into the library: those that each of these lets through."""

    words: Terms = field(default_factory=Terms)
    """Words or phrases in title or abstract, at the beginning of a word, in any case."""
    authors: Terms = field(default_factory=Terms)
    """Parts of names, likewise."""
    categories: Terms = field(default_factory=Terms)
    """cs.CV, or cs for all of its archive. Of a paper whose categories nobody told, none is known: wanted ones leave
    it out."""
    announced: Terms = field(default_factory=Terms)
    """Of `feeds.ANNOUNCE_TYPES`; says nothing of papers that were not announced so (searches, Daily Papers)."""

    def lets(self, paper: FoundPaper) -> bool:
        """Whether the paper comes into the library."""
        if paper.announced and not self.announced.let((paper.announced,)):
            return False
        archives = (code.partition(".")[0] for code in paper.categories)
        return (
            self.categories.let((*paper.categories, *archives))
            and _let_words(self.words, f"{paper.title}\n{paper.abstract}")
            and _let_words(self.authors, "\n".join(paper.authors))
        )

    def stored(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self), ensure_ascii=False) if self != FeedFilter() else "{}"

    @classmethod
    def read(cls, text: str) -> "FeedFilter":
        """What `stored` made. Raises ValueError for anything else."""
        try:
            told = json.loads(text)
        except RecursionError as error:
            raise ValueError("far too deep") from error
        if not isinstance(told, dict) or not told.keys() <= set(cls.__slots__):
            raise ValueError(f"no filter of a feed: {text[:100]}")
        return cls(**{name: _terms(terms) for name, terms in told.items()})


def _let_words(terms: Terms, text: str) -> bool:
    if not terms:
        return True
    folded = fold(text)
    return terms.let(term for term in (*terms.wanted, *terms.unwanted) if _begins_a_word(fold(term), folded))


def _begins_a_word(term: str, text: str) -> bool:
    begin = r"(?<!\w)" if term[:1].isascii() else ""  # Chinese has no spaces between words
    return bool(term) and re.search(begin + re.escape(term), text) is not None


def _terms(told: Any) -> Terms:
    parts = [told.get(name) for name in Terms.__slots__] if isinstance(told, dict) else [None]
    if not all(isinstance(part, list) and all(isinstance(term, str) for term in part) for part in parts):
        raise ValueError("no terms of a filter")
    return Terms(*(tuple(part) for part in parts if part is not None))
