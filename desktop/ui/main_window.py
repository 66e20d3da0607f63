"""The window: menus, status bar, messages, and in the middle the open library or the welcome page."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QWidget

from desktop.domain.errors import AppError
from desktop.services.library import LibraryServices
from desktop.ui import tokens
from desktop.ui.actions import ActionId, Needs
from desktop.ui.adding.drop import Dropped, DropTarget
from desktop.ui.assets import app_icon
from desktop.ui.commands import Commands
from desktop.ui.failures import failure_words
from desktop.ui.language import language_switch
from desktop.ui.library_desk import LibraryDesk
from desktop.ui.session import Session, SettingsStore
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import ThemeMode, theme
from desktop.ui.welcome import WelcomePage
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.toast import Toast
from desktop.ui.window_dialogs import WindowDialogs
from desktop.ui.work.status_line import StatusLine

Id = ActionId
_SIZE = (1200, 760)
"""At the first start, in pixels at 100 %."""
_RECENT = 8
"""Libraries that are remembered."""


class MainWindow(QMainWindow):
    """Shows one library, or without one the welcome page.

    Opening and closing libraries is the program's business (it locks the folder). The window is made with services that
    need not be open yet, so that it can be painted first; `show_library` tells that they are. Where a person wants
    another library, `library_wanted` or `sample_wanted` is sent.
    """

    library_wanted = Signal(object)  # Path
    sample_wanted = Signal()

    def __init__(
        self,
        services: LibraryServices | None,
        tasks: TaskRunner,
        settings: SettingsStore,
        *,
        default_library: Path | None = None,
    ) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._default = default_library or Path.home() / "Papershelf"
        self._open = False
        self._desk: LibraryDesk | None = None
        self.session = Session(settings, tasks, self)
        self._language = language_switch()
        self._apply_look()
        self._commands = Commands(self)
        self._commands.set_shortcuts(self.session.values.shortcuts)
        self._commands.fill_menu_bar(self.menuBar())
        self.status = StatusLine(tasks)
        self._dialogs = WindowDialogs(self, tasks, self.session, self._commands, self.status.records)
        self._dialogs.setting_changed.connect(self._change_setting)
        self._dialogs.other_library_asked.connect(self._choose_library)
        self.status.work_asked.connect(self._dialogs.show_work)
        self.setStatusBar(self.status)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.toast = Toast(self)
        self.setWindowIcon(app_icon())
        DropTarget(self).arrived.connect(self._on_dropped)
        tasks.failure_reported.connect(self.show_failure)
        self._bind()
        self._restore_size()
        self._show_middle()

    # The library

    @property
    def desk(self) -> LibraryDesk | None:
        """The open library's part of the window."""
        return self._desk

    def show_library(self, services: LibraryServices) -> None:
        """Show a library that is open now; the window no longer uses any other."""
        if services is not self._services or self._desk is None:
            self._leave()
            self._services = services
            self._show_middle()
        self._open = True
        folder = str(services.folder)
        others = tuple(known for known in self.session.values.recent_libraries if known != folder)
        self.session.change(recent_libraries=(folder, *others)[:_RECENT])
        self._start_desk()

    def show_refusal(self, error: AppError) -> None:
        """Tell why the library could not be opened, and offer to open another."""
        words = failure_words(error)
        page = EmptyState()
        page.tell("nothing-found", f"{words.happened}\n{words.advice}", self.tr("Open another library…"))
        page.acted.connect(self._choose_library)
        self._leave()
        self._services, self._open = None, False
        self._show_alone(page)
        self._refresh()

    def show_failure(self, error: AppError) -> None:
        """Tell what failed, in a message that goes away by itself."""
        words = failure_words(error)
        self.toast.show_failure(f"{words.happened} {words.advice}")

    def come_to_front(self) -> None:
        """Be seen, wherever the window was."""
        self.setWindowState((self.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def _show_middle(self) -> None:
        """Put the library, or without one the welcome page, into the window."""
        if self._services is None:
            page = WelcomePage(self._default)
            page.library_chosen.connect(self.library_wanted)
            page.sample_chosen.connect(self.sample_wanted)
            self._show_alone(page)
            self.setWindowTitle("Papershelf")
        else:
            desk = LibraryDesk(self._services, self._tasks, self.session, self._commands, self.toast, self)
            desk.state_changed.connect(self._refresh)
            self._desk = desk
            self._show_alone(desk.room)
            desk.room.table.setFocus()
            self.setWindowTitle(f"{self._services.folder.name} – Papershelf")
        self._refresh()

    def _show_alone(self, page: QWidget) -> None:
        while self._stack.count():
            old = self._stack.currentWidget()
            assert old is not None
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.addWidget(page)

    def _leave(self) -> None:
        if self._desk is not None:
            self._stack.removeWidget(self._desk.room)
            self._desk.leave()
            self._desk = None

    def _rebuild(self) -> None:
        """Make all widgets anew, in another language or size."""
        self._leave()
        self._commands.translate()
        self._show_middle()
        if self._desk is not None and self._open:
            self._start_desk()

    def _start_desk(self) -> None:
        assert self._desk is not None
        self._desk.start()
        self._desk.papers.load_undo_state()

    # Actions of the window itself

    def _bind(self) -> None:
        slots = {
            Id.NEW_LIBRARY: self._choose_library,
            Id.OPEN_LIBRARY: self._choose_library,
            Id.OPEN_SAMPLE: self.sample_wanted,
            Id.QUIT: self.close,
            Id.PREFERENCES: self._show_preferences,
            Id.LARGER: lambda: self._step_scale(1),
            Id.SMALLER: lambda: self._step_scale(-1),
            Id.USUAL_SIZE: lambda: self._change_setting("scale", 100),
            Id.WORK: self._dialogs.show_work,
            Id.FULL_SCREEN: self._set_full_screen,
            Id.HELP: lambda: self._dialogs.show_help(self._language.current),
            Id.KEYS: self._dialogs.show_keys,
            Id.PALETTE: self._dialogs.show_palette,
            Id.ABOUT: self._dialogs.show_about,
        }
        for name, slot in slots.items():
            self._commands[name].triggered.connect(slot)

    def _choose_library(self) -> None:
        start = self._services.folder.parent if self._services is not None else self._default.parent
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of the library"), str(start))
        if chosen:
            self.library_wanted.emit(Path(chosen))

    def _on_dropped(self, found: Dropped) -> None:
        if self._desk is not None:
            self._desk.take(found)

    def _show_preferences(self) -> None:
        self._dialogs.show_preferences(self._services.folder if self._services is not None else None)

    def _set_full_screen(self, wanted: bool) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # Look

    def _step_scale(self, steps: int) -> None:
        scales = tokens.SCALES
        nearest = min(range(len(scales)), key=lambda place: abs(scales[place] - theme().scale))
        self._change_setting("scale", scales[min(max(nearest + steps, 0), len(scales) - 1)])

    def _change_setting(self, name: str, value: object) -> None:
        if getattr(self.session.values, name) == value:
            return
        self.session.change(**{name: value})
        if name == "shortcuts":
            self._commands.set_shortcuts(self.session.values.shortcuts)
            return
        self._apply_look()
        if name in ("language", "scale"):
            self._rebuild()

    def _apply_look(self) -> None:
        values = self.session.values
        self._language.use(values.language)
        mode = ThemeMode(values.theme) if values.theme in list(ThemeMode) else ThemeMode.SYSTEM
        theme().apply(mode, values.scale)

    def _refresh(self) -> None:
        """Enable what can be done now, and count."""
        if self._desk is None:
            self._commands.set_available(Needs.NOTHING)
            self.status.show_text("")
        else:
            self._commands.set_available(self._desk.available())
            self.status.show_counts(*self._desk.counts())

    def _restore_size(self) -> None:
        look = theme()
        if not self.restoreGeometry(self.session.recall_bytes("window")):
            self.resize(look.scaled(_SIZE[0]), look.scaled(_SIZE[1]))

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed and how the window looks."""
        if self._desk is not None:
            self._desk.room.details.flush()
            self._desk.save()
        self.session.remember_bytes("window", self.saveGeometry())
        self.session.save()
        event.accept()
