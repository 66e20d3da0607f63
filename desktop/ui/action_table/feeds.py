"""The actions on feeds, which bring papers by themselves."""

from desktop.ui.action import Action, ActionId, Menu, Needs
from desktop.ui.language import QT_TRANSLATE_NOOP

Id = ActionId
_LIBRARY = Needs.LIBRARY
_FEED = Needs.LIBRARY | Needs.LIST | Needs.FEED

FEEDS = (
    Action(
        Id.FOLLOW_FEED,
        QT_TRANSLATE_NOOP("Actions", "Follow…"),
        Menu.FEEDS,
        ("Ctrl+Alt+F",),
        "feed",
        _LIBRARY,
    ),
    Action(
        Id.ASK_FEEDS,
        QT_TRANSLATE_NOOP("Actions", "Ask all feeds now"),
        Menu.FEEDS,
        ("F5",),
        "refresh",
        _LIBRARY | Needs.LIST,
    ),
    Action(Id.ASK_FEED, QT_TRANSLATE_NOOP("Actions", "Ask this feed now"), Menu.FEEDS, ("Shift+F5",), needs=_FEED),
    Action(Id.EDIT_FEED, QT_TRANSLATE_NOOP("Actions", "Edit feed…"), Menu.FEEDS, icon="edit", needs=_FEED),
    Action(Id.UNFOLLOW_FEED, QT_TRANSLATE_NOOP("Actions", "Unfollow"), Menu.FEEDS, icon="trash", needs=_FEED),
    Action(
        Id.FEEDS_IN,
        QT_TRANSLATE_NOOP("Actions", "Import feeds (OPML)…"),
        Menu.FEEDS,
        icon="import",
        needs=_LIBRARY,
        line_before=True,
    ),
    Action(
        Id.FEEDS_OUT, QT_TRANSLATE_NOOP("Actions", "Export feeds (OPML)…"), Menu.FEEDS, icon="export", needs=_LIBRARY
    ),
)
