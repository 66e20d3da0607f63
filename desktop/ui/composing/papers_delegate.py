"""A row of a digest: its number, both titles, and whether a text is missing."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.latex_text import readable
from desktop.ui.assets import icon_pixmap
from desktop.ui.composing.papers_model import DigestPapersModel
from desktop.ui.library.text_lines import TextLines, line_height
from desktop.ui.theme import theme
from desktop.ui.tokens import ICON, Color, Size
from desktop.ui.widgets.row_ground import paint_ground

_Index = QModelIndex | QPersistentModelIndex
_TITLE_LINES = 2


class DigestPapersDelegate(QStyledItemDelegate):
    """The title takes up to two of three lines, so that most can be read in a narrow list."""

    def __init__(self, papers: DigestPapersModel, parent: QObject) -> None:
        super().__init__(parent)
        self._papers = papers
        self._lines = TextLines(theme())
        theme().changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self._lines = TextLines(theme())

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, (_TITLE_LINES + 1) * line_height() + theme().space(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, row, area = theme(), self._papers.rows[index.row()], QRect(option.rect)
        painter.save()
        paint_ground(painter, area, option.state)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, look.color(Color.LINE))
        number = str(index.row() + 1)
        painter.setFont(look.font(Size.BADGE))
        painter.setPen(look.color(Color.TEXT_MUTED))
        most = painter.fontMetrics().horizontalAdvance("0" * max(len(str(len(self._papers.rows))), 2))
        figures = QRect(area.left() + look.space(3), area.top() + look.space(2), most, line_height())
        painter.drawText(figures, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
        text = area.adjusted(most + look.space(5), look.space(2), -look.space(3), 0)
        if row.id in self._papers.lacking:
            side = look.scaled(ICON)
            picture = icon_pixmap("warn", side, Color.WARN, painter.deviceTransform().m11())
            painter.drawPixmap(text.right() - side, text.top(), picture)
            text.setRight(text.right() - side - look.space())
        painter.setPen(look.color(Color.TEXT))
        font, title = look.font(Size.BODY), readable(row.title)
        self._lines.draw(painter, QPointF(text.topLeft()), title, font, text.width(), lines=_TITLE_LINES)
        painter.setPen(look.color(Color.TEXT_MUTED))
        lines = 1 if QFontMetrics(font).horizontalAdvance(title) <= text.width() else _TITLE_LINES
        below = QPointF(text.left(), text.top() + lines * line_height())
        translated = readable(row.translated_title)
        self._lines.draw(painter, below, translated, font, text.width(), lines=_TITLE_LINES + 1 - lines)
        painter.restore()
