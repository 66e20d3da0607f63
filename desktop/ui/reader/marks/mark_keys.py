"""Keys and mouse of the view that are about marks: moving by arrow keys, the small bar, tool tips."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent

from desktop.domain.mark_geometry import bounds
from desktop.ui.library.labels import tool_tip
from desktop.ui.reader.marks.mark_acts import MarkActs
from desktop.ui.reader.marks.mark_menu import MarkMenu
from desktop.ui.reader.marks.mark_parts import MarkParts

_WAYS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_FAR = 10.0
"""Points that an arrow moves a mark with Shift; without, one."""
_Modifier = Qt.KeyboardModifier


class MarkKeys(QObject):
    """Sits before the view: what it does not take goes on as ever."""

    def __init__(self, parts: MarkParts, acts: MarkActs, menu: MarkMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._acts = acts
        self._menu = menu
        self._by_mouse = False
        parts.view.installEventFilter(self)
        parts.view.viewport().installEventFilter(self)
        parts.selection.changed.connect(self._on_selection_changed)
        parts.choice.changed.connect(self._on_choice_changed)

    def _on_selection_changed(self) -> None:
        """While text is being selected, and when there is none, the bar is away."""
        self._parts.bar.close_up()

    def _offer_bar(self) -> None:
        text = self._parts.selection.quote()
        if text is not None and self._parts.tool.mode is None:
            self._parts.bar.offer(text, self._parts.names.names)

    def _on_choice_changed(self) -> None:
        mark = self._parts.model.find(self._parts.choice.hovered)
        words = mark.comment if mark is not None and mark.id != self._parts.desk.popup.mark else ""
        self._parts.view.viewport().setToolTip(tool_tip(words) if words else "")

    def _take_key(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~_Modifier.KeypadModifier
        if key is Qt.Key.Key_Tab and modifiers == _Modifier.NoModifier and self._parts.selection.quote() is not None:
            self._offer_bar()
            self._parts.bar.take_keyboard()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._parts.tool.mode is not None:
            self._acts.place_in_mode()
            return True
        if key not in _WAYS:
            return False
        far = bool(modifiers & _Modifier.ShiftModifier)
        size = modifiers == _Modifier.ControlModifier | _Modifier.ShiftModifier
        if not size and modifiers not in (_Modifier.NoModifier, _Modifier.ShiftModifier):
            return False
        step = 1.0 if size or not far else _FAR
        dx, dy = _WAYS[key]
        return self._parts.desk.nudge(dx * step, dy * step, size=size)

    def _take_menu(self, event: QContextMenuEvent) -> bool:
        """The key for the menu is about the chosen mark."""
        mark = self._parts.desk.chosen
        if mark is None or event.reason() is not QContextMenuEvent.Reason.Keyboard:
            return False
        place = self._parts.view.rect_on_view(mark.page, bounds(mark)).toAlignedRect()
        self._menu.popup(self._parts.view.viewport().mapToGlobal(place.bottomLeft()))
        return True

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._parts.view:
            if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._take_key(event)
            if kind is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
                return self._take_menu(event)
        elif kind is QEvent.Type.MouseButtonPress:
            self._parts.desk.finish()
            self._parts.bar.close_up()
            self._by_mouse = True
        elif kind is QEvent.Type.MouseButtonRelease and self._by_mouse:
            self._by_mouse = False
            # After the tools have heard of the release, which may have marked what was selected.
            QTimer.singleShot(0, self, self._offer_bar)
        return False
