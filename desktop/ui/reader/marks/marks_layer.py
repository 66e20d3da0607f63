"""Paints the marks over the pages, and which of them is chosen or under the pointer."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from desktop.domain.mark import TEXT_KINDS, Mark, MarkKind
from desktop.ui.reader.marks.handles import handles
from desktop.ui.reader.marks.mark_choice import MarkChoice
from desktop.ui.reader.marks.mark_painting import paint_fills, paint_lines
from desktop.ui.reader.marks.mark_sheet import box_of, laid_out, sheet_of
from desktop.ui.reader.marks.mark_tiles import MarkTiles
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, Color

HANDLE = 8
"""Pixels at 100 %."""


class MarksLayer:
    """A PageLayer. What is being made or moved is painted in place of what is stored."""

    def __init__(self, model: MarksModel, choice: MarkChoice) -> None:
        self._model = model
        self._choice = choice
        self._tiles = MarkTiles(self._marks_of)
        self._dark = False
        self.drafts: tuple[Mark, ...] = ()
        """What is being made or moved just now."""
        self._hidden = ""
        self.unfinished: Callable[[int], None] = _nothing
        """Called while painting: marks of this page are still to come, with another paint."""

    def set_dark(self, dark: bool) -> None:
        """Whether pages are dark."""
        if dark != self._dark:
            self._dark = dark
            self._tiles.clear()

    def forget(self, page: int) -> None:
        """The marks of this page changed."""
        self._tiles.forget(page)

    def hide(self, mark: Mark | None) -> None:
        """Leave that mark out, because a draft or an editor stands in its place; None paints all again."""
        for found in (self._model.find(self._hidden), mark):
            if found is not None:
                self._tiles.forget(found.page)
        self._hidden = "" if mark is None else mark.id

    def paint(self, painter: QPainter, page: int, transform: QTransform) -> None:
        """Paint the marks of that page."""
        if not self._tiles.paint(painter, page, transform, self._dark):
            self.unfinished(page)
        drafts = [mark for mark in self.drafts if mark.page == page]
        if drafts:
            painter.save()
            painter.setTransform(transform, True)
            sheet = sheet_of(drafts)
            paint_fills(painter, sheet, self._dark)
            paint_lines(painter, sheet, self._dark)
            painter.restore()
        shown = {mark.id: mark for mark in drafts}
        for name in {self._choice.hovered, self._choice.chosen} - {""}:
            mark = shown.get(name) or self._model.find(name)
            if mark is not None and mark.page == page and mark.placed:
                self._paint_frame(painter, mark, transform, strong=name == self._choice.chosen)

    def _marks_of(self, page: int) -> list[Mark]:
        return [mark for mark in self._model.on_page(page) if mark.id != self._hidden]

    def _paint_frame(self, painter: QPainter, mark: Mark, transform: QTransform, *, strong: bool) -> None:
        """A line around the mark, seen on light and dark; handles to pull at if it is chosen."""
        look = theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = FOCUS_WIDTH + 1
        path = QPainterPath()
        if mark.kind in TEXT_KINDS:
            for quad in mark.quads:
                area = QRectF(QPointF(quad[0], quad[1]), QPointF(quad[6], quad[7])).normalized()
                path.addRect(transform.mapRect(area).adjusted(-1, -1, 1, 1))
            path = path.simplified()
        else:
            area = laid_out(mark).area if mark.kind is MarkKind.TEXT else box_of(mark)
            path.addRect(transform.mapRect(area).adjusted(-gap, -gap, gap, gap))
        accent = look.color(Color.ACCENT)
        if strong:
            painter.strokePath(path, QPen(look.color(Color.SURFACE), FOCUS_WIDTH + 2))
            painter.strokePath(path, QPen(accent, FOCUS_WIDTH))
            self._paint_handles(painter, mark, transform)
        else:
            painter.strokePath(path, QPen(accent, 1, Qt.PenStyle.DotLine))
        painter.restore()

    @staticmethod
    def _paint_handles(painter: QPainter, mark: Mark, transform: QTransform) -> None:
        look = theme()
        side = look.scaled(HANDLE)
        painter.setPen(QPen(look.color(Color.ACCENT), 1.5))
        painter.setBrush(look.color(Color.SURFACE))
        for handle in handles(mark):
            middle = transform.map(QPointF(*handle.at))
            area = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            if mark.kind in TEXT_KINDS:
                painter.drawEllipse(area)
            else:
                painter.drawRect(area)


def _nothing(page: int) -> None:
    """Nobody paints again."""
