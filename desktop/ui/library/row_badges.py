"""The small things in a row of the table: badges, icons, chips of tags."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from desktop.domain.labels import TAG_SEPARATOR, TagLabel
from desktop.ui.assets import icon_pixmap
from desktop.ui.library.row_layout import RowMetrics
from desktop.ui.mark_colors import fill
from desktop.ui.theme import Theme
from desktop.ui.tokens import ICON, RADIUS, Color, Size

_CHIPS = 4
"""At most so many tags in a row; a row that has more says how many."""
_CHIP_STEPS = 28
"""The widest a chip is."""


class RowBadges:
    """Paints them on one line of a row, which begins at `top`."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def width(self, text: str) -> int:
        """Of a badge with that text."""
        size = QFontMetrics(self._theme.font(Size.BADGE))
        step = self._theme.space()
        return max(size.horizontalAdvance(text) + 2 * step + step // 2, 2 * step + step // 2 + size.height() // 2)

    def paint(self, painter: QPainter, left: float, top: float, metrics: RowMetrics, text: str, ink: Color) -> None:
        """A word in a frame."""
        edge = self._theme.color(Color.LINE if ink is Color.TEXT_MUTED else ink)
        self._paint_box(painter, left, top, metrics, text, (self._theme.color(Color.WINDOW), edge, ink))

    def icon_side(self) -> int:
        """Of an icon, in pixels."""
        return self._theme.scaled(ICON)

    def paint_icon(self, painter: QPainter, left: int, top: int, metrics: RowMetrics, name: str, color: Color) -> None:
        """An icon in the middle of the line."""
        side = self.icon_side()
        picture = icon_pixmap(name, side, color, painter.device().devicePixelRatio())
        painter.drawPixmap(left, top + metrics.line // 2 - side // 2, picture)

    def paint_chips(
        self,
        painter: QPainter,
        at: QPoint,
        room: int,
        metrics: RowMetrics,
        tags: Sequence[TagLabel],
        *,
        leftwards: bool = False,
    ) -> int:
        """As many tags as the room holds, beginning (`leftwards`: ending) there. Returns the width that they took."""
        chips: list[tuple[str, int, int]] = []
        taken, gap = 0, self._theme.space()
        for tag in tags[:_CHIPS]:
            text = self._short(tag.name.rpartition(TAG_SEPARATOR)[2])
            width = self.width(text)
            if taken + width + gap > room:
                break
            chips.append((text, width, tag.color))
            taken += width + gap
        if more := len(tags) - len(chips):
            text = f"+{more}"
            if taken + self.width(text) + gap <= room:
                chips.append((text, self.width(text), 0))
                taken += self.width(text) + gap
        left, top = at.x() - (taken - gap if leftwards else 0), at.y()
        for text, width, color in chips:
            edge = self._theme.color(Color.LINE)
            ground = fill(color, self._theme.dark) if color else self._theme.color(Color.WINDOW)
            ink = Color.TEXT if color else Color.TEXT_MUTED
            self._paint_box(painter, left, top, metrics, text, (ground, ground if color else edge, ink))
            left += width + gap
        return taken

    def _short(self, name: str) -> str:
        size = QFontMetrics(self._theme.font(Size.BADGE))
        return size.elidedText(name, Qt.TextElideMode.ElideRight, self._theme.space(_CHIP_STEPS))

    def _paint_box(
        self,
        painter: QPainter,
        left: float,
        top: float,
        metrics: RowMetrics,
        text: str,
        colors: tuple[QColor, QColor, Color],
    ) -> None:
        font = self._theme.font(Size.BADGE)
        step = self._theme.space()
        height = min(QFontMetrics(font).height() + step // 2, metrics.line + step // 2)
        middle = top + metrics.line / 2
        box = QRectF(QPointF(left, middle - height / 2), QPointF(left + self.width(text), middle + height / 2))
        ground, edge, ink = colors
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(edge)
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setPen(self._theme.color(ink))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
