"""How marks look: paints the shapes of a sheet in page space."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.domain.mark import Mark
from desktop.domain.mark_geometry import INK_WIDTH
from desktop.ui.mark_colors import fill, line
from desktop.ui.reader.marks.mark_sheet import TEXT_INSET, MarkSheet, TextBox, box_of

_FRAME = 1.5
"""Points: frames of areas and text boxes."""
_Mode = QPainter.CompositionMode


def paint_fills(painter: QPainter, sheet: MarkSheet, dark: bool) -> None:
    """Paint what lies over letters: multiplied on light paper, so that black stays black."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if not dark:
        painter.setCompositionMode(_Mode.CompositionMode_Multiply)
    for color, path in sheet.fills.items():
        painter.fillPath(path, fill(color, dark))
    painter.setCompositionMode(_Mode.CompositionMode_SourceOver)


def paint_lines(painter: QPainter, sheet: MarkSheet, dark: bool) -> None:
    """Paint all else."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for color, path in sheet.lines.items():
        painter.fillPath(path, line(color, dark))
    for paths, width in ((sheet.frames, _FRAME), (sheet.ink, INK_WIDTH)):
        for color, path in paths.items():
            painter.strokePath(path, _pen(line(color, dark), width))
    for box in sheet.texts:
        _paint_text(painter, box, dark)
    for note in sheet.notes:
        _paint_note(painter, note)


def text_paper(color: int, dark: bool) -> QColor:
    """Behind the letters of a text box."""
    light = fill(color, False)
    return light.darker(400) if dark else light.lighter(108)


def text_ink(dark: bool) -> QColor:
    """The letters of a text box."""
    return QColor(Qt.GlobalColor.white) if dark else QColor(Qt.GlobalColor.black)


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _paint_text(painter: QPainter, box: TextBox, dark: bool) -> None:
    """Paper of its own under the letters, so that they can be read over whatever is printed there."""
    painter.setPen(_pen(line(box.mark.color, dark), _FRAME / 2))
    painter.setBrush(text_paper(box.mark.color, dark))
    painter.drawRect(box.area)
    painter.setPen(text_ink(dark))
    box.layout.draw(painter, box.area.topLeft() + QPointF(TEXT_INSET, TEXT_INSET))


def _paint_note(painter: QPainter, mark: Mark) -> None:
    """A little sheet with a cut corner; with lines on it, if there is a comment."""
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
