"""What can be done with marks that are there: the chosen one, or those selected in the list."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.mark import TEXT_KINDS, Mark, MarkKind, MarkStep
from desktop.domain.mark_geometry import BOX_KINDS, MOVED_KINDS, bounds, moved, resized
from desktop.domain.text_selection import SelectedOnPage
from desktop.ui import wording
from desktop.ui.reader.marks.color_names import ColorNames
from desktop.ui.reader.marks.comment_popup import CommentPopup
from desktop.ui.reader.marks.edit_session import EditSession
from desktop.ui.reader.marks.mark_choice import MarkChoice
from desktop.ui.reader.marks.mark_making import edited, now_ms, placed_at, removed
from desktop.ui.reader.marks.marks_layer import MarksLayer
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.marks.page_places import PagePlaces
from desktop.ui.reader.marks.text_box_editor import TextBoxEditor
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.widgets.toast import Toast

_PAUSE_MS = 800
"""Arrow keys that follow each other faster are one step."""


class MarkDesk(QObject):
    """Edits marks. What is being typed is stored before anything else is done."""

    reshaped = Signal(object)
    """A mark has another place or size now (Mark)."""

    def __init__(
        self,
        view: PageView,
        model: MarksModel,
        choice: MarkChoice,
        layer: MarksLayer,
        names: ColorNames,
        toast: Toast,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._model = model
        self._choice = choice
        self._names = names
        self._toast = toast
        self._places = PagePlaces(view)
        self._nudging = EditSession(model, self, _PAUSE_MS)
        self.popup = CommentPopup(view, model)
        self.text_box = TextBoxEditor(view, model, layer)
        self.popup.color_chosen.connect(self._recolor_commented)

    @property
    def chosen(self) -> Mark | None:
        """The chosen mark."""
        return self._model.find(self._choice.chosen)

    def finish(self) -> None:
        """End typing and moving; all of it is stored."""
        self.popup.finish()
        self.text_box.finish()
        self._nudging.end()

    def flush(self) -> None:
        """Store what is being typed, which may go on."""
        self.popup.flush()
        self.text_box.flush()
        self._nudging.end()

    def choose(self, mark: Mark, *, top: bool = False) -> None:
        """Choose the mark and show it."""
        if self.popup.mark not in ("", mark.id):
            self.popup.finish()
        self._choice.choose(mark.id)
        self._view.reveal(mark.page, bounds(mark), top=top)

    def step(self, direction: int) -> None:
        """Choose the next (1) or previous (-1) mark in reading order; from the page that is read, if none is chosen."""
        marks = [mark for mark in self._model.marks if mark.placed]
        if not marks:
            return
        ids = [mark.id for mark in marks]
        if self._choice.chosen in ids:
            at = ids.index(self._choice.chosen) + direction
        else:
            page = self._view.current_page
            before = sum(mark.page < page for mark in marks)
            at = before if direction > 0 else before - 1
        self.choose(marks[at % len(marks)])

    def comment(self, mark: Mark, *, tags: bool = False) -> None:
        """Open the comment of a mark for typing, or its tags; of a text box, its text."""
        self._nudging.end()
        if mark.placed:
            self.choose(mark)
        if mark.kind is MarkKind.TEXT and not tags:
            self.popup.finish()
            self.text_box.open_at(mark)
        else:
            self.text_box.finish()
            self.popup.open_at(mark, self._names.names, tags=tags)

    def recolor(self, marks: Sequence[Mark], color: int) -> None:
        """Give these marks that colour."""
        self.popup.flush()
        self._nudging.end()
        self._do(edited(self._now(marks), color=color))

    def set_tags(self, marks: Sequence[Mark], tags: tuple[str, ...]) -> None:
        """Give these marks these tags."""
        self._do(edited(self._now(marks), tags=tags))

    def delete(self, marks: Sequence[Mark]) -> None:
        """Delete these marks; a message offers to take that back."""
        self.finish()
        gone = self._now(marks)
        if not gone:
            return
        step = removed(gone)
        if self._choice.chosen in [mark.id for mark in gone]:
            self._choice.choose("")
        self._do(step)
        words = self.tr("Deleted {marks}.").format(marks=wording.marks(len(gone)))
        self._toast.show_message(words, self.tr("Undo"), lambda: self._model.take_back(step))

    def lay_over(self, mark: Mark, part: SelectedOnPage) -> None:
        """Lay a mark that found no place, or any text mark, over that text."""
        self.finish()
        if mark.kind in TEXT_KINDS:
            self._do(placed_at(mark, part))
            self._choice.choose(mark.id)

    def nudge(self, dx: float, dy: float, *, size: bool) -> bool:
        """Move the chosen mark by points, or its lower right corner; whether it can be."""
        mark = self.chosen
        if mark is None or not mark.placed or mark.kind not in (BOX_KINDS if size else MOVED_KINDS):
            return False
        page = self._places.size(mark.page)
        if size:
            left, top, right, bottom = bounds(mark)
            after = resized(mark, (left, top, max(right + dx, left), max(bottom + dy, top)), page)
        else:
            after = moved(mark, dx, dy, page)
        if after != mark:
            self._nudging.change(mark, replace(after, changed_at_ms=now_ms()))
            self.reshaped.emit(after)
        self._view.reveal(after.page, bounds(after))
        return True

    def _recolor_commented(self, color: int) -> None:
        mark = self._model.find(self.popup.mark)
        if mark is not None:
            self.recolor([mark], color)

    def _now(self, marks: Sequence[Mark]) -> list[Mark]:
        """The marks as they are after what was being typed was stored."""
        found = (self._model.find(mark.id) for mark in marks)
        return [mark for mark in found if mark is not None]

    def _do(self, step: MarkStep) -> None:
        self._model.do(step)
