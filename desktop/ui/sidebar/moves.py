"""What letting something go on a row of the sidebar means, and what moving a row by keys does."""

from enum import Enum, auto

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.ids import CollectionId, FeedId, PaperId, SearchId
from desktop.domain.labels import TAG_SEPARATOR, Tag
from desktop.domain.listing import Place
from desktop.ui.library.paper_links import PAPERS_MIME
from desktop.ui.sidebar.entries import Entry, Key, Kind, Section, read_key
from desktop.ui.sidebar.sidebar_model import SidebarModel
from desktop.ui.sidebar.wishes import EditTag, FilePapers, MoveCollection, MoveFeed, MoveSearch, RenameLevel, Wish

ROW_MIME = "application/x-papershelf-row"
"""The key of a row of the sidebar, as `Key.written`: for drops inside the sidebar."""
Index = QModelIndex | QPersistentModelIndex
_FILING = (Place.INBOX, Place.QUEUE, Place.READING, Place.RECENTLY_READ, Place.STARRED, Place.TRASH)


class Spot(Enum):
    """Where on a row something is held."""

    ON = auto()
    ABOVE = auto()
    BELOW = auto()


def takes(data: QMimeData) -> bool:
    """Whether the sidebar has a use for such data at all."""
    return data.hasFormat(PAPERS_MIME) or data.hasFormat(ROW_MIME)


def spot(model: SidebarModel, data: QMimeData, index: Index, height: float) -> Spot:
    """Where the pointer holds the data; `height` is its place in the row, from 0 at the top to 1."""
    dragged, target = _dragged(model, data), model.entry(index)
    if dragged is None or target is None or dragged.key.kind is not target.key.kind:
        return Spot.ON
    edge = {Kind.SEARCH: 0.5, Kind.FEED: 0.5, Kind.COLLECTION: 0.25}.get(dragged.key.kind, 0.0)
    return Spot.ABOVE if height < edge else Spot.BELOW if height > 1 - edge else Spot.ON


def wish(model: SidebarModel, data: QMimeData, index: Index, where: Spot, shown: Place) -> Wish | None:
    """What is asked for by letting go there, while `shown` is in the table; None if that means nothing."""
    target = model.entry(index)
    if target is None:
        return None
    if data.hasFormat(PAPERS_MIME):
        return _filing(data, target, shown)
    dragged = _dragged(model, data)
    if dragged is None or dragged.key == target.key:
        return None
    match dragged.key.kind:
        case Kind.COLLECTION:
            return _collection_move(model, dragged, index, where)
        case Kind.SEARCH | Kind.FEED:
            return _move_in_section(model, dragged, index, where)
        case Kind.OWN_DIGEST:
            return None
        case _:
            return _tag_move(model, dragged, target)


def wish_by_key(model: SidebarModel, index: Index, key: Qt.Key) -> Wish | None:
    """What Alt and an arrow ask for: up and down among the others, out of what it stands below, into the one above."""
    entry, parent = model.entry(index), model.parent(index)
    if entry is None or Qt.ItemFlag.ItemIsDragEnabled not in model.flags(index):
        return None
    row, rows = index.row(), model.rowCount(parent)
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        to = row + (1 if key == Qt.Key.Key_Down else -1)
        if not 0 <= to < rows or entry.key.kind in (Kind.TAG, Kind.LEVEL, Kind.OWN_DIGEST):
            return None
        if entry.key.kind in (Kind.SEARCH, Kind.FEED):
            return _to_row(entry, to)
        return MoveCollection(CollectionId(entry.key.item), entry.name, _collection(model.entry(parent)), to)
    if entry.key.kind is not Kind.COLLECTION:
        return None
    collection = CollectionId(entry.key.item)
    if key == Qt.Key.Key_Left and _collection(model.entry(parent)) is not None:
        return MoveCollection(collection, entry.name, _collection(model.entry(model.parent(parent))), parent.row() + 1)
    above = model.index(row - 1, 0, parent)
    if key == Qt.Key.Key_Right and above.isValid():
        return MoveCollection(collection, entry.name, _collection(model.entry(above)), model.rowCount(above))
    return None


