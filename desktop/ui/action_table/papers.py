"""The actions on papers that open them, or ask arXiv about them."""

from desktop.ui.action import Action, ActionId, Menu, Needs
from desktop.ui.language import QT_TRANSLATE_NOOP

Id = ActionId
_LIBRARY = Needs.LIBRARY
_LIST = Needs.LIBRARY | Needs.LIST
_PAPERS = Needs.LIBRARY | Needs.PAPERS
_CHOSEN = _LIST | Needs.PAPERS
_ROWS = _LIST | Needs.ROWS

OPEN = (
    Action(Id.OPEN_PDF, QT_TRANSLATE_NOOP("Actions", "Read PDF"), Menu.PAPERS, ("P",), "pdf", _CHOSEN),
    Action(
        Id.OPEN_OUTSIDE,
        QT_TRANSLATE_NOOP("Actions", "Open PDF in another program"),
        Menu.PAPERS,
        icon="open",
        needs=_PAPERS,
    ),
    Action(Id.OPEN_PAPER, QT_TRANSLATE_NOOP("Actions", "Open on arXiv"), Menu.PAPERS, ("O",), "link", _PAPERS),
)
FETCH = (
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
