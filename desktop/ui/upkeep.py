"""What a library needs now and then and nobody should have to ask for: a look for damage, a backup a day, and that what
is emptied out of the Trash is deleted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Reason, StorageError
from desktop.domain.progress import Job
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.domain.check_report import CheckReport
    from desktop.services.library import LibraryServices

_QUIET_MS = 20_000
"""The person goes first: upkeep takes the lane for a second or two in a large library."""
_AGAIN_MS = 600_000
"""A window may stay open for days, and a library that is new now may hold a day's work soon."""


class Upkeep(QObject):
    """Begins some seconds after a library was opened, and looks now and then whether a backup is due."""

    damage_found = Signal(object)  # AppError
    changed = Signal(object)
    """What was in the Trash for long is gone (Changes)."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._tidied = False
        self._timer = QTimer(self)
        self._timer.setInterval(_AGAIN_MS)
        self._timer.timeout.connect(self._back_up)
        QTimer.singleShot(_QUIET_MS, self, self.begin)

    @property
    def folder(self) -> Path:
        """The library that is looked after."""
        return self._services.folder

    def begin(self) -> None:
        """Look for damage if the program did not end in order the last time; then make the backup that is due."""
        services = self._services
        if services.ended_badly:
            self._tasks.run(
                Lane.DB,
                lambda: services.checking.check(Job(), index=False),
                owner=self,
                done=self._on_checked,
                failed=self._on_failed,
            )
        else:
            self._back_up()

    def _on_checked(self, report: "CheckReport") -> None:
        if report.database or report.references:
            self._on_failed(
                StorageError(
                    Reason.LIBRARY_DAMAGED, str(self._services.folder), [*report.database, *report.references][0]
                )
            )
        else:
            self._back_up()

    def _back_up(self) -> None:
        services = self._services
        self._timer.start()
        self._tasks.run(
            Lane.DB,
            lambda: services.backups.back_up_if_due(),
            owner=self,
            done=self._on_backed_up,
            failed=self._on_failed,
        )

    def _on_backed_up(self, made: Path | None) -> None:
        """Deleting comes after the day's backup, or else once after the start."""
        if made is not None or not self._tidied:
            self._tidied = True
            self._empty_trash()

    def _empty_trash(self) -> None:
        services = self._services
        self._tasks.run(
            Lane.DB, lambda: services.trash.empty_old(), owner=self, done=self._on_emptied, failed=self._on_failed
        )

    def _on_emptied(self, changes: Changes) -> None:
        if changes:
            self.changed.emit(changes)
        self._delete(True)

    def _delete(self, more: bool) -> None:
        """A piece at a time: what a person does comes in between."""
        services = self._services
        if more:
            self._tasks.run(
                Lane.DB, lambda: services.trash.purge(), owner=self, done=self._delete, failed=self._on_failed
            )

    def _on_failed(self, error: AppError) -> None:
        self._timer.stop()
        self.damage_found.emit(error)
