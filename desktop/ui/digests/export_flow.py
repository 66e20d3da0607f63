"""Opens the export dialogs and tells the window what was written."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.exporting import ExportResult
from desktop.services.library import LibraryServices
from desktop.ui.digests.export_all_dialog import ExportAllDialog
from desktop.ui.digests.export_dialog import ExportChoices, ExportDialog
from desktop.ui.digests.export_words import all_words, result_words
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner


class ExportFlow(QObject):
    """Exports from one library. Lives as long as its window."""

    opened = Signal(object)
    """The dialog: ExportDialog or ExportAllDialog."""
    exported = Signal(str, str)
    """What to tell the person, and the path of a file that was written, for "Show in folder" (`show_in_folder`)."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._services = services
        self._session = session
        self._window = window

    def export(self, choices: ExportChoices) -> None:
        """Let a person export one of these. Does nothing if there is nothing to choose."""
        if choices.digest is None and not choices.selected and not choices.shown:
            return
        dialog = ExportDialog(self._tasks, self._services, self._session, choices, self._window)
        dialog.exported.connect(self._on_exported)
        dialog.finished.connect(dialog.deleteLater)
        self._show(dialog)

    def export_all(self) -> None:
        """Let a person export every digest into a folder."""
        dialog = ExportAllDialog(self._tasks, self._services, self._session, self._window)
        dialog.exported.connect(self._on_all_exported)
        self._show(dialog)

    def _show(self, dialog: ExportDialog | ExportAllDialog) -> None:
        self.destroyed.connect(dialog.reject)  # another library, or the window is made anew
        dialog.show()
        self.opened.emit(dialog)

    def _on_exported(self, result: ExportResult) -> None:
        self.exported.emit(result_words(result, Path(result.path).name), result.path)

    def _on_all_exported(self, results: tuple[ExportResult, ...]) -> None:
        if results:
            self.exported.emit(all_words(results), results[0].path)
