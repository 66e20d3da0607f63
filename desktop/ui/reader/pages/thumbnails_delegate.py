"""Paints a small page with its label below; the page that is read has a frame."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.pdf_document import PageSize
from desktop.ui import tokens
from desktop.ui.reader.pages.page_cache import Bitmap
from desktop.ui.reader.pages.page_painting import paint_edge, paper
from desktop.ui.theme import theme
from desktop.ui.tokens import Color, Size

_WIDTH, _HEIGHT = 128, 180
"""Pixels at 100 % that a picture fits into."""
_PADDING = 2
"""Steps around the picture."""

Index = QModelIndex | QPersistentModelIndex


class ThumbnailsDelegate(QStyledItemDelegate):
    """`picture` gives what is there of a page."""

    def __init__(self, picture: Callable[[int], Bitmap | None], parent: QListView) -> None:
        super().__init__(parent)
        self._picture = picture

    # Qt
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same for all pages."""
        look = theme()
        label = QFontMetrics(look.font(Size.BADGE)).height()
        padding = look.space(_PADDING)
        return QSize(look.scaled(_WIDTH) + 2 * padding, look.scaled(_HEIGHT) + label + 3 * padding)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The picture, or an empty page until it is there."""
        look = theme()
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        padding = look.space(_PADDING)
        bitmap = self._picture(index.row())
        ratio = painter.device().devicePixelRatioF()
        usual = QSizeF(look.scaled(_WIDTH), look.scaled(_HEIGHT))
        size = QSizeF(bitmap.image.size()) / ratio if bitmap is not None else usual
        left = area.center().x() - size.width() / 2
        page = QRectF(QPointF(round(left), area.top() + padding + usual.height() - size.height()), size)
        painter.save()
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(area, look.color(Color.ACCENT_SOFT))
        painter.fillRect(page, paper(dark=False))
        if bitmap is not None:
            painter.drawImage(page, bitmap.image)
        paint_edge(painter, page, dark=False)
        marked = bool(state & QStyle.StateFlag.State_Selected)
        if marked:
            painter.setPen(QPen(look.color(Color.ACCENT), tokens.FOCUS_WIDTH))
            painter.drawRect(page.adjusted(-2, -2, 2, 2))
        painter.setFont(look.font(Size.BADGE, bold=marked))
        painter.setPen(look.color(Color.TEXT if marked else Color.TEXT_MUTED))
        below = QRectF(area.left(), page.bottom() + padding, area.width(), area.bottom() - page.bottom() - padding)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(index.data()))
        painter.restore()


def fitted(size: PageSize, rotation: int) -> QSizeF:
    """How large the picture of such a page is, in pixels of the window."""
    look = theme()
    turned = rotation in (90, 270)
    page = QSizeF(size.height, size.width) if turned else QSizeF(size.width, size.height)
    box = QSizeF(look.scaled(_WIDTH), look.scaled(_HEIGHT))
    return page.scaled(box, Qt.AspectRatioMode.KeepAspectRatio)
