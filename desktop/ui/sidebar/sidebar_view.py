"""The tree of the sidebar as it is seen and used. The Trash is a row of it that stands below, always in reach."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTreeView, QWidget

from desktop.domain.ids import OwnDigestId
from desktop.domain.listing import Listing, Place, Sidebar
from desktop.ui.sidebar.drop_tree import DropTree
from desktop.ui.sidebar.entries import Entry, Key, Kind, Section
from desktop.ui.sidebar.moves import wish_by_key
from desktop.ui.sidebar.row_wishes import SEARCHES, deletion, naming
from desktop.ui.sidebar.wishes import Wish

Index = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction
TRASH = Key(Kind.PLACE, name=Place.TRASH.value)
_COLLECTIONS = Key(Kind.SECTION, name=Section.COLLECTIONS.value)
_DIGESTS = Key(Kind.SECTION, name=Section.DIGESTS.value)
_FEW = 20
"""Digests that are unfolded until a person folds them."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SidebarView(DropTree):
    """Places with their counts. Moving the current row goes there; what else is asked for is `wished`."""

    place_chosen = Signal(object)  # Listing
    current_changed = Signal()
    menu_wanted = Signal(object, object)  # QModelIndex, QPoint on the screen
    papers_wanted = Signal()
    """Enter was pressed: the person goes on in the table."""
    own_digest_wanted = Signal(object)
    """A digest of one's own is to be opened (OwnDigestId): it was clicked, or Enter was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query = ""
        """The search that is typed."""
        self._choosing = False
        self._folding = False
        self._came = False
        """Rows came that are not folded as a person left them."""
        self._folds: dict[str, bool] = {}
        """What a person unfolded (True) and folded."""
        self.setProperty("kind", "sidebar")
        self.setAccessibleName(self.tr("Places"))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.rows.named.connect(self._on_named)
        self.expanded.connect(self._on_unfolded)
        self.collapsed.connect(self._on_folded)
        self.clicked.connect(self._on_clicked)
        self.rows.rowsInserted.connect(self._on_rows_inserted)
        self.setRowHidden(self.rows.index_of(TRASH).row(), QModelIndex(), True)
        self._fold_rows()

    def set_sidebar(self, sidebar: Sidebar) -> None:
        """Show these places and counts; the chosen place stays."""
        self._choosing = True  # Qt moves on when the current row goes away; where to, the window decides
        self.rows.set_sidebar(sidebar, keep=self.shown)
        if self._came:
            self._fold_rows()
        self._choosing = False

    def choose(self, listing: Listing) -> bool:
        """Mark what is shown without announcing it. False if it is not there."""
        self.shown, self.query = listing.place, listing.query
        if listing.item is None and not self.rows.index_of_listing(listing).isValid():
            self.set_sidebar(self.rows.sidebar)  # a place that is there only while it holds papers
        index = self.rows.index_of_listing(listing)
        if not index.isValid():
            return False
        if index != self.currentIndex():
            self._choosing = True
            self.setCurrentIndex(index)
            self._choosing = False
        return True

    def folds(self) -> dict[str, bool]:
        """What a person unfolded (True) and folded, for the settings."""
        return dict(self._folds)

    def set_folds(self, folds: Mapping[str, bool]) -> None:
        """Put back what `folds` gave."""
        self._folds = dict(folds)
        self._fold_rows()

    def set_adders(self, adders: Mapping[Section, QAction]) -> None:
        """What the plus signs of the headings do; one that cannot be done is not shown."""
        self.painter.adders = dict(adders)
        for action in adders.values():
            action.enabledChanged.connect(self._repaint)

    def _repaint(self) -> None:
        self.viewport().update()

    def unfolded(self, section: Section) -> bool:
        """Whether what is below that heading can be seen."""
        return self.isExpanded(self.rows.index_of_section(section))

    def name_collection(self, parent: Key = _COLLECTIONS) -> None:
        """Let a person name a new collection, at the top or below another one."""
        self._name_new(parent, "")

    def name_search(self, suggested: str) -> None:
        """Let a person name the present search."""
        self._name_new(SEARCHES, suggested)

    def rename(self, index: QModelIndex) -> None:
        """Open a field over the name."""
        self.painter.suggested = ""
        self.edit(index)

    def _name_new(self, parent: Key, suggested: str) -> None:
        self.painter.suggested = suggested
        index = self.rows.begin_draft(parent)
        self._fold_rows()
        place = self.rows.parent(index)
        while place.isValid():
            self.expand(place)
            place = self.rows.parent(place)
        self.scrollTo(index)
        self.edit(index)

    def _fold_rows(self) -> None:
        """Fold and unfold all as a person left it."""
        self._folding = True
        for index in self.rows.walk():
            entry = self.rows.entry(index)
            assert entry is not None
            few = entry.key != _DIGESTS or (entry.count or 0) <= _FEW
            first = entry.key.kind is Kind.SECTION and few
            unfolded = self._folds.get(entry.key.written, first)
            if self.isExpanded(index) != unfolded:
                self.setExpanded(index, unfolded)
        self._folding = self._came = False

    def _on_rows_inserted(self) -> None:
        self._came = True

    def _on_named(self, entry: Entry, text: str) -> None:
        if (asked := naming(self.rows, entry, text)) is not None:
            self.wished.emit(asked)

    def _on_unfolded(self, index: QModelIndex) -> None:
        self._remember_fold(index, True)

    def _on_folded(self, index: QModelIndex) -> None:
        self._remember_fold(index, False)

    def _remember_fold(self, index: QModelIndex, unfolded: bool) -> None:
        entry = self.rows.entry(index)
        if entry is not None and not self._folding:
            self._folds[entry.key.written] = unfolded

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = self.rows.entry(index)
        if entry is not None and entry.key.kind is Kind.SECTION:
            self.setExpanded(index, not self.isExpanded(index))
        elif entry is not None and entry.key.kind is Kind.OWN_DIGEST:
            self.own_digest_wanted.emit(OwnDigestId(entry.key.item))

    def _wish_of_key(self, event: QKeyEvent) -> Wish | None:
        """What Delete, or Alt and an arrow, ask for on the current row."""
        index = self.currentIndex()
        entry = self.rows.entry(index)
        if entry is None:
            return None
        if event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            return deletion(self.rows, entry)
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            return wish_by_key(self.rows, index, Qt.Key(event.key()))
        return None

    def _renames(self, event: QKeyEvent) -> bool:
        editable = Qt.ItemFlag.ItemIsEditable in self.rows.flags(self.currentIndex())
        return event.key() == Qt.Key.Key_F2 and editable

    def _last_row(self) -> QModelIndex:
        """The last row of the tree that can be reached."""
        index = self.rows.index_of(TRASH).siblingAtRow(self.rows.rowCount() - 2)
        while self.isExpanded(index) and self.rows.rowCount(index):
            index = self.rows.index(self.rows.rowCount(index) - 1, 0, index)
        while index.isValid() and not self.rows.flags(index):
            index = self.indexAbove(index)
        return index

    # Qt

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        entry = self.rows.entry(current)
        if entry is not None and not self._choosing and (listing := entry.listing) is not None:
            self.shown = listing.place
            self.place_chosen.emit(listing)
        self.current_changed.emit()

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        trash, current = self.rows.index_of(TRASH), self.currentIndex()
        if action is Move.MoveEnd:
            return trash
        if current == trash and action in (Move.MoveUp, Move.MovePageUp, Move.MoveLeft, Move.MovePrevious):
            return self._last_row()
        if current == trash and action is not Move.MoveHome:
            return trash
        found = super().moveCursor(action, modifiers)
        return trash if found == current and action in (Move.MoveDown, Move.MovePageDown) else found

    def event(self, event: QEvent) -> bool:
        # The keys of the window's menus act on papers; here they act on the row.
        overrides = event.type() is QEvent.Type.ShortcutOverride and self.state() is not QTreeView.State.EditingState
        pressed = event if overrides and isinstance(event, QKeyEvent) else None
        if pressed is not None and (self._renames(pressed) or self._wish_of_key(pressed) is not None):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        entry = self.rows.entry(index)
        if self.state() is QTreeView.State.EditingState:  # what the field has no use for
            event.ignore()
        elif (asked := self._wish_of_key(event)) is not None:
            self.wished.emit(asked)
        elif self._renames(event):
            self.rename(index)
        elif entry is not None and entry.key.kind is Kind.SECTION and event.key() in _ENTER:
            self.setExpanded(index, not self.isExpanded(index))
        elif entry is not None and entry.key.kind is Kind.OWN_DIGEST and event.key() in _ENTER:
            self.own_digest_wanted.emit(OwnDigestId(entry.key.item))
        elif entry is not None and event.key() in _ENTER:
            self.papers_wanted.emit()
        elif event.key() == Qt.Key.Key_Left and index.parent().isValid() and not self.isExpanded(index):
            self.setCurrentIndex(index.parent())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typed letters are shortcuts of the window."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        entry = self.rows.entry(index)
        folds = entry is not None and entry.children and entry.key.kind is not Kind.SECTION
        left = event.button() is Qt.MouseButton.LeftButton
        adder = self.painter.adder(index) if left else None
        if adder is not None and self.painter.add_area(self.visualRect(index)).contains(at):
            adder.trigger()
        elif folds and self.painter.fold_area(self.visualRect(index), index).contains(at):
            self.setExpanded(index, not self.isExpanded(index))
        elif event.button() is not Qt.MouseButton.RightButton:  # its menu is of a row that need not be gone to
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a row, at the pointer or below the current row."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            self.menu_wanted.emit(index, self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))
        else:
            self.menu_wanted.emit(self.indexAt(event.pos()), event.globalPos())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self.rows.end_draft()
        self.setFocus()
