"""A plot in the window: the mouse and the arrow keys go from bar to bar, a click lists the papers of one."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.plot import Plot
from desktop.ui import wording
from desktop.ui.statistics.plot_layout import PlotLayout, height_for, lay_out
from desktop.ui.statistics.plot_painter import paint_plot, plot_metrics
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH

_STANDING = 180
"""Pixels at 100 %: the height of standing bars with their axis."""
_Key = Qt.Key
_STEPS = {_Key.Key_Left: -1, _Key.Key_Up: -1, _Key.Key_Right: 1, _Key.Key_Down: 1}


class PlotView(QWidget):
    """Paints one plot."""

    told = Signal(str)
    """The figures of the bar that is pointed at; empty for none."""
    chosen = Signal(str)
    """A person wants to see what this query finds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot = Plot("", "", ("",), ())
        self._layout: PlotLayout | None = None
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._on_theme_changed)

    @property
    def plot(self) -> Plot:
        """What is shown."""
        return self._plot

    def show_plot(self, plot: Plot) -> None:
        """Show this one; the bar of the same name stays pointed at."""
        name = self._plot.bars[self._current].name if self._current >= 0 else None
        self._plot, self._layout = plot, None
        self._current = next((number for number, bar in enumerate(plot.bars) if bar.name == name), -1)
        self.setAccessibleName(plot.title)
        self.updateGeometry()
        self.update()

    def _point(self, bar: int) -> None:
        if bar == self._current:
            return
        self._current = bar
        words = bar_words(self._plot, bar) if bar >= 0 else ""
        self.setAccessibleDescription(words)
        self.told.emit(words)
        self.update()

    def _choose(self, series: int | None) -> None:
        """List the papers of a number of the current bar, or of the first one that can be listed."""
        queries = self._plot.bars[self._current].queries if self._current >= 0 else ()
        wanted = queries if series is None else queries[series : series + 1]
        for query in filter(None, wanted):
            self.chosen.emit(query)
            return

    def _laid_out(self) -> PlotLayout:
        if self._layout is None:
            inset = FOCUS_WIDTH
            area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            self._layout = lay_out(self._plot, area, plot_metrics(), self.devicePixelRatioF())
        return self._layout

    def _on_theme_changed(self) -> None:
        self._layout = None
        self.updateGeometry()
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        height = height_for(self._plot, plot_metrics(), theme().scaled(_STANDING))
        return QSize(theme().scaled(2 * _STANDING), round(height) + 2 * FOCUS_WIDTH)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().scaled(_STANDING), self.sizeHint().height())

    def resizeEvent(self, event: QEvent) -> None:
        self._layout = None

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_plot(QPainter(self), self._laid_out(), self._current, focused=self.hasFocus())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self._point(self._laid_out().bar_at(at))
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._query_at(at) else Qt.CursorShape.ArrowCursor)

    def _query_at(self, at: QPointF) -> str:
        piece = self._laid_out().piece_at(at)
        queries = self._plot.bars[piece.bar].queries if piece is not None else ()
        return queries[piece.series] if piece is not None and piece.series < len(queries) else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        piece = self._laid_out().piece_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and piece is not None:
            self._point(piece.bar)
            self._choose(piece.series)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._point(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last, key = len(self._plot.bars) - 1, event.key()
        ends = {_Key.Key_Home: 0, _Key.Key_End: last}
        if key in _STEPS and last >= 0:
            self._point(min(max(self._current + _STEPS[_Key(key)], 0), last))
        elif key in ends and last >= 0:
            self._point(ends[_Key(key)])
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0 and self._plot.bars and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._point(0 if self._plot.lying else len(self._plot.bars) - 1)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point(-1)
        self.update()


def bar_words(plot: Plot, number: int) -> str:
    """The figures of a bar, as they are shown beside the plot and read aloud: "2026-11-16: Triaged 12, Added 30"."""
    bar = plot.bars[number]
    if len(plot.series) == 1:
        figures = wording.papers(bar.total)
    else:
        pairs = zip(plot.series, bar.values, strict=True)
        figures = wording.listed(f"{name} {wording.number(value)}" for name, value in pairs)
    return QCoreApplication.translate("Statistics", "{bar}: {figures}").format(bar=bar.name, figures=figures)
