"""Builds what a window needs, once, gives it libraries, and takes everything down in order."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.app.held_library import SharedHold, go_back, services_of, take
from desktop.app.network_choice import network_of
from desktop.app.paths import Paths
from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.own_link import LinkedPlace
from desktop.services.library import LibraryServices
from desktop.system.library_lock import LibraryLock
from desktop.system.settings import SettingsFile
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.app.served_commands import ServedCommands

_SERVE_AFTER_MS = 150
"""The first rows do not wait for the 20 ms that the channel takes to import; whoever asks meanwhile tries again."""

log = logging.getLogger(__name__)


class Container(QObject):
    """A window and the library it holds, if any."""

    library_opened = Signal()

    _crash_reported = Signal(str)

    def __init__(self, paths: Paths, settings: SettingsFile, services: LibraryServices | None) -> None:
        super().__init__()
        self._paths = paths
        self._settings = settings
        self._services: LibraryServices | None = None
        self._lock: LibraryLock | None = None
        self._commands: ServedCommands | None = None
        self.tasks = TaskRunner(self)
        self.window = MainWindow(services, self.tasks, settings, default_library=paths.default_library)
        self.window.library_wanted.connect(self._on_library_wanted)
        self.window.sample_wanted.connect(self._on_sample_wanted)
        self.window.backup_wanted.connect(self._on_backup_wanted)
        self.window.session.changed.connect(self._on_settings_changed)
        self._crash_reported.connect(self._on_crash_reported, Qt.ConnectionType.QueuedConnection)

    def open(self, services: LibraryServices, lock: LibraryLock, *, keep: bool = False) -> None:
        """Open the library on its lane, show it, close the one before. `keep`: it opens at the next start, too."""
        self.tasks.run(
            Lane.DB,
            services.open,
            owner=self,
            done=lambda _: self._on_opened(services, lock, keep),
            failed=lambda error: self._on_refused(lock, error),
        )

    def report_crash(self, report: Path) -> None:
        """Tell the person of a bug. Callable from any thread."""
        self._crash_reported.emit(str(report))

    def stop(self) -> None:
        """Let work under way end, close the library on its lane, give its lock back."""
        self._close_present()
        self.tasks.shutdown()
        self.window.deleteLater()

    def show_add(self, text: str) -> None:
        """Show which papers the text names, once a library is open."""
        self._when_open(lambda: self.window.show_add(text))

    def show_place(self, place: LinkedPlace) -> None:
        """Show a place in a paper, once a library is open."""
        self._when_open(lambda: self.window.open_paper(place))

    def _when_open(self, act: Callable[[], None]) -> None:
        if self._services is not None:
            act()
        else:
            self.library_opened.connect(act, Qt.ConnectionType.SingleShotConnection)

    def _on_settings_changed(self) -> None:
        if self._services is not None:
            self._services.network = network_of(self._paths, self._settings.values)

    def _on_library_wanted(self, folder: Path) -> None:
        self._switch(folder, sample=False, keep=True)

    def _on_sample_wanted(self) -> None:
        self._switch(self._paths.sample_library, sample=True, keep=False)

    def _on_backup_wanted(self, folder: Path, backup: Path) -> None:
        if not self.window.settled(lambda: self._on_backup_wanted(folder, backup)):
            return
        was_open = self._services is not None
        sample = folder == self._paths.sample_library
        if was_open:
            self.window.leave_library()  # or else it would save into a library that is closed
        self._close_present()

        def failed(error: AppError) -> None:
            self.tasks.failure_reported.emit(error)
            if was_open:
                self._switch(folder, sample=sample, keep=False)

        self.tasks.run(
            Lane.DB,
            lambda: go_back(folder, backup),
            owner=self,
            done=lambda kept: self._went_back(folder, kept, sample=sample, was_open=was_open),
            failed=failed,
        )

    def _went_back(self, folder: Path, kept: Path, *, sample: bool, was_open: bool) -> None:
        def tell() -> None:
            if was_open:
                text = self.tr("This is the library as its backup holds it. What it was before is kept as {file}.")
                button = self.tr("Go back to what was")
            else:
                text = self.tr("This is the library as its backup holds it. The damaged file is kept as {file}.")
                button = ""
            act = partial(self._on_backup_wanted, folder, kept)
            self.window.toast.show_message(text.format(file=kept.name), button, act)

        self.library_opened.connect(tell, Qt.ConnectionType.SingleShotConnection)
        self._switch(folder, sample=sample, keep=False)

    def _switch(self, folder: Path, *, sample: bool, keep: bool) -> None:
        """Open another library; with `keep` it is the person's own from now on."""
        if self._services is not None and self._services.folder == folder:
            return
        if not self.window.settled(lambda: self._switch(folder, sample=sample, keep=keep)):
            return
        try:
            lock = take(folder)
        except AppError as error:
            self.window.show_failure(error)
            return
        network = network_of(self._paths, self._settings.values)
        self.open(services_of(folder, sample=sample, network=network), lock, keep=keep)

    def _on_opened(self, services: LibraryServices, lock: LibraryLock, keep: bool) -> None:
        log.info("opened %s%s", services.folder, " after an unclean end" if services.ended_badly else "")
        self.window.show_library(services)
        self._close_present()
        self._services, self._lock = services, lock
        if keep:
            self.window.session.change(library=str(services.folder))
        QTimer.singleShot(_SERVE_AFTER_MS, self, lambda: self._serve(services))
        self.library_opened.emit()

    def _serve(self, services: LibraryServices) -> None:
        if services is not self._services or self._commands is not None:
            return
        from desktop.app.served_commands import ServedCommands

        runtime = self._paths.runtime
        personal = self.window.session.personal
        self._commands = commands = ServedCommands(
            services, self.tasks, lambda: self._settings.values, personal, runtime, self
        )
        commands.raise_asked.connect(self.window.come_to_front)
        commands.add_asked.connect(self.window.show_add)
        commands.show_asked.connect(self.window.open_paper)
        commands.library_changed.connect(self._on_command_changed)
        self.tasks.run(Lane.FILES, commands.start, owner=self)

    def _on_refused(self, lock: LibraryLock, error: AppError) -> None:
        log.info("a library could not be opened: %s", error)
        lock.release()
        if self._services is None:
            self.window.show_refusal(error)
        else:
            self.window.show_failure(error)

    def _close_present(self) -> None:
        """Close the library that is held, once the lane has done what is queued; give it back when no other lane works
        in its folder any more.
        """
        if self._commands is not None:
            self._commands.stop()
            self._commands.deleteLater()
            self._commands = None
        if self._services is not None and self._lock is not None:
            services, lock = self._services, self._lock
            self._services = self._lock = None
            others = (Lane.FILES, Lane.DOWNLOAD, Lane.PDF, Lane.INDEX)
            self.tasks.cancel_jobs(others)
            hold = SharedHold(lock, 1 + len(others))
            self.tasks.run(Lane.DB, lambda: hold.close(services), owner=self)
            for lane in others:
                self.tasks.run(lane, hold.leave, owner=self)

    def _on_command_changed(self, changes: Changes) -> None:
        if self.window.desk is not None:
            self.window.desk.events.announce(changes)
            if changes.texts_wanted:
                self.window.desk.digests.write_what_waits()

    def _on_crash_reported(self, report: str) -> None:
        words = self.tr("Papershelf made a mistake. What was saved before is safe. A report for the developers: {file}")
        self.window.toast.show_failure(words.format(file=report))
