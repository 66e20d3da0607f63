"""Lines of a page as running text: one rule for what is copied, quoted and indexed.

A hyphen at the end of a line either parts one word ("recog-/nition") or stands within a compound ("self-/supervised").
What the rest of the text writes decides: a compound seen elsewhere keeps its hyphen, a word seen elsewhere is made
whole, and two halves that are words of their own are a compound. Where it tells nothing, the hyphen stays before a
capital or a figure ("GPT-/4", "Jean-/Paul"), after a figure ("3-/dimensional"), after another hyphen
("state-of-the-/art") and after words that practically never end with a syllable (`_FIRST_PARTS`); else it goes. A soft
hyphen always goes.

Chinese and Japanese lines are joined without a blank. A paragraph that goes on in another block (a new column, after a
figure) is told by its next letter, a small one.
"""

import re
from collections.abc import Container, Iterable, Sequence

from desktop.domain.search_words import LETTER

SOFT_HYPHEN = "\u00ad"
_HYPHENS = "-\u2010" + SOFT_HYPHEN
_SHORTEST_WORD, _LONGEST_WORD = 3, 60
_WORD = re.compile(rf"{LETTER}+(?:[-\u2010]{LETTER}+)*")
_HEAD = re.compile(rf"({LETTER}+)[{_HYPHENS}]\Z")
_TAIL = re.compile(rf"{LETTER}+")
_FIRST_PARTS = frozenset({"cross", "few", "half", "high", "large", "long", "low", "pseudo", "quasi", "self", "zero"})
_NO_BLANK = re.compile(
    "[\u2e80-\u30ff\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Han, kana and wide punctuation, between which a line break stands for nothing. Korean parts its words by blanks."""
_WIDE_PUNCTUATION = re.compile("[\u3000-\u3004\u3008-\u3020\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")
_JOINS = "\u2013\u2014/"
_SENTENCE_END = frozenset(".!?:;。！？：；…")
_PLAIN = str.maketrans(
    {code: None for code in (*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFE)}
    | dict.fromkeys((9, 10, 11, 12, 13, 0x85, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x2028, 0x2029), " ")
    | {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
)


def plain(text: str) -> str:
    """The text with ligatures taken apart, each kind of blank made the usual one, and what has no width taken out."""
    return text.translate(_PLAIN)


def one_line(text: str) -> str:
    """The text in one line, with single blanks."""
    return " ".join(text.split())


def words(lines: Iterable[str]) -> frozenset[str]:
    """The words and compounds that stand whole within these lines, folded: what `running_text` decides by."""
    found: set[str] = set()
    broken = False
    for line in lines:
        text = line.strip()
        head = _HEAD.search(text[-_LONGEST_WORD:])
        text = plain(text[: -len(head[0])] if head is not None else text).casefold()
        if broken:
            text = _TAIL.sub("", text, count=1)
        found.update(word.replace("\u2010", "-") for word in _WORD.findall(text))
        broken = head is not None
    return frozenset(found)


def running_text(lines: Sequence[tuple[str, object]], known: Container[str] | None = None) -> str:
    """Lines, each with its block, as text: an empty line between two paragraphs, no other line feed.

    `known` are the words of the whole page (`words`); those of the lines themselves if left out.
    """
    known = words(line for line, _ in lines) if known is None else known
    parts: list[str] = []
    last, last_block = "", None
    for line, block in lines:
        line = line.strip()
        if not plain(line).strip():
            continue
        if last:
            ends_here = block != last_block and not _goes_on(last, line)
            parts.append(plain(last) + "\n\n" if ends_here else joined_end(last, line, known))
        last, last_block = line, block
    return "".join([*parts, plain(last)])


def join_lines(lines: Iterable[str]) -> str:
    """Lines of one paragraph as one line."""
    return one_line(running_text([(line, 0) for line in lines]))


def plain_text(lines: Sequence[tuple[str, object]]) -> str:
    """Lines of a page, each with its block, as text with a line for each paragraph."""
    return "\n".join(map(one_line, running_text(lines).split("\n\n")))


def joined_end(line: str, following: str, known: Container[str]) -> str:
    """`line` as it stands before `following` in running text: its hyphen repaired, a blank behind it where one belongs.
    Neither begins or ends with a blank."""
    if breaks_word(line, following):
        keeps = line[-1] != SOFT_HYPHEN and _keeps_hyphen(line, following, known)
        return plain(line if keeps else line[:-1])
    return plain(line) + ("" if stands_close(line, following) else " ")


def breaks_word(line: str, following: str) -> bool:
    """Whether `line` ends in a hyphen that may part a word, which `following` goes on with."""
    return _HEAD.search(line[-_LONGEST_WORD:]) is not None and _TAIL.match(following) is not None


def stands_close(line: str, following: str) -> bool:
    """Whether no blank stands for the line break between these two lines."""
    last, first = line[-1:], following[:1]
    if last in _JOINS and not line[-2:-1].isspace():
        return True
    if _WIDE_PUNCTUATION.match(last) or _WIDE_PUNCTUATION.match(first):
        return True
    return _NO_BLANK.match(last) is not None and _NO_BLANK.match(first) is not None


def _keeps_hyphen(line: str, following: str, known: Container[str]) -> bool:
    head, tail = _HEAD.search(line[-_LONGEST_WORD:]), _TAIL.match(following)
    assert head is not None
    assert tail is not None
    first, second = plain(head[1]).casefold(), plain(tail[0]).casefold()
    if f"{first}-{second}" in known:
        return True
    if first + second in known:
        return False
    if min(len(first), len(second)) >= _SHORTEST_WORD and first in known and second in known:
        return True
    return not tail[0][0].islower() or not first.isalpha() or first in _FIRST_PARTS or _after_hyphen(line, head[1])


def _after_hyphen(line: str, head: str) -> bool:
    return line[: -len(head) - 1].endswith(("-", "\u2010"))


def _goes_on(line: str, following: str) -> bool:
    return line[-1] not in _SENTENCE_END and following[0].islower()
