"""Sending a digest by e-mail, from the wish to the outbox."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.ids import MailId, OwnDigestId
from desktop.domain.mails import Mail, MailDraft, Recipient
from desktop.ui.failures import failure_words
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.domain.own_digest import DigestContent
    from desktop.services.library import LibraryServices
    from desktop.ui.composing.digest_view import Preview
    from desktop.ui.mailing.mail_dialog import MailDialog

GRACE_S = 6.0
"""So long it can be taken back: what the server has cannot."""


class _Read(NamedTuple):
    draft: MailDraft
    known: tuple[Recipient, ...]
    mails: tuple[Mail, ...]
    content: "DigestContent"


class MailFlow(QObject):
    """It lives as long as its library is open."""

    put = Signal(object, object)
    """A mail is in the outbox (Changes, MailId)."""
    settings_wanted = Signal()

    def __init__(
        self, services: "LibraryServices", tasks: TaskRunner, session: Session, window: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._window = window
        self.dialog: MailDialog | None = None
        """The last one that was opened, if it is open."""

    def open(self, digest: OwnDigestId) -> None:
        """Let a person write to whom the digest goes, then put it into the outbox. One without papers is refused."""
        services, sender = self._services, self._session.values.mail_from

        def read() -> _Read:
            mails = services.mails
            draft, content = mails.draft(digest, sender), services.own_digests.content(digest)
            return _Read(draft, mails.earlier_recipients(), mails.all(), content)

        self._tasks.run(Lane.DB, read, owner=self, done=self._on_read)

    def _on_read(self, read: _Read) -> None:
        from desktop.ui.mailing.mail_dialog import MailDialog  # when it is first wanted

        content = read.content
        dialog = MailDialog(read.draft, self._session, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.set_known(read.known)
        dialog.set_sent(read.mails)
        dialog.send_wanted.connect(partial(self._put, dialog))
        dialog.settings_wanted.connect(self.settings_wanted)
        dialog.finished.connect(self._on_closed)
        dialog.preview.way_changed.connect(partial(self._show_preview, dialog, content))
        self.dialog = dialog
        dialog.show()
        self._show_preview(dialog, content)

    def _on_closed(self) -> None:
        if self.dialog is self.sender():
            self.dialog = None

    def _show_preview(self, dialog: "MailDialog", content: "DigestContent") -> None:
        way = dialog.preview.way

        def made() -> "Preview":
            from desktop.ui.composing.digest_view import Drafts, preview

            return preview(content, Drafts(content.digest.choice, {}), way)

        self._tasks.run_latest(
            "preview", Lane.FILES, made, owner=dialog, done=lambda shown: dialog.show_preview(way, shown)
        )

    def _put(self, dialog: "MailDialog", draft: MailDraft) -> None:
        services = self._services

        def done(put: tuple[Changes, MailId]) -> None:
            if isValid(dialog):
                dialog.accept()
            self.put.emit(*put)

        def failed(error: AppError) -> None:
            if isValid(dialog):
                dialog.tell(failure_words(error).text)
            else:
                self._tasks.failure_reported.emit(error)

        self._tasks.run(Lane.DB, lambda: services.mails.put(draft, GRACE_S), owner=self, done=done, failed=failed)
