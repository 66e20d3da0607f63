"""The downloads as a Qt list. Rows come, go and move; what is selected stays selected."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.latex_text import readable
from desktop.ui import wording
from desktop.ui.fetching.fetch_state import DownloadRow, Loading, now_ms
from desktop.ui.fetching.fetch_words import name_of, row_words
from desktop.ui.fetching.row_state import RowState
from desktop.ui.library.labels import tool_tip
from desktop.ui.library.paper_columns import one_line

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()


class DownloadsModel(QAbstractListModel):
    """Shows what it is given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DownloadRow] = []
        self.loading = Loading()
        """The PDF that is coming."""

    @property
    def rows(self) -> Sequence[DownloadRow]:
        """What is shown, in order."""
        return self._rows

    def row(self, index: Index) -> DownloadRow:
        """What stands at the index."""
        return self._rows[index.row()]

    def show(self, rows: Sequence[DownloadRow], loading: Loading) -> None:
        """Show these rows."""
        self.loading = loading
        self._remove({row.key for row in rows})
        self._insert(rows)
        self._order(rows)
        self._rows = list(rows)
        self._repaint(0, len(self._rows) - 1)

    def show_progress(self, loading: Loading) -> None:
        """The PDF that is coming has come further."""
        self.loading = loading
        for place, row in enumerate(self._rows):
            if row.state is RowState.LOADING:
                self._repaint(place, place)
                return

    def tick(self) -> None:
        """Time has gone by: what is tried again is so sooner."""
        places = [place for place, row in enumerate(self._rows) if row.state is RowState.RETRYING]
        if places:
            self._repaint(places[0], places[-1])

    def words(self, row: DownloadRow) -> str:
        """How that download stands."""
        return row_words(row, self.loading, now_ms())

    def _remove(self, kept: set[int]) -> None:
        last = len(self._rows) - 1
        while last >= 0:
            if self._rows[last].key in kept:
                last -= 1
                continue
            first = last
            while first > 0 and self._rows[first - 1].key not in kept:
                first -= 1
            self.beginRemoveRows(_ROOT, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _insert(self, rows: Sequence[DownloadRow]) -> None:
        known = {row.key for row in self._rows}
        new = [row for row in rows if row.key not in known]
        if new:
            self.beginInsertRows(_ROOT, len(self._rows), len(self._rows) + len(new) - 1)
            self._rows.extend(new)
            self.endInsertRows()

    def _order(self, rows: Sequence[DownloadRow]) -> None:
        """The same rows in another order."""
        before = [row.key for row in self._rows]
        if before == [row.key for row in rows]:
            return
        self.layoutAboutToBeChanged.emit()
        places = {row.key: place for place, row in enumerate(rows)}
        self._rows = list(rows)
        kept = self.persistentIndexList()
        self.changePersistentIndexList(kept, [self.index(places[before[index.row()]]) for index in kept])
        self.layoutChanged.emit()

    def _repaint(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # Qt's own
        if not index.isValid() or role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        row = self._rows[index.row()]
        title = title_of(row)
        if role == Role.DisplayRole:
            return title
        if role == Role.AccessibleTextRole:
            return wording.listed((title, name_of(row.fetch), self.words(row)))
        return tool_tip(title) + tool_tip(name_of(row.fetch)) + tool_tip(self.words(row))


def title_of(row: DownloadRow) -> str:
    """The title of the paper as it is read."""
    return one_line(readable(row.fetch.title))
