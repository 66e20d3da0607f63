"""What an action is: its name, its menu, what it needs. The actions themselves stand in `actions.py`."""

import re
from dataclasses import dataclass
from enum import Flag, StrEnum, auto

from PySide6.QtCore import QCoreApplication

from desktop.ui.language import QT_TRANSLATE_NOOP


class ActionId(StrEnum):
    """What can be done in the window."""

    ADD = "add"
    IMPORT_FILES = "import-files"
    IMPORT_FOLDER = "import-folder"
    EXPORT = "export"
    EXPORT_ALL = "export-all"
    NEW_LIBRARY = "new-library"
    OPEN_LIBRARY = "open-library"
    OPEN_SAMPLE = "open-sample"
    SHOW_FOLDER = "show-folder"
    RELINK = "relink"
    CHECK_LIBRARY = "check-library"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    SEARCH = "search"
    EDIT = "edit"
    FIND_ON_ARXIV = "find-on-arxiv"
    COPY_TITLES = "copy-titles"
    COPY_LINKS = "copy-links"
    PASTE = "paste"
    SELECT_ALL = "select-all"
    TRASH = "trash"
    RESTORE = "restore"
    REMOVE_DIGEST = "remove-digest"
    PREFERENCES = "preferences"
    SIDEBAR = "sidebar"
    DETAILS = "details"
    COMPACT = "compact"
    COLUMNS = "columns"
    TITLES_ORIGINAL = "titles-original"
    TITLES_TRANSLATED = "titles-translated"
    TITLES_BOTH = "titles-both"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual-size"
    WORK = "work"
    FULL_SCREEN = "full-screen"
    SEARCH_EVERYTHING = "search-everything"
    NEXT_TAB = "next-tab"
    PREVIOUS_TAB = "previous-tab"
    CLOSE_TAB = "close-tab"
    REOPEN_TAB = "reopen-tab"
    NEXT = "next"
    PREVIOUS = "previous"
    OPEN_PAPER = "open-paper"
    OPEN_PDF = "open-pdf"
    OPEN_OUTSIDE = "open-outside"
    DOWNLOAD_PDF = "download-pdf"
    CHECK_VERSIONS = "check-versions"
    CHECK_SHOWN = "check-shown"
    PAUSE_DOWNLOADS = "pause-downloads"
    DOWNLOADS = "downloads"
    ALL_PAPERS = "all-papers"
    RECENT = "recent"
    TRASH_PLACE = "trash-place"
    FIND = "find"
    FIND_NEXT = "find-next"
    FIND_PREVIOUS = "find-previous"
    GO_TO_PAGE = "go-to-page"
    BACK = "back"
    FORWARD = "forward"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    ACTUAL_SIZE = "actual-size"
    FIT_WIDTH = "fit-width"
    FIT_PAGE = "fit-page"
    ZOOM_SELECTION = "zoom-selection"
    ROTATE_RIGHT = "rotate-right"
    ROTATE_LEFT = "rotate-left"
    CONTINUOUS = "continuous"
    SINGLE_PAGE = "single-page"
    TWO_PAGES = "two-pages"
    CONTENTS = "contents"
    THUMBNAILS = "thumbnails"
    MARKS = "marks"
    TEXTS = "texts"
    DARK_PAGES = "dark-pages"
    PRESENTATION = "presentation"
    COPY_TEXT = "copy-text"
    COPY_CITATION = "copy-citation"
    SELECT_PAGE_TEXT = "select-page-text"
    SEARCH_SELECTION = "search-selection"
    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    NOTE = "note"
    TEXT_BOX = "text-box"
    AREA = "area"
    INK = "ink"
    STRIKE_OUT = "strike-out"
    COLOR_1 = "color-1"
    COLOR_2 = "color-2"
    COLOR_3 = "color-3"
    COLOR_4 = "color-4"
    COLOR_5 = "color-5"
    COLOR_6 = "color-6"
    COLOR_7 = "color-7"
    COLOR_8 = "color-8"
    EDIT_COMMENT = "edit-comment"
    MARK_TAGS = "mark-tags"
    DELETE_MARK = "delete-mark"
    NEXT_MARK = "next-mark"
    PREVIOUS_MARK = "previous-mark"
    COLOR_NAMES = "color-names"
    EXPORT_ANNOTATED = "export-annotated"
    EXPORT_NOTES = "export-notes"
    TAKE_OVER_MARKS = "take-over-marks"
    CARRY_MARKS = "carry-marks"
    STATUS_INBOX = "status-inbox"
    STATUS_QUEUED = "status-queued"
    STATUS_READING = "status-reading"
    READ_UNREAD = "read-unread"
    STATUS_ARCHIVED = "status-archived"
    STAR = "star"
    PRIORITY_0 = "priority-0"
    PRIORITY_1 = "priority-1"
    PRIORITY_2 = "priority-2"
    PRIORITY_3 = "priority-3"
    DUE = "due"
    READ_NEXT = "read-next"
    QUEUE_UP = "queue-up"
    QUEUE_DOWN = "queue-down"
    QUEUE_TOP = "queue-top"
    QUEUE_BOTTOM = "queue-bottom"
    TRIAGE = "triage"
    TAGS = "tags"
    COLLECT = "collect"
    NEW_COLLECTION = "new-collection"
    REMOVE_FROM_COLLECTION = "remove-from-collection"
    SAVE_SEARCH = "save-search"
    MERGE = "merge"
    DUPLICATES = "duplicates"
    COPY_BIBTEX = "copy-bibtex"
    COPY_REFERENCE = "copy-reference"
    CITE_KEYS = "cite-keys"
    EXPORT_BIBLIOGRAPHY = "export-bibliography"
    NEW_DIGEST = "new-digest"
    ADD_TO_DIGEST = "add-to-digest"
    DIGEST_UP = "digest-up"
    DIGEST_DOWN = "digest-down"
    DIGEST_TOP = "digest-top"
    DIGEST_BOTTOM = "digest-bottom"
    TAKE_OUT_OF_DIGEST = "take-out-of-digest"
    HAND_ON = "hand-on"
    DELETE_DIGEST = "delete-digest"
    BACKUPS = "backups"
    EMPTY_TRASH = "empty-trash"
    DELETE_FOR_GOOD = "delete-for-good"
    STATISTICS = "statistics"
    TIMELINE = "timeline"
    INBOX = "inbox"
    QUEUE = "queue"
    READING = "reading"
    WRITE_TEXTS = "write-texts"
    CLEAR_TEXTS = "clear-texts"
    PAUSE_WRITING = "pause-writing"
    WRITING = "writing"
    HELP = "help"
    KEYS = "keys"
    PALETTE = "palette"
    ABOUT = "about"


class Menu(StrEnum):
    """The menus, in order. See `SUBMENUS` for those that stand within another."""

    FILE = "file"
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


SUBMENUS = {Menu.STATUS: Menu.PAPERS, Menu.PRIORITY: Menu.PAPERS, Menu.QUEUE: Menu.PAPERS, Menu.DIGEST: Menu.PAPERS}
"""Menus that stand within another, where the first of their actions stands in the table."""
SUBMENU_ICONS = {Menu.STATUS: "inbox", Menu.PRIORITY: "priority", Menu.QUEUE: "queue", Menu.DIGEST: "digest"}


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
