"""Whether a text is in a language, as far as its letters and smallest words tell.

That is enough to notice an answer in the wrong language; nothing finer is wanted. Names, formulas and terms may stay in
Latin letters in any language.
"""

import re
from functools import cache

from desktop.domain.languages import SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE
from desktop.domain.paper import ORIGINAL

_FORMULA = re.compile(r"\$[^$]*\$|\\[A-Za-z]+")
_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+")
_OTHERS = 0.1
"""So much of a text may be in letters of a third script: a name, an example."""
_MOST_OF_THE_OTHER_SCRIPT = 0.04
"""Share of characters that only the other kind of Chinese has; among 64,875 abstracts one in a thousand has any."""
_SHORT = 40
"""Letters up to which small words tell nothing."""
_SMALL_WORDS_OF = {
    ORIGINAL: "the of and to in is for that we with this on by are from which as an be it",
    "de": "der die das und von zu mit für den dem des ein eine einer ist wir auf im sich als auch durch",
    "fr": "le la les de des du et un une pour dans que nous est par sur avec au aux ce cette en",
    "es": "el la los las de del y un una para en que se con por es su como al más",
    "pt": "o a os as de do da dos das e um uma para em que se com por é no na ao",
    "it": "il lo la i gli le di del della dei e un una per in che si con da è nel alla",
}
_SMALL_WORDS = {code: frozenset(words.split()) for code, words in _SMALL_WORDS_OF.items()}


def in_language(text: str, code: str, least: float | None = None) -> bool:
    """Whether `text` can be in the language of this code. One that is not known here may look in any way. `least` is
    the share of its own letters that it has at least, where something is known of that."""
    plain = _FORMULA.sub(" ", text)
    letters = len(_LETTER.findall(plain))
    if not letters:
        return True

    def share(*scripts: re.Pattern[str]) -> float:
        return sum(len(script.findall(plain)) for script in scripts) / letters

    least = _least(plain) if least is None else least
    if code in (SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE):
        return share(_HAN) >= least and share(_KANA, _HANGUL, _CYRILLIC) <= _OTHERS and _script(plain, code)
    own = {"ja": (_KANA, _HAN), "ko": (_HANGUL,), "ru": (_CYRILLIC,)}.get(code)
    if own is not None:
        return share(*own) >= least and (code != "ja" or len(plain) < _SHORT or share(_KANA) > _OTHERS)
    if code in _SMALL_WORDS:
        return share(_HAN, _KANA, _HANGUL, _CYRILLIC) <= _OTHERS and (letters < _SHORT or _small_words_of(plain, code))
    return True


def _least(text: str) -> float:
    """The share of its own letters that a text has at least. Titles may be little more than a name."""
    return 0.15 if len(text) < 60 else 0.35


def _script(text: str, code: str) -> bool:
    han = _HAN.findall(text)
    other = sum(_only_in(sign) not in ("", code) for sign in han)
    return other <= max(1, _MOST_OF_THE_OTHER_SCRIPT * len(han))


@cache
def _only_in(sign: str) -> str:
    """Which kind of Chinese has this character alone, as the national character sets of 1980 and 1984 tell."""
    simplified, traditional = _encodes(sign, "gb2312"), _encodes(sign, "big5")
    if simplified == traditional:
        return ""
    return SIMPLIFIED_CHINESE if simplified else TRADITIONAL_CHINESE


def _encodes(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _small_words_of(text: str, code: str) -> bool:
    """Whether no other language of Latin letters has clearly more of the text's small words."""
    words = [word.lower() for word in _WORD.findall(text)]
    counts = {language: sum(word in small for word in words) for language, small in _SMALL_WORDS.items()}
    return 2 * counts[code] >= max(counts.values())
