"""Digests of one's own by e-mail. A mail is composed once and waits in the library's outbox until the server has it.

Sending has three parts: `take` says what is next and writes down that it is being sent, `deliver` needs no library,
`store` writes down what came of it. If the program ends in between, the mail is uncertain: SMTP cannot tell whether the
server took it, so a person is asked and nothing is sent twice unasked.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property

from db import handed_on, mails
from db.errors import storage_errors
from db.library_file import LibraryFile
from db.stored_values import now_ms
from desktop.domain.changes import Changes
from desktop.domain.errors import Cancelled, InputError, Reason
from desktop.domain.ids import MailId, OwnDigestId
from desktop.domain.mails import (
    STOPS_ALL,
    Mail,
    MailAnswer,
    MailDraft,
    MailServer,
    MailState,
    Recipient,
    Taken,
    answered,
)
from desktop.domain.own_digest import Way
from desktop.domain.progress import Job
from desktop.formats import digest_mail
from desktop.services.deliver_mail import Sending, deliver
from desktop.services.keep_secrets import KeepSecrets
from desktop.services.order_mails import OrderMails
from desktop.system.redaction import redacted
from desktop.system.this_place import this_place

_CHANGED = Changes(mails=True)
_HELD_MS = 3_600_000
"""The others are not tried sooner when the server did not let us in: it might lock the account."""
_CUT_MS = 60_000
"""Nor at once when the line was cut."""


class SendMails:
    """The outbox. Every method raises StorageError; those that change it return `Changes.mails`."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    @cached_property
    def orders(self) -> OrderMails:
        """What a person wants to become of mails."""
        return OrderMails(self._library)

    def draft(self, digest: OwnDigestId, sender: str) -> MailDraft:
        """The digest as a mail to nobody yet. Raises InputError, NOTHING_TO_EXPORT for one without papers."""
        from desktop.services.compose_digests import ComposeDigests  # the outbox alone needs no templates of pages
        from desktop.services.write_digests import written

        content = ComposeDigests(self._library).content(digest)
        markdown, page, text = (written(content, way) for way in (Way.MARKDOWN, Way.PAGE, Way.MAIL))
        return MailDraft(
            digest=digest,
            sender=sender,
            recipients=(),
            subject=content.digest.name,
            note="",
            text=text.data.decode(),
            page=page.data.decode(),
            attachment_name=markdown.name,
            markdown=markdown.data,
            papers=markdown.papers,
            sha256=markdown.sha256,
        )

    def put(self, draft: MailDraft, grace_s: float = 0.0) -> tuple[Changes, MailId]:
        """Put a mail into the outbox: it is due in so many seconds. Raises InputError, BAD_RECIPIENT."""
        if not draft.recipients:
            raise InputError(Reason.BAD_RECIPIENT)
        composed = digest_mail.compose(draft, datetime.now(UTC))
        with self._library.transaction() as connection:
            due_ms = now_ms() + round(grace_s * 1000)
            key = mails.add(connection, draft, composed, due_ms, this_place(self._library.folder))
        return _CHANGED, key

    def all(self) -> tuple[Mail, ...]:
        """The outbox and what was sent lately, the newest first."""
        with storage_errors(self._library.path):
            return mails.all_mails(self._library.connection)

    def earlier_recipients(self) -> tuple[Recipient, ...]:
        """Everybody that a mail was made for, the last first."""
        with storage_errors(self._library.path):
            return mails.earlier_recipients(self._library.connection)

    def next_moment(self) -> int | None:
        """When the next one is to be tried (milliseconds since 1970, UTC), be it in the past; None if none waits."""
        with storage_errors(self._library.path):
            return mails.next_moment(self._library.connection)

    def begin(self) -> Changes:
        """Nothing is being sent now: what was when the program ended last is uncertain, as is what waits since the
        library lay elsewhere. Old mails are forgotten."""
        with self._library.transaction() as connection:
            mails.tidy(connection)
            found = mails.broken_off(connection) + mails.left_to(connection, this_place(self._library.folder))
        return _CHANGED if found else Changes()

    def take(self) -> Sending | None:
        """What is to be sent now; from now on it counts as being sent."""
        with self._library.transaction() as connection:
            found = mails.next_due(self._library.connection, now_ms())
            if found is None:
                return None
            mails.store(connection, replace(found, state=MailState.SENDING))
        return Sending(found, mails.message(self._library.connection, found.id))

    def store(self, mail: Mail, answer: MailAnswer) -> Changes:
        """Write down what came of an attempt."""
        now = now_ms()
        after = _without_secrets(answered(mail, answer, now))
        with self._library.transaction() as connection:
            mails.store(connection, after)
            if answer.error is not None and answer.error.reason in STOPS_ALL:
                pause = _CUT_MS if answer.error.reason is Reason.MAIL_UNREACHED else _HELD_MS
                again = after.retry_at_ms if after.state is MailState.WAITING else now + pause
                mails.hold_back(connection, answer.error.reason, after.detail, again)
            if mail.digest is None or after.state is not MailState.SENT:
                return _CHANGED
            to = ", ".join(one.address for one in after.recipients if one.taken is Taken.TAKEN)
            with suppress(InputError):  # the digest is in the Trash
                handed_on.record(connection, mail.digest, Way.MAIL, to, mail.papers, mail.sha256)
        return replace(_CHANGED, own_digests=(mail.digest,))

    def put_down(self, mail: Mail) -> Changes:
        """It surely was not handed over: it waits as before."""
        with self._library.transaction() as connection:
            mails.store(connection, mail)
        return _CHANGED

    def release(self) -> Changes:
        """Let all that wait be tried at once: server or password are others, say."""
        with self._library.transaction() as connection:
            mails.release(connection)
        return _CHANGED

    def run(self, server: Callable[[], MailServer], secrets: KeepSecrets, job: Job) -> tuple[Mail, ...]:
        """Send what is due, one after the other, and wait for nothing: for the command line. `server` may raise
        MAIL_NOT_SET_UP. What became of each. Raises Cancelled."""
        self.begin()
        tried: dict[MailId, None] = {}
        while (sending := self.take()) is not None:
            tried[sending.mail.id] = None
            job.step(len(tried), 0, sending.mail.subject)
            try:
                answer = deliver(sending, server, secrets, lambda: job.cancelled)
            except Cancelled:
                self.put_down(sending.mail)
                raise
            self.store(sending.mail, answer)
        return tuple(mail for mail in self.all() if mail.id in tried)


def _without_secrets(mail: Mail) -> Mail:
    """Servers may say again what they were told."""
    to = tuple(replace(one, said=redacted(one.said)) for one in mail.recipients)
    return replace(mail, detail=redacted(mail.detail), recipients=to)
