"""The page of digests by date."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListView, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import Changes
from desktop.domain.timeline import TimelineDigest, TimelineMonth, all_months, by_month, named
from desktop.ui import wording
from desktop.ui.events import LibraryEvents
from desktop.ui.library.labels import plain_label
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.timeline.month_strip import MonthStrip
from desktop.ui.timeline.timeline_delegate import TimelineDelegate
from desktop.ui.timeline.timeline_model import TimelineModel
from desktop.ui.tokens import PANE_PADDING
from desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_Key = Qt.Key


class TimelineList(QListView):
    """A click or Enter chooses a digest; Left and Right go to the next month."""

    chosen = Signal(QModelIndex)
    box_wanted = Signal()
    """Up in the first row, or Esc."""
    month_wanted = Signal(int)
    """So many months further down."""

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(TimelineDelegate(model, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Digests by date"))
        self.setProperty("kind", "framed")
        self.clicked.connect(self.chosen)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def go_to_row(self, row: int) -> None:
        """Make that row the current one, its month at the top of the view."""
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.currentIndex()
        if key in (_Key.Key_Return, _Key.Key_Enter) and current.isValid():
            self.chosen.emit(current)
        elif key == _Key.Key_Escape or (key == _Key.Key_Up and current.row() <= 1):
            self.box_wanted.emit()
        elif key in (_Key.Key_Left, _Key.Key_Right):
            self.month_wanted.emit(1 if key == _Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)


class TimelinePage(QWidget):
    """Reads the digests whenever it is seen and the library changed."""

    digest_wanted = Signal(object)  # DigestId
    add_wanted = Signal()
    left = Signal()
    """Esc in an empty filter."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, events: LibraryEvents) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._digests: tuple[TimelineDigest, ...] = ()
        self._months: tuple[TimelineMonth, ...] = ()
        self.filter = QLineEdit()
        self.strip = MonthStrip()
        self.model = TimelineModel(self)
        self.list = TimelineList(self.model)
        self.empty = EmptyState()
        self._count = plain_label("muted")
        self._stack = QStackedWidget()
        self._lay_out()
        self.filter.textChanged.connect(self._show)
        self.strip.chosen.connect(self._go_to_month)
        self.list.chosen.connect(self._on_chosen)
        self.list.box_wanted.connect(self.filter.setFocus)
        self.list.month_wanted.connect(self._step_months)
        self.list.verticalScrollBar().valueChanged.connect(self._mark_month)
        self.empty.acted.connect(self._on_acted)
        events.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the digests."""
        services = self._services
        self._tasks.run_latest("timeline", Lane.DB, lambda: services.timeline.digests(), owner=self, done=self._on_read)

    def _lay_out(self) -> None:
        look = theme()
        self.filter.setPlaceholderText(self.tr("Filter by name, category or date …"))
        self.filter.setAccessibleName(self.tr("Filter digests"))
        self.filter.setClearButtonEnabled(True)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        head = QHBoxLayout()
        head.setSpacing(look.space(3))
        head.addWidget(self.filter, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        side = look.space(PANE_PADDING)
        column.setContentsMargins(side, side, side, look.space(2))
        column.setSpacing(look.space(2))
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.filter)

    def _on_read(self, digests: tuple[TimelineDigest, ...]) -> None:
        if digests != self._digests or not digests:
            self._digests = digests
            self._show()

    def _show(self) -> None:
        current = self.model.row(self.list.currentIndex()) if self.list.currentIndex().isValid() else None
        scrolled = self.list.verticalScrollBar().value()
        found = named(self._digests, self.filter.text())
        self._months = by_month(found)
        self.model.show(self._months)
        self.strip.show_months(all_months(self._months))
        self.strip.setVisible(bool(found))
        self._count.setText(wording.digests(len(found)) if self._digests else "")
        self._stack.setCurrentWidget(self.list if found else self.empty)
        self._tell_empty()
        row = self.model.row_of_digest(current.id) if isinstance(current, TimelineDigest) else -1
        if found:
            self.list.go_to_row(row if row >= 0 else 1)
            self.list.verticalScrollBar().setValue(scrolled if row >= 0 else 0)
        self._mark_month()

    def _tell_empty(self) -> None:
        if self._digests:
            self.empty.tell("nothing-found", self.tr("No digest is called so."), self.tr("Show all"))
        else:
            words = self.tr("No digest yet. Import digests, and they stand here by their dates.")
            self.empty.tell("no-papers", words, self.tr("Add papers…"))

    def _on_acted(self) -> None:
        if self._digests:
            self.filter.clear()
            self.filter.setFocus()
        else:
            self.add_wanted.emit()

    def _on_chosen(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if isinstance(row, TimelineDigest):
            self.digest_wanted.emit(row.id)

    # Months

    def _go_to_month(self, month: TimelineMonth) -> None:
        row = self.model.row_of_month(month)
        if row >= 0:
            self.list.go_to_row(row + 1)
            self.list.scrollTo(self.model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
            self.strip.mark(month)

    def _step_months(self, months: int) -> None:
        current = self.model.row(self.list.currentIndex()) if self.list.currentIndex().isValid() else None
        at = next((at for at, month in enumerate(self._months) if current in month.digests), -1)
        if 0 <= at + months < len(self._months):
            self._go_to_month(self._months[at + months])

    def _mark_month(self) -> None:
        """Tell the strip which month is at the top of the view."""
        top = self.list.indexAt(self.list.viewport().rect().topLeft())
        if not top.isValid():
            self.strip.mark(None)
            return
        row = self.model.row(top)
        shown = row if isinstance(row, TimelineMonth) else None
        self.strip.mark(shown or next((month for month in self._months if row in month.digests), None))

    def _on_changed(self, _: Changes) -> None:
        if self.isVisible():
            self.refresh()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == _Key.Key_Escape and self.filter.text():
            self.filter.clear()
        elif key == _Key.Key_Escape:
            self.left.emit()
        elif key in (_Key.Key_Down, _Key.Key_Return, _Key.Key_Enter) and self.filter.hasFocus() and self._months:
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the filter."""
        self.filter.setFocus()
        super().focusInEvent(event)
