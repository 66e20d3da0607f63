"""A strip of months, the darker the more papers each has: to see where digests are, and to jump there."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.domain.timeline import TimelineMonth
from desktop.ui import wording
from desktop.ui.library.labels import tool_tip
from desktop.ui.theme import theme
from desktop.ui.timeline.timeline_words import month_name, month_words
from desktop.ui.tokens import FOCUS_WIDTH, Color, Size

_CELL = 22
_WIDEST = 40
"""Pixels at 100 %."""
_FAINTEST = 0.25
"""Of the accent, for a month with the fewest papers."""
_Key = Qt.Key


class MonthStrip(QWidget):
    """From the oldest month at the left to the newest. Left and Right go to the months that have digests."""

    chosen = Signal(object)  # TimelineMonth

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: tuple[TimelineMonth, ...] = ()
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Months"))
        theme().changed.connect(self.updateGeometry)

    def show_months(self, months: tuple[TimelineMonth, ...]) -> None:
        """Show these months, which follow each other, the oldest first."""
        self._months, self._current = months, -1
        self.update()

    def mark(self, month: TimelineMonth | None) -> None:
        """That month is the one in view."""
        first = month.first if month is not None else None
        self._current = next((at for at, known in enumerate(self._months) if known.first == first), -1)
        self.setAccessibleDescription(self._words(self._current))
        self.update()

    def _words(self, at: int) -> str:
        if not 0 <= at < len(self._months):
            return ""
        return wording.listed((month_name(self._months[at]), month_words(self._months[at])))

    def _cell(self, at: int) -> QRectF:
        look, inset = theme(), FOCUS_WIDTH
        step = min((self.width() - 2 * inset) / max(len(self._months), 1), look.scaled(_WIDEST))
        left, right = round(inset + at * step), round(inset + (at + 1) * step)
        gap = 1 if right - left > look.space() else 0
        return QRectF(left, inset, max(right - left - gap, 1), look.scaled(_CELL))

    def _at(self, point: QPointF) -> int:
        within = (at for at in range(len(self._months)) if self._cell(at).right() >= point.x())
        return next(within, -1)

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._months) and self._months[at].digests:
            self.mark(self._months[at])
            self.chosen.emit(self._months[at])

    # Qt

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.scaled(10 * _CELL), look.scaled(_CELL) + 2 * FOCUS_WIDTH + look.space(5))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        most = max((month.papers for month in self._months), default=0)
        for at, month in enumerate(self._months):
            painter.fillRect(self._cell(at), _shade(month.papers, most))
        painter.setFont(look.font(Size.BADGE))
        painter.setPen(look.color(Color.TEXT_MUTED))
        free = 0.0
        for at, month in enumerate(self._months):
            cell = self._cell(at)
            if (month.first.month == 1 or at == 0) and cell.left() >= free:
                year = str(month.first.year)
                wide = painter.fontMetrics().horizontalAdvance(year) + look.space(2)
                place = QRectF(cell.left(), cell.bottom(), wide, self.height() - cell.bottom())
                painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), year)
                free = place.right()
        if self._current >= 0:
            painter.setPen(QPen(look.color(Color.ACCENT if self.hasFocus() else Color.TEXT_MUTED), FOCUS_WIDTH))
            painter.drawRect(self._cell(self._current).adjusted(-1, -1, 1, 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(self._at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        there = [at for at, month in enumerate(self._months) if month.digests]
        key = event.key()
        if key in (_Key.Key_Left, _Key.Key_Home) and there:
            before = [at for at in there if at < self._current]
            self._choose(before[-1] if before and key == _Key.Key_Left else there[0])
        elif key in (_Key.Key_Right, _Key.Key_End) and there:
            after = [at for at in there if at > self._current]
            self._choose(after[0] if after and key == _Key.Key_Right else there[-1])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def event(self, event: QHelpEvent) -> bool:  # type: ignore[override]  # any event; help is asked for by this one
        if event.type() is QHelpEvent.Type.ToolTip:
            words = self._words(self._at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), tool_tip(words) if words else "", self)
            return True
        return super().event(event)


def _shade(papers: int, most: int) -> QColor:
    if not papers:
        return theme().color(Color.HOVER)
    color = QColor(theme().color(Color.ACCENT))
    color.setAlphaF(_FAINTEST + (1 - _FAINTEST) * papers / most)
    return color
