"""The marks of an open file: what is stored, with what a person just did to it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkChange, MarkStep
from desktop.domain.mark_geometry import reading_order
from desktop.domain.mark_history import MarkHistory
from desktop.domain.reading import OpenedPaper
from desktop.ui.events import LibraryEvents
from desktop.ui.reader.marks.mark_writer import MarkWriter
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices


class MarksModel(QObject):
    """What is shown is what the library holds, changed by the steps that are not stored yet. So a step is seen at once,
    and one that cannot be stored is taken back by leaving it out."""

    changed = Signal(object)
    """Marks on these pages (a frozenset) are others now."""
    refused = Signal(object, object)
    """A step could not be stored, and why (MarkStep, AppError). The message was shown."""
    history_changed = Signal()
    turned_away = Signal()
    """A new mark was wanted where none can be made."""
    replaced = False
    """Whether the file is another than the one that these marks were made in."""

    def __init__(
        self,
        opened: OpenedPaper,
        history: MarkHistory,
        services: "LibraryServices",
        tasks: TaskRunner,
        events: LibraryEvents,
        writer: MarkWriter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.paper: PaperId = opened.paper
        self.sha256 = opened.file.sha256
        self.history = history
        self._services = services
        self._tasks = tasks
        self._writer = writer
        self._stored = {mark.id: mark for mark in opened.marks}
        self._pending: list[MarkStep] = []
        self._shown: dict[str, Mark] = {}
        self._pages: dict[int, list[Mark]] = {}
        self._show()
        events.changed.connect(self._on_library_changed)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """In the order of pages, then from top to bottom; those that found no place among them."""
        return tuple(self._shown.values())

    def on_page(self, page: int) -> list[Mark]:
        """The marks of that page, from top to bottom."""
        return self._pages.get(page, [])

    def find(self, mark: str) -> Mark | None:
        """The mark of that id."""
        return self._shown.get(mark)

    def tags(self) -> list[str]:
        """The tags of these marks, those used most first."""
        counts: dict[str, int] = {}
        for mark in self._shown.values():
            for tag in mark.tags:
                counts[tag] = counts.get(tag, 0) + 1
        return sorted(counts, key=lambda tag: (-counts[tag], tag))

    def tell_tags(self, then: Callable[[Sequence[str]], None], owner: QObject) -> None:
        """Call `then` with the tags of all marks of the library, those used most first."""
        services = self._services
        self._tasks.run_latest("tags", Lane.DB, lambda: services.searching.mark_labels().tags, owner=owner, done=then)

    def takes_new(self) -> bool:
        """Whether new marks can be made; where not, that is told.

        They would be kept as marks of the file that was replaced, at places of the one that replaced it.
        """
        if self.replaced:
            self.turned_away.emit()
        return not self.replaced

    def do(self, step: MarkStep, pictures: Mapping[str, bytes] | None = None) -> None:
        """Show the step, store it, and let it be undone."""
        if step.changes:
            self.remember(step)
            self.save(step, pictures)

    def save(self, step: MarkStep, pictures: Mapping[str, bytes] | None = None) -> None:
        """Show the step and store it as a part of a longer one, which `remember` tells of when it is whole."""
        self._begin(step, pictures or {}, lambda: self.do(step, pictures))

    def remember(self, step: MarkStep) -> None:
        """Let a step that is stored already be undone."""
        self.history.do(step)
        self.history_changed.emit()

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        self._apply(self.history.undo(), self.undo)

    def redo(self) -> None:
        """Do the step again that was taken back last, if there is one."""
        self._apply(self.history.redo(), self.redo)

    def take_back(self, step: MarkStep) -> None:
        """Undo this very step, also when others were done since or the tab was closed: a message offered it."""
        newest = self.history.to_undo is step
        if not isValid(self):
            back = self.history.undo() if newest else None
            self._writer.write(back or step.reversed(), {}, self, _nothing, _no_other_try)
        elif newest:
            self.undo()
        else:
            self.do(MarkStep(tuple(self._still_to_do(step.reversed()))))

    def keep(self, step: MarkStep, error: AppError) -> None:
        """Keep a step that was refused where its words are seen until they can be stored."""
        self._writer.keep(step, {}, error)

    def add_picture(self, mark: str, picture: bytes) -> None:
        """Keep the picture of an area, which is made after the mark itself."""
        self._writer.write(MarkStep(()), {mark: picture}, self, lambda: self._announce({mark}), lambda _: None)

    def _still_to_do(self, step: MarkStep) -> Iterator[MarkChange]:
        for change in step.changes:
            mark = change.before or change.after
            now = self.find(mark.id) if mark is not None else None
            if (now is None) == (change.before is None):
                yield MarkChange(now, change.after)

    def _apply(self, step: MarkStep | None, again: Callable[[], None]) -> None:
        if step is not None:
            self._begin(step, {}, again)
            self.history_changed.emit()

    def _begin(self, step: MarkStep, pictures: Mapping[str, bytes], again: Callable[[], None]) -> None:
        self._pending.append(step)
        self._show()

        def stored() -> None:
            self._pending.remove(step)
            _put(self._stored, step)

        def refused(error: AppError) -> Callable[[], None]:
            self._pending.remove(step)
            self.history.withdraw(step)
            self._show()
            self.history_changed.emit()
            self.refused.emit(step, error)
            return again

        self._writer.write(step, pictures, self, stored, refused)

    def _on_library_changed(self, changes: Changes) -> None:
        """Somebody else may have changed the marks: read them again. Steps under way count on top of what is read."""
        if self.paper in (*changes.papers_changed, *changes.papers_added):
            services, paper = self._services, self.paper
            self._tasks.run_latest(
                "marks", Lane.DB, lambda: services.marking.marks(paper), owner=self, done=self._on_read
            )

    def _on_read(self, marks: tuple[Mark, ...]) -> None:
        self._stored = {mark.id: mark for mark in marks if mark.sha256 == self.sha256}
        self._show()

    def _show(self) -> None:
        """Make what is shown anew, and tell which pages are others by it."""
        shown = dict(self._stored)
        for step in self._pending:
            _put(shown, step)
        before, self._shown = self._shown, {mark.id: mark for mark in sorted(shown.values(), key=reading_order)}
        other = {
            mark.page
            for name in before.keys() | shown.keys()
            if before.get(name) != shown.get(name)
            for mark in (before.get(name), shown.get(name))
            if mark is not None
        }
        self._pages = {}
        for mark in self._shown.values():
            self._pages.setdefault(mark.page, []).append(mark)
        if other:
            self.changed.emit(frozenset(other))

    def _announce(self, marks: set[str]) -> None:
        self.changed.emit(frozenset(mark.page for mark in self.marks if mark.id in marks))


def _nothing() -> None:
    """The tab is closed."""


def _no_other_try(error: AppError) -> None:
    """As for `_nothing`: what cannot be stored is kept by the writer."""


def _put(marks: dict[str, Mark], step: MarkStep) -> None:
    """Change the marks as the step says."""
    for change in step.changes:
        if change.before is not None:
            marks.pop(change.before.id, None)
        if change.after is not None:
            marks[change.after.id] = change.after
