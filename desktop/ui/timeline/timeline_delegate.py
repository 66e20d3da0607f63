"""Paints the rows of the timeline: a month; a digest with its day, what it brought and how far a person is with it."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.timeline import TimelineDigest, TimelineMonth
from desktop.ui import wording
from desktop.ui.library.text_lines import TextLines, line_height
from desktop.ui.theme import theme
from desktop.ui.timeline.timeline_model import TimelineModel
from desktop.ui.timeline.timeline_words import (
    brought_words,
    day_name,
    day_number,
    month_name,
    month_words,
    state_words,
)
from desktop.ui.tokens import Color, Size
from desktop.ui.widgets.row_ground import paint_ground

_NUMBER = 28
"""Pixels at 100 % for the number of a day."""
_DAY = 72
_STATE = 260
"""The same at the left and at the right of a digest's name."""
_BAR = 6
_MANY = 999
"""Room is left for so many papers, if there are not more."""
_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


class TimelineDelegate(QStyledItemDelegate):
    """Texts are laid out once."""

    def __init__(self, model: TimelineModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._texts = TextLines(theme())
        self._line = line_height()
        theme().changed.connect(self._on_theme_changed)

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        if isinstance(self._model.row(index), TimelineMonth):
            return QSize(0, self._line + theme().space(6))
        return QSize(0, 2 * self._line + theme().space(3))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, side = self._model.row(index), theme().space(3)
        painter.save()
        if isinstance(row, TimelineMonth):
            self._paint_month(painter, option.rect.adjusted(side, 0, -side, 0), row)
        else:
            paint_ground(painter, option.rect, option.state)
            area = option.rect.adjusted(side, theme().space(1.5), -side, 0)
            self._paint_digest(painter, area, row, self._model.begins_day(index))
        painter.restore()

    def _paint_month(self, painter: QPainter, area: QRect, month: TimelineMonth) -> None:
        look = theme()
        top = area.bottom() - self._line - look.space(1.5)
        name, font = month_name(month), look.font(Size.SECTION, bold=True)
        self._write(painter, area.left(), top, name, area.width(), Color.TEXT, size=Size.SECTION, bold=True)
        painter.setFont(font)
        left = area.left() + painter.fontMetrics().horizontalAdvance(name) + look.space(3)
        self._write(painter, left, top, month_words(month), area.right() - left, Color.TEXT_MUTED)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, look.color(Color.LINE))

    def _paint_digest(self, painter: QPainter, area: QRect, digest: TimelineDigest, new_day: bool) -> None:
        look = theme()
        day, state = look.scaled(_DAY), min(look.scaled(_STATE), area.width() // 3)
        if new_day:
            number, rest = look.scaled(_NUMBER), look.scaled(_DAY - _NUMBER)
            self._write(painter, area.left(), area.top(), day_number(digest), number, Color.TEXT, bold=True)
            self._write(painter, area.left() + number, area.top(), day_name(digest), rest, Color.TEXT_MUTED)
        left, right = area.left() + day, area.right() - state
        wide, low = right - left - look.space(3), area.top() + self._line
        self._write(painter, left, area.top(), digest.name, wide, Color.TEXT)
        self._write(painter, left, low, brought_words(digest), wide, Color.TEXT_MUTED)
        self._write(painter, right, low, state_words(digest), state, Color.TEXT_MUTED)
        count = wording.papers(digest.papers)
        painter.setFont(look.font(Size.BODY))
        widest = max((count, wording.papers(_MANY)), key=painter.fontMetrics().horizontalAdvance)
        wide = painter.fontMetrics().horizontalAdvance(widest) + look.space(2)  # bars begin below each other
        self._write(painter, right, area.top(), count, wide, Color.TEXT)
        self._paint_progress(painter, QRect(right + wide, area.top(), state - wide, self._line), digest)

    def _paint_progress(self, painter: QPainter, area: QRect, digest: TimelineDigest) -> None:
        """Solid: read. Light: triaged in another way. The rest is in the inbox."""
        if not digest.papers or area.width() < _BAR:
            return
        look, thick = theme(), theme().scaled(_BAR)
        bar = QRectF(area.left(), area.center().y() - thick / 2, area.width(), thick)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for part, color in (
            (digest.papers, Color.HOVER),
            (digest.triaged, Color.LINE_STRONG),
            (digest.read, Color.ACCENT),
        ):
            if part:
                painter.setBrush(look.color(color))
                wide = max(bar.width() * part / digest.papers, thick)
                painter.drawRoundedRect(QRectF(bar.left(), bar.top(), wide, thick), thick / 2, thick / 2)

    def _write(
        self,
        painter: QPainter,
        left: int,
        top: int,
        text: str,
        width: int,
        color: Color,
        *,
        size: Size = Size.BODY,
        bold: bool = False,
    ) -> None:
        painter.setPen(theme().color(color))
        self._texts.draw(painter, QPointF(left, top), text, theme().font(size, bold=bold), width)

    def _on_theme_changed(self) -> None:
        self._texts.clear()
        self._line = line_height()
