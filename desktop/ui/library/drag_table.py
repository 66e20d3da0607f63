"""A table whose rows can be dragged away, and within the queue to another place in it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from desktop.domain.ids import PaperId
from desktop.ui.library.kept_place import selected_papers
from desktop.ui.library.paper_links import PAPERS_MIME, papers_as_mime
from desktop.ui.library.paper_table_model import PaperTableModel
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, Color
from desktop.ui.widgets.own_viewport import give_viewport


class DragTable(QTableView):
    """Papers are given away with their titles and links; what else is dropped is the window's business."""

    queue_moved = Signal(object, object)
    """Papers of the queue were let go before another, or at its end (tuple of PaperId, PaperId | None)."""

    def __init__(self, model: PaperTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._papers = model
        self._drop_row = -1
        """Before which row what is held would come."""
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)

    def _takes(self, event: QDropEvent) -> bool:
        return self._papers.listing.in_queue_order and event.mimeData().hasFormat(PAPERS_MIME)

    def _row_at(self, at: QPoint) -> int:
        row = self.rowAt(at.y())
        if row < 0:
            return len(self._papers.ids)
        return row + (at.y() > self.rowViewportPosition(row) + self.rowHeight(row) // 2)

    def _show_drop(self, row: int) -> None:
        if row != self._drop_row:
            self._drop_row = row
            self.viewport().update()

    # Qt

    def startDrag(self, supported: Qt.DropAction) -> None:
        selected = selected_papers(self, self._papers.ids)
        if not selected:
            return
        drag = QDrag(self)
        drag.setMimeData(papers_as_mime(self._papers.papers_at_hand(selected) or (), selected))
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.CopyAction)
        self._show_drop(-1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._takes(event):
            super().dragEnterEvent(event)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls
        if self._takes(event):
            self._show_drop(self._row_at(event.position().toPoint()))
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_drop(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        self.stopAutoScroll()
        self.setState(QTableView.State.NoState)
        self._show_drop(-1)
        if not self._takes(event):
            event.ignore()
            return
        event.acceptProposedAction()
        moved = tuple(PaperId(int(number)) for number in bytes(event.mimeData().data(PAPERS_MIME).data()).split())
        held = set(moved)
        after = self._papers.ids[self._row_at(event.position().toPoint()) :]
        before = next((PaperId(paper) for paper in after if paper not in held), None)
        self.queue_moved.emit(moved, before)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_row < 0:
            return
        rows = len(self._papers.ids)
        last = self._drop_row >= rows
        row = rows - 1 if last else self._drop_row
        top = self.rowViewportPosition(row) + (self.rowHeight(row) if last else 0)
        painter = QPainter(self.viewport())
        painter.fillRect(0, top - 1, self.viewport().width(), FOCUS_WIDTH, theme().color(Color.ACCENT))
