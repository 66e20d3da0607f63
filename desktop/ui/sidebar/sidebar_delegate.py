"""Paints the rows of the sidebar, and opens a field where a name is typed."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from desktop.domain.listing import Place
from desktop.ui import tokens, wording
from desktop.ui.assets import icon_pixmap
from desktop.ui.mark_colors import paint_dot
from desktop.ui.sidebar.entries import Entry, Key, Kind, Section
from desktop.ui.sidebar.sidebar_model import SidebarModel
from desktop.ui.theme import theme
from desktop.ui.tokens import Color, Size

Index = QModelIndex | QPersistentModelIndex
ROW_STEPS = 7
"""Height of a row."""
_DOT = 9
"""Of a tag, in pixels at 100 %."""
_LINE_ABOVE = Key(Kind.PLACE, name=Place.ALL.value)
"""What is at hand ends above this row."""


class SidebarDelegate(QStyledItemDelegate):
    """Fold, icon, name, and the count at the right in muted figures."""

    def __init__(self, view: QTreeView, model: SidebarModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.target = QPersistentModelIndex()
        """The row on which something may be let go."""
        self.suggested = ""
        """What stands in the field of something new."""
        self.adders: dict[Section, QAction] = {}
        """What adds to a section, while that is possible."""

    def fold_area(self, rect: QRect, index: Index) -> QRect:
        """Where a click folds the row, or unfolds it."""
        look = theme()
        left = rect.left() + look.space(2) + self._indent(index)
        return QRect(left, rect.top(), look.space(5), rect.height())

    def adder(self, index: Index) -> QAction | None:
        """What a click on the plus sign of that heading does; None for other rows, and where nothing can be added."""
        entry = self._model.entry(index)
        if entry is None or entry.key.kind is not Kind.SECTION:
            return None
        action = self.adders.get(Section(entry.key.name))
        return action if action is not None and action.isEnabled() else None

    def add_area(self, rect: QRect) -> QRect:
        """Where the plus sign of a heading stands, in line with the counts."""
        side = rect.height()
        return QRect(rect.right() - theme().space(2) - side, rect.top(), side, side)

    def paint_row(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index) -> None:
        """Draw the row, wherever it is shown."""
        entry = self._model.entry(index)
        if entry is None:
            return
        look = theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.key == _LINE_ABOVE:
            line = QRect(rect.left() + look.space(4), rect.top(), rect.width() - look.space(8), 1)
            painter.fillRect(line, look.color(Color.LINE))
        area = rect.adjusted(look.space(2), 1, -look.space(2), -1)
        self._paint_ground(painter, area, state, lit=self.target == index)
        if entry.children:
            unfolded = self._view.isExpanded(index)
            side = look.scaled(tokens.ICON) * 3 // 4
            place = self.fold_area(rect, index)
            self._paint_icon(painter, place, "chevron-down" if unfolded else "chevron-right", side)
        inner = area.adjusted(self._indent(index) + look.space(5), 0, -look.space(2), 0)
        match entry.key.kind:
            case Kind.SECTION:
                self._paint_heading(painter, inner, entry.name)
                if self.adder(index) is not None:
                    self._paint_plus(painter, self.add_area(rect), state)
            case Kind.HINT:
                self._paint_hint(painter, inner, entry.name)
            case _:
                self._paint_place(painter, inner, entry)
        painter.restore()

    def _indent(self, index: Index) -> int:
        return theme().space(3) * max(self._model.depth(index) - 1, 0)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, *, lit: bool) -> None:
        ground = None
        if state & QStyle.StateFlag.State_Selected or lit:
            ground = Color.ACCENT_SOFT
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = Color.HOVER
        ringed = lit or bool(state & QStyle.StateFlag.State_HasFocus)
        if ground is None and not ringed:
            return
        painter.setPen(QPen(theme().color(Color.ACCENT), tokens.FOCUS_WIDTH) if ringed else Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(ground) if ground is not None else Qt.BrushStyle.NoBrush)
        inset = tokens.FOCUS_WIDTH // 2 if ringed else 0
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), tokens.RADIUS, tokens.RADIUS)

    def _paint_heading(self, painter: QPainter, area: QRect, name: str) -> None:
        painter.setFont(theme().font(Size.BADGE, bold=True))
        painter.setPen(theme().color(Color.TEXT_MUTED))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, name)

    def _paint_plus(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        side = theme().scaled(tokens.ICON)
        lit = bool(state & QStyle.StateFlag.State_MouseOver)
        color = Color.TEXT if lit else Color.TEXT_MUTED
        picture = icon_pixmap("add", side, color, painter.device().devicePixelRatio())
        inset = (area.height() - side) // 2
        painter.drawPixmap(area.left() + inset, area.top() + inset, picture)

    def _paint_hint(self, painter: QPainter, area: QRect, words: str) -> None:
        painter.setFont(theme().font(Size.BADGE))
        painter.setPen(theme().color(Color.TEXT_MUTED))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _paint_place(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        look = theme()
        side = look.scaled(tokens.ICON)
        if entry.icon:
            self._paint_icon(painter, area, entry.icon, side)
        else:
            self._paint_tag(painter, area, side, entry.color)
        middle = Qt.AlignmentFlag.AlignVCenter
        taken = 0
        if entry.count:
            painter.setFont(look.font(Size.BADGE))
            painter.setPen(look.color(Color.TEXT_MUTED))
            figures = wording.number(entry.count)
            painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, figures)
            taken = painter.fontMetrics().horizontalAdvance(figures) + look.space(2)
        painter.setFont(look.font(Size.BODY))
        painter.setPen(look.color(Color.TEXT))
        room = area.adjusted(side + look.space(2), 0, -taken, 0)
        dated = entry.key.kind in (Kind.DIGEST, Kind.OWN_DIGEST)
        cut = Qt.TextElideMode.ElideMiddle if dated else Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(entry.name, cut, room.width())
        painter.drawText(room, middle | Qt.TextFlag.TextSingleLine, shown)

    def _paint_tag(self, painter: QPainter, area: QRect, side: int, color: int) -> None:
        size = theme().scaled(_DOT)
        dot = QRectF(area.left() + (side - size) / 2, area.center().y() - size / 2 + 0.5, size, size)
        if color:
            paint_dot(painter, dot, color)
            return
        painter.setPen(QPen(theme().color(Color.LINE_STRONG), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.adjusted(0.75, 0.75, -0.75, -0.75))

    def _paint_icon(self, painter: QPainter, area: QRect, name: str, side: int) -> None:
        picture = icon_pixmap(name, side, Color.TEXT_MUTED, painter.device().devicePixelRatio())
        painter.drawPixmap(area.left(), area.top() + (area.height() - side) // 2, picture)

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(theme().space(30), theme().space(ROW_STEPS))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row over the whole width of the view."""
        self.paint_row(painter, option.rect, option.state, index)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The plus sign says what it does."""
        action = self.adder(index)
        if action is not None and self.add_area(option.rect).contains(event.pos()):
            QToolTip.showText(event.globalPos(), action.toolTip(), view)
            return True
        return super().helpEvent(event, view, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field for the name."""
        field = QLineEdit(parent)
        field.setAccessibleName(self.tr("Name"))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What is being typed stays when counts change meanwhile."""
        assert isinstance(editor, QLineEdit)
        if not editor.isModified() and not editor.text():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)) or self.suggested)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Ask for that name, unless nothing was typed."""
        assert isinstance(editor, QLineEdit)
        if editor.text().strip() and editor.text() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the name, to the right edge."""
        look = theme()
        left = self.fold_area(option.rect, index).left() + look.space(5) + look.scaled(tokens.ICON)
        editor.setGeometry(left, option.rect.top(), option.rect.right() - look.space(2) - left, option.rect.height())
