"""What the mouse does on pages: for the tools in order, else panning with the middle button."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QCursor, QMouseEvent
from PySide6.QtWidgets import QMenu

from desktop.ui.reader.pages.layer import PageTool
from desktop.ui.reader.pages.page_surface import PageSurface

_CREEP_MS = 16
"""Between two steps of scrolling while a tool is dragged beyond the edge."""


class PageMouse(QObject):
    """Mouse events of the view; positions are pixels of the view."""

    def __init__(self, view: PageSurface) -> None:
        super().__init__(view)
        self._view = view
        self._tool: PageTool | None = None
        """The one that took the press."""
        self._hovered = False
        self._panned_from: QPoint | None = None
        self._last_move: QMouseEvent | None = None
        self._creep = QTimer(self)
        self._creep.setInterval(_CREEP_MS)
        self._creep.timeout.connect(self._on_creep)

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        at = event.position().toPoint()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._panned_from = at
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        point = self._view.page_point(at)
        if point is None or self._tool is not None:
            return
        self._tool = next((tool for tool in self._view.tools if tool.press(point, event)), None)

    def double_click(self, event: QMouseEvent) -> None:
        """The second press of a double click: the tool that takes it hears of the release, too."""
        point = self._view.page_point(event.position().toPoint())
        if point is not None and event.button() is not Qt.MouseButton.MiddleButton:
            self._tool = next((tool for tool in self._view.tools if tool.double_click(point, event)), None)

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved."""
        at = event.position().toPoint()
        if self._panned_from is not None:
            self._view.pan(self._panned_from - at)
            self._panned_from = at
            return
        if self._tool is None:
            self.hover(at)
            return
        point = self._view.page_point(at)
        if point is not None:
            self._tool.move(point, event)
        self._last_move = QMouseEvent(event)
        if self._view.viewport().rect().contains(at):
            self._creep.stop()
        elif not self._creep.isActive():
            self._creep.start()

    def release(self, event: QMouseEvent) -> None:
        """A button went up."""
        at = event.position().toPoint()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._panned_from = None
            self.hover(at)
            return
        tool, point = self._tool, self._view.page_point(at)
        if tool is None or event.buttons() & Qt.MouseButton.LeftButton:
            return
        self._tool = self._last_move = None
        self._creep.stop()
        if point is not None:
            tool.release(point, event)
        self.hover(at)

    def hover(self, at: QPoint) -> None:
        """Show the cursor of the first tool that would take a press there."""
        if not self._view.is_on_page(at):
            self.leave()
            return
        self._hovered = True
        point = self._view.page_point(at)
        assert point is not None
        shape = None
        for tool in self._view.tools:
            shape = tool.hover(point)
            if shape is not None:
                break
        self._view.viewport().setCursor(shape if shape is not None else Qt.CursorShape.ArrowCursor)

    def hover_again(self) -> None:
        """Pages moved under a mouse that stands still."""
        at = self._view.viewport().mapFromGlobal(QCursor.pos())
        if self._hovered and self._tool is None and self._view.viewport().rect().contains(at):
            self.hover(at)

    def leave(self) -> None:
        """The mouse is over no page any more."""
        if self._hovered:
            self._hovered = False
            for tool in self._view.tools:
                tool.left()
        self._view.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def menu(self, event: QContextMenuEvent) -> None:
        """What all tools offer there; of the keyboard's key, in the middle of the view."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self._view.viewport().rect().center() if by_key else event.pos()
        point = self._view.page_point(at)
        if point is None:
            return
        groups: list[list[QAction]] = [actions for tool in self._view.tools if (actions := tool.menu(point))]
        if not groups:
            return
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in groups:
            if not menu.isEmpty():
                menu.addSeparator()
            menu.addActions(group)
        menu.popup(self._view.viewport().mapToGlobal(at) if by_key else event.globalPos())

    def _on_creep(self) -> None:
        """Scroll while the button is held beyond the edge, the faster the farther, and let the tool follow."""
        event = self._last_move
        if event is None or self._tool is None:
            self._creep.stop()
            return
        at, area = event.position().toPoint(), self._view.viewport().rect()
        beyond = QPoint(
            min(at.x() - area.left(), 0) + max(at.x() - area.right(), 0),
            min(at.y() - area.top(), 0) + max(at.y() - area.bottom(), 0),
        )
        self._view.pan(beyond / 2)
        point = self._view.page_point(at)
        if point is not None:
            self._tool.move(point, event)
