"""The look of selected text on a page."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPolygonF

from desktop.domain.pdf_document import Quad, Rect
from desktop.domain.text_carets import Caret, PageCarets, quad_between
from desktop.ui import tokens
from desktop.ui.tokens import Color


def selection_tint(dark: bool) -> QColor:
    """What lies over selected text: of the page, not of the window, for a page may be light in a dark window."""
    color = QColor((tokens.DARK if dark else tokens.LIGHT)[Color.ACCENT])
    color.setAlphaF(tokens.SELECTED_ON_DARK if dark else tokens.SELECTED_ON_PAGE)
    return color


def outline(quads: Iterable[Quad]) -> QPainterPath:
    """Pieces of text as one shape in page space, in which each place is covered once."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for x0, y0, x1, y1, x2, y2, x3, y3 in quads:
        path.addPolygon(QPolygonF([QPointF(x0, y0), QPointF(x1, y1), QPointF(x3, y3), QPointF(x2, y2)]))
        path.closeSubpath()
    return path


def quads_box(quads: Iterable[Quad]) -> Rect:
    """The upright rectangle around pieces of text; there must be one."""
    corners = [(quad[at], quad[at + 1]) for quad in quads for at in (0, 2, 4, 6)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def box_around(carets: PageCarets, caret: Caret) -> Rect:
    """The rectangle of a caret on a page that has text."""
    return quads_box([quad_between(carets.page.lines[caret.line], caret.index, caret.index)])
