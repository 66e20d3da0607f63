"""Mails that carry a digest: the server, the recipients, what became of them."""

from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.errors import AppError, MailError, Reason
from desktop.domain.ids import MailId, OwnDigestId
from desktop.domain.settings import Settings


class MailState(StrEnum):
    """Where a mail is on its way."""

    WAITING = "waiting"
    SENDING = "sending"
    """Being handed to the server. Written before that begins."""
    UNCERTAIN = "uncertain"
    """The server may have taken it: the line was cut, or the program ended, before it said so; or this library is a
    copy of one that may have sent it. A person decides."""
    FAILED = "failed"
    CANCELLED = "cancelled"
    SENT = "sent"
    """All recipients were taken, but for those that were refused for good."""


class MailSecurity(StrEnum):
    """How the way to the server is encrypted."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"
    """Not at all. A password goes over such a line to a server on this computer alone."""


USUAL_PORTS = {MailSecurity.TLS: 465, MailSecurity.STARTTLS: 587, MailSecurity.NONE: 25}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mails are handed to."""

    host: str
    port: int
    security: MailSecurity
    user: str
    """Empty for a server that asks for none."""
    sender: str
    """As a person typed it: an address, perhaps with a name before it."""

    @property
    def origin(self) -> str:
        """What its password belongs to (`KeepSecrets`)."""
        scheme = "smtps" if self.security is MailSecurity.TLS else "smtp"
        return f"{scheme}://{self.user}@{self.host.lower()}:{self.port}"


def mail_server_of(settings: Settings) -> MailServer:
    """The server that a person set. Raises MailError, MAIL_NOT_SET_UP."""
    if not settings.mail_server or not settings.mail_from:
        raise MailError(Reason.MAIL_NOT_SET_UP)
    known = settings.mail_security in frozenset(MailSecurity)
    security = MailSecurity(settings.mail_security) if known else MailSecurity.TLS
    port = settings.mail_port or USUAL_PORTS[security]
    return MailServer(settings.mail_server, port, security, settings.mail_user, settings.mail_from)


class Taken(StrEnum):
    """What the server said about one recipient."""

    WAITING = "waiting"
    """Nothing yet, or that it is to be tried later."""
    TAKEN = "taken"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a mail goes to."""

    address: str
    name: str = ""
    taken: Taken = Taken.WAITING
    said: str = ""
    """The server's own words, if it did not take them."""

    @property
    def written(self) -> str:
        """As a person writes it."""
        if not self.name:
            return self.address
        plain = self.name.replace("\\", "").replace('"', "")
        return f'"{plain}" <{self.address}>' if set(plain) & set(",;:@<>()[].") else f"{plain} <{self.address}>"


@dataclass(frozen=True, slots=True)
class MailDraft:
    """A mail as it is composed."""

    digest: OwnDigestId | None
    sender: str
    recipients: tuple[Recipient, ...]
    subject: str
    note: str
    """What the sender writes above the digest."""
    text: str
    """The digest as plain text."""
    page: str
    """The digest as an HTML page."""
    attachment_name: str = ""
    """The Markdown goes along as a file of this name; empty for none."""
    markdown: bytes = b""
    hidden: bool = False
    """Those who get it are not told of each other."""
    papers: int = 0
    sha256: str = ""
    """Of the digest as Markdown."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail of the outbox, or one that was sent."""

    id: MailId
    digest: OwnDigestId | None
    state: MailState
    recipients: tuple[Recipient, ...]
    subject: str
    attempts: int
    retry_at_ms: int
    """When it is tried next; milliseconds since 1970, UTC."""
    reason: Reason | None
    """Why it was not sent when it was tried last."""
    detail: str
    papers: int
    sha256: str
    """Of the digest in it, as Markdown."""
    created_at_ms: int
    sent_at_ms: int | None

    @property
    def waiting(self) -> tuple[Recipient, ...]:
        """Whom it has still to go to."""
        return tuple(one for one in self.recipients if one.taken is Taken.WAITING)

    @property
    def refused(self) -> tuple[Recipient, ...]:
        """Whom the server does not take it for."""
        return tuple(one for one in self.recipients if one.taken is Taken.REFUSED)


@dataclass(frozen=True, slots=True)
class MailAnswer:
    """What came of one attempt: what the server said about each recipient, and what stopped it."""

    recipients: tuple[Recipient, ...]
    error: AppError | None = None

    @property
    def waiting(self) -> tuple[Recipient, ...]:
        """Whom it has still to go to."""
        return tuple(one for one in self.recipients if one.taken is Taken.WAITING)


GIVE_UP_AFTER = 24
"""Attempts. With pauses from a minute to four hours that is three days; servers of mails are to try that long:
https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1"""
_PAUSES_MIN = (1, 5, 15, 30, 60, 120, 240)
LONGEST_PAUSE_MS = _PAUSES_MIN[-1] * 60_000
_TOO_MANY = "452"
"""What servers say of recipients that are too many for one mail: these are offered again at once
(https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.10)."""
_OUTSIDE_RETRY_MS = 600_000
_OUTSIDE = frozenset(
    {
        Reason.MAIL_NOT_SET_UP,
        Reason.NO_PASSWORD,
        Reason.NO_KEYRING,
        Reason.KEYRING_LOCKED,
        Reason.KEYRING_SILENT,
        Reason.KEYRING_FAILED,
    }
)
"""Nothing of the mail: the server was not even asked."""
_PASSING = frozenset({Reason.MAIL_UNREACHED, Reason.MAIL_DELAYED})
STOPS_ALL = _OUTSIDE | {Reason.LOGIN_REFUSED, Reason.NOT_ENCRYPTED, Reason.MAIL_UNREACHED}
"""Would happen to every other mail, too."""


def answered(mail: Mail, answer: MailAnswer, now_ms: int) -> Mail:
    """The mail after an attempt."""
    more_taken = len(answer.waiting) < len(mail.waiting)
    mail = replace(mail, recipients=answer.recipients, reason=None, detail="")
    error = answer.error
    if error is not None:
        mail = replace(mail, reason=error.reason, detail=error.detail)
        if isinstance(error, MailError) and error.uncertain:
            return replace(mail, state=MailState.UNCERTAIN, attempts=mail.attempts + 1)
        if error.reason in _OUTSIDE:
            return replace(mail, state=MailState.WAITING, retry_at_ms=now_ms + _OUTSIDE_RETRY_MS)
    if error is None and more_taken and any(one.said.startswith(_TOO_MANY) for one in mail.waiting):
        return replace(mail, state=MailState.WAITING, retry_at_ms=now_ms)
    mail = replace(mail, attempts=mail.attempts + 1)
    if error is not None and error.reason not in _PASSING:
        return replace(mail, state=MailState.FAILED)
    if mail.waiting:
        return _tried_again(mail, now_ms)
    if any(one.taken is Taken.TAKEN for one in mail.recipients):
        return replace(mail, state=MailState.SENT, sent_at_ms=now_ms)
    said = mail.refused[0].said if mail.refused else ""
    return replace(mail, state=MailState.FAILED, reason=Reason.MAIL_REFUSED, detail=said)


def _tried_again(mail: Mail, now_ms: int) -> Mail:
    if mail.reason is None:
        mail = replace(mail, reason=Reason.MAIL_DELAYED, detail=mail.waiting[0].said)
    if mail.attempts >= GIVE_UP_AFTER:
        return replace(mail, state=MailState.FAILED)
    pause_min = _PAUSES_MIN[min(mail.attempts, len(_PAUSES_MIN)) - 1]
    return replace(mail, state=MailState.WAITING, retry_at_ms=now_ms + pause_min * 60_000)
