"""Paints the rows of the table: two titles or one, short facts beside them, what a search found marked."""

import math

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.paper import PaperRow
from desktop.domain.search_marks import Needles
from desktop.ui.fetching.row_state import ICONS, pdf_state
from desktop.ui.library.paper_columns import COLUMNS, Cell, cell_text
from desktop.ui.library.paper_table_model import PaperTableModel
from desktop.ui.library.row_badges import RowBadges
from desktop.ui.library.row_layout import Density, RowMetrics, lines_of_cell, row_metrics
from desktop.ui.library.text_lines import TextLines, line_size
from desktop.ui.library.title_cell import TitleCell
from desktop.ui.reading_words import overdue
from desktop.ui.theme import Theme
from desktop.ui.tokens import FOCUS_WIDTH, Color, Size

_SEARCH_FIELDS = {Cell.AUTHORS: "author", Cell.NOTE: "note"}
_WRAPPING = (Cell.AUTHORS, Cell.CATEGORIES, Cell.NOTE)
_DAY_WIDTH = 2
"""Of the line between two days of a feed."""
_State = QStyle.StateFlag


class PaperDelegate(QStyledItemDelegate):
    """Paints from the model's rows directly; texts are laid out once."""

    def __init__(self, model: PaperTableModel, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._lines = TextLines(theme)
        self._badges = RowBadges(theme)
        self.title = TitleCell(theme, self._lines, self._badges)
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
            self._paint_titles(painter, rect, index.row(), paper)
        elif (picture := self._picture(cell, paper)) is not None:
            left, top = rect.left() + self._metrics.side, rect.top() + self._metrics.top
            self._badges.paint_icon(painter, left, top, self._metrics, *picture)
        elif cell is Cell.TAGS:
            corner = QPoint(rect.left() + self._metrics.side, rect.top() + self._metrics.top)
            room = rect.width() - self._metrics.side
            self._badges.paint_chips(painter, corner, room, self._metrics, paper.tags)
        elif COLUMNS[index.column()].badge and (text := cell_text(paper, cell, self._model.titles)):
            left, top = rect.left() + self._metrics.side, rect.top() + self._metrics.top
            self._badges.paint(painter, left, top, self._metrics, text, Color.TEXT_MUTED)
        else:
            self._paint_text(painter, rect, cell, paper)

    def _picture(self, cell: Cell, paper: PaperRow) -> tuple[str, Color] | None:
        """Name and colour of the icon that stands in the cell, if one does."""
        if cell is Cell.PDF and (pdf := pdf_state(self._model.pdf_states, paper)) is not None:
            return ICONS[pdf]
        if cell is Cell.STARRED:
            return ("star-filled", Color.ACCENT) if paper.starred else ("star", Color.LINE_STRONG)
        return None

    def _paint_titles(self, painter: QPainter, rect: QRect, row: int, paper: PaperRow) -> None:
        look = (self._model.titles, self._density, self._metrics)
        number = row + 1 if self._model.listing.in_queue_order else 0
        self.title.paint(painter, rect, paper, *look, number=number, hovered=row == self.hovered_row)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        color = self._theme.color
        if state & _State.State_Selected:
            painter.fillRect(rect, color(Color.ACCENT_SOFT))
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, color(Color.WINDOW))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color(Color.LINE))
        if begins_day(self._model, index.row()):
            painter.fillRect(rect.left(), rect.top(), rect.width(), _DAY_WIDTH, color(Color.LINE_STRONG))
        if state & _State.State_HasFocus and index.column() == self.first_column:
            painter.fillRect(rect.left(), rect.top(), FOCUS_WIDTH, rect.height() - 1, color(Color.ACCENT))

    def _paint_text(self, painter: QPainter, rect: QRect, cell: Cell, paper: PaperRow) -> None:
        text = cell_text(paper, cell, self._model.titles)
        if not text:
            return
        metrics = self._metrics
        warns = cell is Cell.DUE and overdue(paper)
        painter.setPen(self._theme.color(Color.WARN if warns else Color.TEXT_MUTED))
        at = QPointF(rect.left() + metrics.side, rect.top() + metrics.top)
        lines = lines_of_cell(self._density, wraps=cell in _WRAPPING)
        width = rect.width() - 2 * metrics.side
        field = _SEARCH_FIELDS.get(cell)
        self._lines.draw(painter, at, text, self._theme.font(Size.BODY), width, lines=lines, field=field)

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


def begins_day(papers: PaperTableModel, row: int) -> bool:
    """Whether the feed that is listed told of that paper on another day than of the one above it."""
    listing = papers.listing
    if not row or listing.feed is None or listing.query or listing.sort is not None:
        return False
    paper, above = papers.paper(row), papers.paper(row - 1)
    return paper is not None and above is not None and paper.found_on != above.found_on
