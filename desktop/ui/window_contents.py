"""What stands in the window: menus, status bar, messages, and in the middle the open library or the welcome page."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QWidget

from desktop.domain.errors import AppError
from desktop.domain.own_link import LinkedPlace
from desktop.ui import tokens
from desktop.ui.actions import ActionId, Needs
from desktop.ui.commands import Commands
from desktop.ui.desk.library_desk import LibraryDesk
from desktop.ui.failures import folder_remark
from desktop.ui.library_room import AFTER_ROWS_MS
from desktop.ui.look import apply_look
from desktop.ui.reader.kept_reading import KeptReading
from desktop.ui.recovery import Recovery
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from desktop.ui.upkeep import Upkeep
from desktop.ui.welcome import WelcomePage
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.toast import Toast
from desktop.ui.window_dialogs import WindowDialogs
from desktop.ui.window_work import WindowWork
from desktop.ui.work.status_line import StatusLine

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.adding.drop import Dropped, DropTarget

Id = ActionId
_UNDO_AFTER_MS = 1000
_RECENT = 8
"""Libraries that are remembered."""


class WindowContents(QObject):
    """Fills the window. The middle is made anew for another library, language or size of text."""

    library_wanted = Signal(object)  # Path
    sample_wanted = Signal()
    backup_wanted = Signal(object, object)  # Path of the library's folder, Path of the backup

    def __init__(
        self,
        window: QMainWindow,
        services: "LibraryServices | None",
        tasks: TaskRunner,
        session: Session,
        default: Path,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._tasks = tasks
        self._session = session
        self._default = default
        self._open = False
        self._desk: LibraryDesk | None = None
        self._drops: DropTarget | None = None
        self.commands = Commands(window)
        self.commands.set_shortcuts(session.values.shortcuts)
        self.commands.fill_menu_bar(window.menuBar())
        self.status = StatusLine(tasks)
        self.dialogs = WindowDialogs(window, tasks, session, self.commands, self.status.records)
        self.dialogs.setting_changed.connect(self._change_setting)
        self.dialogs.other_library_asked.connect(self._choose_library)
        self.status.work_asked.connect(self.dialogs.show_work)
        self._work = WindowWork(tasks, session, self.commands, self.status, self.dialogs, self)
        self._kept = KeptReading(tasks, self)
        window.setStatusBar(self.status)
        self._stack = QStackedWidget()
        window.setCentralWidget(self._stack)
        self.toast = Toast(window)
        self._recovery = Recovery(tasks, self)
        self._recovery.backup_wanted.connect(self.backup_wanted)
        tasks.failure_reported.connect(self.show_failure)
        self._bind()
        self._show_middle()

    # The library

    @property
    def desk(self) -> LibraryDesk | None:
        """The open library's part of the window."""
        return self._desk

    def show_library(self, services: "LibraryServices") -> None:
        """Show a library that is open now; the window no longer uses any other."""
        if services is not self._services or self._desk is None:
            self._leave_library()
            self._services = services
            self._show_middle()
        self._open = True
        folder = str(services.folder)
        others = tuple(known for known in self._session.values.recent_libraries if known != folder)
        self._session.change(recent_libraries=(folder, *others)[:_RECENT])
        self._start_desk()
        if remark := folder_remark(services.folder_kind):
            self.toast.show_failure(remark)
        QTimer.singleShot(AFTER_ROWS_MS, self, self._take_drops)

    def leave_library(self) -> None:
        """Show nothing of the library while another file takes its place."""
        page = EmptyState()
        page.tell("no-work", self.tr("Going back to the backup…"))
        self._show_instead(page)

    def show_refusal(self, error: AppError) -> None:
        """Tell why the library could not be opened, and offer to open another."""
        folder = self._services.folder if self._services is not None else None
        page = EmptyState()
        act: list[Callable[[], None]] = []
        page.acted.connect(lambda: act[-1]())

        def tell(text: str, button: str, do: Callable[[], None] | None) -> None:
            act.append(do or self._choose_library)
            page.tell("nothing-found", text, button or self.tr("Open another library…"))

        self._recovery.tell(error, folder, tell)
        self._show_instead(page)

    def show_failure(self, error: AppError) -> None:
        """Tell what failed, in a message that goes away by itself."""
        folder = self._services.folder if self._services is not None else None
        self._recovery.tell(error, folder, self.toast.show_failure)

    def _show_middle(self) -> None:
        """Put the library, or without one the welcome page, into the window."""
        if self._services is None:
            page = WelcomePage(self._default)
            page.library_chosen.connect(self.library_wanted)
            page.sample_chosen.connect(self.sample_wanted)
            self._show_alone(page)
            self._window.setWindowTitle("Papershelf")
        else:
            desk = LibraryDesk(
                *(self._services, self._tasks, self._session, self.commands, self.toast, self._window),
                *(self._work.background, self._kept),
            )
            desk.state_changed.connect(self._refresh)
            desk.keeping.restore_wanted.connect(self.backup_wanted)
            self._desk = desk
            self._show_alone(desk.reading.tabs)
            desk.room.table.setFocus()
            self._window.setWindowTitle(f"{self._services.folder.name} – Papershelf")
        self._refresh()

    def _show_instead(self, page: QWidget) -> None:
        self._leave_library()
        self._services, self._open = None, False
        self._show_alone(page)
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
            self._stack.removeWidget(self._desk.reading.tabs)
            self._desk.leave()
            self._desk = None

    def _leave_library(self) -> None:
        self._leave()
        self._kept.leave()
        self._work.leave()

    def _rebuild(self) -> None:
        """Make all widgets anew, in another language or size; a triage goes on."""
        triage = self._desk.triage.left_off if self._desk is not None else None
        self._leave()
        self.commands.translate()
        self._show_middle()
        if self._desk is not None and self._open:
            self._start_desk()
            self._desk.triage.go_on(triage)

    def _start_desk(self) -> None:
        assert self._desk is not None
        assert self._services is not None
        self._desk.start()
        upkeep = Upkeep(self._services, self._tasks, self._desk)
        upkeep.damage_found.connect(self.show_failure)
        upkeep.changed.connect(self._desk.events.announce)
        self._work.serve(self._services, self._desk)
        papers = self._desk.papers  # brings SQLAlchemy: half a second on the lane's thread, which the first rows need
        QTimer.singleShot(_UNDO_AFTER_MS, papers, papers.load_first_undo_state)

    # Actions of the window itself

    def _bind(self) -> None:
        slots = {
            Id.NEW_LIBRARY: self._choose_library,
            Id.OPEN_LIBRARY: self._choose_library,
            Id.OPEN_SAMPLE: self.sample_wanted,
            Id.QUIT: self._window.close,
            Id.PREFERENCES: self._show_preferences,
            Id.LARGER: lambda: self._step_scale(1),
            Id.SMALLER: lambda: self._step_scale(-1),
            Id.USUAL_SIZE: lambda: self._change_setting("scale", 100),
            Id.WORK: self.dialogs.show_work,
            Id.DOWNLOADS: self.dialogs.show_downloads,
            Id.FULL_SCREEN: self._set_full_screen,
            Id.HELP: self.dialogs.show_help,
            Id.KEYS: self.dialogs.show_keys,
            Id.PALETTE: self.dialogs.show_palette,
            Id.ABOUT: self.dialogs.show_about,
        }
        for name, slot in slots.items():
            self.commands[name].triggered.connect(slot)

    def _choose_library(self) -> None:
        start = self._services.folder.parent if self._services is not None else self._default.parent
        if chosen := QFileDialog.getExistingDirectory(self._window, self.tr("Folder of the library"), str(start)):
            self.library_wanted.emit(Path(chosen))

    def _take_drops(self) -> None:
        from desktop.ui.adding.drop import DropTarget  # not needed for the first screen

        if self._drops is None:
            self._drops = DropTarget(self._window)
            self._drops.arrived.connect(self._on_dropped)

    def _on_dropped(self, found: "Dropped") -> None:
        if self._desk is not None:
            self._desk.intake.take(found)

    def show_add(self, text: str) -> None:
        """Show what the text names, to be added; without a library nothing happens."""
        if self._desk is not None:
            self._desk.intake.adding.open(text)

    def open_paper(self, place: LinkedPlace) -> None:
        """Show a place in a paper; without a library nothing happens."""
        if self._desk is not None:
            self._desk.reading.open(place.paper, page=place.page, mark=place.mark)

    def _show_preferences(self) -> None:
        self.dialogs.show_preferences(self._services.folder if self._services is not None else None)

    def _set_full_screen(self, wanted: bool) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    # Look

    def _step_scale(self, steps: int) -> None:
        self._change_setting("scale", tokens.scale_beside(theme().scale, steps))

    def _change_setting(self, name: str, value: object) -> None:
        if getattr(self._session.values, name) == value:
            return
        self._session.change(**{name: value})
        if name == "shortcuts":
            self.commands.set_shortcuts(self._session.values.shortcuts)
            return
        self._work.obey()
        apply_look(self._session.values)
        if name in ("language", "scale"):
            self._rebuild()
        if name == "language":
            self.dialogs.show_again()

    def _refresh(self) -> None:
        """Enable what can be done now, and count."""
        desk = self._desk
        self.commands.set_available(Needs.LIST if desk is None else desk.available())
        if desk is not None and (counts := desk.counts()) is not None:
            self.status.show_counts(*counts)
        else:
            self.status.show_text("")

    def save(self) -> None:
        """Keep what is being typed and how the library looks."""
        if self._desk is not None:
            self._desk.room.flush()
            self._desk.save()

    def settled(self, leave: Callable[[], object]) -> bool:
        """Save, and wait until the marks are stored. False if some are not: a dialog shows them, and calls `leave` once
        they are stored or given up."""
        self.save()
        return self._kept.settled(leave)
