"""Where the hits of a search stand in a text that is shown."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from desktop.domain.query import And, Or, Query, Term
from desktop.domain.search_words import BREAK, CJK, COMBINING, LETTER, fold, tokens


@dataclass(frozen=True, slots=True)
class Needles:
    """The terms of a query that may be marked: those that are not excluded."""

    terms: frozenset[Term] = frozenset()


def needles(query: Query) -> Needles:
    """What to mark for a query. Cheap; make it once a query."""
    match query:
        case Term():
            return Needles(frozenset((query,)))
        case And(parts) | Or(parts):
            return Needles(frozenset().union(*(needles(part).terms for part in parts)))
    return Needles()


def find_marks(text: str, needles: Needles, field: str = "") -> list[tuple[int, int]]:
    """(start, end) of the hits in the text, in order and apart from each other.

    `field` is the name of the text field (`query.FIELDS`) that the text belongs to.
    """
    if not needles.terms or not text:
        return []
    folded, places = _folded(text)
    found = sorted(match.span() for pattern in _patterns(needles, field) for match in pattern.finditer(folded))
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged if places is None else [(places[start], places[end]) for start, end in merged]


def _folded(text: str) -> tuple[str, list[int] | None]:
    """The text as the index sees it and, if marks fell out of it, the place in the text of each of its characters."""
    folded = fold(text)
    if text.isascii() or not COMBINING.search(folded):
        return folded, None
    kept = [place for place, character in enumerate(folded) if not COMBINING.match(character)]
    return "".join(folded[place] for place in kept), [*kept, len(text)]


@lru_cache(maxsize=64)
def _patterns(needles: Needles, field: str) -> list[re.Pattern[str]]:
    return [_pattern(term) for term in needles.terms if term.field in ("", field)]


def _pattern(term: Term) -> re.Pattern[str]:
    """The term's tokens, side by side in the sense of the index."""
    words = tokens(term.text)
    first, last = re.escape(words[0]), words[-1]
    # The border is looked at behind the word: a pattern that begins with plain letters is found faster.
    parts = [first if _is_single(words[0]) else f"{first}(?<!{LETTER}{first})"]
    for before, word in pairwise(words):
        parts.append(_between(before, word))
        parts.append("" if word == BREAK else re.escape(word))
    if not (term.prefix or _is_single(last)):
        parts.append(f"(?!{LETTER})")
    return re.compile("".join(parts))


def _is_single(word: str) -> bool:
    return re.match(f"[{CJK}{BREAK}]", word) is not None


def _between(before: str, word: str) -> str:
    """What may stand between two tokens that follow each other."""
    if word == BREAK or (_is_single(before) and _is_single(word)):
        return r"[\W_]+" if word == BREAK else ""
    return r"[\W_]*" if _is_single(before) or _is_single(word) else r"[\W_]+"
