"""The list of a search in everything."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.ui.passages.passages_delegate import PassagesDelegate
from desktop.ui.passages.passages_model import PassagesModel
from desktop.ui.theme import theme


class PassagesList(QListView):
    """Rows of several heights. Enter or a double click chooses one."""

    chosen = Signal(QModelIndex)
    box_wanted = Signal()
    """Up in the first row, or Esc: the person goes back to the words."""

    def __init__(self, model: PassagesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(PassagesDelegate(model, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Places found"))
        self.setProperty("kind", "framed")
        self.doubleClicked.connect(self.chosen)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def select_row(self, row: int) -> None:
        """Make that row the current one and bring it into view."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.chosen.emit(current)
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and current.row() <= 0):
            self.box_wanted.emit()
        else:
            super().keyPressEvent(event)
