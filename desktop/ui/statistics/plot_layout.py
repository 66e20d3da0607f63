"""Where the bars, the axis and the labels of a plot stand in an area. Lengths are logical pixels."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from desktop.domain.plot import Bar, Plot
from desktop.domain.statistics import axis_ticks
from desktop.ui import wording

_Align = Qt.AlignmentFlag
_LABELS_AT_MOST = 0.35
"""Of the width, for the labels of lying bars."""
_WIDEST_BAR = 2.2
"""Line heights."""
_BAR_PART = 0.72
"""How much of its place a bar takes."""
_SEEN = 2.0
"""Pixels of a bar that stands for something, however little."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a bar that stands for one number."""

    bar: int
    series: int
    area: QRectF


@dataclass(frozen=True, slots=True)
class Label:
    """A text and its place."""

    text: str
    area: QRectF
    align: Qt.AlignmentFlag
    strong: bool = False
    """A number, not the name of a place on the axis."""


@dataclass(frozen=True, slots=True)
class PlotLayout:
    """All that is painted of a plot."""

    pieces: tuple[Piece, ...]
    places: tuple[QRectF, ...]
    """Of each bar with the empty room around it: what the mouse points at."""
    lines: tuple[tuple[QPointF, QPointF], ...]
    """The base first, then what leads from the axis through the plot."""
    labels: tuple[Label, ...]

    def bar_at(self, at: QPointF) -> int:
        """The bar at that point; -1 if there is none."""
        return next((bar for bar, place in enumerate(self.places) if place.contains(at)), -1)

    def piece_at(self, at: QPointF) -> Piece | None:
        """What stands at that point."""
        return next((piece for piece in self.pieces if piece.area.contains(at)), None)


def height_for(plot: Plot, metrics: QFontMetricsF, standing: float) -> float:
    """How high the plot wants to be; standing bars are `standing` high."""
    return max(len(plot.bars), 1) * _row_height(metrics) if plot.lying else standing


def lay_out(plot: Plot, area: QRectF, metrics: QFontMetricsF, ratio: float = 1.0) -> PlotLayout:
    """Place the plot in the area; `ratio` is the device's, whose whole pixels edges keep to."""
    layout = _lying if plot.lying else _standing
    return layout(plot, area, metrics, _Grid(ratio))


@dataclass(frozen=True, slots=True)
class _Grid:
    """The pixels of the device."""

    ratio: float

    def snap(self, length: float) -> float:
        return round(length * self.ratio) / self.ratio

    def area(self, left: float, top: float, right: float, bottom: float) -> QRectF:
        return QRectF(
            QPointF(self.snap(left), self.snap(top)),
            QPointF(max(self.snap(right), self.snap(left)), max(self.snap(bottom), self.snap(top))),
        )


def _row_height(metrics: QFontMetricsF) -> float:
    return math.ceil(metrics.height() * 1.6)


def _standing(plot: Plot, area: QRectF, metrics: QFontMetricsF, grid: _Grid) -> PlotLayout:
    ticks = axis_ticks(plot.most)
    gap, line = metrics.averageCharWidth(), metrics.height()
    numbers = [wording.number(tick) for tick in ticks]
    left = grid.snap(area.left() + max(map(metrics.horizontalAdvance, numbers)) + gap)
    top, base = area.top() + line / 2, grid.snap(area.bottom() - line - gap / 2)
    scale = (base - top) / ticks[-1]
    levels = [grid.snap(base - tick * scale) for tick in ticks]
    lines = tuple((QPointF(left, level), QPointF(area.right(), level)) for level in levels)
    labels = [
        Label(number, QRectF(area.left(), level - line / 2, left - area.left() - gap, line), _Align.AlignRight, True)
        for number, level in zip(numbers, levels, strict=True)
    ]
    step = (area.right() - left) / max(len(plot.bars), 1)
    places = tuple(QRectF(left + number * step, area.top(), step, area.height()) for number in range(len(plot.bars)))
    labels += _below(plot, places, base, metrics)
    pieces = [
        piece
        for number, (bar, place) in enumerate(zip(plot.bars, places, strict=True))
        for piece in _columns(plot, number, bar, place, base, scale, _WIDEST_BAR * line, grid)
    ]
    return PlotLayout(tuple(pieces), places, lines, tuple(labels))


