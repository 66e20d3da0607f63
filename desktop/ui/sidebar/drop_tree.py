"""A tree whose rows can be dragged, and take papers and other rows; the row that would take them lights up."""

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTreeView, QWidget

from desktop.domain.listing import Place
from desktop.ui.sidebar.moves import ROW_MIME, Spot, spot, takes, wish
from desktop.ui.sidebar.sidebar_delegate import SidebarDelegate
from desktop.ui.sidebar.sidebar_model import SidebarModel
from desktop.ui.sidebar.wishes import Wish
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, Color
from desktop.ui.widgets.own_viewport import give_viewport

_UNFOLD_AFTER_MS = 600


class DropTree(QTreeView):
    """What else is dropped, such as files, is the window's business."""

    wished = Signal(object)
    """A person asks for something (Wish)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.rows = SidebarModel(self)
        self.setModel(self.rows)
        self.painter = SidebarDelegate(self, self.rows)
        self.setItemDelegate(self.painter)
        self.shown = Place.ALL
        """What the table shows."""
        self._spot, self._between = Spot.ON, QPersistentModelIndex()
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setAutoExpandDelay(_UNFOLD_AFTER_MS)

    def wish_at(self, data: QMimeData, index: QModelIndex, where: Spot) -> Wish | None:
        """What letting go of the data there asks for."""
        return wish(self.rows, data, index, where, self.shown)

    def light(self, index: QModelIndex, where: Spot = Spot.ON) -> None:
        """Show where the data would go; an invalid index for nowhere."""
        self.painter.target = QPersistentModelIndex(index if where is Spot.ON else QModelIndex())
        self._between = QPersistentModelIndex(index)
        self._spot = where
        self.viewport().update()

    def _under(self, data: QMimeData, at: QPoint) -> tuple[QModelIndex, Spot]:
        index = self.indexAt(at)
        rect = self.visualRect(index)
        height = (at.y() - rect.top()) / max(rect.height(), 1)
        return index, spot(self.rows, data, index, height)

    # Qt

    def startDrag(self, supported: Qt.DropAction) -> None:
        entry = self.rows.entry(self.currentIndex())
        if entry is None:
            return
        data = QMimeData()
        data.setData(ROW_MIME, entry.key.written.encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)
        self.light(QModelIndex())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if takes(event.mimeData()):
            super().dragEnterEvent(event)
            self.setState(QTreeView.State.DraggingState)  # else nothing would unfold
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls, and unfolds what is pointed at
        index, where = self._under(event.mimeData(), event.position().toPoint())
        possible = self.wish_at(event.mimeData(), index, where) is not None
        self.light(index if possible else QModelIndex(), where)
        if possible:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.light(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        index, where = self._under(event.mimeData(), event.position().toPoint())
        asked = self.wish_at(event.mimeData(), index, where)
        self.light(QModelIndex())
        self.stopAutoScroll()
        self.setState(QTreeView.State.NoState)
        if asked is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self.wished.emit(asked)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._spot is Spot.ON or not self._between.isValid():
            return
        rect = self.visualRect(self._between)
        top = rect.top() if self._spot is Spot.ABOVE else rect.bottom() + 1
        left = self.painter.fold_area(rect, self._between).left()
        painter = QPainter(self.viewport())
        painter.fillRect(
            left, top - 1, rect.right() - theme().space(2) - left, FOCUS_WIDTH, theme().color(Color.ACCENT)
        )
