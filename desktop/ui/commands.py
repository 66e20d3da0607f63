"""The actions of the table as Qt's actions: in menus, in the tool bar, behind keys."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QToolBar

from desktop.ui import tokens
from desktop.ui.action import SUBMENU_ICONS
from desktop.ui.actions import ACTIONS, SUBMENUS, Action, ActionId, Menu, Needs, menu_title, plain_title
from desktop.ui.assets import icon
from desktop.ui.theme import theme

KEY_SEPARATOR = "; "
"""Between the keys of one action in the settings."""
_BY_ID = {entry.id: entry for entry in ACTIONS}


class Commands:
    """One QAction for each row of the table, owned by the window. Whoever does the work connects to `triggered`."""

    def __init__(self, window: QMainWindow) -> None:
        self._actions: dict[ActionId, QAction] = {}
        self._menus: dict[Menu, QMenu] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._chosen: Mapping[str, str] = {}
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
            _call(shown, menu)

    def name(self, which: ActionId, text: str) -> None:
        """Call an action something else for now, such as "Undo: edit of 1 paper"."""
        self._actions[which].setText(text)

    def set_shortcuts(self, chosen: Mapping[str, str]) -> None:
        """Bind the usual keys, but for the actions in `chosen` (id -> keys; empty for none)."""
        self._chosen = chosen
        for entry in ACTIONS:
            self._bind(entry)
        for entry in ACTIONS:
            self._give_way(entry)

    def set_available(self, there: Needs) -> None:
        """Enable the actions that have what they need."""
        for entry in ACTIONS:
            self._actions[entry.id].setEnabled(entry.needs in there)
        for menu in SUBMENUS.keys() & self._menus.keys():
            shown = self._menus[menu]
            shown.menuAction().setEnabled(any(action.isEnabled() for action in shown.actions()))
        for entry in ACTIONS:
            self._give_way(entry)

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Add all menus."""
        for menu in Menu:
            shown = self._menus[menu] = QMenu(bar)
            _call(shown, menu)
            if menu not in SUBMENUS:
                bar.addMenu(shown)
        for entry in ACTIONS:
            shown = self._menus[entry.menu]
            if not shown.actions() and entry.menu in SUBMENUS:
                shown.setIcon(icon(SUBMENU_ICONS[entry.menu]))
                self._add(shown.menuAction(), self._menus[SUBMENUS[entry.menu]], line_before=entry.line_before)
                shown.addAction(self._actions[entry.id])
            else:
                self._add(self._actions[entry.id], shown, line_before=entry.line_before)

    @staticmethod
    def _add(action: QAction, menu: QMenu, *, line_before: bool) -> None:
        if line_before:
            menu.addSeparator()
        menu.addAction(action)

    def submenu(self, menu: Menu) -> QAction:
        """What opens that menu; there once the menu bar is filled."""
        return self._menus[menu].menuAction()

    def fill_tool_bar(self, bar: QToolBar) -> None:
        """Add the actions that belong there."""
        side = theme().scaled(tokens.ICON_LARGE)
        bar.setIconSize(QSize(side, side))
        for entry in ACTIONS:
            if entry.tool_bar:
                bar.addAction(self._actions[entry.id])

    def _bind(self, entry: Action, without: Collection[str] = ()) -> None:
        keys = [QKeySequence(key) for key in keys_of(entry, self._chosen) if key not in without]
        if keys != self._actions[entry.id].shortcuts():
            self._actions[entry.id].setShortcuts(keys)
        self._set_tool_tip(entry)

    def _give_way(self, entry: Action) -> None:
        """While any that stand in for the same action are there, that one is without their keys."""
        if entry.instead_of is not None:
            others = (one for one in ACTIONS if one.instead_of is entry.instead_of)
            there = (one for one in others if self._actions[one.id].isEnabled())
            self._bind(_BY_ID[entry.instead_of], {key for one in there for key in keys_of(one, self._chosen)})

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


def _call(shown: QMenu, menu: Menu) -> None:
    shown.setTitle(menu_title(menu))
    shown.menuAction().setIconText(plain_title(menu))  # Qt would leave the letter in brackets on buttons
