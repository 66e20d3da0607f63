"""What can be done with the paper in front: each action as a button that names its key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.ui.actions import ActionId
from desktop.ui.commands import Commands
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.theme import theme


class KeyBar(QWidget):
    """Made of actions, their names here and, where the page has one of its own, the key. For the mouse, and to learn
    the keys: a click does not take the keyboard away from the paper."""

    def __init__(
        self, commands: Commands, names: Sequence[tuple[ActionId, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = FlowLayout(self, centred=True)
        self._buttons: dict[QAction, tuple[QToolButton, str, str]] = {}
        for action_id, name, own in names:
            action, button = commands[action_id], QToolButton(self)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(action.trigger)
            action.changed.connect(self._refresh)
            self._buttons[action] = (button, name, own)
            self._line.addWidget(button)
        theme().changed.connect(self._apply_spacing)
        self._apply_spacing()
        self._refresh()

    def _refresh(self) -> None:
        for action, (button, name, own) in self._buttons.items():
            keys = own or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setText(f"{keys}  {name}" if keys else name)
            button.setAccessibleName(name)
            button.setToolTip(action.toolTip())
            button.setEnabled(action.isEnabled())

    def _apply_spacing(self) -> None:
        step = theme().space()
        self._line.setSpacing(step)
        self._line.setContentsMargins(2 * step, step, 2 * step, step)
