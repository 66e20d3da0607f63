"""Ctrl and a drag with the mouse: the rectangle that is drawn is shown as large as it fits."""

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QTransform

from desktop.domain.pdf_document import Rect
from desktop.ui import tokens
from desktop.ui.reader.pages.layer import PagePoint, PageTool
from desktop.ui.reader.pages.page_surface import PageSurface
from desktop.ui.tokens import Color

_LEAST_PIXELS = 12
"""A rectangle that is smaller was a slip of the hand."""


class ZoomTool(QObject, PageTool):
    """A tool and a layer of a view."""

    def __init__(self, view: PageSurface) -> None:
        super().__init__(view)
        self._view = view
        self._from: PagePoint | None = None
        self._to: PagePoint | None = None

    # A tool
    def press(self, at: PagePoint, event: QMouseEvent) -> bool:
        """Begin while Ctrl alone is held."""
        if event.button() is not Qt.MouseButton.LeftButton or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        self._from = self._to = at
        return True

    def move(self, at: PagePoint, event: QMouseEvent) -> None:
        """Draw the rectangle, on the page where it began."""
        if self._from is not None and at.page == self._from.page:
            self._to = at
            self._view.update_page(at.page)

    def release(self, at: PagePoint, event: QMouseEvent) -> None:
        """Show it large."""
        self.move(at, event)
        begun, rect = self._from, self._rect()
        self._from = self._to = None
        if begun is None or rect is None:
            return
        seen = self._view.rect_on_view(begun.page, rect)
        self._view.update_page(begun.page)
        if min(seen.width(), seen.height()) >= _LEAST_PIXELS:
            self._view.zoom_to(begun.page, rect)

    # A layer
    def paint(self, painter: QPainter, page: int, transform: QTransform) -> None:
        """The rectangle that is being drawn."""
        rect = self._rect()
        if rect is not None and self._from is not None and page == self._from.page:
            color = QColor(tokens.LIGHT[Color.ACCENT])  # paper is light in a dark window, too
            painter.setPen(QPen(color, tokens.FOCUS_WIDTH))
            left, top, right, bottom = rect
            painter.drawRect(transform.mapRect(QRectF(left, top, right - left, bottom - top)))

    def _rect(self) -> Rect | None:
        if self._from is None or self._to is None:
            return None
        (x0, y0), (x1, y1) = self._from.point, self._to.point
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
