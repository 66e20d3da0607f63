"""Paints plots: in the window, into pictures, into drawings."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop.domain.plot import Plot
from desktop.ui.statistics.plot_layout import Piece, PlotLayout
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, Color, Size


def plot_metrics() -> QFontMetricsF:
    """Of the labels of plots."""
    return QFontMetricsF(theme().font(Size.BADGE))


def paint_plot(painter: QPainter, layout: PlotLayout, current: int = -1, *, focused: bool = False) -> None:
    """Paint what was laid out, with the bar `current` standing out."""
    look = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if 0 <= current < len(layout.places):
        painter.fillRect(layout.places[current], look.color(Color.HOVER))
    base, *others = layout.lines
    painter.setPen(_hairline(Color.LINE))
    painter.drawLines([QLineF(start, end) for start, end in others])
    for piece in layout.pieces:
        paint_piece(painter, piece)
    painter.setPen(_hairline(Color.LINE_STRONG))
    painter.drawLine(QLineF(*base))
    painter.setFont(look.font(Size.BADGE))
    for label in layout.labels:
        painter.setPen(look.color(Color.TEXT if label.strong else Color.TEXT_MUTED))
        painter.drawText(label.area, int(label.align | Qt.AlignmentFlag.AlignVCenter), label.text)
    if focused and 0 <= current < len(layout.places):
        painter.setPen(QPen(look.color(Color.ACCENT), FOCUS_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(layout.places[current].adjusted(1, 1, -1, -1))


def paint_piece(painter: QPainter, piece: Piece) -> None:
    """The first series is solid, the second one light with an edge: told apart without colours, too."""
    look = theme()
    if piece.series == 0:
        painter.fillRect(piece.area, look.color(Color.ACCENT))
        return
    painter.fillRect(piece.area, look.color(Color.ACCENT_SOFT))
    painter.setPen(_hairline(Color.ACCENT))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ratio = painter.device().devicePixelRatioF()
    painter.drawRect(piece.area.adjusted(0, 0, -1 / ratio, -1 / ratio))


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A series, and how wide its sample and its words are together."""

    series: int
    name: str
    width: float


def legend(plot: Plot) -> list[LegendEntry]:
    """The series of a plot that has several."""
    metrics, look = plot_metrics(), theme()
    names = plot.series if len(plot.series) > 1 else ()
    side = metrics.ascent()
    return [
        LegendEntry(series, name, side + look.space() + metrics.horizontalAdvance(name))
        for series, name in enumerate(names)
    ]


def paint_legend(painter: QPainter, area: QRectF, plot: Plot) -> None:
    """Samples and names of the series, from the left, in the middle of the area's height."""
    look, metrics = theme(), plot_metrics()
    side, left = metrics.ascent(), area.left()
    for entry in legend(plot):
        sample = QRectF(round(left), round(area.center().y() - side / 2), round(side), round(side))
        paint_piece(painter, Piece(0, entry.series, sample))
        painter.setPen(look.color(Color.TEXT_MUTED))
        painter.setFont(look.font(Size.BADGE))
        words = QRectF(left + side + look.space(), area.top(), entry.width, area.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), entry.name)
        left += entry.width + look.space(4)


def _hairline(color: Color) -> QPen:
    return QPen(theme().color(color), 1)
