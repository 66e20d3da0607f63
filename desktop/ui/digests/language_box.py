"""A choice of languages for translations."""

from PySide6.QtWidgets import QComboBox, QWidget

from desktop.domain.languages import CODES, language_of
from desktop.ui.session import Session

_KEY = "digest-language"


def digest_language(session: Session) -> str:
    """The language of translations that was chosen last."""
    chosen = session.recall(_KEY)
    return chosen if chosen in CODES else CODES[0]


def remember_digest_language(session: Session, language: str) -> None:
    """Propose that language the next time."""
    session.remember(_KEY, language)


def language_box(chosen: str, parent: QWidget) -> QComboBox:
    """Languages, each in its own name; the data of an item is the code."""
    box = QComboBox(parent)
    codes = CODES if chosen in CODES else (chosen, *CODES)
    for code in codes:
        box.addItem(language_of(code).native, code)
    box.setCurrentIndex(codes.index(chosen))
    return box
