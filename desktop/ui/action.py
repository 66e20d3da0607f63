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
    NEXT = "next"
    PREVIOUS = "previous"
    OPEN_PAPER = "open-paper"
    OPEN_PDF = "open-pdf"
    DOWNLOAD_PDF = "download-pdf"
    CHECK_VERSIONS = "check-versions"
    CHECK_SHOWN = "check-shown"
    PAUSE_DOWNLOADS = "pause-downloads"
    DOWNLOADS = "downloads"
    ALL_PAPERS = "all-papers"
    RECENT = "recent"
    TRASH_PLACE = "trash-place"
    HELP = "help"
    KEYS = "keys"
    PALETTE = "palette"
    ABOUT = "about"


class Menu(StrEnum):
    """The menus, in order."""

    FILE = "file"
    EDIT = "edit"
    PAPERS = "papers"
    VIEW = "view"
    GO = "go"
    HELP = "help"


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

    @property
    def label(self) -> str:
        """The text in the language of the window."""
        return QCoreApplication.translate("Actions", self.text)


MENU_TITLES = {
    Menu.FILE: QT_TRANSLATE_NOOP("Actions", "&File"),
    Menu.EDIT: QT_TRANSLATE_NOOP("Actions", "&Edit"),
    Menu.PAPERS: QT_TRANSLATE_NOOP("Actions", "&Papers"),
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
