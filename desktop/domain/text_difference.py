"""Where two wordings of a text part."""

import re
from difflib import SequenceMatcher
from itertools import accumulate

Part = tuple[int, int]
"""(start, end) in a text."""


def differing_parts(one: str, other: str) -> tuple[Part, Part]:
    """The part of each that the other does not have at the same end; both empty where the texts are equal."""
    shortest = min(len(one), len(other))
    start = next((i for i in range(shortest) if one[i] != other[i]), shortest)
    room = shortest - start
    end = next((i for i in range(room) if one[-1 - i] != other[-1 - i]), room)
    return (start, len(one) - end), (start, len(other) - end)


_WORD = re.compile(r"[\u3400-\u9fff]|\w+|\s+|.", re.DOTALL)
_MOST_WORDS = 2000
"""In texts that are longer only one part of each is told: comparing words takes the square of their number."""


def differing_words(one: str, other: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The words of each that the other does not have at the same place, joined where they touch. Case counts only where
    nothing else differs; Chinese is compared character by character."""
    words = _WORD.findall(one), _WORD.findall(other)
    if max(map(len, words)) > _MOST_WORDS:
        before, after = differing_parts(one, other)
        return (before,) if before[1] > before[0] else (), (after,) if after[1] > after[0] else ()
    found = _differing(*words, [word.casefold() for word in words[0]], [word.casefold() for word in words[1]])
    return found if any(found) or one == other else _differing(*words, *words)


def _differing(
    one: list[str], other: list[str], one_keys: list[str], other_keys: list[str]
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    blocks = [
        block
        for block in SequenceMatcher(None, one_keys, other_keys, autojunk=False).get_opcodes()
        if block[0] != "equal"
    ]
    ones = [(start, end) for _, start, end, _, _ in blocks]
    others = [(start, end) for *_, start, end in blocks]
    return _places(one, ones), _places(other, others)


def _places(words: list[str], spans: list[Part]) -> tuple[Part, ...]:
    """Where these words stand in the text; those with nothing but spaces between them are one part."""
    joined: list[Part] = []
    for start, end in spans:
        if joined and end > start and not "".join(words[joined[-1][1] : start]).strip():
            start = joined.pop()[0]
        if end > start:
            joined.append((start, end))
    ends = [0, *accumulate(map(len, words))]
    return tuple((ends[start], ends[end]) for start, end in joined)
