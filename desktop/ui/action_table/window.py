"""The actions that change how the window looks and what stands in it, and those that explain it."""

from desktop.ui.action import Action, ActionId, Menu, Needs
from desktop.ui.language import QT_TRANSLATE_NOOP

Id = ActionId
_LIBRARY = Needs.LIBRARY
_LIST = Needs.LIBRARY | Needs.LIST
_SERIES = _LIST | Needs.SERIES

VIEW = (
    Action(Id.SIDEBAR, QT_TRANSLATE_NOOP("Actions", "Sidebar"), Menu.VIEW, ("F9",), "sidebar", _LIST, checkable=True),
    Action(Id.DETAILS, QT_TRANSLATE_NOOP("Actions", "Details"), Menu.VIEW, ("F7",), "details", _LIST, checkable=True),
    Action(
        Id.COMPACT,
        QT_TRANSLATE_NOOP("Actions", "Compact rows"),
        Menu.VIEW,
        ("Ctrl+Alt+D",),
        "density",
        _LIST,
        checkable=True,
        line_before=True,
    ),
    Action(Id.COLUMNS, QT_TRANSLATE_NOOP("Actions", "Choose columns…"), Menu.VIEW, icon="columns", needs=_LIST),
    Action(
        Id.TITLES_BOTH,
        QT_TRANSLATE_NOOP("Actions", "Titles in both languages"),
        Menu.VIEW,
        ("Ctrl+Alt+1",),
        "translate",
        _LIST,
        checkable=True,
        group="titles",
        line_before=True,
    ),
    Action(
        Id.TITLES_ORIGINAL,
        QT_TRANSLATE_NOOP("Actions", "Original titles"),
        Menu.VIEW,
        ("Ctrl+Alt+2",),
        needs=_LIST,
        checkable=True,
        group="titles",
    ),
    Action(
        Id.TITLES_TRANSLATED,
        QT_TRANSLATE_NOOP("Actions", "Translated titles"),
        Menu.VIEW,
        ("Ctrl+Alt+3",),
        needs=_LIST,
        checkable=True,
        group="titles",
    ),
    Action(
        Id.LARGER,
        QT_TRANSLATE_NOOP("Actions", "Larger text"),
        Menu.VIEW,
        ("Ctrl++", "Ctrl+="),
        needs=Needs.LIST,
        line_before=True,
    ),
    Action(Id.SMALLER, QT_TRANSLATE_NOOP("Actions", "Smaller text"), Menu.VIEW, ("Ctrl+-",), needs=Needs.LIST),
    Action(Id.USUAL_SIZE, QT_TRANSLATE_NOOP("Actions", "Usual text size"), Menu.VIEW, ("Ctrl+0",), needs=Needs.LIST),
    Action(
        Id.STATISTICS,
        QT_TRANSLATE_NOOP("Actions", "Statistics"),
        Menu.VIEW,
        icon="density",
        needs=_LIBRARY,
        line_before=True,
    ),
    Action(Id.WORK, QT_TRANSLATE_NOOP("Actions", "Work list"), Menu.VIEW, ("Ctrl+J",), "work"),
    Action(
        Id.FULL_SCREEN, QT_TRANSLATE_NOOP("Actions", "Full screen"), Menu.VIEW, ("F11",), "full-screen", checkable=True
    ),
)
GO = (
    Action(Id.NEXT, QT_TRANSLATE_NOOP("Actions", "Next paper"), Menu.GO, ("J",), "chevron-down", _SERIES),
    Action(Id.PREVIOUS, QT_TRANSLATE_NOOP("Actions", "Previous paper"), Menu.GO, ("K",), "chevron-up", _SERIES),
    Action(Id.INBOX, QT_TRANSLATE_NOOP("Actions", "Inbox"), Menu.GO, ("Alt+1",), "import", _LIST, line_before=True),
    Action(Id.QUEUE, QT_TRANSLATE_NOOP("Actions", "Queue"), Menu.GO, ("Alt+2",), "contents", _LIST),
    Action(Id.READING, QT_TRANSLATE_NOOP("Actions", "Reading"), Menu.GO, ("Alt+3",), "texts", _LIST),
    Action(Id.ALL_PAPERS, QT_TRANSLATE_NOOP("Actions", "All papers"), Menu.GO, icon="papers", needs=_LIBRARY),
    Action(Id.RECENT, QT_TRANSLATE_NOOP("Actions", "Recently added"), Menu.GO, icon="recent", needs=_LIBRARY),
    Action(Id.TRASH_PLACE, QT_TRANSLATE_NOOP("Actions", "Trash"), Menu.GO, icon="trash", needs=_LIBRARY),
    Action(Id.TIMELINE, QT_TRANSLATE_NOOP("Actions", "Digests by date"), Menu.GO, icon="digest", needs=_LIBRARY),
    Action(
        Id.NEXT_TAB,
        QT_TRANSLATE_NOOP("Actions", "Next tab"),
        Menu.GO,
        ("Ctrl+Tab", "Ctrl+PgDown"),
        needs=_LIBRARY,
        line_before=True,
    ),
    Action(
        Id.PREVIOUS_TAB,
        QT_TRANSLATE_NOOP("Actions", "Previous tab"),
        Menu.GO,
        ("Ctrl+Shift+Tab", "Ctrl+PgUp"),
        needs=_LIBRARY,
    ),
    Action(Id.CLOSE_TAB, QT_TRANSLATE_NOOP("Actions", "Close tab"), Menu.GO, ("Ctrl+W",), "close", _LIBRARY),
    Action(
        Id.REOPEN_TAB, QT_TRANSLATE_NOOP("Actions", "Reopen closed tab"), Menu.GO, ("Ctrl+Shift+T",), needs=_LIBRARY
    ),
)
HELP = (
    Action(Id.HELP, QT_TRANSLATE_NOOP("Actions", "Help"), Menu.HELP, ("F1",), "help"),
    Action(Id.KEYS, QT_TRANSLATE_NOOP("Actions", "List of keys"), Menu.HELP, ("?",), "keyboard"),
    Action(Id.PALETTE, QT_TRANSLATE_NOOP("Actions", "Find a command…"), Menu.HELP, ("Ctrl+Shift+P",), "command"),
    Action(Id.ABOUT, QT_TRANSLATE_NOOP("Actions", "About Papershelf"), Menu.HELP, line_before=True),
)
