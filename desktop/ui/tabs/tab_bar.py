"""The row of tabs: the list of papers first and for good, the others as a person puts them."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QWidget

from desktop.ui.library.labels import IconButton
from desktop.ui.theme import theme

_LEAST, _MOST = 120, 240
"""Width of a tab in pixels at 100 %: a title is cut before tabs become too narrow to be read."""


class TabBar(QTabBar):
    """The first tab stays where it is and cannot be closed. Where there are many, buttons scroll."""

    close_asked = Signal(int)
    menu_asked = Signal(int, QPoint)
    """A right click on the tab of that number, at that place of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "papers")
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setAcceptDrops(True)
        self.setChangeCurrentOnDrag(True)  # papers are dropped on the page behind the tab, not on the tab
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.setAccessibleName(self.tr("Tabs"))

    def insert(self, index: int, title: str) -> None:
        """A tab with a button to close it."""
        self.insertTab(index, title)
        if index > 0:
            close = IconButton("close", self)
            close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            close.set_name(self.tr("Close tab"))
            close.clicked.connect(partial(self._close, close))
            self.setTabButton(index, QTabBar.ButtonPosition.RightSide, close)

    def _close(self, button: QWidget) -> None:
        for index in range(self.count()):
            if self.tabButton(index, QTabBar.ButtonPosition.RightSide) is button:
                self.close_asked.emit(index)
                return

    def _on_menu(self, at: QPoint) -> None:
        index = self.tabAt(at)
        if index > 0:
            self.menu_asked.emit(index, self.mapToGlobal(at))

    # Qt

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the title, within bounds."""
        hint = super().tabSizeHint(index)
        least, most = theme().scaled(_LEAST), theme().scaled(_MOST)
        return QSize(min(max(hint.width(), least if index else 0), most), hint.height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Tabs are not squeezed: those that have no room are scrolled to."""
        return self.tabSizeHint(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The first tab is not dragged."""
        self.setMovable(self.tabAt(event.position().toPoint()) > 0)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click with the middle button closes."""
        index = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and index > 0:
            self.close_asked.emit(index)
            return
        super().mouseReleaseEvent(event)
