"""The actions of the table as Qt's actions: in menus, in the tool bar, behind keys."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QToolBar

from desktop.ui import tokens
from desktop.ui.actions import ACTIONS, Action, ActionId, Menu, Needs, menu_title
from desktop.ui.assets import icon
from desktop.ui.theme import theme

KEY_SEPARATOR = "; "
"""Between the keys of one action in the settings."""


class Commands:
    """One QAction for each row of the table, owned by the window. Whoever does the work connects to `triggered`."""

    def __init__(self, window: QMainWindow) -> None:
        self._actions: dict[ActionId, QAction] = {}
        self._menus: dict[Menu, QMenu] = {}
        self._groups: dict[str, QActionGroup] = {}
        for entry in ACTIONS:
            action = QAction(window)
            action.setObjectName(entry.id.value)
            action.setCheckable(entry.checkable)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            if entry.icon:
                action.setIcon(icon(entry.icon))
            if entry.group:
                group = self._groups.setdefault(entry.group, QActionGroup(window))
                group.addAction(action)
            window.addAction(action)
            self._actions[entry.id] = action
        self.translate()
        self.set_shortcuts({})

    def __getitem__(self, name: ActionId) -> QAction:
        return self._actions[name]

    def translate(self) -> None:
        """Take the texts of the window's present language."""
        for entry in ACTIONS:
            self._actions[entry.id].setText(entry.label)
            self._set_tool_tip(entry)
        for menu, shown in self._menus.items():
            shown.setTitle(menu_title(menu))

    def name(self, which: ActionId, text: str) -> None:
        """Call an action something else for now, such as "Undo: edit of 1 paper"."""
        self._actions[which].setText(text)

    def set_shortcuts(self, chosen: Mapping[str, str]) -> None:
        """Bind the usual keys, but for the actions in `chosen` (id -> keys; empty for none)."""
        for entry in ACTIONS:
            self._actions[entry.id].setShortcuts([QKeySequence(key) for key in keys_of(entry, chosen)])
            self._set_tool_tip(entry)

    def set_available(self, there: Needs) -> None:
        """Enable the actions that have what they need."""
        for entry in ACTIONS:
            self._actions[entry.id].setEnabled(entry.needs in there)

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Add all menus."""
        for menu in Menu:
            shown = self._menus[menu] = bar.addMenu(menu_title(menu))
            for entry in ACTIONS:
                if entry.menu is menu:
                    if entry.line_before:
                        shown.addSeparator()
                    shown.addAction(self._actions[entry.id])

    def fill_tool_bar(self, bar: QToolBar) -> None:
        """Add the actions that belong there."""
        side = theme().scaled(tokens.ICON_LARGE)
        bar.setIconSize(QSize(side, side))
        for entry in ACTIONS:
            if entry.tool_bar:
                bar.addAction(self._actions[entry.id])

    def _set_tool_tip(self, entry: Action) -> None:
        action = self._actions[entry.id]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        name = entry.label.rstrip("…")
        action.setToolTip(f"{name} ({keys})" if keys else name)


def keys_of(entry: Action, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of an action in Qt's portable form: those the person chose, else the usual ones."""
    if entry.id.value not in chosen:
        return entry.shortcuts
    return tuple(key for key in chosen[entry.id.value].split(KEY_SEPARATOR) if key)
