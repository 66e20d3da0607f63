"""Brings steps into the library, one after the other. Lives as long as the lanes, so that nothing is lost with a tab
or when all widgets are made anew."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.mark import MarkStep
from desktop.ui.events import LibraryEvents
from desktop.ui.failures import failure_words
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices


class MarkWriter(QObject):
    """A step that could not be stored is told, and kept in the message for another try."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, events: LibraryEvents, toast: Toast) -> None:
        super().__init__(tasks)
        self._services = services
        self._tasks = tasks
        self._events = events
        self._toast = toast

    def write(
        self,
        step: MarkStep,
        pictures: Mapping[str, bytes],
        owner: QObject,
        stored: Callable[[], None],
        refused: Callable[[AppError], Callable[[], None] | None],
    ) -> None:
        """Store the step, then call `stored`, or `refused`, which says how to try again (None: nothing to be tried).

        If `owner` is gone by then, trying again is storing again.
        """
        services = self._services

        def done(changes: Changes) -> None:
            if isValid(owner):
                stored()
            if isValid(self._events):
                self._events.announce_quietly(changes)

        def failed(error: AppError) -> None:
            again: Callable[[], None] | None = self._again(step, pictures)
            if isValid(owner):
                again = refused(error)
            if isValid(self._toast):
                self._tell(error, again)
            else:
                self._tasks.failure_reported.emit(error)

        self._tasks.run(Lane.DB, lambda: services.marking.apply(step, pictures), owner=self, done=done, failed=failed)

    def _again(self, step: MarkStep, pictures: Mapping[str, bytes]) -> Callable[[], None]:
        return lambda: self.write(step, pictures, self, _nothing, lambda _: self._again(step, pictures))

    def _tell(self, error: AppError, again: Callable[[], None] | None) -> None:
        words = self.tr("The mark was not saved.") + " " + failure_words(error).text
        self._toast.show_failure(words, self.tr("Try again") if again else "", again)


def _nothing() -> None:
    """Nobody waits for the step any more."""
