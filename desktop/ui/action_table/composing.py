"""The actions on digests of one's own: making them, putting them in order, handing them on."""

from desktop.ui.action import Action, ActionId, Menu, Needs
from desktop.ui.language import QT_TRANSLATE_NOOP

Id = ActionId
_LIBRARY = Needs.LIBRARY
_DIGEST = Needs.LIBRARY | Needs.LIST | Needs.OWN_DIGEST
_PAPERS_OF_IT = _DIGEST | Needs.PAPERS

COMPOSING = (
    Action(
        Id.NEW_DIGEST,
        QT_TRANSLATE_NOOP("Actions", "New digest from…"),
        Menu.DIGEST,
        ("Ctrl+Alt+N",),
        "digest-new",
        _LIBRARY,
    ),
    Action(
        Id.ADD_TO_DIGEST,
        QT_TRANSLATE_NOOP("Actions", "Add to digest…"),
        Menu.DIGEST,
        ("Ctrl+Alt+A",),
        "digest-add",
        _LIBRARY | Needs.PAPERS | Needs.KEPT,
    ),
    Action(
        Id.DIGEST_UP,
        QT_TRANSLATE_NOOP("Actions", "Up in the digest"),
        Menu.DIGEST,
        ("Alt+Up",),
        "chevron-up",
        _PAPERS_OF_IT,
        line_before=True,
    ),
    Action(
        Id.DIGEST_DOWN,
        QT_TRANSLATE_NOOP("Actions", "Down in the digest"),
        Menu.DIGEST,
        ("Alt+Down",),
        "chevron-down",
        _PAPERS_OF_IT,
    ),
    Action(
        Id.DIGEST_TOP,
        QT_TRANSLATE_NOOP("Actions", "To the top of the digest"),
        Menu.DIGEST,
        ("Alt+Home",),
        "to-top",
        _PAPERS_OF_IT,
    ),
    Action(
        Id.DIGEST_BOTTOM,
        QT_TRANSLATE_NOOP("Actions", "To the end of the digest"),
        Menu.DIGEST,
        ("Alt+End",),
        needs=_PAPERS_OF_IT,
    ),
    Action(
        Id.TAKE_OUT_OF_DIGEST,
        QT_TRANSLATE_NOOP("Actions", "Take out of the digest"),
        Menu.DIGEST,
        ("Del",),
        "cancel",
        _PAPERS_OF_IT,
        instead_of=Id.TRASH,
    ),
    Action(
        Id.HAND_ON,
        QT_TRANSLATE_NOOP("Actions", "Hand on the digest…"),
        Menu.DIGEST,
        ("Ctrl+Shift+E",),
        "hand-on",
        _DIGEST,
        line_before=True,
        instead_of=Id.EXPORT,
    ),
    Action(
        Id.DELETE_DIGEST,
        QT_TRANSLATE_NOOP("Actions", "Delete the digest"),
        Menu.DIGEST,
        icon="trash",
        needs=_DIGEST,
    ),
)
