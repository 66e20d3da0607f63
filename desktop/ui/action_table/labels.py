"""The actions that put papers in order: tags, collections, saved searches, duplicates."""

from desktop.ui.action import Action, ActionId, Menu, Needs
from desktop.ui.language import QT_TRANSLATE_NOOP

Id = ActionId
_LIBRARY = Needs.LIBRARY
_LIST = Needs.LIBRARY | Needs.LIST
_CHOSEN = _LIST | Needs.PAPERS | Needs.KEPT

LABELS = (
    Action(Id.TAGS, QT_TRANSLATE_NOOP("Actions", "Tags…"), Menu.PAPERS, ("T",), "tag", _CHOSEN, line_before=True),
    Action(Id.COLLECT, QT_TRANSLATE_NOOP("Actions", "Collections…"), Menu.PAPERS, ("Ctrl+Shift+K",), "folder", _CHOSEN),
    Action(
        Id.NEW_COLLECTION, QT_TRANSLATE_NOOP("Actions", "New collection…"), Menu.PAPERS, ("Ctrl+Shift+N",), "add", _LIST
    ),
    Action(
        Id.REMOVE_FROM_COLLECTION,
        QT_TRANSLATE_NOOP("Actions", "Remove from the collection"),
        Menu.PAPERS,
        ("Del",),
        "cancel",
        _CHOSEN | Needs.COLLECTION,
        instead_of=Id.TRASH,
    ),
    Action(
        Id.SAVE_SEARCH,
        QT_TRANSLATE_NOOP("Actions", "Save this search…"),
        Menu.PAPERS,
        ("Ctrl+S",),
        "search",
        _LIST | Needs.QUERY,
    ),
    Action(
        Id.MERGE,
        QT_TRANSLATE_NOOP("Actions", "Merge papers…"),
        Menu.PAPERS,
        ("Ctrl+Shift+M",),
        "split",
        _CHOSEN | Needs.SEVERAL,
        line_before=True,
    ),
    Action(Id.DUPLICATES, QT_TRANSLATE_NOOP("Actions", "Find duplicates"), Menu.PAPERS, icon="copy", needs=_LIBRARY),
)
