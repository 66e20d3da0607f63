"""The table of an import plan: ticking with Space and mouse, folding with arrows."""

from array import array
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.adding.import_plan_delegate import ImportPlanDelegate
from desktop.ui.adding.import_plan_model import ID, PAPER, STATE, ImportPlanModel
from desktop.ui.adding.plan_rows import DIGEST_MASK, DIGEST_SHIFT, PlanRow, PlanRowKind, encode
from desktop.ui.theme import theme
from desktop.ui.tokens import Size

_STATE_WIDTH = 148
_LONGEST_ID = "0000.00000v00"
_ROOM_FOR_ID = 520
"""Pixels at 100 %; a narrower table leaves the ids to the page beside it."""


class ImportPlanView(QTableView):
    """Shows an ImportPlanModel."""

    opened = Signal(object)
    """PlanRow that is current now; None if there is none."""
    folds_changed = Signal()

    def __init__(self, model: ImportPlanModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = model
        self.setModel(model)
        self._delegate = ImportPlanDelegate(model, theme(), self)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self._apply_sizes()
        theme().changed.connect(self._apply_sizes)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    @property
    def folded(self) -> frozenset[int]:
        """Digests whose rows are hidden."""
        return self._delegate.folded

    def fold(self, digests: frozenset[int]) -> None:
        """Hide the rows of these digests, show those of all others."""
        if digests != self._delegate.folded:
            self._delegate.folded = digests
            self.folds_changed.emit()

    def show_rows(self, rows: "array[int]") -> None:
        """Show these rows; the current one stays current, or the heading of its file is."""
        current = self.currentIndex().row()
        kept = self._plan.code(current) if 0 <= current < self._plan.rowCount() else -1
        self._plan.show(rows)
        position = self._plan.position_of(kept)
        if position < 0 and kept >= 0:
            position = self._plan.position_of(encode(PlanRowKind.DIGEST, kept >> DIGEST_SHIFT & DIGEST_MASK))
        self.make_current(max(position, 0))

    def make_current(self, position: int) -> None:
        """Select one row and show it."""
        if 0 <= position < self._plan.rowCount():
            self.setCurrentIndex(self._plan.index(position, PAPER))
        elif not self._plan.rowCount():
            self.opened.emit(None)

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("What the import would do"))
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
        header.setSectionResizeMode(PAPER, QHeaderView.ResizeMode.Stretch)
        for column in (STATE, ID):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)

    def _apply_sizes(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self.horizontalHeader().resizeSection(STATE, theme().scaled(_STATE_WIDTH))
        id_width = QFontMetrics(theme().font(Size.BODY)).horizontalAdvance(_LONGEST_ID) + theme().space(4)
        self.horizontalHeader().resizeSection(ID, id_width)
        self.viewport().update()

    def _selected(self) -> Iterator[int]:
        chosen = self.selectionModel().selection()
        for number in range(chosen.count()):
            yield from range(chosen.at(number).top(), chosen.at(number).bottom() + 1)

    def _current(self) -> PlanRow | None:
        index = self.currentIndex()
        return self._plan.row(index.row()) if index.isValid() else None

    def _on_current_changed(self) -> None:
        self.opened.emit(self._current())

    def _hit(self, at: QPoint) -> tuple[int, PlanRow, bool, bool] | None:
        """The row under the pointer, and whether the box or the chevron is meant."""
        index = self.indexAt(at)
        if not index.isValid() or index.column() != PAPER:
            return None
        row = self._plan.row(index.row())
        places = self._delegate.layout_of(self.visualRect(index), row.kind)
        near = theme().space()
        in_box = places.box.adjusted(-near // 2, -near, near, near).contains(at)
        return index.row(), row, in_box, places.chevron.adjusted(-near, -near, 0, near).contains(at)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._current()
        keys = Qt.Key
        if event.key() == keys.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._plan.toggle(self._selected())
        elif row is not None and event.key() in (keys.Key_Left, keys.Key_Minus):
            self.fold(self.folded | {row.digest} if row.kind is not PlanRowKind.REFUSED else self.folded)
        elif row is not None and event.key() in (keys.Key_Right, keys.Key_Plus):
            self.fold(self.folded - {row.digest})
        elif event.key() in (keys.Key_Home, keys.Key_End) and not event.modifiers():
            self.make_current(0 if event.key() == keys.Key_Home else self._plan.rowCount() - 1)
        elif event.key() in (keys.Key_Return, keys.Key_Enter):
            event.ignore()  # the primary button of the dialog takes it
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position().toPoint()) if event.button() == Qt.MouseButton.LeftButton else None
        if hit is not None and hit[2] and self._plan.tick_state(hit[1]) is not None:
            self._plan.toggle([hit[0]])
        elif hit is not None and hit[3] and hit[1].kind is PlanRowKind.DIGEST:
            self.fold(self.folded ^ {hit[1].digest})
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position().toPoint())
        if hit is not None and (hit[2] or hit[3]):
            self.mousePressEvent(event)
        elif hit is not None and hit[1].kind is PlanRowKind.DIGEST:
            self.fold(self.folded ^ {hit[1].digest})
        else:
            super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(ID, event.size().width() < theme().scaled(_ROOM_FOR_ID))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("What the import would do"))
        super().changeEvent(event)
