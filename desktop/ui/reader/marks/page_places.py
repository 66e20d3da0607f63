"""Where pixels of the view are on a page, for tools that keep to the page where they began."""

from PySide6.QtCore import QPointF

from desktop.domain.pdf_document import PageSize, Point, Rect
from desktop.ui.reader.pages.page_view import PageView

_NO_PAGE = PageSize(612.0, 792.0)


class PagePlaces:
    """Of the pages of a view."""

    def __init__(self, view: PageView) -> None:
        self._view = view

    def size(self, page: int) -> PageSize:
        """How large the page is."""
        document = self._view.document
        pages = document.facts.pages if document is not None and document.facts is not None else ()
        return pages[page] if page < len(pages) else _NO_PAGE

    def point_on(self, page: int, at: QPointF) -> Point:
        """That pixel in the space of this page, cut to the page."""
        back, _ = self._view.transform(page).inverted()
        point, size = back.map(at), self.size(page)
        return min(max(point.x(), 0.0), size.width), min(max(point.y(), 0.0), size.height)

    def reach(self, page: int, pixels: float) -> float:
        """So many pixels in points."""
        area = self._view.rect_on_view(page, (0.0, 0.0, 1.0, 1.0))
        return pixels / max(area.width(), 1e-6)

    def update(self, page: int) -> None:
        """Paint the page again."""
        self._view.update_page(page)

    def middle(self) -> tuple[int, Rect]:
        """The page that is read, and the part of it that is seen."""
        page = self._view.current_page
        size, port = self.size(page), self._view.viewport().rect()
        back, _ = self._view.transform(page).inverted()
        seen = back.mapRect(port.toRectF())
        left, top = max(seen.left(), 0.0), max(seen.top(), 0.0)
        return page, (left, top, max(min(seen.right(), size.width), left), max(min(seen.bottom(), size.height), top))
