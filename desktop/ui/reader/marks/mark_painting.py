"""How marks look: paints the shapes of a sheet in page space."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.domain.mark import Mark
from desktop.domain.mark_geometry import INK_WIDTH
from desktop.ui.mark_colors import fill, line
from desktop.ui.reader.marks.mark_sheet import TEXT_INSET, MarkSheet, TextBox, box_of

_FRAME = 1.5
"""Points: frames of areas and text boxes."""
_Mode = QPainter.CompositionMode


Step = Callable[[QPainter], None]
"""A part of the painting, which takes a moment."""


def paint_fills(painter: QPainter, sheet: MarkSheet, dark: bool) -> None:
    """Paint what lies over letters: multiplied on light paper, so that black stays black."""
    for step in fill_steps(sheet, dark):
        step(painter)


def paint_lines(painter: QPainter, sheet: MarkSheet, dark: bool) -> None:
    """Paint all else."""
    for step in line_steps(sheet, dark):
        step(painter)


def fill_steps(sheet: MarkSheet, dark: bool) -> Iterator[Step]:
    """The steps of `paint_fills`, in their order."""
    for color, path in sheet.fills.items():
        yield partial(_paint_fill, path, fill(color, dark), dark)


def line_steps(sheet: MarkSheet, dark: bool) -> Iterator[Step]:
    """The steps of `paint_lines`, in their order."""
    for color, path in sheet.lines.items():
        yield partial(_paint_line, path, line(color, dark))
    for paths, width in ((sheet.frames.items(), _FRAME), (sheet.ink, INK_WIDTH)):
        for color, path in paths:
            yield partial(_paint_stroke, path, _pen(line(color, dark), width))
    for box in sheet.texts:
        yield partial(_paint_text, box, dark)
    for note in sheet.notes:
        yield partial(_paint_note, note)


def text_paper(color: int, dark: bool) -> QColor:
    """Behind the letters of a text box."""
    light = fill(color, False)
    return light.darker(400) if dark else light.lighter(108)


def text_ink(dark: bool) -> QColor:
    """The letters of a text box."""
    return QColor(Qt.GlobalColor.white) if dark else QColor(Qt.GlobalColor.black)


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _paint_fill(path: QPainterPath, color: QColor, dark: bool, painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if not dark:
        painter.setCompositionMode(_Mode.CompositionMode_Multiply)
    painter.fillPath(path, color)
    painter.setCompositionMode(_Mode.CompositionMode_SourceOver)


def _paint_line(path: QPainterPath, color: QColor, painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, color)


def _paint_stroke(path: QPainterPath, pen: QPen, painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(path, pen)


def _paint_text(box: TextBox, dark: bool, painter: QPainter) -> None:
    """Paper of its own under the letters, so that they can be read over whatever is printed there."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(line(box.mark.color, dark), _FRAME / 2))
    painter.setBrush(text_paper(box.mark.color, dark))
    painter.drawRect(box.area)
    painter.setPen(text_ink(dark))
    box.layout.draw(painter, box.area.topLeft() + QPointF(TEXT_INSET, TEXT_INSET))


def _paint_note(mark: Mark, painter: QPainter) -> None:
    """A little sheet with a cut corner; with lines on it, if there is a comment."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = box_of(mark)
    edge = area.width()
    sheet = QPainterPath(area.topLeft())
    for x, y in ((1.0, 0.0), (1.0, 0.7), (0.7, 1.0), (0.0, 1.0)):
        sheet.lineTo(area.left() + x * edge, area.top() + y * area.height())
    sheet.closeSubpath()
    painter.setPen(_pen(line(mark.color, False), edge / 18))
    painter.setBrush(fill(mark.color, False))
    painter.drawPath(sheet)
    for part, end in ((0.28, 0.78), (0.5, 0.78), (0.72, 0.5)):
        if mark.comment:
            y = area.top() + part * area.height()
            painter.drawLine(QPointF(area.left() + 0.22 * edge, y), QPointF(area.left() + end * edge, y))
