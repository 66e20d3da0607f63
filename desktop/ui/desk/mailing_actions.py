"""Digests by e-mail and the outbox, bound to one library in the window."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changes
from desktop.domain.ids import MailId, OwnDigestId
from desktop.ui.actions import ActionId
from desktop.ui.desk.composing_actions import ComposingActions
from desktop.ui.desk.open_library import OpenLibrary
from desktop.ui.desk.page_tab import PageTab
from desktop.ui.tasks import Lane
from desktop.ui.wording import number

if TYPE_CHECKING:
    from desktop.domain.mails import Mail
    from desktop.services.order_mails import TakenOut
    from desktop.ui.mailing.mail_flow import MailFlow
    from desktop.ui.mailing.mailer import Mailer
    from desktop.ui.mailing.outbox_page import OutboxPage


class MailingActions(QObject):
    """There is one tab of the outbox. Nothing that becomes of mails is a step of undo; what a person orders can be
    taken back with the button that tells of it."""

    settings_wanted = Signal()
    """The server is to be named."""

    def __init__(
        self, library: OpenLibrary, mailer: "Callable[[], Mailer]", composing: ComposingActions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._make_mailer = mailer
        self._composing = composing
        self._bound = False
        self.outbox = PageTab(library.reading.tabs, "outbox", self.tr("Outbox"), self._make_outbox)
        library.events.changed.connect(self._on_changed)
        composing.mail_wanted.connect(self.send)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {ActionId.OUTBOX: self._show_outbox, ActionId.SEND_MAIL: self._send_front}

    def begin(self) -> None:
        """Send what waits, and tell of it."""
        if self._bound:
            return
        self._bound = True
        mailer = self._make_mailer()
        mailer.library_changed.connect(self._library.events.announce_quietly)
        mailer.tried.connect(self._on_tried)
        mailer.wake()

    def send(self, digest: OwnDigestId) -> None:
        """Let a person send that digest."""
        self.flow.open(digest)

    @cached_property
    def flow(self) -> "MailFlow":
        """From the wish to the outbox."""
        from desktop.ui.mailing.mail_flow import MailFlow  # when it is first wanted

        library = self._library
        flow = MailFlow(library.services, library.tasks, library.session, library.window, self)
        flow.put.connect(self._on_put)
        flow.settings_wanted.connect(self.settings_wanted)
        return flow

    def _send_front(self) -> None:
        page = self._composing.front
        if page is not None:
            self.send(page.digest)

    def _show_outbox(self) -> None:
        self.outbox.show().setFocus()

    def _make_outbox(self) -> "OutboxPage":
        from desktop.ui.mailing.outbox_page import OutboxPage  # when it is first wanted

        page = OutboxPage(self._library.services, self._library.tasks)
        page.change_wanted.connect(self._change)
        page.take_out_wanted.connect(self._take_out)
        page.settings_wanted.connect(self.settings_wanted)
        page.left.connect(self.outbox.go_back)
        return page

    # What changes

    def _change(self, work: Callable[[], Changes]) -> None:
        self._library.tasks.run(Lane.DB, work, owner=self, done=self._on_done)

    def _on_done(self, changes: Changes) -> None:
        self._library.events.announce_quietly(changes)
        self.begin()
        self._make_mailer().wake()

    def _on_put(self, changes: Changes, mail: MailId) -> None:
        self._on_done(changes)
        services = self._library.services
        words = self.tr("The mail is in the outbox and is sent in a moment.")
        take_back = partial(self._change, lambda: services.mails.orders.cancel([mail]))
        self._library.toast.show_message(words, self.tr("Do not send"), take_back)

    def _take_out(self, mails: list[MailId]) -> None:
        services = self._library.services

        def done(taken: "TakenOut") -> None:
            self._library.events.announce_quietly(Changes(mails=True))
            words = self.tr("The mail is out of the outbox.")
            if len(mails) > 1:
                words = self.tr("{count} mails are out of the outbox.").format(count=number(len(mails)))
            put_back = partial(self._change, lambda: services.mails.orders.put_back(taken))
            self._library.toast.show_message(words, self.tr("Put back"), put_back)

        self._library.tasks.run(Lane.DB, lambda: services.mails.orders.take_out(mails), owner=self, done=done)

    def _on_changed(self, changes: Changes) -> None:
        if (page := self.outbox.page) is not None:
            page.follow(changes)

    def _on_tried(self, mail: "Mail") -> None:
        """A person hears what came of it; that it is tried again later is told once."""
        from desktop.domain.mails import MailState  # 3 ms that no start needs
        from desktop.ui.mailing import mail_words

        toast, show = self._library.toast, self._show_outbox
        if mail.state is MailState.SENT and not mail.refused:
            toast.show_message(self.tr("Sent: {subject}").format(subject=mail.subject))
        elif mail.state is MailState.CANCELLED or self.outbox.in_front:
            return  # it is told there
        elif mail.state is not MailState.WAITING or mail.attempts <= 1:
            told = mail_words.details(mail).replace("\n", " ")
            toast.show_failure(f"{mail.subject}: {told}", self.tr("Outbox"), show)
