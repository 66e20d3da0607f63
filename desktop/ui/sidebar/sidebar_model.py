"""The rows of the sidebar as a Qt tree. What stays keeps its row when counts and names change: nothing is reset."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.domain.ids import SearchId
from desktop.domain.listing import Listing, Place, Sidebar
from desktop.ui import wording
from desktop.ui.library.labels import tool_tip
from desktop.ui.sidebar.entries import Entry, Key, Kind, Section, entries, level_query, with_draft

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_NAMED = _CHOSEN | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
_FLAGS = {
    Kind.PLACE: _CHOSEN,
    Kind.SECTION: Qt.ItemFlag.ItemIsEnabled,
    Kind.COLLECTION: _NAMED,
    Kind.SEARCH: _NAMED,
    Kind.TAG: _NAMED,
    Kind.LEVEL: _NAMED,
    Kind.FEED: _NAMED,
    Kind.OWN_DIGEST: _NAMED,
    Kind.DIGEST: _CHOSEN,
    Kind.HINT: Qt.ItemFlag.NoItemFlags,
    Kind.DRAFT: _CHOSEN | Qt.ItemFlag.ItemIsEditable,
}
"""Places can be chosen, headings only folded, hints only read; what a person named can be named anew
and moved."""


class _Node:
    """A row and where it stands."""

    __slots__ = ("children", "entry", "number", "parent", "row")

    def __init__(self, entry: Entry, parent: "_Node | None", number: int) -> None:
        self.entry = entry
        self.parent = parent
        self.number = number
        self.row = 0
        self.children: list[_Node] = []


class SidebarModel(QAbstractItemModel):
    """Keeps its rows when counts change, so that selection and folds stay."""

    named = Signal(object, str)
    """A name was typed for that entry (Entry, text)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = 0
        self._by_number: dict[int, _Node] = {}
        self._by_key: dict[Key, _Node] = {}
        self._root = _Node(Entry(Key(Kind.SECTION), ""), None, 0)
        self._sidebar = Sidebar(0, 0, 0, ())
        self._counted: dict[SearchId, int] = {}
        self._keep: Place | None = None
        self.draft: Key | None = None
        """Below what something new is being named."""
        self._refresh()

    @property
    def sidebar(self) -> Sidebar:
        """What is shown."""
        return self._sidebar

    def set_sidebar(self, sidebar: Sidebar, *, keep: Place | None = None) -> None:
        """Show these places and counts. A place that is shown only while it holds papers stays if it is `keep`."""
        self._sidebar, self._keep = sidebar, keep
        self._refresh()

    def set_count(self, search: SearchId, papers: int) -> None:
        """How many papers a saved search finds."""
        if self._counted.get(search) != papers:
            self._counted[search] = papers
            self._refresh()

    def begin_draft(self, parent: Key) -> QModelIndex:
        """A row for something new below a section or a collection, whose name is to be typed."""
        self.draft = parent
        self._refresh()
        return self.index_of(Key(Kind.DRAFT))

    def end_draft(self) -> None:
        """Take that row away."""
        if self.draft is not None:
            self.draft = None
            self._refresh()

    def entry(self, index: Index) -> Entry | None:
        """What stands at the index."""
        return self._node(index).entry if index.isValid() else None

    def depth(self, index: Index) -> int:
        """0 at the top, 1 below a heading."""
        node, found = self._node(index), -1
        while node.parent is not None:
            node, found = node.parent, found + 1
        return found

    def index_of(self, key: Key) -> QModelIndex:
        """Where that stands; an invalid index if it is gone."""
        node = self._by_key.get(key)
        return self._index(node) if node is not None else QModelIndex()

    def index_of_section(self, section: Section) -> QModelIndex:
        """Where that heading stands."""
        return self.index_of(Key(Kind.SECTION, name=section.value))

    def index_of_listing(self, listing: Listing) -> QModelIndex:
        """Where what is shown stands; an invalid index if it is gone."""
        if listing.item is not None:
            return self.index_of(Key(Kind(listing.place.value), listing.item))
        if listing.place is Place.ALL and listing.query:
            for node in self._by_key.values():
                if node.entry.key.kind is Kind.LEVEL and level_query(node.entry.whole) == listing.query:
                    return self._index(node)
        return self.index_of(Key(Kind.PLACE, name=listing.place.value))

    def walk(self) -> Iterator[QModelIndex]:
        """All rows with others below them."""
        return (self._index(node) for node in list(self._by_key.values()) if node.children)

    def _refresh(self) -> None:
        drafted = self.draft if self.draft is not None and self.draft.kind is Kind.SECTION else None
        wanted = entries(
            self._sidebar, self._counted, keep=self._keep, draft=Section(drafted.name) if drafted else None
        )
        if self.draft is not None:
            wanted = tuple(with_draft(entry, self.draft) for entry in wanted)
        self._set_children(self._root, wanted)

    def _set_children(self, parent: _Node, wanted: Sequence[Entry]) -> None:
        if [child.entry.key for child in parent.children] != [entry.key for entry in wanted]:
            self._remove_gone(parent, {entry.key for entry in wanted})
            self._put_in_order(parent, wanted)
        first, last = len(wanted), -1
        for row, entry in enumerate(wanted):
            child = parent.children[row]
            if child.entry != entry:
                child.entry = entry
                self._set_children(child, entry.children)
                first, last = min(first, row), row
        if last >= 0:
            self.dataChanged.emit(self._index(parent.children[first]), self._index(parent.children[last]))

    def _remove_gone(self, parent: _Node, kept: set[Key]) -> None:
        last = len(parent.children) - 1
        while last >= 0:
            if parent.children[last].entry.key in kept:
                last -= 1
                continue
            first = last
            while first > 0 and parent.children[first - 1].entry.key not in kept:
                first -= 1
            self.beginRemoveRows(self._index(parent), first, last)
            for node in parent.children[first : last + 1]:
                self._forget(node)
            del parent.children[first : last + 1]
            _number_rows(parent, first)
            self.endRemoveRows()
            last = first - 1

    def _put_in_order(self, parent: _Node, wanted: Sequence[Entry]) -> None:
        known = {child.entry.key for child in parent.children}
        row = 0
        while row < len(wanted):
            if wanted[row].key not in known:
                end = row + 1
                while end < len(wanted) and wanted[end].key not in known:
                    end += 1
                self._insert(parent, row, wanted[row:end])
                row = end
                continue
            at = next(place for place, child in enumerate(parent.children) if child.entry.key == wanted[row].key)
            if at != row:
                here = self._index(parent)
                self.beginMoveRows(here, at, at, here, row)
                parent.children.insert(row, parent.children.pop(at))
                _number_rows(parent, row)
                self.endMoveRows()
            row += 1

    def _insert(self, parent: _Node, row: int, new: Sequence[Entry]) -> None:
        self.beginInsertRows(self._index(parent), row, row + len(new) - 1)
        parent.children[row:row] = [self._make(entry, parent) for entry in new]
        _number_rows(parent, row)
        self.endInsertRows()

    def _make(self, entry: Entry, parent: _Node) -> _Node:
        self._numbers += 1
        node = self._by_number[self._numbers] = self._by_key[entry.key] = _Node(entry, parent, self._numbers)
        node.children = [self._make(child, node) for child in entry.children]
        _number_rows(node, 0)
        return node

    def _forget(self, node: _Node) -> None:
        del self._by_number[node.number]
        if self._by_key.get(node.entry.key) is node:  # it may have come to another parent already
            del self._by_key[node.entry.key]
        for child in node.children:
            self._forget(child)

    def _node(self, index: Index) -> _Node:
        return self._by_number[index.internalId()] if index.isValid() else self._root

    def _index(self, node: _Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node.number)

    # Qt
    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """The index of that row."""
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self._index(children[row])

    def parent(self, child: Index = _ROOT) -> QModelIndex:  # type: ignore[override]  # QObject.parent() is overloaded
        """What the row stands below."""
        node = self._by_number.get(child.internalId()) if child.isValid() else None
        return self._index(node.parent) if node is not None and node.parent is not None else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows stand below it."""
        return len(self._node(parent).children)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See `_FLAGS`."""
        return _FLAGS[self._node(index).entry.key.kind] if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The name; for screen readers with the count."""
        entry = self.entry(index)
        if entry is None:
            return None
        if role in (Role.DisplayRole, Role.EditRole):
            return entry.name
        if role == Role.AccessibleTextRole:
            return _spoken(entry)
        if role == Role.ToolTipRole and entry.key.kind is not Kind.PLACE:
            return tool_tip(entry.whole or entry.name)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """A name was typed; the library stores it, and the row changes when it has."""
        entry = self.entry(index)
        if entry is None or role != Role.EditRole:
            return False
        self.named.emit(entry, " ".join(str(value).split()))
        return True


def _number_rows(parent: _Node, first: int) -> None:
    for row, child in enumerate(parent.children[first:], first):
        child.row = row


def _spoken(entry: Entry) -> str:
    name = entry.whole if entry.whole and entry.key.kind is not Kind.SEARCH else entry.name
    if entry.count is None:
        return name
    if entry.key.kind is Kind.SECTION:
        is_digests = entry.key.name == Section.DIGESTS
        count = wording.digests(entry.count) if is_digests else wording.number(entry.count)
    else:
        count = wording.papers(entry.count)
    return wording.listed((name, count))
