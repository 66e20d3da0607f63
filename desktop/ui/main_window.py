"""The window itself: its size, its first paint, and what the program may ask of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.domain.errors import AppError
from desktop.domain.own_link import LinkedPlace
from desktop.ui.look import apply_look
from desktop.ui.session import Session, SettingsStore
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from desktop.ui.tokens import Color

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.desk.library_desk import LibraryDesk
    from desktop.ui.widgets.toast import Toast
    from desktop.ui.window_contents import WindowContents

_SIZE = (1200, 760)
"""At the first start, in pixels at 100 %."""


class MainWindow(QMainWindow):
    """Shows one library, or without one the welcome page.

    Opening and closing libraries is the program's business (it locks the folder). The window is made with services that
    need not be open yet and is painted before its contents are made; `show_library` tells that they are open. Where a
    person wants another library, `library_wanted` or `sample_wanted` is sent.
    """

    library_wanted = Signal(object)  # Path
    sample_wanted = Signal()
    backup_wanted = Signal(object, object)  # Path of the library's folder, Path of the backup

    def __init__(
        self,
        services: "LibraryServices | None",
        tasks: TaskRunner,
        settings: SettingsStore,
        *,
        default_library: Path | None = None,
    ) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._default = default_library or Path.home() / "Papershelf"
        self._contents: WindowContents | None = None
        self._filling = False
        self.session = Session(settings, tasks, self)
        apply_look(self.session.values)
        self.setWindowTitle("Papershelf")
        if not self.restoreGeometry(self.session.recall_bytes("window")):
            self.resize(theme().scaled(_SIZE[0]), theme().scaled(_SIZE[1]))

    @property
    def contents(self) -> "WindowContents":
        """What stands in the window; made when it is first asked for, at the latest after the first paint."""
        if self._contents is None:
            # Two thirds of the time that a start takes: the window is painted before.
            from desktop.ui.assets import app_icon
            from desktop.ui.window_contents import WindowContents

            self._contents = WindowContents(self, self._services, self._tasks, self.session, self._default)
            self._contents.library_wanted.connect(self.library_wanted)
            self._contents.sample_wanted.connect(self.sample_wanted)
            self._contents.backup_wanted.connect(self.backup_wanted)
            self.setWindowIcon(app_icon())
        return self._contents

    @property
    def desk(self) -> "LibraryDesk | None":
        """The open library's part of the window."""
        return self.contents.desk

    @property
    def toast(self) -> "Toast":
        """Where messages are shown."""
        return self.contents.toast

    def show_library(self, services: "LibraryServices") -> None:
        """Show a library that is open now; the window no longer uses any other."""
        self.contents.show_library(services)

    def leave_library(self) -> None:
        """Show nothing of the library while another file takes its place."""
        self.contents.leave_library()

    def show_refusal(self, error: AppError) -> None:
        """Tell why the library could not be opened, and offer to open another."""
        self.contents.show_refusal(error)

    def show_failure(self, error: AppError) -> None:
        """Tell what failed, in a message that goes away by itself."""
        self.contents.show_failure(error)

    def show_add(self, text: str) -> None:
        """Show which papers the text names, to be added. Nothing is added before the person says so."""
        self.contents.show_add(text)

    def open_paper(self, place: LinkedPlace) -> None:
        """Show a place in a paper of the library. This only ever shows."""
        self.contents.open_paper(place)

    def settled(self, leave: Callable[[], object]) -> bool:
        """Whether nothing is lost by leaving the library now; else `leave` is called once that is so."""
        return self._contents is None or self._contents.settled(leave)

    def come_to_front(self) -> None:
        """Be seen, wherever the window was."""
        self.setWindowState((self.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def _fill(self) -> None:
        _ = self.contents

    def _paint_empty_panes(self) -> None:
        """Paper and sidebar where they will be, so that nothing flashes when they come."""
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color(Color.SURFACE))
        bars = look.space(6)
        painter.fillRect(QRect(0, 0, self.width(), bars), look.color(Color.WINDOW))
        painter.fillRect(QRect(0, self.height() - bars, self.width(), bars), look.color(Color.WINDOW))
        if self._services is not None:
            height = self.height() - 2 * bars
            painter.fillRect(QRect(0, bars, look.space(52), height), look.color(Color.SIDEBAR))

    # Qt

    def focusNextPrevChild(self, next: bool) -> bool:
        """Lead the keyboard on. From what has gone it goes to the papers or their pages, not to a field
        that happens to come next."""
        before: QWidget | None = self.focusWidget()
        gone = before is not None and not (before.isVisible() and before.isEnabled())
        desk = self._contents.desk if self._contents is not None else None
        if gone and desk is not None:
            (desk.room if desk.room.isVisible() else desk.reading.tabs).setFocus()
            return True
        return super().focusNextPrevChild(next)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; the first time before there is anything in the window."""
        super().paintEvent(event)
        if self._contents is None:
            self._paint_empty_panes()
            if not self._filling:
                self._filling = True
                QTimer.singleShot(0, self, self._fill)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed and how the window looks. What cannot be stored keeps the window open."""
        if not self.settled(self.close):
            event.ignore()
            return
        self.session.remember_bytes("window", self.saveGeometry())
        self.session.save()
        event.accept()
