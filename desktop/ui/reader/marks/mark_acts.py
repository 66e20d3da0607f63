"""Making marks: what the keys and buttons of each kind and colour do."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from desktop.domain.mark import TEXT_KINDS, Mark, MarkKind
from desktop.domain.mark_geometry import quad_box, united
from desktop.domain.pdf_document import Rect
from desktop.ui.reader.marks.color_names import ColorNamesDialog
from desktop.ui.reader.marks.mark_making import added
from desktop.ui.reader.marks.mark_parts import MarkParts
from desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_AREA_SIDE = 120.0
"""Points: an area that is placed by the keyboard where nothing is selected."""
_GAP = 6.0
"""Points between selected text and a note or a text box that is placed by the keyboard."""


class MarkActs(QObject):
    """`targets` gives the marks that a key is about."""

    def __init__(
        self,
        parts: MarkParts,
        targets: Callable[[], Sequence[Mark]],
        services: "LibraryServices",
        tasks: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self.targets = targets
        self._services = services
        self._tasks = tasks
        parts.tool.text_dragged.connect(self.mark_text)
        parts.tool.placed.connect(self.put)
        parts.editing.comment_wanted.connect(self._comment_by_id)
        parts.editing.reshaped.connect(parts.pictures.take)
        parts.desk.reshaped.connect(parts.pictures.take)
        parts.bar.highlight_wanted.connect(self._highlight)
        parts.bar.line_wanted.connect(self.mark_text)
        parts.bar.comment_wanted.connect(self._highlight_and_comment)

    def use(self, kind: MarkKind) -> None:
        """Mark the selected text in that way; with nothing selected, begin or end making marks of that kind."""
        parts = self._parts
        parts.desk.finish()
        if not parts.model.takes_new():
            return
        if kind in TEXT_KINDS and parts.selection.quote() is not None:
            self.mark_text(kind)
        elif parts.tool.mode is kind:
            parts.tool.set_mode(None)
        elif parts.selection.quote() is not None and kind is not MarkKind.INK:
            self.place(kind)
        else:
            parts.choice.choose("")
            parts.tool.set_mode(kind)

    def place_in_mode(self) -> None:
        """Enter while a kind of mark is being made places one without the mouse; text marks and ink need more."""
        kind = self._parts.tool.mode
        if kind is not None and kind not in TEXT_KINDS and kind is not MarkKind.INK:
            self.place(kind)

    def place(self, kind: MarkKind) -> None:
        """Without the mouse: a note, a text box or an area at the selected text, else in the middle of what is seen of
        the page. It can be moved with the arrow keys."""
        parts = self._parts
        text = parts.selection.quote()
        page, seen = parts.places.middle()
        middle = ((seen[0] + seen[2]) / 2, (seen[1] + seen[3]) / 2)
        box: Rect = (middle[0] - _AREA_SIDE, middle[1] - _AREA_SIDE / 2, middle[0] + _AREA_SIDE, middle[1])
        if text is not None:
            part = text.parts[0]
            page, box = part.page, united(quad_box(quad) for quad in part.quads)
            middle = (box[2] + _GAP, box[1])
        if kind is MarkKind.AREA:
            left, top, right, bottom = box
            area = (left - _GAP, top - _GAP, right + _GAP, bottom + _GAP)
            mark = parts.tool.area_at(page, area)
        else:
            mark = parts.tool.box_at(page, middle, kind)
        parts.tool.set_mode(None)
        self.put(mark)

    def put(self, mark: Mark) -> None:
        """Place a new note, text box or area."""
        parts = self._parts
        if not parts.model.takes_new():
            return
        if mark.kind is MarkKind.TEXT:
            parts.choice.choose(mark.id)
            parts.desk.text_box.open_at(mark)
            return
        parts.model.do(added([mark]))
        parts.pictures.take(mark)
        parts.desk.choose(mark)
        if mark.kind is MarkKind.NOTE:
            parts.desk.comment(mark)

    def mark_text(self, kind: MarkKind) -> Mark | None:
        """Mark the selected text; the first mark of it, None without any text."""
        parts = self._parts
        text = parts.selection.quote()
        if text is None or not parts.model.takes_new():
            return None
        step = parts.maker.text(text, kind, parts.choice.color)
        parts.bar.close_up()
        parts.selection.clear()
        parts.model.do(step)
        mark = step.changes[0].after
        if mark is not None:
            parts.choice.choose(mark.id)
        return mark

    def color(self, color: int) -> None:
        """Recolour the marks that are chosen; else the next marks have that colour."""
        marks = self.targets()
        if marks:
            self._parts.desk.recolor(marks, color)
        self._parts.choice.use_color(color)

    def comment(self, *, tags: bool = False) -> None:
        """Open the comment or the tags of the mark."""
        for mark in self.targets()[:1]:
            self._parts.desk.comment(mark, tags=tags)

    def delete(self) -> None:
        """Delete the marks."""
        self._parts.desk.delete(self.targets())

    def lay_over_selection(self) -> None:
        """Lay a text mark, such as one that found no place in this version, over the selected text."""
        text, marks = self._parts.selection.quote(), self.targets()
        if text is not None and marks and self._parts.model.takes_new():
            self._parts.selection.clear()
            self._parts.desk.lay_over(marks[0], text.parts[0])

    def copy_quotes(self) -> None:
        """The marked text and the comments to the clipboard."""
        words = ["\n".join(part for part in (mark.quote, mark.comment) if part) for mark in self.targets()]
        QGuiApplication.clipboard().setText("\n\n".join(text for text in words if text))

    def name_colors(self) -> None:
        """Ask for names of the colours, and keep them."""
        dialog = ColorNamesDialog(self._parts.names.names, self._parts.view)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._parts.names.store(dialog.names, self._services, self._tasks))
        dialog.open()

    def _highlight(self, color: int) -> None:
        self._parts.choice.use_color(color)
        self.mark_text(MarkKind.HIGHLIGHT)

    def _highlight_and_comment(self) -> None:
        mark = self.mark_text(MarkKind.HIGHLIGHT)
        if mark is not None:
            self._parts.desk.comment(mark)

    def _comment_by_id(self, name: str) -> None:
        mark = self._parts.model.find(name)
        if mark is not None:
            self._parts.desk.comment(mark)
