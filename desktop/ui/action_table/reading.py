"""The actions of an open paper: finding, moving, looking."""

from desktop.ui.action import Action, ActionId, Menu, Needs
from desktop.ui.language import QT_TRANSLATE_NOOP

Id = ActionId
_READ = Needs.LIBRARY | Needs.READER
_SELECTED = _READ | Needs.SELECTION

READ = (
    Action(Id.FIND, QT_TRANSLATE_NOOP("Actions", "Find in this paper"), Menu.READ, ("Ctrl+F",), "search", _READ),
    Action(Id.FIND_NEXT, QT_TRANSLATE_NOOP("Actions", "Next hit"), Menu.READ, ("Ctrl+G", "F3"), "chevron-down", _READ),
    Action(
        Id.FIND_PREVIOUS,
        QT_TRANSLATE_NOOP("Actions", "Previous hit"),
        Menu.READ,
        ("Ctrl+Shift+G", "Shift+F3"),
        "chevron-up",
        _READ,
    ),
    Action(
        Id.GO_TO_PAGE,
        QT_TRANSLATE_NOOP("Actions", "Go to page…"),
        Menu.READ,
        ("Ctrl+Alt+G",),
        "go-to-page",
        _READ,
        line_before=True,
    ),
    Action(Id.BACK, QT_TRANSLATE_NOOP("Actions", "Back"), Menu.READ, ("Alt+Left",), "arrow-left", _READ),
    Action(Id.FORWARD, QT_TRANSLATE_NOOP("Actions", "Forward"), Menu.READ, ("Alt+Right",), "arrow-right", _READ),
    Action(
        Id.ZOOM_IN,
        QT_TRANSLATE_NOOP("Actions", "Zoom in"),
        Menu.READ,
        ("Ctrl++", "Ctrl+="),
        "zoom-in",
        _READ,
        line_before=True,
    ),
    Action(Id.ZOOM_OUT, QT_TRANSLATE_NOOP("Actions", "Zoom out"), Menu.READ, ("Ctrl+-",), "zoom-out", _READ),
    Action(Id.ACTUAL_SIZE, QT_TRANSLATE_NOOP("Actions", "Size on paper"), Menu.READ, ("Ctrl+0",), "actual-size", _READ),
    Action(
        Id.FIT_WIDTH,
        QT_TRANSLATE_NOOP("Actions", "Fit width"),
        Menu.READ,
        ("Ctrl+1",),
        "fit-width",
        _READ,
        checkable=True,
    ),
    Action(
        Id.FIT_PAGE, QT_TRANSLATE_NOOP("Actions", "Fit page"), Menu.READ, ("Ctrl+2",), "fit-page", _READ, checkable=True
    ),
    Action(
        Id.ZOOM_SELECTION,
        QT_TRANSLATE_NOOP("Actions", "Zoom to the selection"),
        Menu.READ,
        ("Ctrl+3",),
        "zoom-selection",
        _READ,
    ),
    Action(
        Id.ROTATE_RIGHT,
        QT_TRANSLATE_NOOP("Actions", "Turn right"),
        Menu.READ,
        ("Ctrl+R",),
        "rotate-right",
        _READ,
        line_before=True,
    ),
    Action(
        Id.ROTATE_LEFT, QT_TRANSLATE_NOOP("Actions", "Turn left"), Menu.READ, ("Ctrl+Shift+R",), "rotate-left", _READ
    ),
    Action(
        Id.CONTINUOUS,
        QT_TRANSLATE_NOOP("Actions", "Continuous pages"),
        Menu.READ,
        ("Ctrl+Alt+1",),
        "pages-continuous",
        _READ,
        checkable=True,
        group="spread",
        line_before=True,
    ),
    Action(
        Id.SINGLE_PAGE,
        QT_TRANSLATE_NOOP("Actions", "Single pages"),
        Menu.READ,
        ("Ctrl+Alt+2",),
        "pages-single",
        _READ,
        checkable=True,
        group="spread",
    ),
    Action(
        Id.TWO_PAGES,
        QT_TRANSLATE_NOOP("Actions", "Two pages side by side"),
        Menu.READ,
        ("Ctrl+Alt+3",),
        "pages-two",
        _READ,
        checkable=True,
        group="spread",
    ),
    Action(
        Id.CONTENTS,
        QT_TRANSLATE_NOOP("Actions", "Contents"),
        Menu.READ,
        ("F9",),
        "contents",
        _READ,
        checkable=True,
        line_before=True,
    ),
    Action(
        Id.THUMBNAILS,
        QT_TRANSLATE_NOOP("Actions", "Thumbnails"),
        Menu.READ,
        ("Shift+F9",),
        "thumbnails",
        _READ,
        checkable=True,
    ),
    Action(
        Id.MARKS, QT_TRANSLATE_NOOP("Actions", "List of marks"), Menu.READ, ("Ctrl+F9",), "marks", _READ, checkable=True
    ),
    Action(
        Id.TEXTS, QT_TRANSLATE_NOOP("Actions", "Texts and note"), Menu.READ, ("F7",), "texts", _READ, checkable=True
    ),
    Action(
        Id.DARK_PAGES,
        QT_TRANSLATE_NOOP("Actions", "Dark pages"),
        Menu.READ,
        ("F8",),
        "moon",
        _READ,
        checkable=True,
        line_before=True,
    ),
    Action(
        Id.PRESENTATION,
        QT_TRANSLATE_NOOP("Actions", "Presentation"),
        Menu.READ,
        ("F5",),
        "presentation",
        _READ,
        checkable=True,
    ),
    Action(
        Id.COPY_TEXT,
        QT_TRANSLATE_NOOP("Actions", "Copy text"),
        Menu.READ,
        ("Ctrl+C",),
        "copy",
        _SELECTED,
        line_before=True,
    ),
    Action(
        Id.COPY_CITATION,
        QT_TRANSLATE_NOOP("Actions", "Copy with citation"),
        Menu.READ,
        ("Ctrl+Shift+C",),
        "quote",
        _SELECTED,
    ),
    Action(
        Id.SELECT_PAGE_TEXT,
        QT_TRANSLATE_NOOP("Actions", "Select the text of the page"),
        Menu.READ,
        ("Ctrl+A",),
        "select-all",
        _READ,
    ),
    Action(
        Id.SEARCH_SELECTION,
        QT_TRANSLATE_NOOP("Actions", "Search for the selection"),
        Menu.READ,
        ("Ctrl+Shift+S",),
        "search-everything",
        _SELECTED,
    ),
)