def _columns(
    plot: Plot, number: int, bar: Bar, place: QRectF, base: float, scale: float, widest: float, grid: _Grid
) -> list[Piece]:
    count = 1 if plot.stacked else len(bar.values)
    width = min(place.width() * _BAR_PART, widest * count) / count
    left = place.center().x() - width * count / 2
    pieces, bottom = [], base
    for series, value in enumerate(bar.values):
        height = max(value * scale, _SEEN) if value else 0.0
        at = left if plot.stacked else left + series * width
        if height:
            pieces.append(Piece(number, series, grid.area(at, bottom - height, at + width, bottom)))
        bottom = bottom - height if plot.stacked else base
    return pieces


def _below(plot: Plot, places: tuple[QRectF, ...], base: float, metrics: QFontMetricsF) -> list[Label]:
    """The labels of standing bars: as many as there is room for, the last one always, inside of the plot."""
    if not places:
        return []
    widest = max(metrics.horizontalAdvance(bar.label) for bar in plot.bars)
    gap, line = metrics.averageCharWidth(), metrics.height()
    every = max(math.ceil((widest + 2 * gap) / places[0].width()), 1)
    labels: list[Label] = []
    for bar, place in list(zip(plot.bars, places, strict=True))[::-every]:
        middle = min(max(place.center().x(), places[0].left() + widest / 2), places[-1].right() - widest / 2)
        area = QRectF(middle - widest / 2, base + gap / 2, widest, line)
        if not labels or area.right() <= labels[-1].area.left():
            labels.append(Label(bar.label, area, _Align.AlignHCenter))
    return labels


def _lying(plot: Plot, area: QRectF, metrics: QFontMetricsF, grid: _Grid) -> PlotLayout:
    gap, row = metrics.averageCharWidth(), _row_height(metrics)
    names = max((metrics.horizontalAdvance(bar.label) for bar in plot.bars), default=0.0)
    names = min(math.ceil(names), area.width() * _LABELS_AT_MOST)
    numbers = [_numbers(plot, bar) for bar in plot.bars]
    room = max(map(metrics.horizontalAdvance, numbers), default=0.0) + gap
    base = grid.snap(area.left() + names + 2 * gap)
    scale = max(area.right() - base - room, 1.0) / max(plot.most, 1)
    places = tuple(QRectF(area.left(), area.top() + number * row, area.width(), row) for number in range(len(numbers)))
    labels: list[Label] = []
    pieces: list[Piece] = []
    for number, (bar, place) in enumerate(zip(plot.bars, places, strict=True)):
        thick = row * _BAR_PART
        end = base
        for series, value in enumerate(bar.values):
            length = max(value * scale, _SEEN) if value else 0.0
            if length:
                middle = place.center().y()
                piece = grid.area(end, middle - thick / 2, end + length, middle + thick / 2)
                pieces.append(Piece(number, series, piece))
            end += length
        name = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, names)
        labels.append(Label(name, QRectF(area.left(), place.top(), names, row), _Align.AlignRight))
        labels.append(
            Label(numbers[number], QRectF(end + gap / 2, place.top(), area.right() - end, row), _Align.AlignLeft, True)
        )
    bottom = places[-1].bottom() if places else area.top()
    return PlotLayout(tuple(pieces), places, ((QPointF(base, area.top()), QPointF(base, bottom)),), tuple(labels))


def _numbers(plot: Plot, bar: Bar) -> str:
    return " · ".join(map(wording.number, bar.values)) if plot.stacked else wording.number(bar.total)
