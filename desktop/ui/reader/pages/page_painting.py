"""Paints pages: what is sharp where it is there, else what there is, scaled."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from desktop.domain.pdf_document import RenderRequest
from desktop.ui import tokens
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.reader.pages.page_cache import BitmapCache, Look, pieces
from desktop.ui.reader.pages.page_layout import Box
from desktop.ui.theme import theme
from desktop.ui.tokens import Color, Size

_DRAWING = QT_TRANSLATE_NOOP("PageView", "Page {page} is being drawn…")


def paper(dark: bool) -> QColor:
    """The colour of a page before anything stands on it."""
    return QColor((tokens.DARK if dark else tokens.LIGHT)[Color.SURFACE])


def paint_page(painter: QPainter, page: int, box: Box, look: Look, seen: QRect, cache: BitmapCache) -> None:
    """Paint the part `seen` of a page that stands at `box`; the painter counts device pixels."""
    left = QRegion(QRect(box.left, box.top, box.width, box.height) & seen.translated(box.left, box.top))
    for request in pieces(page, box, look, seen):
        bitmap = cache.get(request)
        if bitmap is not None:
            corner = QPoint(box.left, box.top) + (QPoint(*request.clip[:2]) if request.clip else QPoint())
            painter.drawImage(corner, bitmap.image)
            left -= QRect(corner, bitmap.image.size())
    if not left.isEmpty():
        painter.setClipRegion(left)
        painter.fillRect(left.boundingRect(), paper(look.dark))
        _paint_stand_ins(painter, page, box, look, left, cache)
        painter.setClipping(False)


def paint_edge(painter: QPainter, area: QRectF, dark: bool) -> None:
    """A hairline around a page."""
    painter.setPen(QColor((tokens.DARK if dark else tokens.LIGHT)[Color.LINE]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_late(painter: QPainter, label: str, area: QRectF, dark: bool) -> None:
    """Quietly say that the page is being drawn; `area` is the part of it that is seen."""
    values = tokens.DARK if dark else tokens.LIGHT
    painter.setPen(QColor(values[Color.TEXT_MUTED]))
    painter.setFont(theme().font(Size.BODY))
    words = QCoreApplication.translate("PageView", _DRAWING).format(page=label)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def has_stand_in(page: int, look: Look, cache: BitmapCache) -> bool:
    """Whether anything can be shown of the page that is not sharp."""
    return any(_same_side_up(request, look) for request in cache.of_page(page))


def _paint_stand_ins(painter: QPainter, page: int, box: Box, look: Look, left: QRegion, cache: BitmapCache) -> None:
    """Fill what is left with parts of about the same size, and where there are none with the page as it was."""
    others = [r for r in cache.of_page(page) if _same_side_up(r, look) and r.scale != look.scale]
    whole = [request for request in others if request.clip is None]
    nearest = min((r.scale for r in others if r.clip), key=lambda s: abs(s / look.scale - 1), default=None)
    parts = [request for request in others if request.clip and request.scale == nearest]
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for request in [*parts, *sorted(whole, key=_scale)[-1:]]:
        bitmap = cache.get(request)
        if bitmap is not None and not left.isEmpty():  # scaling what is then painted over takes as long
            target = _scaled(request, bitmap.image.size(), look.scale).translated(box.left, box.top)
            painter.setClipRegion(left)
            painter.drawImage(target, bitmap.image)
            left -= target.toRect()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)


def _scaled(request: RenderRequest, size: QSize, scale: float) -> QRectF:
    """Where the pixels of another scale stand on the page."""
    factor = scale / request.scale
    left, top = request.clip[:2] if request.clip else (0, 0)
    return QRectF(left * factor, top * factor, size.width() * factor, size.height() * factor)


def _same_side_up(request: RenderRequest, look: Look) -> bool:
    return request.rotation == look.rotation and request.dark == look.dark


def _scale(request: RenderRequest) -> float:
    return request.scale
