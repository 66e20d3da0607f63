"""A field for categories of arXiv, which offers them by code or name in both languages while one types."""

import re

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from desktop.domain.arxiv_categories import CATEGORIES, Category, category
from desktop.domain.feeds import categories_of
from desktop.ui.language import language_switch
from desktop.ui.wording import listed

Index = QModelIndex | QPersistentModelIndex
_FINDING = Qt.ItemDataRole.UserRole
_CODE = _FINDING + 1
_ROWS = 12
"""Rows of the list."""
_KNOWN = {known.code.casefold(): known.code for known in CATEGORIES}
_BETWEEN = re.compile(r"[+,;\s]+")


def usable(typed: str) -> tuple[str, ...] | None:
    """The categories that were typed, in any case, if arXiv may have them: one that is not known here belongs to an
    archive that is."""
    try:
        codes = categories_of("+".join(_KNOWN.get(code.casefold(), code) for code in _BETWEEN.split(typed)))
    except ValueError:
        return None
    return codes if all(code.partition(".")[0] in _KNOWN for code in codes) else None


def shown_name(known: Category) -> str:
    """The name in the language of the window."""
    return known.name(language_switch().current)


def category_names(codes: tuple[str, ...]) -> str:
    """What these categories are called; a code that is not known here stands for itself."""
    return listed(shown_name(known) if (known := category(code)) is not None else code for code in codes)


def _finding(known: Category) -> str:
    """What a category is found by."""
    return f"{known.code} {known.english} {known.chinese}"


class CategoryField(QLineEdit):
    """Codes joined by "+"; the one at the end is completed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        completer = _CategoryCompleter(self)
        completer.setMaxVisibleItems(_ROWS)
        popup = QListView()
        popup.setProperty("kind", "suggestions")
        completer.setPopup(popup)
        self.setCompleter(completer)

    @property
    def offers(self) -> bool:
        """Whether the list has something for what is being typed."""
        sought = _BETWEEN.split(self.text())[-1].casefold()
        return bool(sought) and self.hasFocus() and any(sought in _finding(known).casefold() for known in CATEGORIES)


class _CategoryCompleter(QCompleter):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        model = QStandardItemModel(self)
        for known in CATEGORIES:
            item = QStandardItem(f"{known.code}   {shown_name(known)}")
            item.setData(_finding(known), _FINDING)
            item.setData(known.code, _CODE)
            model.appendRow(item)
        self.setModel(model)
        self.setCompletionRole(_FINDING)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._before = ""

    def splitPath(self, path: str) -> list[str]:
        """What is looked for: the code at the end."""
        last = _BETWEEN.split(path)[-1]
        self._before = path[: len(path) - len(last)]
        return [last]

    def pathFromIndex(self, index: Index) -> str:
        """What the field holds once that one was chosen."""
        return f"{self._before}{index.data(_CODE)}"
