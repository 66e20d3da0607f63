"""Handing a mail to the server. Asks no library: it runs on a lane of its own."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from desktop.domain.errors import MailError, Reason, SecretError
from desktop.domain.mail_addresses import read_recipient
from desktop.domain.mails import Mail, MailAnswer, MailServer
from desktop.formats.digest_mail import with_recipients
from desktop.services.keep_secrets import KeepSecrets


class Sending(NamedTuple):
    """A mail that is to be handed to the server now."""

    mail: Mail
    message: bytes
    """Whole but for the recipients."""


def deliver(
    sending: Sending, server: Callable[[], MailServer], secrets: KeepSecrets, cancelled: Callable[[], bool]
) -> MailAnswer:
    """What came of it: failures are part of the answer. `server` may raise MAIL_NOT_SET_UP. Raises Cancelled, if it
    surely was not handed over."""
    from desktop.sources import mail  # smtplib is not needed before

    to = sending.mail.recipients
    waiting = sending.mail.waiting
    try:
        chosen = server()
        sender = sender_of(chosen)
        message = with_recipients(sending.message, to)
        answer = mail.send(chosen, password_of(chosen, secrets), sender, waiting, message, cancelled)
    except (MailError, SecretError) as error:
        return MailAnswer(to, error)
    told = {one.address: one for one in answer.recipients}
    return replace(answer, recipients=tuple(told.get(one.address, one) for one in to))


def check(server: MailServer, secrets: KeepSecrets, cancelled: Callable[[], bool]) -> None:
    """Reach the server and log in; nothing is sent. Raises MailError, SecretError, Cancelled."""
    from desktop.sources import mail

    sender_of(server)
    mail.check(server, password_of(server, secrets), cancelled)


def sender_of(server: MailServer) -> str:
    """The sender's bare address. Raises MailError, MAIL_NOT_SET_UP."""
    sender = read_recipient(server.sender)
    if sender is None:
        raise MailError(Reason.MAIL_NOT_SET_UP, server.sender)
    return sender.address


def password_of(server: MailServer, secrets: KeepSecrets) -> str:
    """The password of the server; empty if it asks for none. Raises MailError, NO_PASSWORD, and SecretError."""
    if not server.user:
        return ""
    password = secrets.get(server.origin)
    if not password:
        raise MailError(Reason.NO_PASSWORD, server.host)
    return password
