"""Brings steps into the library, one after the other. Lives as long as the lanes, so that nothing is lost with a tab
or when all widgets are made anew."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer
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

LAST_WAIT_MS = 5000
"""How long closing waits for what is being stored, before it asks."""


@dataclass(frozen=True, slots=True, eq=False)
class _Write:
    """A step on its way into the library."""

    step: MarkStep
    pictures: Mapping[str, bytes]
    owner: QObject
    stored: Callable[[], None]
    refused: Callable[[AppError], Callable[[], None] | None] | None = None
    """None: a refused step is kept."""


class MarkWriter(QObject):
    """A step that could not be stored is told, and kept in the message for another try; one whose tab is closed is kept
    until it is stored or the person gives it up."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, events: LibraryEvents, toast: Toast) -> None:
        super().__init__(tasks)
        self._services = services
        self._tasks = tasks
        self._events = events
        self._toast = toast
        self._under_way: list[_Write] = []
        self._kept: list[_Write] = []
        self._dialog: UnstoredDialog | None = None
        self._leave: Callable[[], object] | None = None
        """What waits until all is stored or given up."""
        self._given_up = False
        self._waits: QEventLoop | None = None

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
        self._store(_Write(step, pictures, owner, stored, refused))

    def keep(self, step: MarkStep, pictures: Mapping[str, bytes], error: AppError) -> None:
        """Keep a step that could not be stored and that nothing on the screen tells of any more."""
        self._keep(_Write(step, pictures, self, _nothing), error)

    def settled(self, leave: Callable[[], object]) -> bool:
        """Wait until everything is stored: at most five seconds, no keys and clicks meanwhile.

        False if something is not. A dialog shows it then, and calls `leave` once it is stored or given up.
        """
        if self._waits is not None:
            return False
        if self._given_up:
            self._given_up, self._leave = False, None
            return True
        self._leave = leave
        self._try_kept()
        self._wait()
        if self._under_way:
            self._show([*self._kept, *self._under_way], None)
        elif not self._kept:
            self._leave = None
        return self._leave is None

    def _wait(self) -> None:
        if self._under_way:
            self._waits = loop = QEventLoop()
            QTimer.singleShot(LAST_WAIT_MS, loop, loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            self._waits = None

    def _store(self, write: _Write) -> None:
        services = self._services

        def done(changes: Changes) -> None:
            self._under_way.remove(write)
            if isValid(write.owner):
                write.stored()
            if isValid(self._events):
                self._events.announce_quietly(changes)
            self._go_on()

        def failed(error: AppError) -> None:
            self._under_way.remove(write)
            if write.refused is not None and isValid(write.owner) and self._leave is None:
                self._tell(error, self._while_open(write, write.refused(error)))
            else:
                self._keep(write, error)
            self._go_on()

        self._under_way.append(write)
        self._tasks.run(
            Lane.DB,
            lambda: services.marking.apply(write.step, write.pictures),
            owner=self,
            done=done,
            failed=failed,
        )

    def _go_on(self) -> None:
        """Leave, if that waits for what was just stored."""
        if self._under_way:
            return
        if self._waits is not None:
            self._waits.quit()
        elif self._leave is not None and not self._kept:  # it took longer than the person was let wait
            self._close_dialog()
            self._leave()

    def _keep(self, write: _Write, error: AppError) -> None:
        if not isValid(self._toast) or all(change.after is None for change in write.step.changes):
            self._tell(error, None)
            return
        self._kept.append(write)
        self._show(self._kept, error)

    def _show(self, unstored: list[_Write], error: AppError | None) -> None:
        if self._dialog is None or not isValid(self._dialog):
            self._dialog = UnstoredDialog(self._toast.window(), leaving=self._leave is not None)
            self._dialog.again_wanted.connect(self._again)
            self._dialog.discarded.connect(self._discard)
        self._dialog.tell([write.step for write in unstored], error)

    def _again(self) -> None:
        if self._leave is None:
            self._try_kept()
        else:
            self._close_dialog()
            self._leave()

    def _discard(self) -> None:
        self._kept.clear()
        self._close_dialog()
        if self._leave is not None:
            self._given_up = True
            self._leave()

    def _try_kept(self) -> None:
        kept = self._kept[:]
        self._kept.clear()
        self._close_dialog()
        for write in kept:
            self._store(_Write(write.step, write.pictures, write.owner, write.stored))

    def _while_open(self, write: _Write, again: Callable[[], None] | None) -> Callable[[], None] | None:
        """The message stays longer than the tab may: then it is the step that is tried again."""
        without_tab = _Write(write.step, write.pictures, self, _nothing)
        return None if again is None else lambda: again() if isValid(write.owner) else self._store(without_tab)

    def _close_dialog(self) -> None:
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
