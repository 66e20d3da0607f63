"""Links by keyboard: Tab goes through those of the pages that are seen, Enter follows."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QTransform

from desktop.domain.pdf_document import PageLink
from desktop.ui import tokens
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.theme import theme
from desktop.ui.tokens import Color

PlacedLink = tuple[int, PageLink]
"""A link and its page."""


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinkFocus(QObject):
    """Keys of one view, and the ring around the link they are on."""

    changed = Signal()
    followed = Signal(int, object)  # page, PageLink

    def __init__(self, view: PageView, links: Callable[[int], tuple[PageLink, ...] | None]) -> None:
        super().__init__(view)
        self._view = view
        self._links = links
        self._current: PlacedLink | None = None
        view.installEventFilter(self)

    @property
    def current(self) -> PlacedLink | None:
        """The link that Enter would follow."""
        return self._current

    def clear(self) -> bool:
        """Leave the link; whether there was one."""
        had = self._current is not None
        if had:
            self._set(None)
        return had

    def place(self) -> QRect:
        """Where the link is on the view."""
        assert self._current is not None
        page, link = self._current
        return self._view.rect_on_view(page, link.rect).toAlignedRect()

    def paint(self, painter: QPainter, page: int, transform: QTransform) -> None:
        """The ring around the link."""
        if self._current is None or self._current[0] != page:
            return
        left, top, right, bottom = self._current[1].rect
        area = transform.mapRect(QRectF(left, top, right - left, bottom - top)).adjusted(-2, -2, 2, 2)
        painter.setPen(QPen(theme().color(Color.ACCENT), tokens.FOCUS_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, tokens.FOCUS_WIDTH, tokens.FOCUS_WIDTH)

    def _walk(self, by: int) -> bool:
        """The next or previous link that is seen; False behind the last one, so that Tab leaves the pages."""
        seen = self._seen()
        edge = 0 if by > 0 else len(seen) - 1
        at = seen.index(self._current) + by if self._current in seen else edge
        if not 0 <= at < len(seen):
            self.clear()
            return False
        self._set(seen[at])
        return True

    def _seen(self) -> list[PlacedLink | None]:
        area = QRectF(self._view.viewport().rect())
        return [
            (page, link)
            for page in self._view.visible_pages()
            for link in sorted(self._links(page) or (), key=lambda link: (link.rect[1], link.rect[0]))
            if area.intersects(self._view.rect_on_view(page, link.rect))
        ]

    def _set(self, link: PlacedLink | None) -> None:
        self._current = link
        self._view.viewport().update()
        self.changed.emit()

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab, Shift+Tab, Enter; the ring goes with the keyboard."""
        if event.type() is QEvent.Type.FocusOut:
            self.clear()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._current is not None:
            event.setAccepted(event.key() in _ENTER)  # it follows the link, though a mark is chosen
            return event.isAccepted()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key == Qt.Key.Key_Tab and not event.modifiers():
            return self._walk(1)
        if key == Qt.Key.Key_Backtab:
            return self._walk(-1)
        if key in _ENTER and self._current is not None:
            self.followed.emit(*self._current)
            return True
        return False
