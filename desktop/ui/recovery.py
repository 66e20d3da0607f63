"""A damaged library: tell of it, and offer to go back to the newest of its backups that is whole."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError, Reason
from desktop.ui.failures import failure_words
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.domain.backup import Backup

Tell = Callable[[str, str, Callable[[], None] | None], None]
"""Shows words, and a button (none if its text is empty) with what it does."""


class Recovery(QObject):
    """Looks for backups on a lane and words the offer."""

    backup_wanted = Signal(object, object)  # Path of the library's folder, Path of the backup

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks

    def tell(self, error: AppError, folder: Path | None, tell: Tell) -> None:
        """Tell of an error. If it says that the library in `folder` is damaged and there is a backup, offer that."""
        text = failure_words(error).text
        tell(text, "", None)
        if error.reason is not Reason.LIBRARY_DAMAGED or folder is None:
            return

        def find() -> "Backup | None":
            from desktop.services.back_up_library import newest_whole  # wanted in an emergency only

            return newest_whole(folder)

        def found(backup: "Backup | None") -> None:
            if backup is not None:
                tell(text, self._offer(backup), lambda: self.backup_wanted.emit(folder, backup.path))

        self._tasks.run(Lane.FILES, find, owner=self, done=found)

    def _offer(self, backup: "Backup") -> str:
        from desktop.ui.keeping.backup_words import when

        return self.tr("Go back to the backup of {day}").format(day=when(backup.taken_at))
