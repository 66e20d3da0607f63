"""What a library needs now and then and nobody should have to ask for: a look for damage, and a backup a day."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.check_report import CheckReport
from desktop.domain.errors import AppError, Reason, StorageError
from desktop.domain.progress import Job
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_QUIET_MS = 20_000
"""The person goes first: upkeep takes the lane for a second or two in a large library."""
_AGAIN_MS = 600_000
"""A window may stay open for days, and a library that is new now may hold a day's work soon."""


class Upkeep(QObject):
    """Begins some seconds after a library was opened, and looks now and then whether a backup is due."""

    damage_found = Signal(object)  # AppError

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
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

    def _on_checked(self, report: CheckReport) -> None:
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

        def work() -> Path | None:
            held = services.browse.sidebar()
            # The backup of a library just made would stand for the whole first day, and hold nothing.
            return services.backups.back_up_if_due() if held.all or held.trash or held.digests else None

        self._timer.start()
        self._tasks.run(Lane.DB, work, owner=self, failed=self._on_failed)

    def _on_failed(self, error: AppError) -> None:
        self._timer.stop()
        self.damage_found.emit(error)
