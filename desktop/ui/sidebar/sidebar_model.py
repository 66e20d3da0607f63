"""The places of the library as a Qt tree: all papers, recently added, the digests below their heading, the Trash."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.ids import DigestId
from desktop.domain.listing import DigestSummary, Place, Sidebar
from desktop.ui import wording

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
_TOP, _DIGEST = 0, 1
"""Internal ids: which level an index is of."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A row of the sidebar. `place` is None for a heading."""

    place: Place | None
    icon: str
    count: int
    digest: DigestSummary | None = None


_PLACES = ((Place.ALL, "papers"), (Place.RECENT, "recent"), (None, ""), (Place.TRASH, "trash"))
_NEW_VERSIONS = 2
"""Where the place of papers with new versions stands while there are any."""


class SidebarModel(QAbstractItemModel):
    """Keeps its rows when counts change, so that selection and folds stay."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._top = [PlaceRow(place, icon, 0) for place, icon in _PLACES]
        self._digests: list[DigestSummary] = []

    def set_sidebar(self, sidebar: Sidebar, *, keep: Place | None = None) -> None:
        """Show these places and counts. A place that is shown only while it holds papers stays if it is `keep`."""
        self._show_new_versions(bool(sidebar.new_versions) or keep is Place.NEW_VERSIONS)
        counts = {
            Place.ALL: sidebar.all,
            Place.RECENT: sidebar.recent,
            Place.NEW_VERSIONS: sidebar.new_versions,
            None: len(sidebar.digests),
            Place.TRASH: sidebar.trash,
        }
        self._top = [PlaceRow(row.place, row.icon, counts[row.place]) for row in self._top]
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._top) - 1, 0))
        self._set_digests(list(sidebar.digests))

    def row(self, index: Index) -> PlaceRow | None:
        """What stands at the index."""
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            return self._top[index.row()]
        summary = self._digests[index.row()]
        return PlaceRow(Place.DIGEST, "digest", summary.papers, summary)

    def index_of(self, place: Place, digest: DigestId | None = None) -> QModelIndex:
        """Where the place stands; an invalid index if it is gone."""
        if place is Place.DIGEST:
            rows = [row for row, summary in enumerate(self._digests) if summary.id == digest]
            return self.index(rows[0], 0, self.heading()) if rows else QModelIndex()
        rows = [row for row, entry in enumerate(self._top) if entry.place is place]
        return self.index(rows[0], 0) if rows else QModelIndex()

    def heading(self) -> QModelIndex:
        """The heading of the digests."""
        return self.index(self._heading_row(), 0)

    def _heading_row(self) -> int:
        return next(row for row, entry in enumerate(self._top) if entry.place is None)

    def _show_new_versions(self, shown: bool) -> None:
        there = self._top[_NEW_VERSIONS].place is Place.NEW_VERSIONS
        if shown and not there:
            self.beginInsertRows(_ROOT, _NEW_VERSIONS, _NEW_VERSIONS)
            self._top.insert(_NEW_VERSIONS, PlaceRow(Place.NEW_VERSIONS, "new-version", 0))
            self.endInsertRows()
        elif there and not shown:
            self.beginRemoveRows(_ROOT, _NEW_VERSIONS, _NEW_VERSIONS)
            del self._top[_NEW_VERSIONS]
            self.endRemoveRows()

    def _set_digests(self, new: list[DigestSummary]) -> None:
        kept = {summary.id for summary in new}
        for row in reversed(range(len(self._digests))):
            if self._digests[row].id not in kept:
                self.beginRemoveRows(self.heading(), row, row)
                del self._digests[row]
                self.endRemoveRows()
        order = [summary.id for summary in self._digests]
        known = set(order)
        if order != [summary.id for summary in new if summary.id in known]:
            self._replace_all(new)
            return
        for row, summary in enumerate(new):
            if summary.id in known:
                self._digests[row] = summary
            else:
                self.beginInsertRows(self.heading(), row, row)
                self._digests.insert(row, summary)
                self.endInsertRows()
        if new:
            self.dataChanged.emit(self.index(0, 0, self.heading()), self.index(len(new) - 1, 0, self.heading()))

    def _replace_all(self, new: list[DigestSummary]) -> None:
        self.beginRemoveRows(self.heading(), 0, len(self._digests) - 1)
        self._digests = []
        self.endRemoveRows()
        self.beginInsertRows(self.heading(), 0, len(new) - 1)
        self._digests = new
        self.endInsertRows()

    # Qt
    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """The index of that row."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, _DIGEST if parent.isValid() else _TOP)

    def parent(self, child: Index = _ROOT) -> QModelIndex:  # type: ignore[override]  # QObject.parent() is overloaded
        """The heading for a digest."""
        if child.isValid() and child.internalId() == _DIGEST:
            return self.createIndex(self._heading_row(), 0, _TOP)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Places at the top, digests below their heading."""
        if not parent.isValid():
            return len(self._top)
        is_heading = parent.internalId() == _TOP and parent.row() == self._heading_row() and parent.column() == 0
        return len(self._digests) if is_heading else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Places can be chosen, the heading only folded."""
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if row.place is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The name; for tool tips and screen readers with the count."""
        row = self.row(index)
        if row is None:
            return None
        name = row.digest.name if row.digest is not None else place_name(row.place)
        if role == Role.DisplayRole:
            return name
        if role == Role.AccessibleTextRole:
            count = wording.papers(row.count) if row.place is not None else wording.digests(row.count)
            return f"{name}, {count}"
        if role == Role.ToolTipRole and row.digest is not None:
            return name
        return None


def place_name(place: Place | None) -> str:
    """The place in the language of the window; None is the heading of the digests."""
    if place is Place.ALL:
        return QCoreApplication.translate("Sidebar", "All papers")
    if place is Place.RECENT:
        return QCoreApplication.translate("Sidebar", "Recently added")
    if place is Place.NEW_VERSIONS:
        return QCoreApplication.translate("Sidebar", "New versions")
    if place is Place.TRASH:
        return QCoreApplication.translate("Sidebar", "Trash")
    return QCoreApplication.translate("Sidebar", "Digests")
