"""The actions of the library: of its list of papers, and of the window around it."""

from desktop.ui.action import Action, ActionId, Menu, Needs
from desktop.ui.language import QT_TRANSLATE_NOOP

Id = ActionId
_LIBRARY = Needs.LIBRARY
_LIST = Needs.LIBRARY | Needs.LIST
_PAPERS = Needs.LIBRARY | Needs.PAPERS
_CHOSEN = _LIST | Needs.PAPERS
_ROWS = _LIST | Needs.ROWS

FILE = (
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
EDIT = (
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
        Id.SEARCH, QT_TRANSLATE_NOOP("Actions", "Search"), Menu.EDIT, ("Ctrl+F",), "search", _LIST, line_before=True
    ),
    Action(
        Id.SEARCH_EVERYTHING,
        QT_TRANSLATE_NOOP("Actions", "Search everything"),
        Menu.EDIT,
        ("Ctrl+Shift+F",),
        "search-everything",
        _LIBRARY,
    ),
    Action(Id.EDIT, QT_TRANSLATE_NOOP("Actions", "Edit paper"), Menu.EDIT, ("Ctrl+E", "F2"), "edit", _PAPERS),
    Action(
        Id.FIND_ON_ARXIV,
        QT_TRANSLATE_NOOP("Actions", "Find on arXiv…"),
        Menu.EDIT,
        ("Ctrl+Shift+A",),
        "link",
        _CHOSEN | Needs.KEPT,
    ),
    Action(
        Id.COPY_TITLES,
        QT_TRANSLATE_NOOP("Actions", "Copy titles"),
        Menu.EDIT,
        ("Ctrl+C",),
        "copy",
        _CHOSEN,
        line_before=True,
    ),
    Action(Id.COPY_LINKS, QT_TRANSLATE_NOOP("Actions", "Copy links"), Menu.EDIT, ("Ctrl+Shift+L",), "link", _PAPERS),
    Action(Id.PASTE, QT_TRANSLATE_NOOP("Actions", "Paste papers or a digest"), Menu.EDIT, ("Ctrl+V",), "paste", _LIST),
    Action(Id.SELECT_ALL, QT_TRANSLATE_NOOP("Actions", "Select all"), Menu.EDIT, ("Ctrl+A",), "select-all", _ROWS),
    Action(
        Id.TRASH,
        QT_TRANSLATE_NOOP("Actions", "Move to Trash"),
        Menu.EDIT,
        ("Del",),
        "trash",
        _CHOSEN | Needs.KEPT,
        line_before=True,
    ),
    Action(
        Id.RESTORE,
        QT_TRANSLATE_NOOP("Actions", "Restore from Trash"),
        Menu.EDIT,
        ("Ctrl+Shift+R",),
        "restore",
        _CHOSEN | Needs.TRASH,
    ),
    Action(
        Id.REMOVE_DIGEST,
        QT_TRANSLATE_NOOP("Actions", "Remove digest"),
        Menu.EDIT,
        icon="trash",
        needs=_LIST | Needs.DIGEST,
    ),
    Action(
        Id.PREFERENCES, QT_TRANSLATE_NOOP("Actions", "Settings…"), Menu.EDIT, ("Ctrl+,",), "settings", line_before=True
    ),
)
PAPER = (
    Action(Id.OPEN_PDF, QT_TRANSLATE_NOOP("Actions", "Read PDF"), Menu.PAPERS, ("P",), "pdf", _CHOSEN),
    Action(
        Id.OPEN_OUTSIDE,
        QT_TRANSLATE_NOOP("Actions", "Open PDF in another program"),
        Menu.PAPERS,
        icon="open",
        needs=_PAPERS,
    ),
    Action(Id.OPEN_PAPER, QT_TRANSLATE_NOOP("Actions", "Open on arXiv"), Menu.PAPERS, ("O",), "link", _PAPERS),
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
