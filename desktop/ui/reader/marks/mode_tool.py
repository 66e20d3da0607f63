"""Making marks with the mouse: what a drag or a click does while a kind of mark is being made."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

from desktop.domain.mark import TEXT_KINDS, Mark, MarkKind
from desktop.domain.mark_geometry import LEAST_SIDE, NOTE_SIDE, TEXT_SIZE, box_between, resized, simplified
from desktop.domain.pdf_document import Point, Rect
from desktop.ui.reader.marks.edit_session import EditSession
from desktop.ui.reader.marks.mark_choice import MarkChoice
from desktop.ui.reader.marks.mark_making import MarkMaker
from desktop.ui.reader.marks.marks_layer import MarksLayer
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.marks.page_places import PagePlaces
from desktop.ui.reader.pages.layer import PagePoint, PageTool

JOINED_MS = 1500
"""Strokes that follow each other so fast are one mark."""
TEXT_BOX = (160.0, 2 * TEXT_SIZE + 6.0)
"""Points: a text box that was clicked, not drawn."""
_TOLERANCE = 0.35
"""Points by which a stroke may differ from what the hand drew."""


class ModeTool(QObject, PageTool):
    """Takes the mouse while `mode` is set; else leaves it to the other tools."""

    mode_changed = Signal()
    text_dragged = Signal(object)
    """Text was selected to be marked in this way (MarkKind)."""
    placed = Signal(object)
    """A note, a text box or an area that is to be (Mark)."""

    def __init__(
        self,
        places: PagePlaces,
        selecting: PageTool,
        model: MarksModel,
        choice: MarkChoice,
        layer: MarksLayer,
        maker: MarkMaker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._selecting = selecting
        self._model = model
        self._choice = choice
        self._layer = layer
        self._maker = maker
        self._ink = EditSession(model, self, JOINED_MS)
        self._drawn = ""
        """The id of the mark that strokes were drawn for last."""
        self.mode: MarkKind | None = None
        self._page = -1
        self._points: list[Point] = []

    def set_mode(self, mode: MarkKind | None) -> None:
        """Make marks of that kind; None stops."""
        if mode is not self.mode:
            self.mode = mode
            self._ink.end()
            self._drawn = ""
            self._drop()
            self.mode_changed.emit()

    def finish(self) -> None:
        """Let ink that was drawn be one step."""
        self._ink.end()
        self._drawn = ""

    def box_at(self, page: int, at: Point, kind: MarkKind) -> Mark:
        """A note or a text box of the usual size, with its upper left corner there."""
        width, height = TEXT_BOX if kind is MarkKind.TEXT else (NOTE_SIDE, NOTE_SIDE)
        return self._box(page, kind, (at[0], at[1], at[0] + width, at[1] + height))

    def area_at(self, page: int, box: Rect) -> Mark:
        """An area there."""
        return self._box(page, MarkKind.AREA, box)

    # PageTool

    def press(self, at: PagePoint, event: QMouseEvent) -> bool:
        if self.mode is None or event.button() is not Qt.MouseButton.LeftButton:
            return False
        if not self._model.takes_new():  # that may have turned out since
            self.set_mode(None)
            return True
        if self.mode in TEXT_KINDS:
            return self._selecting.press(at, event)
        self._page, self._points = at.page, [at.point]
        return True

    def move(self, at: PagePoint, event: QMouseEvent) -> None:
        if self.mode in TEXT_KINDS:
            self._selecting.move(at, event)
        elif self._points:
            self._points.append(self._places.point_on(self._page, event.position()))
            self._show_draft()

    def release(self, at: PagePoint, event: QMouseEvent) -> None:
        mode = self.mode
        if mode in TEXT_KINDS:
            self._selecting.release(at, event)
            self.text_dragged.emit(mode)
        elif mode is not None and self._points:
            self._points.append(self._places.point_on(self._page, event.position()))
            page, points = self._page, self._points
            self._drop()
            self._make(mode, page, points)

    def double_click(self, at: PagePoint, event: QMouseEvent) -> bool:
        return self.mode in TEXT_KINDS and self._selecting.double_click(at, event)

    def hover(self, at: PagePoint) -> Qt.CursorShape | None:
        return None if self.mode is None else Qt.CursorShape.CrossCursor

    def _make(self, mode: MarkKind, page: int, points: list[Point]) -> None:
        if mode is MarkKind.INK:
            self._add_stroke(page, points)
            return
        box = box_between(points[0], points[-1], self._places.size(page))
        drawn = box[2] - box[0] >= LEAST_SIDE and box[3] - box[1] >= LEAST_SIDE
        if mode is MarkKind.AREA:
            if not drawn:
                return  # a click: the person is asked for nothing, the next drag draws it
            mark = self._box(page, mode, box)
        elif mode is MarkKind.TEXT and drawn:
            mark = self._box(page, mode, box)
        else:
            at = points[-1]
            shift = NOTE_SIDE / 2 if mode is MarkKind.NOTE else 0.0
            mark = self.box_at(page, (at[0] - shift, at[1] - shift), mode)
        self.set_mode(None)
        self.placed.emit(mark)

    def _add_stroke(self, page: int, points: list[Point]) -> None:
        stroke = simplified(points, _TOLERANCE)
        drawn = self._model.find(self._drawn) if self._ink.active else None
        if drawn is None or drawn.page != page or drawn.color != self._choice.color:
            drawn = None
            self._ink.end()
        earlier = drawn.strokes if drawn is not None else ()
        mark = self._maker.ink(page, self._choice.color, (*earlier, stroke))
        if drawn is not None:
            mark = self._maker.redrawn(drawn, mark)
        self._drawn = mark.id
        self._ink.change(drawn, mark)

    def _box(self, page: int, kind: MarkKind, box: Rect) -> Mark:
        size = self._places.size(page)
        left = min(max(box[0], 0.0), max(size.width - (box[2] - box[0]), 0.0))
        top = min(max(box[1], 0.0), max(size.height - (box[3] - box[1]), 0.0))
        whole = (left, top, left + box[2] - box[0], top + box[3] - box[1])
        return resized(self._maker.box(page, kind, self._choice.color, whole), whole, size)

    def _show_draft(self) -> None:
        """What is being drawn, as it will look."""
        color = self._choice.color
        if self.mode is MarkKind.INK:
            draft = self._maker.ink(self._page, color, [self._points])
        else:
            kind = MarkKind.AREA if self.mode is MarkKind.NOTE else self.mode
            box = box_between(self._points[0], self._points[-1], self._places.size(self._page))
            draft = self._maker.box(self._page, kind or MarkKind.AREA, color, box)
        self._layer.drafts = (draft,)
        self._places.update(self._page)

    def _drop(self) -> None:
        if self._points:
            self._layer.drafts = ()
            self._places.update(self._page)
        self._points = []
