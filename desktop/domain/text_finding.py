"""Finding a text on a page as a reader sees it: across line ends, in words that are divided there, whatever ligatures
and accents the file is made of."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from desktop.domain.page_words import breaks_word, joined_end, plain, stands_close
from desktop.domain.pdf_document import PageText
from desktop.domain.search_words import CJK
from desktop.domain.text_carets import Caret

_BREAK = "\x00"
"""Stands for a hyphen at the end of a line, which may be part of the word or not."""
_EXCERPT = 40
_BLANK = re.compile(r"\s+")
_NO_LETTERS = re.compile(r"[\W_]+")
_QUOTES = str.maketrans("‘’‚‛“”„‟\u2010\u2011", "''''\"\"\"\"--")
_HANGUL = range(0xAC00, 0xD7A4)
_LETTER_BEFORE = rf"(?<![^\W{CJK}])(?<!{_BREAK})"
_LETTER_AFTER = rf"(?![^\W{CJK}])(?!{_BREAK})"
_LATIN = re.compile(rf"[^\W{CJK}]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. Capitals count with `match_case` only, accents never; `whole_words` does nothing at Chinese
    characters."""

    text: str
    match_case: bool = False
    whole_words: bool = False


@dataclass(frozen=True, order=True, slots=True)
class Occurrence:
    """Where a text stands on a page."""

    start: Caret
    end: Caret


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What was found, with what stands around it, in one line."""

    before: str
    found: str
    after: str


def occurrences(page: PageText, wanted: Wanted) -> tuple[Occurrence, ...]:
    """All places of the page where it stands, in reading order, none over another. None for a blank text."""
    patterns = _patterns(wanted)
    if patterns is None:
        return ()
    flat = _Flat(page, wanted.match_case)
    found: list[Occurrence] = []
    for match in patterns[_BREAK in flat.text].finditer(flat.text):
        occurrence = flat.occurrence(*match.span())
        if not found or found[-1].end <= occurrence.start:  # two letters of one ligature are one place
            found.append(occurrence)
    return tuple(found)


def letters_of(text: str) -> str:
    """The letters and digits of a text alone, folded. A page whose text as `page_words.plain_text` has not those of
    what is looked for in its own has no occurrence of it; one that has them may have."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKD", plain(text)).casefold())


def excerpt(page: PageText, found: Occurrence) -> Excerpt:
    """The occurrence with some 40 characters before and after it, blanks between them included."""
    start, end = found.start, found.end
    lines = [line.text for line in page.lines[max(start.line - 1, 0) : end.line + 2]]
    first = min(start.line, 1)
    last = first + end.line - start.line
    middle = lines[first : last + 1]
    middle[-1] = middle[-1][: end.index]
    middle[0] = middle[0][start.index :]
    # With its first and last character, for what stands between it and another line depends on them.
    before = _joined([*lines[:first], lines[first][: start.index + 1]])
    after = _joined([lines[last][end.index - 1 :], *lines[last + 1 :]])
    before = before[: len(before) - len(plain(middle[0][:1]))]
    after = after[len(plain(lines[last][end.index - 1])) :]
    return Excerpt(before[-_EXCERPT:].lstrip(), _joined(middle), after[:_EXCERPT].rstrip())


class _Flat:
    """A page as one folded line, and where each of its characters stands."""

    def __init__(self, page: PageText, match_case: bool) -> None:
        self._starts: list[int] = []
        self._indexes: list[list[int] | None] = []
        self._numbers: list[int] = []
        parts: list[str] = []
        length = 0
        stripped = [(number, line.text.rstrip()) for number, line in enumerate(page.lines)]
        filled = [(number, text) for number, text in stripped if text]
        for at, (number, text) in enumerate(filled):
            folded, indexes = _folded(text, match_case)
            following = filled[at + 1][1].lstrip() if at + 1 < len(filled) else ""
            if following and breaks_word(text, following):
                kept = len(folded) if text[-1] == "\u00ad" else len(folded) - 1
                indexes = [*(range(kept) if indexes is None else indexes[:kept]), len(text) - 1]
                folded = folded[:kept] + _BREAK
            self._starts.append(length)
            self._indexes.append(indexes)
            self._numbers.append(number)
            folded += "" if folded.endswith(_BREAK) or stands_close(text, following) else " "
            parts.append(folded)
            length += len(folded)
        self.text = "".join(parts)

    def occurrence(self, start: int, end: int) -> Occurrence:
        first, last = self._caret(start), self._caret(end - 1)
        return Occurrence(first, Caret(last.line, last.index + 1))

    def _caret(self, offset: int) -> Caret:
        at = bisect_right(self._starts, offset) - 1
        indexes = self._indexes[at]
        index = offset - self._starts[at]
        return Caret(self._numbers[at], index if indexes is None else indexes[min(index, len(indexes) - 1)])


def _folded(text: str, match_case: bool) -> tuple[str, list[int] | None]:
    """The text as it is compared, and for each of its characters the index it comes from; None if that is its own."""
    if text.isascii():
        return (text if match_case else text.lower()).translate(_BLANKS), None
    parts = [_folded_character(character, match_case) for character in text]
    return "".join(parts), [index for index, part in enumerate(parts) for _ in part]


_BLANKS = dict.fromkeys(range(0x20), " ")


@lru_cache(1 << 16)
def _folded_character(character: str, match_case: bool) -> str:
    if ord(character) in _HANGUL:
        return character
    if character.isspace() or ord(character) < 0x20:
        return " "
    apart = unicodedata.normalize("NFKD", plain(character).translate(_QUOTES))
    base = "".join(part for part in apart if not unicodedata.combining(part)).replace(_BREAK, " ")
    return base if match_case else base.casefold()


@lru_cache(64)
def _patterns(wanted: Wanted) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What finds it in a page without divided words, and in one with them."""
    folded = "".join(_folded_character(character, wanted.match_case) for character in wanted.text)
    words = folded.split()
    if not words:
        return None
    before = _LETTER_BEFORE if wanted.whole_words and _LATIN.match(words[0][0]) else ""
    after = _LETTER_AFTER if wanted.whole_words and _LATIN.match(words[-1][-1]) else ""
    whole = " +".join(re.escape(word) for word in words)
    divided = " +".join(
        f"{_BREAK}?".join(f"[-{_BREAK}]" if character == "-" else re.escape(character) for character in word)
        for word in words
    )
    return re.compile(f"{before}{whole}{after}"), re.compile(f"{before}{divided}{after}")


def _joined(lines: list[str]) -> str:
    """Lines as one, with single blanks."""
    text = ""
    for line in lines:
        if text.strip() and line.strip():
            text = joined_end(text.strip(), line.strip(), ()) + line.lstrip()
        else:
            text += line
    return _BLANK.sub(" ", plain(text))
