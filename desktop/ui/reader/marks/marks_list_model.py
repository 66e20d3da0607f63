"""The marks of a paper as a list: filtered, those that found no place in a group of their own."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.mark import Mark, MarkKind
from desktop.domain.search_words import fold
from desktop.ui.mark_words import told
from desktop.ui.reader.marks.marks_model import MarksModel

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ONE_BY_ONE = 100
"""Where more rows come or go, the list begins anew."""


class Role(IntEnum):
    """What a row holds beside its words."""

    MARK = Qt.ItemDataRole.UserRole
    FIRST_UNPLACED = Qt.ItemDataRole.UserRole + 1
    """Whether a heading stands above the row."""


@dataclass(frozen=True, slots=True)
class MarkFilter:
    """Which marks are listed; what is empty or None lets all through."""

    text: str = ""
    colors: frozenset[int] = frozenset()
    tag: str = ""
    kind: MarkKind | None = None

    def takes(self, mark: Mark) -> bool:
        """Whether the mark is listed."""
        if self.colors and mark.color not in self.colors:
            return False
        if (self.tag and self.tag not in mark.tags) or (self.kind is not None and mark.kind is not self.kind):
            return False
        words = fold(self.text).split()
        found = fold(" ".join((mark.quote, mark.comment, *mark.tags)))
        return all(word in found for word in words)


class MarksListModel(QAbstractListModel):
    """In reading order, then those without a place. Rows that stay the same stay selected."""

    def __init__(self, marks: MarksModel, parent: QObject) -> None:
        super().__init__(parent)
        self._marks = marks
        self._filter = MarkFilter()
        self._rows: list[Mark] = []
        marks.changed.connect(self._refresh)
        self._refresh()

    def use_filter(self, wanted: MarkFilter) -> None:
        """List other marks."""
        if wanted != self._filter:
            self._filter = wanted
            self._refresh()

    @property
    def filtered(self) -> bool:
        """Whether marks may be left out."""
        return self._filter != MarkFilter()

    def mark(self, index: Index) -> Mark:
        """The mark of a row."""
        return self._rows[index.row()]

    def index_of(self, mark: str) -> QModelIndex:
        """The row of that mark; an invalid index if it is not listed."""
        rows = (row for row, each in enumerate(self._rows) if each.id == mark)
        return self.index(next(rows, -1), 0)

    def picture_came(self, mark: str) -> None:
        """Show the row again: it has a picture now."""
        index = self.index_of(mark)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _refresh(self) -> None:
        """Change rows one by one, so that the list stays where it is and what is selected stays selected."""
        wanted = sorted((mark for mark in self._marks.marks if self._filter.takes(mark)), key=lambda m: not m.placed)
        ids, present = {mark.id for mark in wanted}, {mark.id for mark in self._rows}
        if len(ids ^ present) > _ONE_BY_ONE:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()
            return
        for row in range(len(self._rows) - 1, -1, -1):
            if self._rows[row].id not in ids:
                self.beginRemoveRows(_ROOT, row, row)
                del self._rows[row]
                self.endRemoveRows()
        self._put_in(wanted)

    def _put_in(self, wanted: list[Mark]) -> None:
        for row, mark in enumerate(wanted):
            if row < len(self._rows) and self._rows[row].id == mark.id:
                if self._rows[row] != mark:
                    self._rows[row] = mark
                    self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
                continue
            earlier = next((at for at in range(row + 1, len(self._rows)) if self._rows[at].id == mark.id), -1)
            if earlier >= 0:
                self.beginMoveRows(_ROOT, earlier, earlier, _ROOT, row)
                del self._rows[earlier]
                self._rows.insert(row, mark)
                self.endMoveRows()
            else:
                self.beginInsertRows(_ROOT, row, row)
                self._rows.insert(row, mark)
                self.endInsertRows()

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        mark = self._rows[index.row()]
        if role == Role.MARK:
            return mark
        if role == Role.FIRST_UNPLACED:
            return not mark.placed and (index.row() == 0 or self._rows[index.row() - 1].placed)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return told(mark)
        return mark.comment if role == Qt.ItemDataRole.EditRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable
