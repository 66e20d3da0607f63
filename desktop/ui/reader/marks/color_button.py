"""The colour of the next mark in the tool bar, with a menu of all eight by their names."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.domain.mark import COLORS
from desktop.ui.action import ActionId
from desktop.ui.commands import Commands
from desktop.ui.mark_colors import color_name, dot_icon
from desktop.ui.theme import theme
from desktop.ui.tokens import ICON_LARGE

COLOR_IDS = {color: ActionId(f"color-{color}") for color in COLORS}


class ColorButton(QToolButton):
    """Shows which of the actions of colours is checked."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        side = theme().scaled(ICON_LARGE)
        self.setIconSize(QSize(side, side))
        menu = QMenu(self)
        for color, name in COLOR_IDS.items():
            commands[name].setIcon(dot_icon(color))
            menu.addAction(commands[name])
            commands[name].toggled.connect(self._show_checked)
        menu.addSeparator()
        menu.addAction(commands[ActionId.COLOR_NAMES])
        self.setMenu(menu)
        self.setIcon(dot_icon(1))
        self._show_checked()
        words = self.tr("Colour of marks")
        self.setToolTip(words)
        self.setAccessibleName(words)

    def _show_checked(self) -> None:
        for color, name in COLOR_IDS.items():
            if self._commands[name].isChecked():
                self.setIcon(dot_icon(color))


def name_colors(commands: Commands, names: tuple[str, ...]) -> None:
    """Call the actions of the colours as the person did."""
    for color, name in COLOR_IDS.items():
        commands.name(name, color_name(color, names).replace("&", "&&"))
