"""The cell that tells most of a paper: its status, its two titles, and what a person gave it."""

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QPainter

from desktop.domain.paper import PaperRow
from desktop.domain.reading_list import Priority, Status
from desktop.ui.announce_words import row_words
from desktop.ui.library.paper_columns import Cell, Titles, shown_titles
from desktop.ui.library.row_badges import RowBadges
from desktop.ui.library.row_layout import Density, RowMetrics, lines_of_cell
from desktop.ui.library.text_lines import TextLines
from desktop.ui.reading_words import PRIORITY_COLORS, STATUS_ICONS, counts_as_due, due_words, overdue
from desktop.ui.theme import Theme
from desktop.ui.tokens import Color, Size

_BOLD = (Status.INBOX, Status.QUEUED)
_FOR_CHIPS = 0.45
"""How much of the cell tags may take."""


class TitleCell:
    """Paints the cell. What has a column of its own is not told twice."""

    def __init__(self, theme: Theme, lines: TextLines, badges: RowBadges) -> None:
        self._theme = theme
        self._lines = lines
        self._badges = badges
        self.shown: frozenset[Cell] = frozenset()
        """The columns that are seen."""

    def star_area(self, rect: QRect, metrics: RowMetrics) -> QRect:
        """Where a click stars the paper."""
        wide = self._badges.icon_side() + metrics.side
        return QRect(rect.right() - wide - metrics.side // 2, rect.top(), wide, rect.height())

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        paper: PaperRow,
        titles: Titles,
        density: Density,
        metrics: RowMetrics,
        *,
        number: int = 0,
        hovered: bool = False,
    ) -> None:
        """`number`: its place in the queue, 0 where that is not shown."""
        left = rect.left() + metrics.side + self._paint_lead(painter, rect, paper, metrics, number)
        right = self._paint_badges(painter, rect, paper, metrics, hovered=hovered)
        first, second = shown_titles(paper, titles)
        low = density is Density.ONE_LINE
        if low and titles is Titles.BOTH and second:
            first, second = f"{first}  ·  {second}", ""
        tags = () if Cell.TAGS in self.shown else paper.tags
        room = round((rect.width() - metrics.side) * _FOR_CHIPS)
        line = metrics.top if low else metrics.second
        end = right if low else rect.right() - metrics.side
        taken = self._paint_found(painter, QPoint(end, rect.top() + line), paper, metrics)
        corner = QPoint(end - taken, rect.top() + line)
        taken += self._badges.paint_chips(painter, corner, room, metrics, tags, leftwards=True) if tags else 0
        font = self._theme.font(Size.BODY, bold=paper.status in _BOLD)
        painter.setPen(self._theme.color(Color.TEXT_MUTED if paper.status is Status.ARCHIVED else Color.TEXT))
        lines = 1 if second or taken else lines_of_cell(density, wraps=True)
        width = right - left - metrics.side - (taken if low else 0)
        at = QPointF(left, rect.top() + metrics.top)
        self._lines.draw(painter, at, first, font, width, lines=lines, field="title")
        if not second or low:
            return
        if titles is not Titles.BOTH:
            painter.setPen(self._theme.color(Color.TEXT_MUTED))
            font = self._theme.font(Size.BODY)
        width = end - left - metrics.side - taken
        self._lines.draw(painter, QPointF(left, rect.top() + metrics.second), second, font, width, field="title")

    def _paint_found(self, painter: QPainter, corner: QPoint, paper: PaperRow, metrics: RowMetrics) -> int:
        """When and how the feed that is shown told of the paper. Returns the width that it took."""
        if not (words := row_words(paper)):
            return 0
        width = self._badges.width(words)
        self._badges.paint(painter, corner.x() - width, corner.y(), metrics, words, Color.TEXT_MUTED)
        return width + self._theme.space()

    def _paint_lead(self, painter: QPainter, rect: QRect, paper: PaperRow, metrics: RowMetrics, number: int) -> int:
        """The status, or the number in the queue. Returns the width that it took."""
        side = self._badges.icon_side()
        left, top = rect.left() + metrics.side, rect.top() + metrics.top
        if number:
            painter.setFont(self._theme.font(Size.BADGE))
            painter.setPen(self._theme.color(Color.TEXT_MUTED))
            text = str(number)
            wide = max(painter.fontMetrics().horizontalAdvance(text), side)
            base = QPoint(left, top + (metrics.line + painter.fontMetrics().ascent()) // 2 - 1)
            painter.drawText(base, text)
            return wide + metrics.side
        self._badges.paint_icon(painter, left, top, metrics, STATUS_ICONS[paper.status], Color.TEXT_MUTED)
        return side + metrics.side

    def _paint_badges(
        self, painter: QPainter, rect: QRect, paper: PaperRow, metrics: RowMetrics, *, hovered: bool
    ) -> int:
        """From the right: star, new version, due date, priority, texts to come. Returns where the title's room ends."""
        badges, top, gap = self._badges, rect.top() + metrics.top, self._theme.space()
        right = rect.right() - metrics.side
        if Cell.STARRED not in self.shown:
            right -= badges.icon_side()
            if paper.starred or hovered:
                name, color = ("star-filled", Color.ACCENT) if paper.starred else ("star", Color.TEXT_MUTED)
                badges.paint_icon(painter, right, top, metrics, name, color)
            right -= gap
        words = []
        if paper.newer_version is not None:
            words.append((f"v{paper.newer_version}", Color.ACCENT))
        if Cell.DUE not in self.shown and counts_as_due(paper):
            words.append((due_words(paper), Color.WARN if overdue(paper) else Color.TEXT_MUTED))
        for text, ink in words:
            right -= badges.width(text)
            badges.paint(painter, right, top, metrics, text, ink)
            right -= gap
        if Cell.PRIORITY not in self.shown and paper.priority is not Priority.NONE:
            right -= badges.icon_side()
            badges.paint_icon(painter, right, top, metrics, "priority", PRIORITY_COLORS[paper.priority])
            right -= gap
        if paper.texts_wanted:
            right -= badges.icon_side()
            badges.paint_icon(painter, right, top, metrics, "write-texts", Color.TEXT_MUTED)
            right -= gap
        return right
