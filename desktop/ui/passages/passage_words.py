"""Where a passage stands, in words."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.passage import Passage, Scope
from desktop.ui import wording
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.mark_words import kind_name

_FIELDS = {
    "note": QT_TRANSLATE_NOOP("Passages", "Note"),
    "summary": QT_TRANSLATE_NOOP("Passages", "Summary"),
    "abstract": QT_TRANSLATE_NOOP("Passages", "Abstract"),
    "title": QT_TRANSLATE_NOOP("Passages", "Title"),
    "author": QT_TRANSLATE_NOOP("Passages", "Authors"),
}
_SCOPES = {
    Scope.ALL: QT_TRANSLATE_NOOP("Passages", "Everything"),
    Scope.PDFS: QT_TRANSLATE_NOOP("Passages", "PDFs"),
    Scope.MARKS: QT_TRANSLATE_NOOP("Passages", "Marks"),
    Scope.NOTES: QT_TRANSLATE_NOOP("Passages", "Notes and texts"),
}


def place_words(passage: Passage) -> str:
    """p. 3, p. 3 · v2, or which text of the paper it is. A mark without a place has none to be told."""
    translate = QCoreApplication.translate
    if passage.page < 0:
        return translate("Passages", _FIELDS[passage.field])
    if passage.mark is not None and not passage.mark.placed:
        page = translate("Passages", "without a place")
    else:
        page = translate("Passages", "p. {page}").format(page=wording.number(passage.page + 1))
    return page if passage.version is None else f"{page} · v{passage.version}"


def excerpt_words(passage: Passage) -> str:
    """The excerpt; of a mark without words what it is."""
    if passage.excerpt or passage.mark is None:
        return passage.excerpt
    return kind_name(passage.mark.kind)


def scope_words(scope: Scope, count: int | None = None, *, capped: bool = False) -> str:
    """The name of a scope and, once there is a search, how many places it holds."""
    name = QCoreApplication.translate("Passages", _SCOPES[scope])
    if count is None:
        return name
    return f"{name}  {wording.number(count)}{'+' if capped else ''}"
