"""The actions of the library: of its list of papers, and of the window around it."""

from desktop.ui.action import Action, ActionId, Menu, Needs
from desktop.ui.language import QT_TRANSLATE_NOOP

Id = ActionId
_LIBRARY = Needs.LIBRARY
_LIST = Needs.LIBRARY | Needs.LIST
_PAPERS = Needs.LIBRARY | Needs.PAPERS
_CHOSEN = _LIST | Needs.PAPERS
_ROWS = _LIST | Needs.ROWS

TAKE_IN = (
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
)
FILE = (
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
    Action(
        Id.EXPORT_BIBLIOGRAPHY,
        QT_TRANSLATE_NOOP("Actions", "Export bibliography…"),
        Menu.FILE,
        icon="quote",
        needs=_ROWS,
    ),
    Action(Id.NEW_LIBRARY, QT_TRANSLATE_NOOP("Actions", "New library…"), Menu.FILE, icon="library", line_before=True),
    Action(Id.OPEN_LIBRARY, QT_TRANSLATE_NOOP("Actions", "Open another library…"), Menu.FILE),
    Action(Id.OPEN_SAMPLE, QT_TRANSLATE_NOOP("Actions", "Open the sample library"), Menu.FILE),
    Action(
        Id.SHOW_FOLDER, QT_TRANSLATE_NOOP("Actions", "Show library folder"), Menu.FILE, icon="folder", needs=_LIBRARY
    ),
    Action(Id.RELINK, QT_TRANSLATE_NOOP("Actions", "Find missing PDFs…"), Menu.FILE, icon="pdf", needs=_LIBRARY),
    Action(Id.CHECK_LIBRARY, QT_TRANSLATE_NOOP("Actions", "Check library"), Menu.FILE, icon="shield", needs=_LIBRARY),
    Action(Id.BACKUPS, QT_TRANSLATE_NOOP("Actions", "Backups…"), Menu.FILE, icon="recent", needs=_LIBRARY),
    Action(Id.EMPTY_TRASH, QT_TRANSLATE_NOOP("Actions", "Empty Trash"), Menu.FILE, icon="trash", needs=_LIBRARY),
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
        _ROWS | Needs.PAPERS | Needs.KEPT,
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
    Action(
        Id.COPY_BIBTEX,
        QT_TRANSLATE_NOOP("Actions", "Copy as BibTeX"),
        Menu.EDIT,
        ("Ctrl+Shift+C",),
        "quote",
        _CHOSEN,
    ),
    Action(
        Id.COPY_REFERENCE,
        QT_TRANSLATE_NOOP("Actions", "Copy reference"),
        Menu.EDIT,
        ("Ctrl+Shift+B",),
        "copy",
        _PAPERS,
    ),
    Action(
        Id.CITE_KEYS,
        QT_TRANSLATE_NOOP("Actions", "Make cite keys anew"),
        Menu.EDIT,
        icon="edit",
        needs=_CHOSEN | Needs.KEPT,
    ),
    Action(Id.PASTE, QT_TRANSLATE_NOOP("Actions", "Paste papers or a digest"), Menu.EDIT, ("Ctrl+V",), "paste", _LIST),
    Action(Id.SELECT_ALL, QT_TRANSLATE_NOOP("Actions", "Select all"), Menu.EDIT, ("Ctrl+A",), "select-all", _ROWS),
    Action(
        Id.TRASH,
        QT_TRANSLATE_NOOP("Actions", "Move to Trash"),
        Menu.EDIT,
        ("Del", "Shift+Del"),
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
        Id.DELETE_FOR_GOOD,
        QT_TRANSLATE_NOOP("Actions", "Delete for good"),
        Menu.EDIT,
        icon="cancel",
        needs=_CHOSEN | Needs.TRASH,
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
