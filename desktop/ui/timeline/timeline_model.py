"""The rows of the timeline: a month, and below it its digests."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.ids import DigestId
from desktop.domain.timeline import TimelineDigest, TimelineMonth
from desktop.ui.timeline.timeline_words import digest_words, month_name, month_words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Row = TimelineMonth | TimelineDigest


class TimelineModel(QAbstractListModel):
    """Shows what it is given. Keys and clicks pass over months."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, months: tuple[TimelineMonth, ...]) -> None:
        """Show these months with their digests."""
        self.beginResetModel()
        self._rows = []
        for month in months:
            self._rows += (month, *month.digests)
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """What stands at the index."""
        return self._rows[index.row()]

    def row_of_digest(self, digest: DigestId) -> int:
        """Where it stands; -1 if it does not."""
        return self._find(lambda row: isinstance(row, TimelineDigest) and row.id == digest)

    def row_of_month(self, month: TimelineMonth) -> int:
        """Where the month stands; -1 if it has no digests."""
        return self._find(lambda row: isinstance(row, TimelineMonth) and row.first == month.first)

    def begins_day(self, index: Index) -> bool:
        """The digest is of another day than the row above it."""
        row, above = self._rows[index.row()], self._rows[index.row() - 1]
        if not isinstance(row, TimelineDigest) or not isinstance(above, TimelineDigest):
            return True
        return (row.date.day, row.date.day_known) != (above.date.day, above.date.day_known)

    def _find(self, is_it: Callable[[Row], bool]) -> int:
        return next((number for number, row in enumerate(self._rows) if is_it(row)), -1)

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_month = index.isValid() and isinstance(self._rows[index.row()], TimelineMonth)
        return Qt.ItemFlag.NoItemFlags if is_month else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Qt's own
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._rows[index.row()]
        if isinstance(row, TimelineMonth):
            return f"{month_name(row)}: {month_words(row)}"
        return digest_words(row)
