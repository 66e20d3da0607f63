"""Wheel, touchpad, gestures and keys on pages: what moves, turns and enlarges them."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture

from desktop.domain.reading import Spread
from desktop.ui.reader.pages.page_surface import PageSurface
from desktop.ui.theme import theme

_NOTCH = 120
"""Of a wheel, in Qt's units."""
_LINE = 8
"""Steps of spacing that a line of the wheel scrolls."""
_ZOOM_OF_NOTCH = 1.2
_ARROW, _SCREEN = 0.1, 0.9
"""Parts of the view that an arrow key and Space scroll."""

_SCROLL_KEYS = {
    Qt.Key.Key_Up: (0, -_ARROW),
    Qt.Key.Key_Down: (0, _ARROW),
    Qt.Key.Key_Left: (-_ARROW, 0),
    Qt.Key.Key_Right: (_ARROW, 0),
    Qt.Key.Key_PageUp: (0, -_SCREEN),
    Qt.Key.Key_PageDown: (0, _SCREEN),
    Qt.Key.Key_Space: (0, _SCREEN),
    Qt.Key.Key_Backspace: (0, -_SCREEN),
}


class PageSteering(QObject):
    """Steers one view. Each method tells whether it took the event."""

    def __init__(self, view: PageSurface) -> None:
        super().__init__(view)
        self._view = view
        self._pushed = 0
        """How far the wheel was turned on beyond the end of a page, in Qt's units."""

    def wheel(self, event: QWheelEvent) -> bool:
        """Scrolls, or enlarges what is at the cursor while Ctrl is held."""
        angle = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(_ZOOM_OF_NOTCH ** (angle.y() / _NOTCH), event.position().toPoint())
            return True
        line = QApplication.wheelScrollLines() * theme().space(_LINE) / _NOTCH
        pixels = event.pixelDelta()
        x, y = (pixels.x(), pixels.y()) if not pixels.isNull() else (angle.x() * line, angle.y() * line)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not x:
            x, y = y, 0.0
        if self._view.scroll_pixels(-x, -y):
            self._pushed = 0
        elif self._turns_pages():
            self._push(-angle.y())
        return True

    def gesture(self, event: QNativeGestureEvent | QGestureEvent) -> bool:
        """Two fingers on a touchpad or on the screen enlarge what is between them."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
                return False
            self._zoom_by(1 + event.value(), event.position().toPoint())
            return True
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self._zoom_by(pinch.scaleFactor(), self._view.viewport().mapFromGlobal(pinch.centerPoint().toPoint()))
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Scrolls and turns."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._view.show_end(last=key is Qt.Key.Key_End)
            return True
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if key not in _SCROLL_KEYS or held:
            return False
        x, y = _SCROLL_KEYS[key]
        if key is Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            y = -y
        if not self._view.scroll_parts(x, y) and self._turns_pages():
            self._view.turn(1 if x + y > 0 else -1, end=y < 0)
        return True

    def _turns_pages(self) -> bool:
        return self._view.place().spread is Spread.SINGLE

    def _push(self, units: int) -> None:
        """Turn the page once the wheel went on by a whole notch."""
        self._pushed += units
        if abs(self._pushed) >= _NOTCH:
            forward = self._pushed > 0
            self._pushed = 0
            self._view.turn(1 if forward else -1, end=not forward)

    def _zoom_by(self, factor: float, at: QPoint) -> None:
        if factor > 0:
            self._view.set_zoom(self._view.zoom * factor, at)
