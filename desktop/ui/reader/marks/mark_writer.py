"""Brings steps into the library, one after the other. Lives as long as the lanes, so that nothing is lost with a tab
or when all widgets are made anew."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.mark import MarkStep
from desktop.ui.events import LibraryEvents
from desktop.ui.failures import failure_words
from desktop.ui.reader.marks.unstored_dialog import UnstoredDialog
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.toast import Toast
from desktop.ui.wording import sentences

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices


class MarkWriter(QObject):
    """A step that could not be stored is told, and kept in the message for another try; one whose tab is closed is kept
    until it is stored or the person gives it up."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, events: LibraryEvents, toast: Toast) -> None:
        super().__init__(tasks)
        self._services = services
        self._tasks = tasks
        self._events = events
        self._toast = toast
        self._kept: list[tuple[MarkStep, Mapping[str, bytes]]] = []
        self._dialog: UnstoredDialog | None = None

    def write(
        self,
        step: MarkStep,
        pictures: Mapping[str, bytes],
        owner: QObject,
        stored: Callable[[], None],
        refused: Callable[[AppError], Callable[[], None] | None],
    ) -> None:
        """Store the step, then call `stored`, or `refused`, which says how to try again (None: nothing to be tried).

        If `owner` is gone by then, the step is kept as `keep` does.
        """
        services = self._services

        def done(changes: Changes) -> None:
            if isValid(owner):
                stored()
            if isValid(self._events):
                self._events.announce_quietly(changes)

        def failed(error: AppError) -> None:
            if isValid(owner):
                self._tell(error, self._while_open(owner, refused(error), step, pictures))
            else:
                self.keep(step, pictures, error)

        self._tasks.run(Lane.DB, lambda: services.marking.apply(step, pictures), owner=self, done=done, failed=failed)

    def keep(self, step: MarkStep, pictures: Mapping[str, bytes], error: AppError) -> None:
        """Keep a step that could not be stored and that nothing on the screen tells of any more."""
        if not isValid(self._toast) or all(change.after is None for change in step.changes):
            self._tell(error, None)
            return
        self._kept.append((step, pictures))
        if self._dialog is None or not isValid(self._dialog):
            self._dialog = UnstoredDialog(self._toast.window())
            self._dialog.again_wanted.connect(self._try_kept)
            self._dialog.discarded.connect(self._discard_kept)
        self._dialog.tell([kept for kept, _ in self._kept], error)

    def _try_kept(self) -> None:
        kept = self._kept[:]
        self._discard_kept()
        for step, pictures in kept:
            self._try(step, pictures)

    def _try(self, step: MarkStep, pictures: Mapping[str, bytes]) -> None:
        self.write(step, pictures, self, _nothing, partial(self._keep_again, step, pictures))

    def _while_open(
        self,
        owner: QObject,
        again: Callable[[], None] | None,
        step: MarkStep,
        pictures: Mapping[str, bytes],
    ) -> Callable[[], None] | None:
        """The message stays longer than the tab may: then it is the step that is tried again."""
        return None if again is None else lambda: again() if isValid(owner) else self._try(step, pictures)

    def _keep_again(self, step: MarkStep, pictures: Mapping[str, bytes], error: AppError) -> None:
        self.keep(step, pictures, error)

    def _discard_kept(self) -> None:
        self._kept.clear()
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.deleteLater()
            self._dialog.hide()
        self._dialog = None

    def _tell(self, error: AppError, again: Callable[[], None] | None) -> None:
        if not isValid(self._toast):
            self._tasks.failure_reported.emit(error)
            return
        words = sentences((self.tr("The mark was not saved."), failure_words(error).text))
        self._toast.show_failure(words, self.tr("Try again") if again else "", again)


def _nothing() -> None:
    """Nobody waits for the step any more."""
