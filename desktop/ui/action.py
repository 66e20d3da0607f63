"""What an action is: its menu, what it needs. The actions themselves stand in `actions.py`."""

import re
from dataclasses import dataclass
from enum import Flag, StrEnum, auto

from PySide6.QtCore import QCoreApplication

from desktop.ui.action_id import ActionId as ActionId  # for the tables, too
from desktop.ui.language import QT_TRANSLATE_NOOP


class Menu(StrEnum):
    """The menus, in order. See `SUBMENUS` for those that stand within another."""

    FILE = "file"
    FEEDS = "feeds"
    EDIT = "edit"
    PAPERS = "papers"
    STATUS = "status"
    PRIORITY = "priority"
    QUEUE = "queue"
    DIGEST = "digest"
    READ = "read"
    MARK = "mark"
    VIEW = "view"
    GO = "go"
    HELP = "help"


SUBMENUS = {
    Menu.FEEDS: Menu.FILE,
    Menu.STATUS: Menu.PAPERS,
    Menu.PRIORITY: Menu.PAPERS,
    Menu.QUEUE: Menu.PAPERS,
    Menu.DIGEST: Menu.PAPERS,
}
"""Menus that stand within another, where the first of their actions stands in the table."""
SUBMENU_ICONS = {
    Menu.FEEDS: "feed",
    Menu.STATUS: "inbox",
    Menu.PRIORITY: "priority",
    Menu.QUEUE: "queue",
    Menu.DIGEST: "digest",
}


class Needs(Flag):
    """What must be there for an action to make sense."""

    NOTHING = 0
    LIBRARY = auto()
    PAPERS = auto()
    """Papers are selected."""
    ROWS = auto()
    """The table shows papers."""
    KEPT = auto()
    """The place is not the Trash."""
    TRASH = auto()
    """The place is the Trash."""
    DIGEST = auto()
    """The place is a digest."""
    FEED = auto()
    """The place is a feed."""
    UNDO = auto()
    REDO = auto()
    LIST = auto()
    """No paper is open in front: the list of papers is, a page beside it, or the welcome."""
    READER = auto()
    """A paper is open in front."""
    SELECTION = auto()
    """Text of the page is selected."""
    MARK = auto()
    """A mark is selected."""
    SEVERAL = auto()
    """Two papers or more are selected."""
    SERIES = auto()
    """There are papers to go on to: the table's, or those of triage."""
    QUEUE = auto()
    """The place is the queue, in the order of the queue."""
    COLLECTION = auto()
    """The place is a collection."""
    QUERY = auto()
    """A search is typed."""
    OWN_DIGEST = auto()
    """A digest of one's own is in front."""


_NEVER_TOGETHER = (
    Needs.LIST | Needs.READER,
    Needs.KEPT | Needs.TRASH,
    Needs.OWN_DIGEST | Needs.QUEUE,
    Needs.OWN_DIGEST | Needs.COLLECTION,
)


def exclude_each_other(one: Needs, other: Needs) -> bool:
    """Whether two actions with these needs are never there at once, so that both may have the same key."""
    return any(pair in one | other for pair in _NEVER_TOGETHER)


@dataclass(frozen=True, slots=True)
class Action:
    """One row of the table. `shortcuts` are in Qt's portable form; a person may change them."""

    id: ActionId
    text: str
    menu: Menu
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = Needs.NOTHING
    checkable: bool = False
    group: str = ""
    """Of the actions of a group exactly one is checked."""
    line_before: bool = False
    """A separator stands above it in the menu."""
    tool_bar: bool = False
    instead_of: ActionId | None = None
    """While both are there, a key that both have means this one."""

    @property
    def label(self) -> str:
        """The text in the language of the window."""
        return QCoreApplication.translate("Actions", self.text)


def may_share_a_key(one: Action, other: Action) -> bool:
    """Whether it is always clear which of the two a key means."""
    return exclude_each_other(one.needs, other.needs) or one.instead_of is other.id or other.instead_of is one.id


MENU_TITLES = {
    Menu.FILE: QT_TRANSLATE_NOOP("Actions", "&File"),
    Menu.FEEDS: QT_TRANSLATE_NOOP("Actions", "F&eeds"),
    Menu.EDIT: QT_TRANSLATE_NOOP("Actions", "&Edit"),
    Menu.PAPERS: QT_TRANSLATE_NOOP("Actions", "&Papers"),
    Menu.STATUS: QT_TRANSLATE_NOOP("Actions", "&Status"),
    Menu.PRIORITY: QT_TRANSLATE_NOOP("Actions", "P&riority"),
    Menu.QUEUE: QT_TRANSLATE_NOOP("Actions", "&Queue"),
    Menu.DIGEST: QT_TRANSLATE_NOOP("Actions", "&Digest"),
    Menu.READ: QT_TRANSLATE_NOOP("Actions", "&Read"),
    Menu.MARK: QT_TRANSLATE_NOOP("Actions", "&Mark"),
    Menu.VIEW: QT_TRANSLATE_NOOP("Actions", "&View"),
    Menu.GO: QT_TRANSLATE_NOOP("Actions", "&Go"),
    Menu.HELP: QT_TRANSLATE_NOOP("Actions", "&Help"),
}


def menu_title(menu: Menu) -> str:
    """The title of the menu in the language of the window."""
    return QCoreApplication.translate("Actions", MENU_TITLES[menu])


def plain_title(menu: Menu) -> str:
    """The same without its mnemonic, which Chinese writes in brackets behind the word."""
    return re.sub(r"\(&.\)|&", "", menu_title(menu))
