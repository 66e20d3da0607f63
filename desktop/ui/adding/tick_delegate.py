"""Paints rows that can be ticked: two lines and a box, the state with its icon, a remark at the right."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.ui.adding.tick_model import NOTE, STATE, TEXT, RowLook, TickModel
from desktop.ui.assets import icon_pixmap
from desktop.ui.library.row_layout import Density, RowMetrics, row_metrics
from desktop.ui.library.text_lines import TextLines, line_size
from desktop.ui.theme import Theme
from desktop.ui.tokens import FOCUS_WIDTH, ICON, RADIUS, Color, Size

_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class TextCellLayout:
    """Where the parts of the first cell of a row stand."""

    chevron: QRect
    box: QRect
    text: QRect


class TickDelegate(QStyledItemDelegate):
    """Paints from the model directly; texts are laid out once."""

    def __init__(self, model: TickModel, theme: Theme, view: QTableView, *, indented: bool) -> None:
        super().__init__(view)
        self._indented = indented
        self._model = model
        self._theme = theme
        self._view = view
        self._lines = TextLines(theme)
        self._metrics = self._measured()
        theme.changed.connect(self._on_theme_changed)

    @property
    def row_height(self) -> int:
        """Pixels."""
        return self._metrics.height

    def layout_of(self, rect: QRect, *, flush: bool = False) -> TextCellLayout:
        """The places of chevron, box and text in the first cell `rect`."""
        space, side = self._theme.space(), self._metrics.side
        size = self._theme.scaled(ICON)
        top = rect.top() + self._metrics.top + (self._metrics.line - size) // 2
        chevron = QRect(rect.left() + side, top, size, size)
        box = chevron.translated(size + space if self._indented else 0, 0)
        if flush:
            return TextCellLayout(QRect(), QRect(), rect.adjusted(side, 0, -side, 0))
        left = box.right() + 2 * space
        return TextCellLayout(chevron, box, QRect(left, rect.top(), rect.right() - left - side, rect.height()))

    def _measured(self) -> RowMetrics:
        _, height = line_size(self._theme.font(Size.BODY))
        return row_metrics(Density.TWO_LINES, math.ceil(height), self._theme.space())

    def _on_theme_changed(self) -> None:
        self._lines.clear()
        self._metrics = self._measured()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, look: RowLook, *, current: bool) -> None:
        rect: QRect = option.rect
        color = self._theme.color
        if option.state & _State.State_Selected:
            painter.fillRect(rect, color(Color.ACCENT_SOFT))
        elif look.heading:
            painter.fillRect(rect, color(Color.WINDOW))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color(Color.LINE))
        if current and self._view.hasFocus():
            painter.fillRect(rect.left(), rect.top(), FOCUS_WIDTH, rect.height() - 1, color(Color.ACCENT))

    def _paint_text(self, painter: QPainter, rect: QRect, look: RowLook) -> None:
        places = self.layout_of(rect, flush=look.flush)
        if look.folded is not None:
            name = "chevron-right" if look.folded else "chevron-down"
            painter.drawPixmap(places.chevron, self._picture(name, Color.TEXT_MUTED))
        if look.tick is not None:
            self._paint_box(painter, places.box, look.tick, round_=look.round)
        color = self._theme.color
        font = self._theme.font(Size.BODY, bold=look.heading)
        text, metrics = places.text, self._metrics
        painter.setPen(color(Color.TEXT_MUTED if look.faint else Color.TEXT))
        at = QPointF(text.left(), rect.top() + metrics.top)
        self._lines.draw(painter, at, look.first, font, text.width(), marks=look.marks)
        painter.setPen(color(Color.TEXT_MUTED))
        at = QPointF(text.left(), rect.top() + metrics.second)
        self._lines.draw(painter, at, look.second, self._theme.font(Size.BODY), text.width())

    def _paint_box(self, painter: QPainter, box: QRect, state: Qt.CheckState, *, round_: bool) -> None:
        color = self._theme.color
        on = state is not Qt.CheckState.Unchecked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color(Color.ACCENT if on else Color.LINE_STRONG))
        painter.setBrush(color(Color.ACCENT if on else Color.SURFACE))
        radius = box.height() / 2 if round_ else RADIUS / 2
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.restore()
        if state is Qt.CheckState.Checked:
            painter.drawPixmap(box, self._picture("check", Color.ON_ACCENT))
        elif on:
            third = box.height() // 3
            painter.fillRect(
                box.adjusted(third - 1, box.height() // 2 - 1, 1 - third, -box.height() // 2 + 1),
                color(Color.ON_ACCENT),
            )

    def _paint_state(self, painter: QPainter, rect: QRect, look: RowLook) -> None:
        words, name, color = look.state
        size, side = self._theme.scaled(ICON), self._metrics.side
        top = rect.top() + self._metrics.top + (self._metrics.line - size) // 2
        if name:
            painter.drawPixmap(QRect(rect.left() + side, top, size, size), self._picture(name, color))
        left = rect.left() + side + size + self._theme.space(1.5)
        painter.setPen(self._theme.color(Color.TEXT if color is Color.GOOD else color))
        at = QPointF(left, rect.top() + self._metrics.top)
        self._lines.draw(painter, at, words, self._theme.font(Size.BODY), rect.right() - left - side, lines=2)

    def _paint_note(self, painter: QPainter, rect: QRect, look: RowLook) -> None:
        painter.setPen(self._theme.color(Color.TEXT_MUTED))
        at = QPointF(rect.left() + self._metrics.side, rect.top() + self._metrics.top)
        self._lines.draw(painter, at, look.note, self._theme.font(Size.BODY), rect.width() - 2 * self._metrics.side)

    def _picture(self, name: str, color: Color) -> QPixmap:
        return icon_pixmap(name, self._theme.scaled(ICON), color, self._view.devicePixelRatioF())

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._metrics.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = self._model.look(index.row())
        column = index.column()
        current = column == TEXT and index.row() == self._view.currentIndex().row()
        self._paint_ground(painter, option, look, current=current)
        rect: QRect = option.rect
        paint = {TEXT: self._paint_text, STATE: self._paint_state, NOTE: self._paint_note}[column]
        paint(painter, rect, look)
