"""The languages that titles, abstracts and summaries are translated into."""

from typing import NamedTuple

from desktop.domain.paper import ORIGINAL


class Language(NamedTuple):
    """A language under its ISO 639-1 code, with a script where it needs one (BCP 47)."""

    code: str
    english: str
    """Its name in English, as prompts use it."""
    native: str
    """Its name in itself, as choices show it."""


SIMPLIFIED_CHINESE = "zh"
TRADITIONAL_CHINESE = "zh-Hant"

ENGLISH = Language(ORIGINAL, "English", "English")
LANGUAGES = (
    Language(SIMPLIFIED_CHINESE, "Simplified Chinese", "简体中文"),
    Language(TRADITIONAL_CHINESE, "Traditional Chinese", "繁體中文"),
    Language("ja", "Japanese", "日本語"),
    Language("ko", "Korean", "한국어"),
    Language("de", "German", "Deutsch"),
    Language("fr", "French", "Français"),
    Language("es", "Spanish", "Español"),
    Language("pt", "Portuguese", "Português"),
    Language("it", "Italian", "Italiano"),
    Language("ru", "Russian", "Русский"),
)
"""Those that are offered; the first one is the usual one. Not English, the language of the originals."""
CODES = tuple(language.code for language in LANGUAGES)


def language_of(code: str) -> Language:
    """The language of a code. One that is not offered goes by its code."""
    return next((language for language in (*LANGUAGES, ENGLISH) if language.code == code), Language(code, code, code))
