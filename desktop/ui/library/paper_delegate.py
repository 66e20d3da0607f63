"""Paints the rows of the table: two titles or one, short facts beside them, what a search found marked."""

import math

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.paper import PaperRow
from desktop.domain.search_marks import Needles
from desktop.ui.assets import icon_pixmap
from desktop.ui.fetching.row_state import ICONS, RowState, pdf_state
from desktop.ui.library.paper_columns import COLUMNS, Cell, Titles, cell_text, shown_titles
from desktop.ui.library.paper_table_model import PaperTableModel
from desktop.ui.library.row_layout import Density, RowMetrics, lines_of_cell, row_metrics
from desktop.ui.library.text_lines import TextLines, line_size
from desktop.ui.theme import Theme
from desktop.ui.tokens import FOCUS_WIDTH, ICON, RADIUS, Color, Size

_SEARCH_FIELDS = {Cell.AUTHORS: "author", Cell.NOTE: "note"}
_WRAPPING = (Cell.AUTHORS, Cell.CATEGORIES, Cell.NOTE)
_State = QStyle.StateFlag


class PaperDelegate(QStyledItemDelegate):
    """Paints from the model's rows directly; texts are laid out once."""

    def __init__(self, model: PaperTableModel, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._lines = TextLines(theme)
        self._density = Density.TWO_LINES
        self._metrics = self._measured()
        self.hovered_row = -1
        self.first_column = 0
        """The column that stands at the left, which carries the mark of the current row."""
        theme.changed.connect(self._on_theme_changed)

    @property
    def metrics(self) -> RowMetrics:
        """The lengths of a row at present."""
        return self._metrics

    @property
    def density(self) -> Density:
        """How tall rows are."""
        return self._density

    def set_density(self, density: Density) -> None:
        """Make rows tall or low."""
        self._density = density
        self._metrics = self._measured()

    def set_needles(self, needles: Needles) -> None:
        """Mark these words."""
        self._lines.set_needles(needles)

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.scaled(COLUMNS[index.column()].width), self._metrics.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._paint_ground(painter, rect, state, index)
        paper = self._model.paper(index.row())
        cell = COLUMNS[index.column()].cell
        if paper is None:
            self._paint_placeholder(painter, rect, cell)
        elif cell is Cell.TITLE:
            self._paint_titles(painter, rect, paper)
        elif cell is Cell.PDF and (pdf := pdf_state(self._model.pdf_states, paper)) is not None:
            self._paint_state(painter, rect, pdf)
        elif COLUMNS[index.column()].badge:
            at = QPointF(rect.left() + self._metrics.side, rect.top())
            self._paint_badge(painter, at, cell_text(paper, cell, self._model.titles), Color.TEXT_MUTED)
        else:
            self._paint_text(painter, rect, cell, cell_text(paper, cell, self._model.titles))

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        color = self._theme.color
        if state & _State.State_Selected:
            painter.fillRect(rect, color(Color.ACCENT_SOFT))
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, color(Color.WINDOW))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color(Color.LINE))
        if state & _State.State_HasFocus and index.column() == self.first_column:
            painter.fillRect(rect.left(), rect.top(), FOCUS_WIDTH, rect.height() - 1, color(Color.ACCENT))

    def _paint_titles(self, painter: QPainter, rect: QRect, paper: PaperRow) -> None:
        first, second = shown_titles(paper, self._model.titles)
        metrics, color = self._metrics, self._theme.color
        font = self._theme.font(Size.BODY)
        width = rect.width() - 3 * metrics.side
        left = rect.left() + metrics.side
        if paper.newer_version is not None:
            badge = f"v{paper.newer_version}"
            wide = self._badge_width(badge)
            at = QPointF(rect.right() - metrics.side - wide, rect.top())
            self._paint_badge(painter, at, badge, Color.ACCENT)
            width -= wide
        painter.setPen(color(Color.TEXT))
        if self._density is Density.ONE_LINE and self._model.titles is Titles.BOTH and second:
            first, second = f"{first}  ·  {second}", ""
        lines = 1 if second else lines_of_cell(self._density, wraps=True)
        self._lines.draw(
            painter, QPointF(left, rect.top() + metrics.top), first, font, width, lines=lines, field="title"
        )
        if not second or self._density is Density.ONE_LINE:
            return
        if self._model.titles is not Titles.BOTH:
            painter.setPen(color(Color.TEXT_MUTED))
        self._lines.draw(painter, QPointF(left, rect.top() + metrics.second), second, font, width, field="title")

    def _paint_text(self, painter: QPainter, rect: QRect, cell: Cell, text: str) -> None:
        if not text:
            return
        metrics = self._metrics
        painter.setPen(self._theme.color(Color.TEXT_MUTED))
        at = QPointF(rect.left() + metrics.side, rect.top() + metrics.top)
        lines = lines_of_cell(self._density, wraps=cell in _WRAPPING)
        width = rect.width() - 2 * metrics.side
        field = _SEARCH_FIELDS.get(cell)
        self._lines.draw(painter, at, text, self._theme.font(Size.BODY), width, lines=lines, field=field)

    def _paint_badge(self, painter: QPainter, at: QPointF, text: str, ink: Color) -> None:
        """`at`: its left edge, and the top of the row."""
        if not text:
            return
        font: QFont = self._theme.font(Size.BADGE)
        size = QFontMetrics(font)
        step = self._theme.space()
        height = min(size.height() + step // 2, self._metrics.line + step // 2)
        middle = at.y() + self._metrics.top + self._metrics.line / 2
        box = QRectF(at.x(), middle - height / 2, self._badge_width(text), height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color(Color.LINE if ink is Color.TEXT_MUTED else ink))
        painter.setBrush(self._theme.color(Color.WINDOW))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setPen(self._theme.color(ink))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _badge_width(self, text: str) -> int:
        size = QFontMetrics(self._theme.font(Size.BADGE))
        step = self._theme.space()
        return max(size.horizontalAdvance(text) + 2 * step + step // 2, 2 * step + step // 2 + size.height() // 2)

    def _paint_state(self, painter: QPainter, rect: QRect, state: RowState) -> None:
        """How a PDF stands that is to come."""
        name, color = ICONS[state]
        side = self._theme.scaled(ICON)
        middle = rect.top() + self._metrics.top + self._metrics.line // 2
        picture = icon_pixmap(name, side, color, painter.device().devicePixelRatio())
        painter.drawPixmap(rect.left() + self._metrics.side, middle - side // 2, picture)

    def _paint_placeholder(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        """A row that is being read: quiet bars where its titles will stand."""
        if cell is not Cell.TITLE:
            return
        metrics = self._metrics
        height = metrics.line // 2
        left = rect.left() + metrics.side
        room = rect.width() - 3 * metrics.side
        bars = [(metrics.top, room * 3 // 5)]
        if self._density is Density.TWO_LINES:
            bars.append((metrics.second, room * 2 // 5))
        for top, width in bars:
            painter.fillRect(left, rect.top() + top + height // 2, width, height, self._theme.color(Color.HOVER))

    def _measured(self) -> RowMetrics:
        _, height = line_size(self._theme.font(Size.BODY))
        return row_metrics(self._density, math.ceil(height), self._theme.space())

    def _on_theme_changed(self) -> None:
        self._lines.clear()
        self._metrics = self._measured()
