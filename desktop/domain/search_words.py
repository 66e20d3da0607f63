"""What counts as a word in a search: one rule for the index, the query and the marks.

The tokenizer is SQLite's `unicode61 remove_diacritics 2` (https://sqlite.org/fts5.html#unicode61_tokenizer). It takes a
run of Chinese for one word, so every CJK character is set apart by spaces: it becomes a token of its own, and a Chinese
word is a phrase of adjacent tokens. Where two CJK characters have nothing but punctuation between them, a break token
keeps phrases from running across.
"""

import re
import unicodedata
from functools import cache

CJK = (
    "\u1100-\u11ff\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb\uf900-\ufaff\uff66-\uff9d"
    "\U00020000-\U0003ffff"
)
"""Inside of a character class: Han, kana, hangul, bopomofo."""

BREAK = "\uf8ff"
"""A private character, which unicode61 counts as part of words. Where a text of the library holds it, it is a space."""

LETTER = rf"[^\W_{CJK}]"
"""A character of a word that is not CJK."""

COMBINING = re.compile("[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]")
"""The marks that unicode61 takes out of words."""


@cache
def _gap_and_run() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compiled when first needed: these patterns take 5 ms, for which the first rows of the window do not wait."""
    return re.compile(rf"(?<=[{CJK}])[\W_]+(?=[{CJK}])"), re.compile(f"[{CJK}{BREAK}]+")


@cache
def _token() -> re.Pattern[str]:
    return re.compile(f"[{CJK}{BREAK}]|{LETTER}+")


def _apart(run: re.Match[str]) -> str:
    return f" {' '.join(run[0])} "


def separate(text: str) -> str:
    """The text with spaces around each CJK character and a break for punctuation between two of them."""
    if text.isascii():
        return text
    gap, run = _gap_and_run()
    return run.sub(_apart, gap.sub(BREAK, text.replace(BREAK, " ")))


class _Folds(dict[int, int]):
    """Code point -> code point without case and, for Latin letters, diacritics; filled as characters turn up."""

    def __missing__(self, code: int) -> int:
        character = chr(code)
        base = unicodedata.normalize("NFD", character)[0]
        folded = base.lower() if base.isascii() and base.isalpha() else character.casefold()
        self[code] = ord(folded) if len(folded) == 1 else code
        return self[code]


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text as the index compares it, character by character: as long as the text itself."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def tokens(text: str) -> list[str]:
    """The folded words of a text in order: Latin words, single CJK characters, `BREAK` where punctuation parts two."""
    return _token().findall(separate(COMBINING.sub("", fold(text))))
