"""The actions on texts that a language model writes."""

from desktop.ui.action import Action, ActionId, Menu, Needs
from desktop.ui.language import QT_TRANSLATE_NOOP

Id = ActionId

WRITING = (
    Action(
        Id.WRITE_TEXTS,
        QT_TRANSLATE_NOOP("Actions", "Write texts…"),
        Menu.PAPERS,
        ("Ctrl+Alt+T",),
        "write-texts",
        Needs.LIBRARY | Needs.KEPT,
        line_before=True,
    ),
    Action(
        Id.CLEAR_TEXTS,
        QT_TRANSLATE_NOOP("Actions", "Take away texts by a model"),
        Menu.PAPERS,
        icon="revert",
        needs=Needs.LIBRARY | Needs.PAPERS | Needs.KEPT,
    ),
    Action(
        Id.PAUSE_WRITING,
        QT_TRANSLATE_NOOP("Actions", "Pause writing"),
        Menu.PAPERS,
        icon="pause",
        needs=Needs.LIBRARY,
        checkable=True,
    ),
    Action(
        Id.WRITING,
        QT_TRANSLATE_NOOP("Actions", "Texts being written"),
        Menu.PAPERS,
        ("Ctrl+Alt+W",),
        "work",
        Needs.LIBRARY,
    ),
)
