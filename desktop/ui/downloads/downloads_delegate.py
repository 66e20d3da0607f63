"""Paints the rows of the list of downloads: an icon, the title, how it stands, and a bar while it comes."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui import tokens
from desktop.ui.assets import icon_pixmap
from desktop.ui.downloads.downloads_model import DownloadsModel, title_of
from desktop.ui.fetching.fetch_state import DownloadRow
from desktop.ui.fetching.fetch_words import name_of
from desktop.ui.fetching.row_state import ICONS, RowState
from desktop.ui.library.text_lines import TextLines, line_height
from desktop.ui.theme import theme
from desktop.ui.tokens import Color, Size
from desktop.ui.widgets.row_ground import paint_ground

_BAR = 160
"""Pixels at a scale of 100 %."""
_State = QStyle.StateFlag


class DownloadsDelegate(QStyledItemDelegate):
    """All rows are of one height."""

    def __init__(self, model: DownloadsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._lines = TextLines(theme())
        self._line = line_height()
        theme().changed.connect(self._on_theme_changed)

    @property
    def row_height(self) -> int:
        """That of two lines, in pixels."""
        return 2 * self._line + theme().space(4.5)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        look, row = theme(), self._model.row(index)
        area = option.rect
        painter.save()
        self._paint_ground(painter, area, option.state)
        side = look.scaled(tokens.ICON_LARGE)
        name, color = ICONS[row.state]
        picture = icon_pixmap(name, side, color, painter.device().devicePixelRatio())
        painter.drawPixmap(area.left() + look.space(3), area.top() + (area.height() - side) // 2, picture)
        inner = area.adjusted(side + look.space(6), look.space(2), -look.space(3), -look.space(2))
        painter.setPen(look.color(Color.TEXT))
        at = QPointF(inner.left(), inner.top())
        self._lines.draw(painter, at, title_of(row), look.font(Size.BODY), inner.width())
        self._paint_state(painter, inner.adjusted(0, self._line + look.space(0.5), 0, 0), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        paint_ground(painter, area.adjusted(0, 0, 0, -1), state)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme().color(Color.LINE))

    def _paint_state(self, painter: QPainter, area: QRect, row: DownloadRow) -> None:
        look = theme()
        room = area.width()
        if row.state is RowState.LOADING:
            room -= look.scaled(_BAR) + look.space(3)
            self._paint_bar(painter, QRect(area.right() - look.scaled(_BAR), area.top(), look.scaled(_BAR), 0))
        painter.setPen(look.color(Color.TEXT_MUTED))
        words = f"{name_of(row.fetch)} · {self._model.words(row)}"
        # Not by TextLines: these words change every moment, and it would keep them all.
        font = look.font(Size.BODY)
        painter.setFont(font)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        line = QRect(area.left(), area.top(), room, self._line)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _paint_bar(self, painter: QPainter, at: QRect) -> None:
        look, progress = theme(), self._model.loading.progress
        height = look.space()
        bar = QRectF(at.left(), at.top() + (self._line - height) / 2, at.width(), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(Color.HOVER))
        painter.drawRoundedRect(bar, height / 2, height / 2)
        if progress.total:
            bar.setWidth(max(bar.width() * min(progress.done / progress.total, 1.0), height))
            painter.setBrush(look.color(Color.ACCENT))
            painter.drawRoundedRect(bar, height / 2, height / 2)

    def _on_theme_changed(self) -> None:
        self._lines.clear()
        self._line = line_height()