def known_tag(model: SidebarModel, entry: Entry) -> Tag | None:
    """The tag that the row stands for."""
    if entry.key.kind is not Kind.TAG:
        return None
    return next((tag for tag in model.sidebar.tags if tag.id == entry.key.item), None)


def renamed_tag(model: SidebarModel, entry: Entry, name: str) -> Wish:
    """The wish to give a tag, or a level of the tree, that whole name."""
    tag = known_tag(model, entry)
    return EditTag(tag, name, tag.color) if tag is not None else RenameLevel(entry.whole, name)


def _filing(data: QMimeData, target: Entry, shown: Place) -> Wish | None:
    papers = tuple(PaperId(int(number)) for number in bytes(data.data(PAPERS_MIME).data()).split())
    if target.key.kind in (Kind.COLLECTION, Kind.TAG, Kind.LEVEL, Kind.OWN_DIGEST):
        fits = shown is not Place.TRASH
    elif shown is Place.TRASH:
        fits = target.key == Key(Kind.PLACE, name=Place.ALL.value)  # out of the Trash
    else:
        fits = target.key.kind is Kind.PLACE and Place(target.key.name) in _FILING
    return FilePapers(papers, target.key, target.whole or target.name) if fits and papers else None


def _dragged(model: SidebarModel, data: QMimeData) -> Entry | None:
    if not data.hasFormat(ROW_MIME):
        return None
    return model.entry(model.index_of(read_key(bytes(data.data(ROW_MIME).data()).decode())))


def _collection_move(model: SidebarModel, dragged: Entry, index: Index, where: Spot) -> Wish | None:
    target = model.entry(index)
    assert target is not None
    collection = CollectionId(dragged.key.item)
    if target.key == Key(Kind.SECTION, name=Section.COLLECTIONS.value):
        return MoveCollection(collection, dragged.name, None, model.rowCount(index) - 1)
    if target.key.kind is not Kind.COLLECTION or _is_below(model, index, dragged.key):
        return None
    if where is Spot.ON:
        there = [child.key for child in target.children if child.key != dragged.key]
        return MoveCollection(collection, dragged.name, CollectionId(target.key.item), len(there))
    parent = model.parent(index)
    return MoveCollection(
        collection, dragged.name, _collection(model.entry(parent)), _row_between(model, dragged, index, where)
    )


def _move_in_section(model: SidebarModel, dragged: Entry, index: Index, where: Spot) -> Wish | None:
    target = model.entry(index)
    if target is None or target.key.kind is not dragged.key.kind or where is Spot.ON:
        return None
    return _to_row(dragged, _row_between(model, dragged, index, where))


def _to_row(entry: Entry, row: int) -> Wish:
    """The wish to have a saved search or a feed at that place among the others."""
    if entry.key.kind is Kind.FEED:
        return MoveFeed(FeedId(entry.key.item), entry.name, row)
    return MoveSearch(SearchId(entry.key.item), entry.name, row)


def _tag_move(model: SidebarModel, dragged: Entry, target: Entry) -> Wish | None:
    if target.key == Key(Kind.SECTION, name=Section.TAGS.value):
        name = dragged.name
    elif target.key.kind in (Kind.TAG, Kind.LEVEL) and not target.whole.startswith(dragged.whole + TAG_SEPARATOR):
        name = f"{target.whole}{TAG_SEPARATOR}{dragged.name}"
    else:
        return None
    return renamed_tag(model, dragged, name) if name != dragged.whole else None


def _row_between(model: SidebarModel, dragged: Entry, index: Index, where: Spot) -> int:
    """The row that it has once it stands above or below that row, and no longer where it was."""
    row = index.row() + (where is Spot.BELOW)
    here = model.index_of(dragged.key)
    return row - 1 if here.parent() == model.parent(index) and here.row() < row else row


def _is_below(model: SidebarModel, index: Index, key: Key) -> bool:
    place = index
    while place.isValid():
        entry = model.entry(place)
        if entry is not None and entry.key == key:
            return True
        place = model.parent(place)
    return False


def _collection(entry: Entry | None) -> CollectionId | None:
    return CollectionId(entry.key.item) if entry is not None and entry.key.kind is Kind.COLLECTION else None
