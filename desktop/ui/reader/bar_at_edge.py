"""In full screen the tool bar hides, and comes over the pages when the pointer is at the upper edge."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

_EDGE = 3
"""Pixels."""


class BarAtEdge(QObject):
    """Takes the bar, the first of the layout of `room`, out of it for a while."""

    def __init__(self, bar: QWidget, layout: QVBoxLayout, room: QWidget) -> None:
        super().__init__(room)
        self._bar = bar
        self._layout = layout
        self._room = room
        self._floats = False
        room.installEventFilter(self)
        bar.installEventFilter(self)

    def watch(self, view: QWidget) -> None:
        """The pointer over this widget brings the bar."""
        view.installEventFilter(self)

    def float_over(self, floats: bool) -> None:
        """Hide the bar, or let it stand above the pages again."""
        if floats == self._floats:
            return
        self._floats = floats
        if floats:
            self._layout.removeWidget(self._bar)
            self._bar.hide()
        else:
            self._layout.insertWidget(0, self._bar)
            self._bar.show()

    def come(self) -> None:
        """Be seen."""
        if self._floats:
            self._bar.setGeometry(0, 0, self._room.width(), self._bar.sizeHint().height())
            self._bar.raise_()
        self._bar.show()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the pointer."""
        if not self._floats:
            return False
        if watched is self._bar:
            focused = QApplication.focusWidget()
            if event.type() is QEvent.Type.Leave and (focused is None or not self._bar.isAncestorOf(focused)):
                self._bar.hide()
        elif event.type() is QEvent.Type.Resize and self._bar.isVisible():
            self.come()
        elif isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            if event.position().y() <= _EDGE:
                self.come()
            elif self._bar.isVisible():
                self._bar.hide()
        return False
