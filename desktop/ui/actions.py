"""The one table of actions. Menus, tool bar, shortcuts, command palette and the list of keys are made from it."""

from desktop.ui.action import Action, ActionId, Menu, Needs, menu_title, plain_title
from desktop.ui.language import QT_TRANSLATE_NOOP

__all__ = ["ACTIONS", "Action", "ActionId", "Menu", "Needs", "menu_title", "plain_title"]

Id = ActionId
_LIBRARY = Needs.LIBRARY
_PAPERS = Needs.LIBRARY | Needs.PAPERS
_ROWS = Needs.LIBRARY | Needs.ROWS

_FILE = (
    Action(Id.ADD, QT_TRANSLATE_NOOP("Actions", "Add papers…"), Menu.FILE, ("Ctrl+N",), "add", _LIBRARY, tool_bar=True),
    Action(
        Id.IMPORT_FILES,
        QT_TRANSLATE_NOOP("Actions", "Import files…"),
        Menu.FILE,
        ("Ctrl+O",),
        "import",
        _LIBRARY,
        tool_bar=True,
    ),
    Action(
        Id.IMPORT_FOLDER, QT_TRANSLATE_NOOP("Actions", "Import a folder…"), Menu.FILE, ("Ctrl+Alt+O",), needs=_LIBRARY
    ),
    Action(
        Id.EXPORT,
        QT_TRANSLATE_NOOP("Actions", "Export digest…"),
        Menu.FILE,
        ("Ctrl+Shift+E",),
        "export",
        _ROWS,
        line_before=True,
        tool_bar=True,
    ),
    Action(Id.EXPORT_ALL, QT_TRANSLATE_NOOP("Actions", "Export all digests…"), Menu.FILE, needs=_LIBRARY),
    Action(Id.NEW_LIBRARY, QT_TRANSLATE_NOOP("Actions", "New library…"), Menu.FILE, icon="library", line_before=True),
    Action(Id.OPEN_LIBRARY, QT_TRANSLATE_NOOP("Actions", "Open another library…"), Menu.FILE),
    Action(Id.OPEN_SAMPLE, QT_TRANSLATE_NOOP("Actions", "Open the sample library"), Menu.FILE),
    Action(
        Id.SHOW_FOLDER, QT_TRANSLATE_NOOP("Actions", "Show library folder"), Menu.FILE, icon="folder", needs=_LIBRARY
    ),
    Action(Id.RELINK, QT_TRANSLATE_NOOP("Actions", "Find missing PDFs…"), Menu.FILE, icon="pdf", needs=_LIBRARY),
    Action(Id.CHECK_LIBRARY, QT_TRANSLATE_NOOP("Actions", "Check library"), Menu.FILE, icon="shield", needs=_LIBRARY),
    Action(Id.QUIT, QT_TRANSLATE_NOOP("Actions", "Quit"), Menu.FILE, ("Ctrl+Q",), "quit", line_before=True),
)
_EDIT = (
    Action(Id.UNDO, QT_TRANSLATE_NOOP("Actions", "Undo"), Menu.EDIT, ("Ctrl+Z",), "undo", Needs.UNDO, tool_bar=True),
    Action(
        Id.REDO,
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        Menu.EDIT,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "redo",
        Needs.REDO,
        tool_bar=True,
    ),
    Action(
        Id.SEARCH, QT_TRANSLATE_NOOP("Actions", "Search"), Menu.EDIT, ("Ctrl+F",), "search", _LIBRARY, line_before=True
    ),
    Action(Id.EDIT, QT_TRANSLATE_NOOP("Actions", "Edit paper"), Menu.EDIT, ("Ctrl+E", "F2"), "edit", _PAPERS),
    Action(
        Id.FIND_ON_ARXIV,
        QT_TRANSLATE_NOOP("Actions", "Find on arXiv…"),
        Menu.EDIT,
        ("Ctrl+Shift+A",),
        "link",
        _PAPERS | Needs.KEPT,
    ),
    Action(
        Id.COPY_TITLES,
        QT_TRANSLATE_NOOP("Actions", "Copy titles"),
        Menu.EDIT,
        ("Ctrl+C",),
        "copy",
        _PAPERS,
        line_before=True,
    ),
    Action(Id.COPY_LINKS, QT_TRANSLATE_NOOP("Actions", "Copy links"), Menu.EDIT, ("Ctrl+Shift+L",), "link", _PAPERS),
    Action(
        Id.PASTE, QT_TRANSLATE_NOOP("Actions", "Paste papers or a digest"), Menu.EDIT, ("Ctrl+V",), "paste", _LIBRARY
    ),
    Action(Id.SELECT_ALL, QT_TRANSLATE_NOOP("Actions", "Select all"), Menu.EDIT, ("Ctrl+A",), "select-all", _ROWS),
    Action(
        Id.TRASH,
        QT_TRANSLATE_NOOP("Actions", "Move to Trash"),
        Menu.EDIT,
        ("Del",),
        "trash",
        _PAPERS | Needs.KEPT,
        line_before=True,
    ),
    Action(
        Id.RESTORE,
        QT_TRANSLATE_NOOP("Actions", "Restore from Trash"),
        Menu.EDIT,
        ("Ctrl+Shift+R",),
        "restore",
        _PAPERS | Needs.TRASH,
    ),
    Action(
        Id.REMOVE_DIGEST, QT_TRANSLATE_NOOP("Actions", "Remove digest"), Menu.EDIT, icon="trash", needs=Needs.DIGEST
    ),
    Action(
        Id.PREFERENCES, QT_TRANSLATE_NOOP("Actions", "Settings…"), Menu.EDIT, ("Ctrl+,",), "settings", line_before=True
    ),
)
_PAPER = (
    Action(Id.OPEN_PDF, QT_TRANSLATE_NOOP("Actions", "Open PDF"), Menu.PAPERS, ("P",), "pdf", _PAPERS),
    Action(Id.OPEN_PAPER, QT_TRANSLATE_NOOP("Actions", "Open on arXiv"), Menu.PAPERS, ("O",), "open", _PAPERS),
    Action(
        Id.DOWNLOAD_PDF,
        QT_TRANSLATE_NOOP("Actions", "Download PDF"),
        Menu.PAPERS,
        ("Ctrl+D",),
        "download",
        _PAPERS | Needs.KEPT,
        line_before=True,
    ),
    Action(
        Id.CHECK_VERSIONS,
        QT_TRANSLATE_NOOP("Actions", "Check for new versions"),
        Menu.PAPERS,
        ("Ctrl+U",),
        "refresh",
        _PAPERS | Needs.KEPT,
    ),
    Action(
        Id.CHECK_SHOWN,
        QT_TRANSLATE_NOOP("Actions", "Check the whole list for new versions…"),
        Menu.PAPERS,
        ("Ctrl+Shift+U",),
        needs=_ROWS | Needs.KEPT,
    ),
    Action(
        Id.PAUSE_DOWNLOADS,
        QT_TRANSLATE_NOOP("Actions", "Pause downloads"),
        Menu.PAPERS,
        icon="pause",
        needs=_LIBRARY,
        checkable=True,
        line_before=True,
    ),
    Action(
        Id.DOWNLOADS,
        QT_TRANSLATE_NOOP("Actions", "Downloads"),
        Menu.PAPERS,
        ("Ctrl+Shift+J",),
        "work",
        _LIBRARY,
    ),
)
_VIEW = (
    Action(
        Id.SIDEBAR, QT_TRANSLATE_NOOP("Actions", "Sidebar"), Menu.VIEW, ("F9",), "sidebar", _LIBRARY, checkable=True
    ),
    Action(
        Id.DETAILS, QT_TRANSLATE_NOOP("Actions", "Details"), Menu.VIEW, ("F7",), "details", _LIBRARY, checkable=True
    ),
    Action(
        Id.COMPACT,
        QT_TRANSLATE_NOOP("Actions", "Compact rows"),
        Menu.VIEW,
        ("Ctrl+Alt+D",),
        "density",
        _LIBRARY,
        checkable=True,
        line_before=True,
    ),
    Action(Id.COLUMNS, QT_TRANSLATE_NOOP("Actions", "Choose columns…"), Menu.VIEW, icon="columns", needs=_LIBRARY),
    Action(
        Id.TITLES_BOTH,
        QT_TRANSLATE_NOOP("Actions", "Titles in both languages"),
        Menu.VIEW,
        ("Ctrl+Alt+1",),
        "translate",
        _LIBRARY,
        checkable=True,
        group="titles",
        line_before=True,
    ),
    Action(
        Id.TITLES_ORIGINAL,
        QT_TRANSLATE_NOOP("Actions", "Original titles"),
        Menu.VIEW,
        ("Ctrl+Alt+2",),
        needs=_LIBRARY,
        checkable=True,
        group="titles",
    ),
    Action(
        Id.TITLES_TRANSLATED,
        QT_TRANSLATE_NOOP("Actions", "Translated titles"),
        Menu.VIEW,
        ("Ctrl+Alt+3",),
        needs=_LIBRARY,
        checkable=True,
        group="titles",
    ),
    Action(Id.LARGER, QT_TRANSLATE_NOOP("Actions", "Larger text"), Menu.VIEW, ("Ctrl++", "Ctrl+="), line_before=True),
    Action(Id.SMALLER, QT_TRANSLATE_NOOP("Actions", "Smaller text"), Menu.VIEW, ("Ctrl+-",)),
    Action(Id.USUAL_SIZE, QT_TRANSLATE_NOOP("Actions", "Usual text size"), Menu.VIEW, ("Ctrl+0",)),
    Action(Id.WORK, QT_TRANSLATE_NOOP("Actions", "Work list"), Menu.VIEW, ("Ctrl+J",), "work", line_before=True),
    Action(
        Id.FULL_SCREEN, QT_TRANSLATE_NOOP("Actions", "Full screen"), Menu.VIEW, ("F11",), "full-screen", checkable=True
    ),
)
_GO = (
    Action(Id.NEXT, QT_TRANSLATE_NOOP("Actions", "Next paper"), Menu.GO, ("J",), "chevron-down", _ROWS),
    Action(Id.PREVIOUS, QT_TRANSLATE_NOOP("Actions", "Previous paper"), Menu.GO, ("K",), "chevron-up", _ROWS),
    Action(
        Id.ALL_PAPERS,
        QT_TRANSLATE_NOOP("Actions", "All papers"),
        Menu.GO,
        icon="papers",
        needs=_LIBRARY,
        line_before=True,
    ),
    Action(Id.RECENT, QT_TRANSLATE_NOOP("Actions", "Recently added"), Menu.GO, icon="recent", needs=_LIBRARY),
    Action(Id.TRASH_PLACE, QT_TRANSLATE_NOOP("Actions", "Trash"), Menu.GO, icon="trash", needs=_LIBRARY),
)
_HELP = (
    Action(Id.HELP, QT_TRANSLATE_NOOP("Actions", "Help"), Menu.HELP, ("F1",), "help"),
    Action(Id.KEYS, QT_TRANSLATE_NOOP("Actions", "List of keys"), Menu.HELP, ("?",), "keyboard"),
    Action(Id.PALETTE, QT_TRANSLATE_NOOP("Actions", "Find a command…"), Menu.HELP, ("Ctrl+Shift+P",), "command"),
    Action(Id.ABOUT, QT_TRANSLATE_NOOP("Actions", "About Papershelf"), Menu.HELP, line_before=True),
)
ACTIONS: tuple[Action, ...] = (*_FILE, *_EDIT, *_PAPER, *_VIEW, *_GO, *_HELP)
