"""A row of buttons made of actions."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.theme import theme
from desktop.ui.tokens import ICON


class ActionRow(QWidget):
    """Goes on in the next line where the room ends."""

    def __init__(self, parent: QWidget | None = None, *, centred: bool = False, only_enabled: bool = False) -> None:
        super().__init__(parent)
        self._layout = FlowLayout(self, centred=centred)
        self._only_enabled = only_enabled
        self._buttons: list[QToolButton] = []
        theme().changed.connect(self._apply_scale)
        self.hide()

    def set_actions(self, actions: list[QAction]) -> None:
        """Offer these actions, in this order."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons.clear()
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)  # where the action opens a menu
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._layout.addWidget(button)
            self._buttons.append(button)
            if self._only_enabled:
                button.setVisible(action.isEnabled())
                action.enabledChanged.connect(button.setVisible)
        self._apply_scale()
        self.setVisible(bool(actions))

    def _apply_scale(self) -> None:
        side = theme().scaled(ICON)
        for button in self._buttons:
            button.setIconSize(QSize(side, side))
        self._layout.setSpacing(theme().space())
