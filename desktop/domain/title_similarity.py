"""How alike two titles are, to propose a paper for a title and to tell a clear match from a guess."""

import re
from collections import Counter
from difflib import SequenceMatcher

from desktop.domain.latex_text import readable
from desktop.domain.search_words import tokens
from desktop.domain.title_key import title_key

CLEAR = 0.97
"""From here on two titles name one paper. Among 65,525 titles of arXiv no two different ones are as alike; a title
with a slip of the pen in a long word is."""
POSSIBLE = 0.7
"""From here on a person may be asked whether it is one paper."""
_OTHER_PART = 0.9
"""Not above this are two titles with different numbers: parts, sequels, versions of a model."""
_LONGEST = 500
"""Characters that are compared; the longest titles of arXiv have 400."""
_NUMBER = re.compile(r"[^\W\d]*\d\w*|[ivx]+")


def title_similarity(one: str, other: str) -> float:
    """0 to 1: 1 where they differ in case, spaces, punctuation, accents and LaTeX alone, less for each letter and for
    each whole word that differs. Symmetric."""
    one, other = sorted((readable(one[:_LONGEST]), readable(other[:_LONGEST])))
    keys = title_key(one), title_key(other)
    if keys[0] == keys[1]:
        return 1.0 if keys[0] else 0.0
    words = tokens(one), tokens(other)
    shared = 2 * (Counter(words[0]) & Counter(words[1])).total() / max(len(words[0]) + len(words[1]), 1)
    letters = SequenceMatcher(None, *keys, autojunk=False).ratio()
    alike = (shared + letters) / 2
    return min(alike, _OTHER_PART) if _numbers(words[0]) != _numbers(words[1]) else alike


def _numbers(words: list[str]) -> list[str]:
    return [word for word in words if _NUMBER.fullmatch(word)]
