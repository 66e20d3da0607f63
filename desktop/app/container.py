"""Builds what a window needs, once, gives it libraries, and takes everything down in order."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from desktop.app.held_library import services_of, take
from desktop.app.paths import Paths
from desktop.app.served_commands import ServedCommands
from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.services.library import LibraryServices
from desktop.system.library_lock import LibraryLock
from desktop.system.settings import SettingsFile
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Lane, TaskRunner

log = logging.getLogger(__name__)


class Container(QObject):
    """A window and the library it holds, if any."""

    _crash_reported = Signal(str)

    def __init__(self, paths: Paths, settings: SettingsFile) -> None:
        super().__init__()
        self._paths = paths
        self._settings = settings
        self._held: dict[LibraryServices, LibraryLock] = {}
        self._chosen: Path | None = None
        self._commands: ServedCommands | None = None
        self.tasks = TaskRunner(self)
        self._crash_reported.connect(self._on_crash_reported, Qt.ConnectionType.QueuedConnection)

    def make_window(self, services: LibraryServices | None, lock: LibraryLock | None) -> MainWindow:
        """The window with that library, which is opened after the first paint; without one the welcome page."""
        if services is not None and lock is not None:
            self._held[services] = lock
        default = self._paths.default_library
        self.window = MainWindow(services, self.tasks, self._settings, default_library=default)
        self.window.library_wanted.connect(self._on_library_wanted)
        self.window.sample_wanted.connect(self._on_sample_wanted)
        self.window.library_shown.connect(self._on_library_shown)
        self.window.library_refused.connect(self._on_library_refused)
        return self.window

    def report_crash(self, report: Path) -> None:
        """Tell the person of a bug. Callable from any thread."""
        self._crash_reported.emit(str(report))

    def stop(self) -> None:
        """Let work under way end, close the library on its lane, give its lock back."""
        if self._commands is not None:
            self._commands.stop()
        for services in self._held:
            self.tasks.run(Lane.DB, services.close, owner=self)
        self.tasks.shutdown()
        for lock in self._held.values():
            lock.release()
        self.window.deleteLater()

    def _on_library_wanted(self, folder: Path) -> None:
        self._chosen = folder
        self._show(folder, sample=False)

    def _on_sample_wanted(self) -> None:
        self._show(self._paths.sample_library, sample=True)

    def _show(self, folder: Path, *, sample: bool) -> None:
        if any(services.folder == folder for services in self._held):
            return
        try:
            lock = take(folder)
        except AppError as error:
            self.window.show_failure(error)
            return
        services = services_of(folder, sample=sample)
        self._held[services] = lock
        self.window.show_library(services)

    def _on_library_shown(self, services: LibraryServices) -> None:
        self._release_all_but(services)
        if self._chosen == services.folder:
            self.window.session.change(library=str(services.folder))
        log.info("opened %s%s", services.folder, " after an unclean end" if services.ended_badly else "")
        self._commands = commands = ServedCommands(services, self.tasks, self._paths.runtime, self)
        commands.raise_asked.connect(self.window.come_to_front)
        commands.library_changed.connect(self._on_library_changed)
        self.tasks.run(Lane.FILES, commands.start, owner=self)

    def _on_library_refused(self, services: LibraryServices, error: AppError) -> None:
        log.info("could not open %s: %s", services.folder, error)
        self._release_all_but(None)

    def _release_all_but(self, kept: LibraryServices | None) -> None:
        """The window told that it closed the others."""
        if self._commands is not None:
            self._commands.stop()
            self._commands.deleteLater()
            self._commands = None
        for services in [held for held in self._held if held is not kept]:
            self._held.pop(services).release()

    def _on_library_changed(self, changes: Changes) -> None:
        if self.window.desk is not None:
            self.window.desk.events.announce(changes)

    def _on_crash_reported(self, report: str) -> None:
        words = self.tr("Papershelf made a mistake. What was saved before is safe. A report for the developers: {file}")
        self.window.toast.show_failure(words.format(file=report))
