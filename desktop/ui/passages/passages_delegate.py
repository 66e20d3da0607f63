"""Paints the rows of a search in everything: the paper, and below it each place with its page and the words around."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.latex_text import readable
from desktop.domain.passage import Passage, Scope
from desktop.ui.assets import icon_pixmap
from desktop.ui.library.found_words import as_qt_counts
from desktop.ui.library.text_lines import TextLines, line_height
from desktop.ui.mark_colors import paint_dot
from desktop.ui.passages.passage_words import excerpt_words, place_words
from desktop.ui.passages.passages_model import MoreLine, PaperLine, PassagesModel, more_words
from desktop.ui.theme import theme
from desktop.ui.tokens import ICON, Color, Size
from desktop.ui.widgets.row_ground import paint_ground

_PLACE = 84
"""Pixels at 100 % for "p. 123 · v2"; a longer place is elided."""
_EXCERPT_LINES = 2
_ICONS = {Scope.PDFS: "pdf", Scope.NOTES: "note"}
_State = QStyle.StateFlag
_Index = QModelIndex | QPersistentModelIndex


class PassagesDelegate(QStyledItemDelegate):
    """Texts are laid out once."""

    def __init__(self, model: PassagesModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._lines = TextLines(theme())
        self._line = line_height()
        theme().changed.connect(self._on_theme_changed)

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line, look = self._model.line(index), theme()
        if isinstance(line, PaperLine):
            return QSize(0, self._line + look.space(5))
        lines = _EXCERPT_LINES if isinstance(line, Passage) else 1
        return QSize(0, lines * self._line + look.space(2.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line, look = self._model.line(index), theme()
        painter.save()
        paint_ground(painter, option.rect, option.state)
        if isinstance(line, PaperLine):
            area = option.rect.adjusted(look.space(3), look.space(3), -look.space(3), 0)
            self._paint_paper(painter, area, line)
        else:
            area = option.rect.adjusted(look.space(6), look.space(1.25), -look.space(3), 0)
            self._paint_place(painter, area, line)
        painter.restore()

    def _paint_paper(self, painter: QPainter, area: QRect, line: PaperLine) -> None:
        look = theme()
        title, other = readable(line.title), readable(line.translated_title)
        if not title:
            title, other = other, ""
        font = look.font(Size.BODY, bold=True)
        painter.setFont(font)
        wide = min(painter.fontMetrics().horizontalAdvance(title) + look.space(3), area.width())
        painter.setPen(look.color(Color.TEXT))
        self._lines.draw(painter, QPointF(area.topLeft()), title, font, area.width())
        if other and area.width() - wide > look.scaled(_PLACE):
            painter.setPen(look.color(Color.TEXT_MUTED))
            at = QPointF(area.left() + wide, area.top())
            self._lines.draw(painter, at, other, look.font(Size.BODY), area.width() - wide)

    def _paint_place(self, painter: QPainter, area: QRect, line: Passage | MoreLine) -> None:
        look = theme()
        text = area.adjusted(look.scaled(ICON) + look.space(4) + look.scaled(_PLACE), 0, 0, 0)
        if isinstance(line, MoreLine):
            painter.setPen(look.color(Color.ACCENT))
            self._lines.draw(painter, QPointF(text.topLeft()), more_words(line), look.font(Size.BODY), text.width())
            return
        self._paint_kind(painter, area, line)
        painter.setPen(look.color(Color.TEXT_MUTED))
        at = QPointF(area.left() + look.scaled(ICON) + look.space(2), area.top())
        self._lines.draw(painter, at, place_words(line), look.font(Size.BODY), look.scaled(_PLACE))
        lines = _EXCERPT_LINES
        if line.mark is not None and line.mark.tags:
            lines -= 1
            at = QPointF(text.left(), text.top() + lines * self._line)
            self._lines.draw(painter, at, " · ".join(line.mark.tags), look.font(Size.BODY), text.width())
        painter.setPen(look.color(Color.TEXT if line.excerpt else Color.TEXT_MUTED))
        marks = tuple(as_qt_counts(line.excerpt, line.found))
        words, font = excerpt_words(line), look.font(Size.BODY)
        self._lines.draw(painter, QPointF(text.topLeft()), words, font, text.width(), lines=lines, marks=marks)

    def _paint_kind(self, painter: QPainter, area: QRect, passage: Passage) -> None:
        """An icon for what it is; of a mark a spot of its colour."""
        side = theme().scaled(ICON)
        top = area.top() + (self._line - side) // 2
        if passage.mark is not None:
            inset = theme().space(0.5)
            spot = QRectF(area.left(), top, side, side).adjusted(inset, inset, -inset, -inset)
            painter.save()
            paint_dot(painter, spot, passage.mark.color)
            painter.restore()
            return
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(area.left(), top, icon_pixmap(_ICONS[passage.source], side, Color.TEXT_MUTED, ratio))

    def _on_theme_changed(self) -> None:
        self._lines.clear()
        self._line = line_height()
