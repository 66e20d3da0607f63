"""Choosing marks with the mouse, moving them, and pulling at their handles."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.domain.mark import TEXT_KINDS, Mark
from desktop.domain.mark_geometry import MOVED_KINDS, bounds, met, moved, resized
from desktop.domain.pdf_document import PageText, Point
from desktop.domain.text_carets import PageCarets, TextPlace
from desktop.domain.text_selection import selected
from desktop.ui.reader.marks.handles import Handle, handles, pulled
from desktop.ui.reader.marks.mark_choice import MarkChoice
from desktop.ui.reader.marks.mark_making import became
from desktop.ui.reader.marks.marks_layer import HANDLE, MarksLayer
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.marks.page_places import PagePlaces
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.layer import PagePoint, PageTool

_REACH = 3
"""Pixels beside a line that still meet it."""


class EditTool(QObject, PageTool):
    """A press on a mark that belongs to its place is a click; a drag from there selects text, as anywhere."""

    comment_wanted = Signal(str)
    """The mark of that id was clicked twice."""
    reshaped = Signal(object)
    """A mark was moved or pulled, and is stored as this now (Mark)."""

    def __init__(
        self,
        places: PagePlaces,
        document: Document,
        selecting: PageTool,
        model: MarksModel,
        choice: MarkChoice,
        layer: MarksLayer,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._document = document
        self._selecting = selecting
        self._model = model
        self._choice = choice
        self._layer = layer
        self.offered: Callable[[PagePoint], list[QAction]] = _nothing
        """What a right click at a point offers."""
        self._mark: Mark | None = None
        """That was pressed."""
        self._handle: Handle | None = None
        self._pressed: tuple[PagePoint, QMouseEvent] | None = None
        self._draft: Mark | None = None
        self._selects = False
        """The drag went on as a selection of text."""

    # PageTool

    def press(self, at: PagePoint, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        chosen = self._model.find(self._choice.chosen)
        self._handle = self._handle_at(chosen, at)
        self._mark = chosen if self._handle is not None else self.mark_at(at)
        self._pressed, self._draft, self._selects = (at, QMouseEvent(event)), None, False
        if self._mark is None:
            self._choice.choose("")
        return self._mark is not None

    def move(self, at: PagePoint, event: QMouseEvent) -> None:
        mark, pressed = self._mark, self._pressed
        if mark is None or pressed is None:
            return
        if self._selects:
            self._selecting.move(at, event)
            return
        way = event.position() - pressed[1].position()
        if self._draft is None and way.manhattanLength() < QApplication.startDragDistance():
            return
        if self._handle is None and mark.kind not in MOVED_KINDS:
            self._selects = self._selecting.press(*pressed)
            self._selecting.move(at, event)
            return
        self._draft = self._pulled(mark, pressed[0].point, event.position()) or self._draft
        if self._draft is not None:
            self._layer.hide(mark)
            self._layer.drafts = (self._draft,)
            self._places.update(mark.page)

    def release(self, at: PagePoint, event: QMouseEvent) -> None:
        mark, draft = self._mark, self._draft
        self._mark = self._draft = self._pressed = None
        if self._selects:
            self._selecting.release(at, event)
        elif mark is not None:
            self._layer.hide(None)
            self._layer.drafts = ()
            self._places.update(mark.page)
            self._choice.choose(mark.id)
            if draft is not None and draft != mark:
                self._model.do(became([(mark, draft)]))
                self.reshaped.emit(draft)

    def double_click(self, at: PagePoint, event: QMouseEvent) -> bool:
        mark = self.mark_at(at)
        if mark is None or (mark.kind in TEXT_KINDS and not mark.comment):
            return False
        self._choice.choose(mark.id)
        self.comment_wanted.emit(mark.id)
        return True

    def hover(self, at: PagePoint) -> Qt.CursorShape | None:
        handle = self._handle_at(self._model.find(self._choice.chosen), at)
        mark = self.mark_at(at)
        self._choice.hover(mark.id if mark is not None else "")
        if handle is not None:
            return handle.cursor
        if mark is None:
            return None
        movable = mark.kind in MOVED_KINDS and mark.id == self._choice.chosen
        return Qt.CursorShape.SizeAllCursor if movable else Qt.CursorShape.PointingHandCursor

    def left(self) -> None:
        self._choice.hover("")

    def menu(self, at: PagePoint) -> list[QAction]:
        return self.offered(at)

    def mark_at(self, at: PagePoint) -> Mark | None:
        """The mark that a click there means. Where text is marked that is a link, that is the link."""
        found = met(self._model.on_page(at.page), at.point, self._places.reach(at.page, _REACH))
        if found is None or found.kind not in TEXT_KINDS or found.id == self._choice.chosen:
            return found
        links = self._document.links(at.page) or ()
        linked = any(box[0] <= at.x <= box[2] and box[1] <= at.y <= box[3] for box in (link.rect for link in links))
        return None if linked else found

    def _handle_at(self, mark: Mark | None, at: PagePoint) -> Handle | None:
        if mark is None or mark.page != at.page or not mark.placed:
            return None
        reach = self._places.reach(at.page, HANDLE)
        near = (handle for handle in handles(mark) if max(abs(handle.at[0] - at.x), abs(handle.at[1] - at.y)) <= reach)
        return next(near, None)

    def _pulled(self, mark: Mark, start: Point, position: QPointF) -> Mark | None:
        """What the mark becomes with the pointer there; None if that cannot be told yet."""
        size, to = self._places.size(mark.page), self._places.point_on(mark.page, position)
        dx, dy = to[0] - start[0], to[1] - start[1]
        if self._handle is None:
            return moved(mark, dx, dy, size)
        if mark.kind not in TEXT_KINDS:
            return resized(mark, pulled(bounds(mark), self._handle.side, dx, dy), size)
        text = self._document.text(mark.page)
        return None if text is None else _retaken(mark, text, to, from_start=self._handle.side == (0, 0))


def _retaken(mark: Mark, text: PageText, to: Point, *, from_start: bool) -> Mark | None:
    """The text mark with its start or its end at that point."""
    carets = PageCarets(text)
    first, last = mark.quads[0], mark.quads[-1]
    start = carets.nearest(((first[0] + first[4]) / 2, (first[1] + first[5]) / 2))
    end = carets.nearest(((last[2] + last[6]) / 2, (last[3] + last[7]) / 2))
    pointed = carets.nearest(to)
    fixed = end if from_start else start
    if pointed is None or fixed is None:
        return None
    found = selected({mark.page: text}, TextPlace(mark.page, fixed), TextPlace(mark.page, pointed))
    if found is None:
        return None
    part = found.parts[0]
    return replace(mark, quads=part.quads, quote=part.quote, before=part.before, after=part.after)


def _nothing(at: PagePoint) -> list[QAction]:
    return []
