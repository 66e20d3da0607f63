"""The table of contents of a PDF: where the reader is in it, and a way to each of its lines."""

from bisect import bisect_right

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSortFilterProxyModel, Qt
from PySide6.QtGui import QFont, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from desktop.domain.pdf_document import OutlineItem
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.text.jumps import Jumps
from desktop.ui.theme import theme
from desktop.ui.widgets.empty_state import EmptyState

FILTERED_FROM = 30
"""So many lines have a field to filter them."""
_AT = Qt.ItemDataRole.UserRole
_UNFOLDED = 2
"""Levels that are unfolded at first."""
_REACH = 0.25
"""Of the view's height: a heading within it counts as begun."""


class ContentsPanel(QStackedWidget):
    """The outline of the document as a tree. Enter or a click jumps; the section that is read is bold."""

    def __init__(self, view: PageView, document: Document, jumps: Jumps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._document = document
        self._jumps = jumps
        self._items: list[QStandardItem] = []
        self._begins: list[tuple[int, float]] = []
        self._rows: list[int] = []
        """Numbers of the lines that lead somewhere, in the order of `_begins`."""
        self._current: QStandardItem | None = None
        self._model = QStandardItemModel(self)
        self._filtered = QSortFilterProxyModel(self)
        self._filtered.setSourceModel(self._model)
        self._filtered.setRecursiveFilteringEnabled(True)
        self._filtered.setAutoAcceptChildRows(True)
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the table of contents"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_filter)
        self.filter.installEventFilter(self)
        self.tree = self._make_tree()
        self.setFocusProxy(self.tree)
        self.empty = EmptyState()
        self._full = QWidget()
        layout = QVBoxLayout(self._full)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)
        self.addWidget(self._full)
        self.addWidget(self.empty)
        view.moved.connect(self._follow)
        document.ready.connect(self._fill)
        self._fill()

    def _make_tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setModel(self._filtered)
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setProperty("kind", "sidebar")
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setIndentation(theme().space(4))
        tree.setAccessibleName(self.tr("Table of contents"))
        tree.clicked.connect(self._jump)
        tree.activated.connect(self._jump)
        return tree

    def _fill(self) -> None:
        facts = self._document.facts
        outline = facts.outline if facts is not None else ()
        self._model.clear()
        self._items, self._current = [_item(line) for line in outline], None
        parents: list[tuple[int, QStandardItem]] = [(0, self._model.invisibleRootItem())]
        for line, item in zip(outline, self._items, strict=True):
            while len(parents) > 1 and parents[-1][0] >= line.level:
                parents.pop()
            parents[-1][1].appendRow(item)
            parents.append((line.level, item))
        placed = sorted((line.page, line.y, number) for number, line in enumerate(outline) if line.page >= 0)
        self._begins = [(page, y) for page, y, _ in placed]
        self._rows = [number for _, _, number in placed]
        self.filter.setVisible(len(outline) > FILTERED_FROM)
        self.tree.expandToDepth(_UNFOLDED - 2)
        if facts is not None and not outline:
            self.empty.tell("no-papers", self.tr("This PDF has no table of contents."))
        self.setCurrentWidget(self.empty if facts is not None and not outline else self._full)
        self._follow()

    def _jump(self, index: QModelIndex) -> None:
        line = index.data(_AT)
        if isinstance(line, OutlineItem) and line.page >= 0:
            self._jumps.jump(line.page, (0.0, line.y))

    def _follow(self) -> None:
        """The section that is read stands out."""
        at = self._view.place()
        facts = self._document.facts
        if facts is None or not self._begins:
            return
        reach = self._view.viewport().height() * _REACH / max(self._view.transform(at.page).m22(), 0.1)
        found = bisect_right(self._begins, (at.page, at.y + max(reach, 1.0))) - 1
        item = self._items[self._rows[found]] if found >= 0 else None
        if item is self._current:
            return
        for which, bold in ((self._current, False), (item, True)):
            if which is not None:
                font = QFont(self.tree.font())
                font.setBold(bold)
                which.setFont(font)
        self._current = item
        if item is not None and not self.tree.hasFocus():
            index = self._filtered.mapFromSource(item.index())
            self.tree.scrollTo(index)
            self.tree.setCurrentIndex(index)

    def _on_filter(self, text: str) -> None:
        self._filtered.setFilterFixedString(text.strip())
        if text.strip():
            self.tree.expandAll()

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the filter into the tree, Enter to its first line, Esc clears it."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key == Qt.Key.Key_Down:
            self.tree.setFocus()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._jump(self.tree.currentIndex())
        elif key == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        else:
            return False
        return True


def _item(line: OutlineItem) -> QStandardItem:
    item = QStandardItem(" ".join(line.title.split()))
    item.setData(line, _AT)
    return item
