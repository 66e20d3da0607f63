"""The one table of actions. Menus, tool bar, shortcuts, command palette and the list of keys are made from it."""

from desktop.ui.action import SUBMENUS, Action, ActionId, Menu, Needs, may_share_a_key, menu_title, plain_title
from desktop.ui.action_table.composing import COMPOSING
from desktop.ui.action_table.feeds import FEEDS
from desktop.ui.action_table.labels import LABELS
from desktop.ui.action_table.library import EDIT, FILE, TAKE_IN
from desktop.ui.action_table.mailing import OUTBOX, SEND_MAIL
from desktop.ui.action_table.marking import MARK
from desktop.ui.action_table.papers import FETCH, OPEN
from desktop.ui.action_table.reading import READ
from desktop.ui.action_table.reading_list import READING_LIST
from desktop.ui.action_table.window import GO, HELP, VIEW
from desktop.ui.action_table.writing import WRITING

__all__ = ["ACTIONS", "SUBMENUS", "Action", "ActionId", "Menu", "Needs", "may_share_a_key", "menu_title", "plain_title"]

ACTIONS: tuple[Action, ...] = (
    *TAKE_IN,
    *FEEDS,
    *FILE,
    *EDIT,
    *OPEN,
    *READING_LIST,
    *LABELS,
    *COMPOSING,
    SEND_MAIL,
    *FETCH,
    *WRITING,
    *READ,
    *MARK,
    *VIEW,
    *GO,
    OUTBOX,
    *HELP,
)
