"""The papers of a digest: they are put in order by dragging, and take papers from elsewhere where they are dropped."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperRow
from desktop.ui.composing.papers_delegate import DigestPapersDelegate
from desktop.ui.composing.papers_model import DigestPapersModel
from desktop.ui.library.paper_links import PAPERS_MIME, papers_as_mime
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, Color

_Select = QItemSelectionModel.SelectionFlag


class DigestPapersList(QListView):
    """Selection and scroll belong to papers: they stay when rows come, go and change places."""

    moved = Signal(object, object)
    """Papers were let go before another, or at the end (tuple of PaperId, PaperId | None)."""
    dropped = Signal(object, object)
    """The same of papers from elsewhere."""
    chosen_changed = Signal()
    """Other papers are selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.papers = DigestPapersModel(self)
        self._drop_row = -1
        """Before which row what is held would come."""
        self._putting = False
        self.setModel(self.papers)
        self.setItemDelegate(DigestPapersDelegate(self.papers, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setAccessibleName(self.tr("Papers of the digest"))
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def chosen(self) -> list[PaperId]:
        """The selected papers, in their order."""
        return [self.papers.rows[number].id for number in sorted({one.row() for one in self.selectedIndexes()})]

    @property
    def current(self) -> PaperId | None:
        """The paper that has the keyboard, if it is selected."""
        index = self.currentIndex()
        if not index.isValid() or not self.selectionModel().isSelected(index):
            return next(iter(self.chosen), None)
        return self.papers.rows[index.row()].id

    def show_rows(self, rows: Sequence[PaperRow], lacking: frozenset[PaperId]) -> None:
        """Show these. What has come, of a step or of one that was taken back, is selected; where all that was selected
        is gone, what took its place."""
        if tuple(rows) == self.papers.rows and lacking == self.papers.lacking:
            return
        before, current, known = self.chosen, self.current, set(self.papers.papers)
        come = {one.id for one in rows if known and one.id not in known}
        chosen = come or set(before)
        row, top = self.currentIndex().row(), self.verticalScrollBar().value()
        self._putting = True
        self.papers.show(rows, lacking)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(top)
        kept = [number for number, one in enumerate(rows) if one.id in chosen]
        if not kept and rows:
            kept = [min(max(row, 0), len(rows) - 1)]
        number = self.papers.row_of(current)
        self._select(kept, number if number in kept else next(iter(kept), -1))
        self._putting = False
        if come:
            self.keep_in_sight()
        if self.chosen != before:
            self.chosen_changed.emit()

    def choose(self, papers: Sequence[PaperId]) -> None:
        """Select these, and bring the first of them into sight."""
        rows = [number for paper in papers if (number := self.papers.row_of(paper)) >= 0]
        if rows:
            self._select(rows, rows[0])
            self.scrollTo(self.papers.index(rows[0], 0))

    def keep_in_sight(self) -> None:
        """Scroll to the paper that has the keyboard, as far as needed."""
        self.scrollTo(self.currentIndex())

    def _select(self, rows: Sequence[int], current: int) -> None:
        selection = QItemSelection()
        for number in rows:
            index = self.papers.index(number, 0)
            selection.select(index, index)
        model = self.selectionModel()
        if current >= 0:
            model.setCurrentIndex(self.papers.index(current, 0), _Select.NoUpdate)
        model.select(selection, _Select.ClearAndSelect)

    def _on_selection_changed(self) -> None:
        if not self._putting:
            self.chosen_changed.emit()

    def _row_at(self, at: QPoint) -> int:
        index = self.indexAt(at)
        if not index.isValid():
            return len(self.papers.rows)
        rect = self.visualRect(index)
        return index.row() + (at.y() > rect.center().y())

    def _show_drop(self, row: int) -> None:
        if row != self._drop_row:
            self._drop_row = row
            self.viewport().update()

    # Qt

    def startDrag(self, supported: Qt.DropAction) -> None:
        chosen = set(self.chosen)
        taken = [row for row in self.papers.rows if row.id in chosen]
        if not taken:
            return
        drag = QDrag(self)
        drag.setMimeData(papers_as_mime(taken, [row.id for row in taken]))
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
        self._show_drop(-1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(PAPERS_MIME):
            super().dragEnterEvent(event)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls
        if event.mimeData().hasFormat(PAPERS_MIME):
            self._show_drop(self._row_at(event.position().toPoint()))
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_drop(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        self.stopAutoScroll()
        self.setState(QListView.State.NoState)
        self._show_drop(-1)
        if not event.mimeData().hasFormat(PAPERS_MIME):
            event.ignore()
            return
        event.acceptProposedAction()
        taken = papers_of(event.mimeData())
        held = set(taken)
        after = self.papers.rows[self._row_at(event.position().toPoint()) :]
        before = next((row.id for row in after if row.id not in held), None)
        (self.moved if event.source() is self else self.dropped).emit(taken, before)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_row < 0:
            return
        rows = len(self.papers.rows)
        last = self._drop_row >= rows
        rect = self.visualRect(self.papers.index(rows - 1 if last else self._drop_row, 0)) if rows else self.rect()
        top = rect.bottom() + 1 if last and rows else rect.top()
        painter = QPainter(self.viewport())
        painter.fillRect(0, max(top - 1, 0), self.viewport().width(), FOCUS_WIDTH, theme().color(Color.ACCENT))


def papers_of(data: QMimeData) -> tuple[PaperId, ...]:
    """The papers that are dragged."""
    return tuple(PaperId(int(number)) for number in bytes(data.data(PAPERS_MIME).data()).split())
