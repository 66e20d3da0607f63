"""The actions that say how far a person is with papers, and what comes next."""

from desktop.ui.action import Action, ActionId, Menu, Needs
from desktop.ui.language import QT_TRANSLATE_NOOP

Id = ActionId
_LIBRARY = Needs.LIBRARY
_PAPERS = Needs.LIBRARY | Needs.PAPERS | Needs.KEPT
_CHOSEN = _PAPERS | Needs.LIST
_QUEUED = _CHOSEN | Needs.QUEUE

READING_LIST = (
    Action(
        Id.STATUS_INBOX,
        QT_TRANSLATE_NOOP("Actions", "Move to the inbox"),
        Menu.STATUS,
        ("I",),
        "inbox",
        _PAPERS,
        line_before=True,
    ),
    Action(Id.STATUS_QUEUED, QT_TRANSLATE_NOOP("Actions", "Put into the queue"), Menu.STATUS, ("Q",), "queue", _PAPERS),
    Action(Id.STATUS_READING, QT_TRANSLATE_NOOP("Actions", "Mark as reading"), Menu.STATUS, ("R",), "reading", _PAPERS),
    Action(
        Id.READ_UNREAD, QT_TRANSLATE_NOOP("Actions", "Mark as read or unread"), Menu.STATUS, ("M",), "read", _PAPERS
    ),
    Action(Id.STATUS_ARCHIVED, QT_TRANSLATE_NOOP("Actions", "Archive"), Menu.STATUS, ("E",), "archive", _PAPERS),
    Action(Id.PRIORITY_3, QT_TRANSLATE_NOOP("Actions", "High priority"), Menu.PRIORITY, ("3",), needs=_CHOSEN),
    Action(Id.PRIORITY_2, QT_TRANSLATE_NOOP("Actions", "Medium priority"), Menu.PRIORITY, ("2",), needs=_CHOSEN),
    Action(Id.PRIORITY_1, QT_TRANSLATE_NOOP("Actions", "Low priority"), Menu.PRIORITY, ("1",), needs=_CHOSEN),
    Action(Id.PRIORITY_0, QT_TRANSLATE_NOOP("Actions", "No priority"), Menu.PRIORITY, ("0",), needs=_CHOSEN),
    Action(Id.STAR, QT_TRANSLATE_NOOP("Actions", "Star"), Menu.PAPERS, ("S",), "star", _PAPERS),
    Action(Id.DUE, QT_TRANSLATE_NOOP("Actions", "Due date…"), Menu.PAPERS, ("D",), "due", _CHOSEN),
    Action(
        Id.READ_NEXT,
        QT_TRANSLATE_NOOP("Actions", "Read next in the queue"),
        Menu.QUEUE,
        ("Shift+Return",),
        "play",
        _LIBRARY,
    ),
    Action(
        Id.QUEUE_UP,
        QT_TRANSLATE_NOOP("Actions", "Up in the queue"),
        Menu.QUEUE,
        ("Alt+Up",),
        "chevron-up",
        _QUEUED,
        line_before=True,
    ),
    Action(
        Id.QUEUE_DOWN,
        QT_TRANSLATE_NOOP("Actions", "Down in the queue"),
        Menu.QUEUE,
        ("Alt+Down",),
        "chevron-down",
        _QUEUED,
    ),
    Action(
        Id.QUEUE_TOP,
        QT_TRANSLATE_NOOP("Actions", "To the top of the queue"),
        Menu.QUEUE,
        ("Alt+Home",),
        "to-top",
        _QUEUED,
    ),
    Action(
        Id.QUEUE_BOTTOM,
        QT_TRANSLATE_NOOP("Actions", "To the end of the queue"),
        Menu.QUEUE,
        ("Alt+End",),
        needs=_QUEUED,
    ),
    Action(Id.TRIAGE, QT_TRANSLATE_NOOP("Actions", "Triage the inbox"), Menu.PAPERS, ("F6",), "split", _LIBRARY),
)
