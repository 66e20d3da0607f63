"""Pages as hands, tools and screen readers take them: what is at a pixel, and how to move and turn from there."""

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QAccessibleInterface
from PySide6.QtWidgets import QWidget

from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.layer import PagePoint, PageTool
from desktop.ui.reader.pages.page_layout import Box
from desktop.ui.reader.pages.page_scrolling import PageScroller


class PageSurface(PageScroller):
    """Pages that can be touched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools: list[PageTool] = []
        """Asked in this order."""
        self.document: Document | None = None
        self.interface: QAccessibleInterface | None = None
        """For screen readers; Qt, which wished for it, holds no reference to what Python made."""

    def update_page(self, page: int) -> None:
        """Paint this page again if it is seen."""
        if page in self.visible_pages():
            self.viewport().update(self._area(self._device_box(page)).toAlignedRect().adjusted(-2, -2, 2, 2))

    def page_point(self, at: QPoint) -> PagePoint | None:
        """What is at that pixel of the view, in the space of the page there or nearest to it; None without pages."""
        if not self._sizes:
            return None
        x, y = self._content(QPointF(at))
        page = self._layout.page_near(x, y)
        return PagePoint(page, *self._layout.to_page(page, x, y))

    def is_on_page(self, at: QPoint) -> bool:
        """Whether that pixel of the view is one of a page."""
        return any(self._area(self._device_box(page)).contains(at) for page in self.visible_pages())

    def pan(self, by: QPoint) -> None:
        """Scroll by so many pixels of the view."""
        self.scroll_pixels(by.x(), by.y())

    def scroll_pixels(self, x: float, y: float) -> bool:
        """Scroll by so many pixels of the view; whether there was anything left to scroll."""
        ratio = self.devicePixelRatioF()
        return self._scroll_by(x * ratio, y * ratio)

    def scroll_parts(self, x: float, y: float) -> bool:
        """Scroll by parts of the width and height of the view; whether there was anything left to scroll."""
        return self._scroll_by(x * self._layout.frame.width, y * self._layout.frame.height)

    def turn(self, pages: int, *, end: bool = False) -> None:
        """Where pages are shown one at a time: the page so many after this one, from its beginning or at its end."""
        self._turn_to(self.current_page + pages, end=end)

    def show_end(self, *, last: bool) -> None:
        """The beginning of the document, or its end."""
        self._turn_to(len(self._sizes) - 1 if last else 0)
        self._move_to(self._across.offset, self._down.most if last else 0.0)

    # For the view that is built on this
    def _area(self, box: Box) -> QRectF:
        """That box in pixels of the view."""
        ratio = self.devicePixelRatioF()
        return QRectF(box.left / ratio, box.top / ratio, box.width / ratio, box.height / ratio)
