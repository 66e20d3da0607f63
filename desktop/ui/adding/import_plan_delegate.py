"""Paints the rows of an import plan: two lines and a box to tick, the state with its icon, the arXiv id."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.ui.adding.import_plan_model import ID, PAPER, STATE, ImportPlanModel
from desktop.ui.adding.plan_rows import PlanRow, PlanRowKind
from desktop.ui.assets import icon_pixmap
from desktop.ui.library.row_layout import Density, RowMetrics, row_metrics
from desktop.ui.library.text_lines import TextLines, line_size
from desktop.ui.theme import Theme
from desktop.ui.tokens import FOCUS_WIDTH, ICON, RADIUS, Color, Size

_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class PaperCellLayout:
    """Where the parts of the first cell of a row stand."""

    chevron: QRect
    box: QRect
    text: QRect


class ImportPlanDelegate(QStyledItemDelegate):
    """Paints from the model directly; texts are laid out once."""

    def __init__(self, model: ImportPlanModel, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._model = model
        self._theme = theme
        self._view = view
        self._lines = TextLines(theme)
        self.folded: frozenset[int] = frozenset()
        """Digests whose rows are hidden."""
        self._metrics = self._measured()
        theme.changed.connect(self._on_theme_changed)

    @property
    def row_height(self) -> int:
        """Pixels."""
        return self._metrics.height

    def layout_of(self, rect: QRect, kind: PlanRowKind) -> PaperCellLayout:
        """The places of chevron, box and text in the first cell `rect`."""
        space, side = self._theme.space(), self._metrics.side
        size = self._theme.scaled(ICON)
        top = rect.top() + self._metrics.top + (self._metrics.line - size) // 2
        chevron = QRect(rect.left() + side, top, size, size)
        box = chevron.translated(size + space, 0)
        if kind is PlanRowKind.REFUSED:
            return PaperCellLayout(QRect(), QRect(), rect.adjusted(side, 0, -side, 0))
        left = box.right() + 2 * space
        return PaperCellLayout(chevron, box, QRect(left, rect.top(), rect.right() - left - side, rect.height()))

    def _measured(self) -> RowMetrics:
        _, height = line_size(self._theme.font(Size.BODY))
        return row_metrics(Density.TWO_LINES, math.ceil(height), self._theme.space())

    def _on_theme_changed(self) -> None:
        self._lines.clear()
        self._metrics = self._measured()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: PlanRow, *, current: bool) -> None:
        rect: QRect = option.rect
        color = self._theme.color
        if option.state & _State.State_Selected:
            painter.fillRect(rect, color(Color.ACCENT_SOFT))
        elif row.kind is PlanRowKind.DIGEST:
            painter.fillRect(rect, color(Color.WINDOW))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color(Color.LINE))
        if current and self._view.hasFocus():
            painter.fillRect(rect.left(), rect.top(), FOCUS_WIDTH, rect.height() - 1, color(Color.ACCENT))

    def _paint_paper(self, painter: QPainter, rect: QRect, row: PlanRow) -> None:
        places = self.layout_of(rect, row.kind)
        if row.kind is PlanRowKind.DIGEST:
            name = "chevron-right" if row.digest in self.folded else "chevron-down"
            painter.drawPixmap(places.chevron, self._picture(name, Color.TEXT_MUTED))
        self._paint_box(painter, places.box, self._model.tick_state(row))
        first, second = self._model.texts(row)
        color = self._theme.color
        faint = row.kind is PlanRowKind.ENTRY and row.digest in self._model.choice.left_out
        font = self._theme.font(Size.BODY, bold=row.kind is PlanRowKind.DIGEST)
        text, metrics = places.text, self._metrics
        painter.setPen(color(Color.TEXT_MUTED if faint else Color.TEXT))
        self._lines.draw(painter, QPointF(text.left(), rect.top() + metrics.top), first, font, text.width())
        painter.setPen(color(Color.TEXT_MUTED))
        at = QPointF(text.left(), rect.top() + metrics.second)
        self._lines.draw(painter, at, second, self._theme.font(Size.BODY), text.width())

    def _paint_box(self, painter: QPainter, box: QRect, state: Qt.CheckState | None) -> None:
        if state is None:
            return
        color = self._theme.color
        on = state is not Qt.CheckState.Unchecked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color(Color.ACCENT if on else Color.LINE_STRONG))
        painter.setBrush(color(Color.ACCENT if on else Color.SURFACE))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS / 2, RADIUS / 2)
        painter.restore()
        if state is Qt.CheckState.Checked:
            painter.drawPixmap(box, self._picture("check", Color.ON_ACCENT))
        elif on:
            third = box.height() // 3
            painter.fillRect(
                box.adjusted(third - 1, box.height() // 2 - 1, 1 - third, -box.height() // 2 + 1),
                color(Color.ON_ACCENT),
            )

    def _paint_state(self, painter: QPainter, rect: QRect, row: PlanRow) -> None:
        words, name, color = self._model.state(row)
        size, side = self._theme.scaled(ICON), self._metrics.side
        top = rect.top() + self._metrics.top + (self._metrics.line - size) // 2
        painter.drawPixmap(QRect(rect.left() + side, top, size, size), self._picture(name, color))
        left = rect.left() + side + size + self._theme.space(1.5)
        painter.setPen(self._theme.color(Color.TEXT if color is Color.GOOD else color))
        at = QPointF(left, rect.top() + self._metrics.top)
        self._lines.draw(painter, at, words, self._theme.font(Size.BODY), rect.right() - left - side, lines=2)

    def _paint_id(self, painter: QPainter, rect: QRect, row: PlanRow) -> None:
        if row.kind is not PlanRowKind.ENTRY:
            return
        facts = self._model.entry(row).facts
        text = facts.arxiv_id if facts.arxiv_version is None else f"{facts.arxiv_id}v{facts.arxiv_version}"
        painter.setPen(self._theme.color(Color.TEXT_MUTED))
        at = QPointF(rect.left() + self._metrics.side, rect.top() + self._metrics.top)
        self._lines.draw(painter, at, text, self._theme.font(Size.BODY), rect.width() - 2 * self._metrics.side)

    def _picture(self, name: str, color: Color) -> QPixmap:
        return icon_pixmap(name, self._theme.scaled(ICON), color, self._view.devicePixelRatioF())

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._metrics.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._model.row(index.row())
        column = index.column()
        current = column == PAPER and index.row() == self._view.currentIndex().row()
        self._paint_ground(painter, option, row, current=current)
        rect: QRect = option.rect
        paint = {PAPER: self._paint_paper, STATE: self._paint_state, ID: self._paint_id}[column]
        paint(painter, rect, row)
