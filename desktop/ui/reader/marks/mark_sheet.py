"""The marks of one page, made ready for painting: many marks become few shapes, in page space."""

from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainterPath, QPolygonF, QTextLayout, QTextOption

from desktop.domain.mark import Mark, MarkKind
from desktop.domain.mark_geometry import INK_WIDTH, TEXT_SIZE, bounds
from desktop.domain.pdf_document import Point, Quad
from desktop.ui.theme import theme
from desktop.ui.tokens import Size

_LINE_PART = 0.07
"""Of the height of a line of text: how thick it is underlined or struck out."""
_STRIKE_AT = 0.55
"""Parts of the way from the top of a line of text to its bottom."""
TEXT_INSET = 3.0
"""Points between the frame of a text box and its text."""
_DOT = 2.2
"""Points: radius of the dot that tells of a comment."""


@dataclass(slots=True)
class TextBox:
    """A text box with its lines laid out."""

    mark: Mark
    area: QRectF
    layout: QTextLayout


@dataclass(slots=True)
class MarkSheet:
    """Shapes by colour, so that painting costs by colours and not by marks."""

    fills: dict[int, QPainterPath] = field(default_factory=dict)
    """Highlights."""
    lines: dict[int, QPainterPath] = field(default_factory=dict)
    """Underlines, strike-outs and dots of comments, as areas to be filled."""
    ink: list[tuple[int, QPainterPath]] = field(default_factory=list)
    """Lines to be drawn with a pen, each by itself: their crossings would cost more than they do."""
    frames: dict[int, QPainterPath] = field(default_factory=dict)
    """Of areas."""
    notes: list[Mark] = field(default_factory=list)
    texts: list[TextBox] = field(default_factory=list)

    @property
    def has_lines(self) -> bool:
        """Whether there is anything but highlights."""
        return bool(self.lines or self.ink or self.frames or self.notes or self.texts)

    def add(self, mark: Mark) -> None:
        """Take another mark in."""
        if mark.kind is MarkKind.NOTE:
            self.notes.append(mark)
        elif mark.kind is MarkKind.TEXT:
            self.texts.append(laid_out(mark))
        elif mark.kind is MarkKind.AREA:
            _path(self.frames, mark.color).addRect(box_of(mark))
        elif mark.kind is MarkKind.INK:
            for stroke in mark.strokes:
                path = QPainterPath()
                add_smooth(path, stroke)
                self.ink.append((mark.color, path))
        else:
            self._add_text_mark(mark)
        if mark.comment and mark.kind not in (MarkKind.NOTE, MarkKind.TEXT):
            area = box_of(mark)
            _path(self.lines, mark.color).addEllipse(QPointF(area.right(), area.top()), _DOT, _DOT)

    def _add_text_mark(self, mark: Mark) -> None:
        for quad in mark.quads:
            if mark.kind is MarkKind.HIGHLIGHT:
                path = _path(self.fills, mark.color)
                path.addPolygon(_outline(quad))
                path.closeSubpath()
            else:
                at = 1.0 - _LINE_PART if mark.kind is MarkKind.UNDERLINE else _STRIKE_AT
                path = _path(self.lines, mark.color)
                path.addPolygon(_outline(_slice(quad, at, at + _LINE_PART)))
                path.closeSubpath()


def sheet_of(marks: list[Mark]) -> MarkSheet:
    """The marks of a page, ready for painting."""
    sheet = MarkSheet()
    for mark in marks:
        if mark.placed:
            sheet.add(mark)
    return sheet


def box_of(mark: Mark) -> QRectF:
    """The rectangle that the mark lies in."""
    left, top, right, bottom = bounds(mark)
    return QRectF(left, top, right - left, bottom - top)


def add_smooth(path: QPainterPath, stroke: tuple[Point, ...]) -> None:
    """Draw a smooth line through the middles between the points, which are its bends."""
    points = [QPointF(x, y) for x, y in stroke]
    path.moveTo(points[0])
    if len(points) == 1:
        path.lineTo(points[0] + QPointF(INK_WIDTH / 100, 0))  # a line of no length at all is not drawn
    for bend, after in pairwise(points[1:]):
        path.quadTo(bend, (bend + after) / 2 if after is not points[-1] else after)
    if len(points) == 2:
        path.lineTo(points[1])


def text_font() -> QFont:
    """The font of text boxes, in points of the page."""
    font = QFont(theme().font(Size.BODY))
    font.setPixelSize(round(TEXT_SIZE))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # so that lines break alike at every zoom
    return font


def laid_out(mark: Mark) -> TextBox:
    """The text of a text box in lines as wide as its box."""
    area = box_of(mark)
    layout, height = _lines(mark.comment, area.width())
    area.setHeight(max(area.height(), height + 2 * TEXT_INSET))
    return TextBox(mark, area, layout)


def _lines(text: str, width: float) -> tuple[QTextLayout, float]:
    """The text in lines for a box of that width, and how high they are."""
    layout = QTextLayout(text.replace("\n", "\u2028"), text_font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while (row := layout.createLine()).isValid():
        row.setLineWidth(max(width - 2 * TEXT_INSET, TEXT_SIZE))
        row.setPosition(QPointF(0, y))
        y += row.height()
    layout.endLayout()
    return layout, y


def _path(paths: dict[int, QPainterPath], color: int) -> QPainterPath:
    path = paths.get(color)
    if path is None:
        path = paths[color] = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)  # two highlights over each other are no darker
    return path


def _outline(quad: Quad) -> QPolygonF:
    corners = [QPointF(quad[i], quad[i + 1]) for i in (0, 2, 6, 4)]
    return QPolygonF(corners)


def _slice(quad: Quad, start: float, end: float) -> Quad:
    """The part of a quad between two parts of the way from its top to its bottom."""
    upper = [(quad[i], quad[i + 1]) for i in (0, 2)]
    lower = [(quad[i], quad[i + 1]) for i in (4, 6)]
    found = [
        value
        for part in (start, end)
        for (x, y), (u, v) in zip(upper, lower, strict=True)
        for value in (x + part * (u - x), y + part * (v - y))
    ]
    return found[0], found[1], found[2], found[3], found[4], found[5], found[6], found[7]
