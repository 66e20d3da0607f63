"""The actions on digests by e-mail."""

from desktop.ui.action import Action, ActionId, Menu, Needs
from desktop.ui.language import QT_TRANSLATE_NOOP

SEND_MAIL = Action(
    ActionId.SEND_MAIL,
    QT_TRANSLATE_NOOP("Actions", "Send the digest by e-mail…"),
    Menu.DIGEST,
    icon="mail",
    needs=Needs.LIBRARY | Needs.LIST | Needs.OWN_DIGEST,
)
OUTBOX = Action(
    ActionId.OUTBOX,
    QT_TRANSLATE_NOOP("Actions", "Outbox"),
    Menu.GO,
    icon="outbox",
    needs=Needs.LIBRARY,
    line_before=True,
)
