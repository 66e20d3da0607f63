"""All hits of the search in the open paper, as a list for the left panel."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStackedWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.text_finding import Excerpt
from desktop.ui.library.text_lines import TextLines
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.text.find import FindInDocument
from desktop.ui.theme import theme
from desktop.ui.tokens import Color, Size
from desktop.ui.widgets.empty_state import EmptyState

_EXCERPT = Qt.ItemDataRole.UserRole
_PAGE = Qt.ItemDataRole.UserRole + 1
_LINES = 2
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class HitsModel(QAbstractListModel):
    """A row a hit, in the order of pages."""

    def __init__(self, find: FindInDocument, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._find = find
        self._document = document
        self._count = len(find.hits)
        find.began.connect(self._on_began)
        find.found.connect(self._on_found)

    def _on_began(self) -> None:
        self.beginResetModel()
        self._count = 0
        self.endResetModel()

    def _on_found(self, at: int, count: int) -> None:
        self.beginInsertRows(QModelIndex(), at, at + count - 1)
        self._count += count
        self.endInsertRows()

    # Qt
    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._find.hits):
            return None
        hit = self._find.hits[index.row()]
        if role == _PAGE:
            return self.tr("Page {page}").format(page=self._document.page_label(hit.page))
        if role == _EXCERPT:
            return self._find.excerpt(hit)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            around = self._find.excerpt(hit)
            return f"{self.data(index, _PAGE)}: {around.before}{around.found}{around.after}"
        return None


class HitDelegate(QStyledItemDelegate):
    """The page, and under it two lines of the text around the hit, which is marked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = TextLines(theme())
        theme().changed.connect(self._lines.clear)

    # Qt
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, (_LINES + 1) * option.fontMetrics.lineSpacing() + theme().space(3))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        excerpt = index.data(_EXCERPT)
        if not isinstance(excerpt, Excerpt):
            return
        look = theme()
        painter.save()
        self._paint_ground(painter, option)
        space = look.space(2)
        area = option.rect.adjusted(space, look.space(), -space, -look.space())
        painter.setFont(look.font(Size.BADGE))
        painter.setPen(look.color(Color.TEXT_MUTED))
        painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, index.data(_PAGE))
        painter.setPen(look.color(Color.TEXT))
        at = QPointF(area.left(), area.top() + painter.fontMetrics().lineSpacing())
        begin = f"…{excerpt.before}" if excerpt.before else ""
        mark = _units(begin), _units(excerpt.found)
        text = f"{begin}{excerpt.found}{excerpt.after}"
        self._lines.draw(painter, at, text, look.font(Size.BODY), area.width(), lines=_LINES, marks=(mark,))
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        look, flag = theme(), QStyle.StateFlag
        state, rect = option.state, option.rect
        if state & flag.State_Selected:
            painter.fillRect(rect, look.color(Color.ACCENT_SOFT))
        elif state & flag.State_MouseOver:
            painter.fillRect(rect, look.color(Color.HOVER))
        if state & flag.State_HasFocus:
            painter.setPen(look.color(Color.ACCENT))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


class HitsPanel(QStackedWidget):
    """The list, or what to do to fill it. Enter or a click makes a hit the current one."""

    def __init__(self, find: FindInDocument, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self.list = QListView()
        self.list.setModel(HitsModel(find, document, self.list))
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Hits in this paper"))
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.setFocusProxy(self.list)
        self.empty = EmptyState()
        self.addWidget(self.empty)
        self.addWidget(self.list)
        for signal in (find.began, find.progressed):
            signal.connect(self._show_state)
        find.current_changed.connect(self._show_current)
        self._show_state()
        self._show_current()

    def _choose(self, index: QModelIndex) -> None:
        self._find.choose(index.row())

    def _show_state(self) -> None:
        if self._find.hits:
            self.setCurrentWidget(self.list)
            return
        searching = self._find.wanted.text.strip() and self._find.done
        words = self.tr("Nothing in this paper fits.") if searching else self.tr("All hits of a search stand here.")
        self.empty.tell("nothing-found", words)
        self.setCurrentWidget(self.empty)

    def _show_current(self) -> None:
        if self._find.current >= 0:
            self.list.setCurrentIndex(self.list.model().index(self._find.current, 0))


def _units(text: str) -> int:
    """Its length as Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
