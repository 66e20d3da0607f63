"""Counts clicks that follow one another: one, two, three, four, and again."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QMouseEvent

_MOST = 4


class ClickCount:
    """Qt tells double clicks only; a third and a fourth one belong to them if they come as fast and as near."""

    def __init__(self) -> None:
        self._count = 0
        self._at = QPoint()
        self._when = 0

    def pressed(self, event: QMouseEvent) -> int:
        """Which of the clicks this press is, from 1 to 4."""
        hints = QGuiApplication.styleHints()
        at = event.globalPosition().toPoint()
        near = (at - self._at).manhattanLength() < hints.startDragDistance()
        soon = event.timestamp() - self._when < hints.mouseDoubleClickInterval()
        doubled = event.type() is QMouseEvent.Type.MouseButtonDblClick
        if near and (soon or doubled) and 0 < self._count < _MOST:
            self._count += 1
        else:
            self._count = 2 if doubled else 1
        self._at, self._when = at, event.timestamp()
        return self._count
