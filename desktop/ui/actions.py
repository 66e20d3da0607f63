"""The one table of actions. Menus, tool bar, shortcuts, command palette and the list of keys are made from it."""

from desktop.ui.action import Action, ActionId, Menu, Needs, exclude_each_other, menu_title, plain_title
from desktop.ui.action_table.library import EDIT, FILE, PAPER
from desktop.ui.action_table.marking import MARK
from desktop.ui.action_table.reading import READ
from desktop.ui.action_table.window import GO, HELP, VIEW

__all__ = ["ACTIONS", "Action", "ActionId", "Menu", "Needs", "exclude_each_other", "menu_title", "plain_title"]

ACTIONS: tuple[Action, ...] = (*FILE, *EDIT, *PAPER, *READ, *MARK, *VIEW, *GO, *HELP)
