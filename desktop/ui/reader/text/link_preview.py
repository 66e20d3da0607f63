"""A glimpse of where a link within the paper leads, beside the cursor."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from desktop.domain.errors import AppError
from desktop.domain.link_target import target_area
from desktop.domain.pdf_document import PageBitmap, PageLink, RenderRequest
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.pages.pdf_requests import Urgency
from desktop.ui.theme import theme

_WIDTH = 460
"""Pixels at 100 % that the picture is wide."""
_KEY = "link preview"


class LinkPreview(QFrame):
    """Lies over the pages, never beyond their view."""

    def __init__(self, view: PageView, document: Document) -> None:
        super().__init__(view)
        self.setProperty("kind", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view = view
        self._document = document
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme().space(0.5),) * 4)
        layout.addWidget(self._picture)
        self.hide()

    def ask(self, link: PageLink, around: QRect) -> None:
        """Show the surroundings of the link's target once they are drawn, near to `around` (pixels of the view)."""
        facts = self._document.facts
        if facts is None or not 0 <= link.page < len(facts.pages):
            return
        wide = theme().scaled(_WIDTH) * self.devicePixelRatioF()

        def show(bitmap: PageBitmap) -> None:
            self._show(bitmap, around)

        self._document.requests.want(
            _KEY, Urgency.VISIBLE, self._work(link, wide), owner=self, done=show, failed=_not_shown
        )

    def go(self) -> None:
        """Hide, and forget what was asked for."""
        self._document.requests.drop(self)
        self.hide()

    def _work(self, link: PageLink, wide: float) -> Callable[[Callable[[], bool]], PageBitmap]:
        pages, file, dark = self._document.pages, self._document.file, self._view.dark
        facts = self._document.facts
        assert facts is not None
        size = facts.pages[link.page]

        def draw(cancelled: Callable[[], bool]) -> PageBitmap:
            area = target_area(pages.text(file, link.page, cancelled), size, link.target)
            scale = wide / max(area[2] - area[0], 1.0)
            left, top, right, bottom = (round(part * scale) for part in area)
            clip = (left, top, max(right, left + 1), max(bottom, top + 1))
            return pages.render(file, RenderRequest(link.page, scale, 0, clip, dark), cancelled)

        return draw

    def _show(self, bitmap: PageBitmap, around: QRect) -> None:
        image = QImage(bitmap.pixels, bitmap.width, bitmap.height, bitmap.width * 4, QImage.Format.Format_RGB32)
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(picture)
        self._picture.setMinimumSize(1, 1)
        self.setGeometry(placed(self.sizeHint(), around, self._view.viewport().rect()))
        self.show()
        self.raise_()


def placed(size: QSize, around: QRect, area: QRect) -> QRect:
    """Where a popup of that size stands: under `around`, else above it, cut where neither has the room; within `area`
    and never over `around`."""
    gap = theme().space()
    below = area.bottom() + 1 - (around.bottom() + 1 + gap)
    above = around.top() - gap - area.top()
    under = below >= size.height() or below >= above
    height = max(min(size.height(), below if under else above), 0)
    width = min(size.width(), area.width())
    left = min(max(around.left(), area.left()), area.right() + 1 - width)
    top = around.bottom() + 1 + gap if under else around.top() - gap - height
    return QRect(QPoint(left, top), QSize(width, height))


def _not_shown(error: AppError) -> None:
    """A glimpse that cannot be drawn is no failure of anything that a person began."""
