"""The list of groups: a title, and below it why."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.duplicates import Strength
from desktop.ui.duplicates.groups_model import GroupsModel
from desktop.ui.library.text_lines import TextLines, line_height
from desktop.ui.theme import theme
from desktop.ui.tokens import Color, Size
from desktop.ui.widgets.row_ground import paint_ground

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_LINES = 2
"""Of a title, and of why."""


class GroupsList(QListView):
    """One group is current. Letters are keys of the page, not of the list."""

    def __init__(self, model: GroupsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_GroupsDelegate(model, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Papers that may be one"))
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def select_row(self, row: int) -> None:
        """Make that row the current one and bring it into view."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    # Qt

    def keyboardSearch(self, search: str) -> None:
        """None: its keys mean something else here."""


class _GroupsDelegate(QStyledItemDelegate):
    def __init__(self, model: GroupsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._lines = TextLines(theme())
        theme().changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self._lines = TextLines(theme())

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, 2 * _LINES * line_height() + theme().space(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, shown = theme(), self._model.groups[index.row()]
        painter.save()
        area = option.rect
        paint_ground(painter, area, option.state)
        text = area.adjusted(look.space(3), look.space(1.5), -look.space(3), 0)
        weak = shown.group.strength is Strength.WEAK
        painter.setPen(look.color(Color.TEXT_MUTED if weak and shown.group.why else Color.TEXT))
        font = look.font(Size.BODY, bold=not weak)
        self._lines.draw(painter, QPointF(text.topLeft()), shown.title, font, text.width(), lines=_LINES)
        painter.setPen(look.color(Color.TEXT_MUTED))
        lines = 1 if QFontMetrics(font).horizontalAdvance(shown.title) <= text.width() else _LINES
        below = QPointF(text.left(), text.top() + lines * line_height() + look.space(0.5))
        self._lines.draw(painter, below, shown.why, look.font(Size.BODY), text.width(), lines=_LINES)
        painter.restore()
