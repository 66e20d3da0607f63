"""What a person wants to become of mails: sent again, to others, not at all. What is being sent is left alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from db import mails
from db.library_file import LibraryFile
from db.stored_values import now_ms
from desktop.domain.changes import Changes
from desktop.domain.ids import MailId
from desktop.domain.mails import Mail, MailState, Recipient, Taken
from desktop.formats.digest_mail import again
from desktop.system.this_place import this_place

_CHANGED = Changes(mails=True)


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Mails that were taken out of the list, and can be put back."""

    rows: tuple[dict[str, Any], ...]


class OrderMails:
    """Every method raises StorageError and returns `Changes.mails`."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def send_now(self, keys: Sequence[MailId]) -> Changes:
        """Let these be tried at once, for everybody who has not got them, as the same message. What everybody has got
        goes to everybody again, as a new one."""
        now = datetime.now(UTC)
        with self._library.transaction() as connection:
            mails.adopt(connection, keys, this_place(self._library.folder))
            for mail in self._these(keys):
                whole = all(one.taken is Taken.TAKEN for one in mail.recipients)
                to = tuple(_fresh(one) if whole or one.taken is not Taken.TAKEN else one for one in mail.recipients)
                composed = again(mails.message(self._library.connection, mail.id), now) if whole else None
                mails.store(connection, replace(_untried(mail), recipients=to), composed)
        return _CHANGED

    def send_to(self, key: MailId, recipients: Sequence[Recipient]) -> Changes:
        """Let this one go to others from now on, and try it at once. Who has got it already stays, and gets it once."""

        def to_others(mail: Mail) -> Mail:
            got = {one.address.lower(): one for one in mail.recipients if one.taken is Taken.TAKEN}
            new = [_fresh(one) for one in recipients if one.address.lower() not in got]
            return replace(_untried(mail) if new else mail, recipients=(*got.values(), *new))

        with self._library.transaction() as connection:
            mails.adopt(connection, [key], this_place(self._library.folder))
            for mail in self._these([key]):
                mails.store(connection, to_others(mail))
        return _CHANGED

    def cancel(self, keys: Sequence[MailId]) -> Changes:
        """Do not send these. They can be sent later all the same."""
        return self._change(keys, lambda mail: replace(mail, state=MailState.CANCELLED, reason=None, detail=""))

    def mark_sent(self, keys: Sequence[MailId]) -> Changes:
        """A person knows that the server took these."""
        return self._change(keys, _taken)

    def take_out(self, keys: Sequence[MailId]) -> TakenOut:
        """Take these out of the list; `put_back` brings them back."""
        chosen = [mail.id for mail in self._these(keys)]
        with self._library.transaction() as connection:
            return TakenOut(mails.take_out(connection, chosen))

    def put_back(self, taken: TakenOut) -> Changes:
        """Bring back what was taken out."""
        with self._library.transaction() as connection:
            mails.put_back(connection, taken.rows)
        return _CHANGED

    def _change(self, keys: Sequence[MailId], change: Callable[[Mail], Mail]) -> Changes:
        with self._library.transaction() as connection:
            for mail in self._these(keys):
                mails.store(connection, change(mail))
        return _CHANGED

    def _these(self, keys: Sequence[MailId]) -> list[Mail]:
        found = (mails.mail(self._library.connection, key) for key in dict.fromkeys(keys))
        return [mail for mail in found if mail is not None and mail.state is not MailState.SENDING]


def _untried(mail: Mail) -> Mail:
    return replace(mail, state=MailState.WAITING, attempts=0, retry_at_ms=0, reason=None, detail="", sent_at_ms=None)


def _fresh(recipient: Recipient) -> Recipient:
    return replace(recipient, taken=Taken.WAITING, said="")


def _taken(mail: Mail) -> Mail:
    to = tuple(replace(one, taken=Taken.TAKEN) if one.taken is Taken.WAITING else one for one in mail.recipients)
    return replace(mail, state=MailState.SENT, recipients=to, reason=None, detail="", sent_at_ms=now_ms())
