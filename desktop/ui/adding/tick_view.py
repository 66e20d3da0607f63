"""A table of things to tick: Space and mouse tick, arrows and the chevron fold."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.adding.tick_delegate import TickDelegate
from desktop.ui.adding.tick_model import NOTE, STATE, TEXT, TickModel
from desktop.ui.theme import theme
from desktop.ui.tokens import Size

_ROOM_FOR_NOTES = 520
"""Pixels at 100 %; a narrower table leaves the remarks out."""


class TickView(QTableView):
    """Shows a TickModel. `state_width` is in pixels at 100 %, `longest_note` a remark that shall find room; the boxes
    of `indented` rows stand behind the chevrons of their headings, not below them."""

    def __init__(
        self,
        model: TickModel,
        state_width: int,
        longest_note: str = "",
        parent: QWidget | None = None,
        *,
        indented: bool = True,
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._state_width = state_width
        self._longest_note = longest_note
        self.setModel(model)
        self._delegate = TickDelegate(model, theme(), self, indented=indented)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self._apply_sizes()
        theme().changed.connect(self._apply_sizes)

    def make_current(self, position: int) -> None:
        """Select one row and show it."""
        if 0 <= position < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(position, TEXT))

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.hide()  # while all rows are selected it asks the model about each of them at every paint
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        for column in (STATE, NOTE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)

    def _apply_sizes(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self.horizontalHeader().resizeSection(STATE, theme().scaled(self._state_width))
        note = QFontMetrics(theme().font(Size.BODY)).horizontalAdvance(self._longest_note) + theme().space(4)
        self.horizontalHeader().resizeSection(NOTE, note)
        self.viewport().update()

    def _selected(self) -> Iterator[int]:
        chosen = self.selectionModel().selection()
        for number in range(chosen.count()):
            yield from range(chosen.at(number).top(), chosen.at(number).bottom() + 1)

    def _hit(self, at: QPoint) -> tuple[int, bool, bool] | None:
        """The row under the pointer, and whether its box or its chevron is meant."""
        index = self.indexAt(at)
        if not index.isValid() or index.column() != TEXT:
            return None
        look = self._rows.look(index.row())
        places = self._delegate.layout_of(self.visualRect(index), flush=look.flush)
        near = theme().space()
        in_box = places.box.adjusted(-near // 2, -near, near, near).contains(at)
        in_chevron = places.chevron.adjusted(-near, -near, 0, near).contains(at)
        return index.row(), in_box and look.tick is not None, in_chevron and look.folded is not None

    def _turn(self, row: int) -> None:
        """Fold a heading, or unfold it."""
        self._rows.fold(row, folded=not self._rows.look(row).folded)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex().row()
        keys = Qt.Key
        if event.key() == keys.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._rows.toggle(self._selected())
        elif current >= 0 and event.key() in (keys.Key_Left, keys.Key_Minus):
            self._rows.fold(current, folded=True)
        elif current >= 0 and event.key() in (keys.Key_Right, keys.Key_Plus):
            self._rows.fold(current, folded=False)
        elif event.key() in (keys.Key_Home, keys.Key_End) and not event.modifiers():
            self.make_current(0 if event.key() == keys.Key_Home else self._rows.rowCount() - 1)
        elif event.key() in (keys.Key_Return, keys.Key_Enter):
            event.ignore()  # the primary button of the dialog takes it
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position().toPoint()) if event.button() == Qt.MouseButton.LeftButton else None
        if hit is not None and hit[1]:
            self._rows.toggle([hit[0]])
        elif hit is not None and hit[2]:
            self._turn(hit[0])
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position().toPoint())
        if hit is not None and (hit[1] or hit[2]):
            self.mousePressEvent(event)
        elif hit is not None and self._rows.look(hit[0]).folded is not None:
            self._turn(hit[0])
        else:
            super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() >= theme().scaled(_ROOM_FOR_NOTES)
        self.setColumnHidden(NOTE, not (room and self._longest_note))
