"""In full screen the paper in front has the whole window, and a presentation has nothing but a page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.ui.tabs.tabs import Tabs

if TYPE_CHECKING:
    from desktop.ui.reader.reader_room import ReaderRoom


class WholeScreen(QObject):
    """Hides and shows the bars of the window around the tabs."""

    def __init__(
        self,
        window: QWidget,
        tabs: Tabs,
        reader: "Callable[[], ReaderRoom | None]",
        full_screen: QAction,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._full_screen = full_screen
        self._window = window
        self._tabs = tabs
        self._reader = reader
        self._before = window.windowState()
        """Before something was presented."""
        window.installEventFilter(self)

    def present(self, wanted: bool) -> None:
        """Give the whole screen to a presentation, or go back to what was before."""
        if wanted:
            self._before = self._window.windowState()
            self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        else:
            self._window.setWindowState(self._before)
        self.arrange()

    def arrange(self) -> None:
        """Show the bars that the window and what is in front allow."""
        reader = self._reader()
        self._full_screen.setChecked(self._window.isFullScreen())
        full = reader is not None and self._window.isFullScreen()
        self._tabs.show_bar(not full)
        if reader is not None:
            reader.float_bar(full)
        if isinstance(self._window, QMainWindow):
            self._window.menuBar().setVisible(reader is None or not reader.is_presenting)
            self._window.statusBar().setVisible(not full)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window comes into full screen and leaves it in many ways."""
        if event.type() is QEvent.Type.WindowStateChange:
            self.arrange()
        return False
