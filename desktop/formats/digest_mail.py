"""A digest as a mail: plain text and HTML, each of which a reader can do without the other.

It is composed once and kept without its recipients: who gets it may change while it waits. `with_recipients` puts them
in, and leaves the rest as it was, to the last byte, so that every attempt hands on the same message with the same id.
"""

import html
import re
from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8, EmailPolicy
from email.utils import format_datetime, make_msgid

from desktop.domain.errors import InputError, Reason
from desktop.domain.mail_addresses import one_line, read_recipient
from desktop.domain.mails import MailDraft, Recipient

_BODY = re.compile(r"<body[^>]*>", re.IGNORECASE)
_CHANGING = re.compile(rb"(?m)^(?:Date|Message-ID): .*(?:\r\n[ \t].*)*\r\n")
_HIDDEN = "undisclosed-recipients:;"


def compose(draft: MailDraft, at: datetime) -> bytes:
    """The message without its recipients. Raises InputError, BAD_RECIPIENT, if the sender has no address."""
    sender = read_recipient(draft.sender)
    if sender is None:
        raise InputError(Reason.BAD_RECIPIENT, draft.sender)
    message = EmailMessage(_policy([sender]))
    domain = sender.address.rpartition("@")[2]
    message["Date"] = format_datetime(at)
    message["Message-ID"] = make_msgid(domain=domain)
    message["From"] = _address(sender)
    if draft.hidden:
        message["To"] = _HIDDEN
    message["Subject"] = one_line(draft.subject)
    message["List-Id"] = f"<digests.papershelf.{domain}>"
    message["List-Unsubscribe"] = f"<mailto:{sender.address}?subject=unsubscribe>"
    message["User-Agent"] = "Papershelf"
    note = draft.note.strip()
    message.set_content(f"{note}\n\n{draft.text}" if note else draft.text)
    message.add_alternative(_with_note(draft.page, note), subtype="html")
    if draft.attachment_name:
        message.add_attachment(
            draft.text.encode(),
            maintype="text",
            subtype="markdown",
            filename=one_line(draft.attachment_name),
            params={"charset": "utf-8"},
        )
    return message.as_bytes()


def with_recipients(message: bytes, recipients: Sequence[Recipient]) -> bytes:
    """The message as it is handed to the server; all recipients are named in it unless they are hidden."""
    head = message[: message.find(b"\r\n\r\n") + 2]
    if re.search(rb"(?m)^To: ", head):
        return message
    policy = _policy(recipients)
    to = policy.header_factory("To", [_address(one) for one in recipients])
    return policy.fold_binary("To", to) + message


def again(message: bytes, at: datetime) -> bytes:
    """The same as a new message, which no server takes for the one that it had."""
    end = message.find(b"\r\n\r\n") + 2
    sender = re.search(rb"(?m)^List-Id: <digests\.papershelf\.([^>]+)>", message[:end])
    domain = sender[1].decode() if sender else "localhost"
    fresh = f"Date: {format_datetime(at)}\r\nMessage-ID: {make_msgid(domain=domain)}\r\n".encode()
    return fresh + _CHANGING.sub(b"", message[:end]) + message[end:]


def _policy(people: Sequence[Recipient]) -> "EmailPolicy[EmailMessage]":
    """Names before the @ that are not ASCII can be written in UTF-8 only."""
    return SMTP if all(one.address.isascii() for one in people) else SMTPUTF8


def _address(person: Recipient) -> Address:
    local, _, domain = person.address.rpartition("@")
    return Address(person.name, local, domain)


def _with_note(page: str, note: str) -> str:
    if not note:
        return page
    block = f'<div style="white-space: pre-wrap; margin: 1em">{html.escape(note)}</div>'
    body = _BODY.search(page)
    place = body.end() if body else 0
    return page[:place] + block + page[place:]
