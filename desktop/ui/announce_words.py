"""When and how a feed told of a paper, in words."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.paper import PaperRow
from desktop.ui.language import QT_TRANSLATE_NOOP

_ANNOUNCED = {
    "new": QT_TRANSLATE_NOOP("Feeds", "new"),
    "cross": QT_TRANSLATE_NOOP("Feeds", "cross-listed"),
    "replace": QT_TRANSLATE_NOOP("Feeds", "replaced"),
    "replace-cross": QT_TRANSLATE_NOOP("Feeds", "replaced, cross-listed"),
}


def announced_words(announced: str) -> str:
    """How a paper was announced; a type that is not known here as it is written."""
    return QCoreApplication.translate("Feeds", _ANNOUNCED[announced]) if announced in _ANNOUNCED else announced


def found_words(name: str, day: str, announced: str) -> str:
    """Where a paper was found: Feed cs.CV, 2026-11-20, new."""
    told = QCoreApplication.translate("Feeds", "Feed {name}, {day}").format(name=name, day=day)
    if not announced:
        return told
    words = QCoreApplication.translate("Feeds", "{found}, {announced}")
    return words.format(found=told, announced=announced_words(announced))


def row_words(paper: PaperRow) -> str:
    """In the list of a feed: 2026-11-20 · new."""
    return " · ".join(word for word in (paper.found_on, announced_words(paper.found_as)) if word)
