"""A choice of languages for translations."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.ui.session import Session

LANGUAGES = ("zh", "ja", "ko", "de", "fr", "es", "pt", "it", "ru")
"""ISO 639-1 codes that are offered; the first one is the usual one. Not English, the language of the originals."""
_KEY = "digest-language"


def digest_language(session: Session) -> str:
    """The language of translations that was chosen last."""
    chosen = session.recall(_KEY)
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def remember_digest_language(session: Session, language: str) -> None:
    """Propose that language the next time."""
    session.remember(_KEY, language)


def language_box(chosen: str, parent: QWidget) -> QComboBox:
    """Languages, each in its own name; the data of an item is the code."""
    box = QComboBox(parent)
    codes = LANGUAGES if chosen in LANGUAGES else (chosen, *LANGUAGES)
    for code in codes:
        name = QLocale(code).nativeLanguageName() or code
        box.addItem(name[:1].upper() + name[1:], code)
    box.setCurrentIndex(codes.index(chosen))
    return box
