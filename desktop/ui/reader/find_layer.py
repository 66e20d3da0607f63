"""Marks what was found on the pages that are seen, the current hit more strongly."""

from collections import OrderedDict

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from desktop.domain.pdf_document import Quad
from desktop.domain.text_carets import quads_between
from desktop.ui import tokens
from desktop.ui.reader.document import Document
from desktop.ui.reader.find import FindInDocument, Hit
from desktop.ui.reader.page_view import PageView
from desktop.ui.reader.selection_painting import outline
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
        self._quads: OrderedDict[int, list[tuple[Hit, tuple[Quad, ...]]]] = OrderedDict()
        find.began.connect(self._forget)
        find.found.connect(self._forget)
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
        hits = self._on_page(page)
        if not hits:
            return
        current = self._find.current_hit
        mode = QPainter.CompositionMode
        painter.save()
        painter.setCompositionMode(mode.CompositionMode_Screen if self._view.dark else mode.CompositionMode_Multiply)
        color = QColor((tokens.DARK if self._view.dark else tokens.LIGHT)[Color.FOUND])
        painter.fillPath(outline([quad for _, quads in hits for quad in quads], transform), color)
        painter.restore()
        for hit, quads in hits:
            if hit is current:
                self._paint_current(painter, quads, transform)

    def _paint_current(self, painter: QPainter, quads: tuple[Quad, ...], transform: QTransform) -> None:
        accent = QColor((tokens.DARK if self._view.dark else tokens.LIGHT)[Color.ACCENT])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, tokens.FOCUS_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        accent.setAlphaF(tokens.SELECTED_ON_PAGE)
        painter.setBrush(accent)
        painter.drawPath(outline(quads, transform))
        painter.restore()

    def _on_page(self, page: int) -> list[tuple[Hit, tuple[Quad, ...]]]:
        """Where the hits of a page lie; nothing as long as its text is not there."""
        found = self._quads.get(page)
        if found is None:
            hits = self._find.on_page(page)
            text = self._document.text(page) if hits else None
            if text is None:
                return []
            found = [(hit, quads_between(text, hit.place.start, hit.place.end)) for hit in hits]
            self._quads[page] = found
            while len(self._quads) > _KEPT_PAGES:
                self._quads.popitem(last=False)
        return found

    def _forget(self, *_: int) -> None:
        self._quads.clear()
        self._paint_again()

    def _paint_again(self) -> None:
        self._view.viewport().update()
