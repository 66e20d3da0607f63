"""Marks what was found on the pages that are seen, the current hit more strongly."""

from collections import OrderedDict

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from desktop.domain.text_carets import quads_between
from desktop.ui import tokens
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.text.find import FindInDocument
from desktop.ui.reader.text.selection_painting import outline
from desktop.ui.tokens import Color

_KEPT_PAGES = 12


class FindLayer(QObject):
    """Paints while `shown`."""

    def __init__(self, view: PageView, document: Document, find: FindInDocument) -> None:
        super().__init__(view)
        self._view = view
        self._document = document
        self._find = find
        self._shown = False
        self._outlines: OrderedDict[int, QPainterPath] = OrderedDict()
        find.began.connect(self._forget)
        find.found.connect(self._on_found)
        find.current_changed.connect(self._paint_again)
        document.text_arrived.connect(view.update_page)

    def show(self, shown: bool) -> None:
        """Whether hits are marked."""
        self._shown = shown
        self._paint_again()

    def paint(self, painter: QPainter, page: int, transform: QTransform) -> None:
        """Mark the hits of that page."""
        if not self._shown or not self._find.hits:
            return
        area = self._outline(page)
        if area is None:
            return
        mode = QPainter.CompositionMode
        painter.save()
        painter.setCompositionMode(mode.CompositionMode_Screen if self._view.dark else mode.CompositionMode_Multiply)
        color = QColor((tokens.DARK if self._view.dark else tokens.LIGHT)[Color.FOUND])
        painter.fillPath(transform.map(area), color)
        painter.restore()
        current = self._find.current_hit
        text = self._document.text(page)
        if current is not None and current.page == page and text is not None:
            quads = quads_between(text, current.place.start, current.place.end)
            self._paint_current(painter, transform.map(outline(quads)))

    def _paint_current(self, painter: QPainter, area: QPainterPath) -> None:
        accent = QColor((tokens.DARK if self._view.dark else tokens.LIGHT)[Color.ACCENT])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, tokens.FOCUS_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        accent.setAlphaF(tokens.SELECTED_ON_PAGE)
        painter.setBrush(accent)
        painter.drawPath(area)
        painter.restore()

    def _outline(self, page: int) -> QPainterPath | None:
        """Where the hits of a page lie; None without any, and as long as its text is not there."""
        found = self._outlines.get(page)
        if found is None:
            hits = self._find.on_page(page)
            text = self._document.text(page) if hits else None
            if text is None:
                return None
            found = outline(quad for hit in hits for quad in quads_between(text, hit.place.start, hit.place.end))
            self._outlines[page] = found
            while len(self._outlines) > _KEPT_PAGES:
                self._outlines.popitem(last=False)
        return found

    def _on_found(self, at: int, count: int) -> None:
        for page in {hit.page for hit in self._find.hits[at : at + count]}:
            self._outlines.pop(page, None)
            self._view.update_page(page)

    def _forget(self) -> None:
        self._outlines.clear()
        self._paint_again()

    def _paint_again(self) -> None:
        self._view.viewport().update()
