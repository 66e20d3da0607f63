"""A digest as a mail: plain text and HTML, each of which a reader can do without the other.

All of it is ASCII on its way, but for addresses that cannot be: servers that know nothing newer than
https://www.rfc-editor.org/rfc/rfc5321 pass it on. Nothing is fetched from anywhere when it is read.

It is composed once and kept without its recipients: who gets it may change while it waits. `with_recipients` puts them
in, and leaves the rest as it was, to the last byte, so that every attempt hands on the same message with the same id.
"""

import html
import re
from base64 import b64decode
from collections.abc import Sequence
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8, EmailPolicy
from email.utils import format_datetime, make_msgid

from desktop.domain.errors import InputError, Reason
from desktop.domain.mail_addresses import one_line, read_recipient
from desktop.domain.mails import MailDraft, Recipient
from desktop.formats.markdown_text import clean

_BODY = re.compile(r"<body[^>]*>", re.IGNORECASE)
_CHANGING = re.compile(rb"(?m)^(?:Date|Message-ID): .*(?:\r\n[ \t].*)*\r\n")
_HIDDEN = "undisclosed-recipients:;"
_NOBODY = re.compile(rb"(?m)^To: undisclosed-recipients:;\r\n")
_PICTURE = re.compile(r'src="data:image/png;base64,([A-Za-z0-9+/=]+)"')
_SKIP = re.compile(r'<a class="skip"[^>]*>[^<]*</a>\s*')
"""For who walks through a page by keys; mail programs, which drop styles, would show it to everybody."""
_LONGEST_SUBJECT = 300
_LONGEST_PLAIN_SUBJECT = 60
_ASCII = SMTP.clone(cte_type="7bit")
_UTF8 = SMTPUTF8.clone(cte_type="7bit")


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
    message["List-Id"] = f"<digests.papershelf.{domain}>"
    message["List-Unsubscribe"] = f"<mailto:{sender.address}?subject=unsubscribe>"
    message["User-Agent"] = "Papershelf"
    note = clean(draft.note).strip()
    message.set_content(f"{note}\n\n{draft.text}" if note else draft.text)
    _add_page(message, _with_note(draft.page, note))
    if draft.attachment_name:
        message.add_attachment(
            draft.markdown,
            maintype="text",
            subtype="markdown",
            filename=one_line(draft.attachment_name),
            params={"charset": "utf-8"},
        )
    return _subject(draft.subject) + message.as_bytes()


def with_recipients(message: bytes, recipients: Sequence[Recipient]) -> bytes:
    """The message as it is handed to the server; all recipients are named in it unless they are hidden. One alone is
    hidden from nobody."""
    end = message.find(b"\r\n\r\n") + 2
    hidden = _NOBODY.search(message, 0, end)
    if hidden and len(recipients) != 1:
        return message
    if hidden:
        message = message[: hidden.start()] + message[hidden.end() :]
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
    return _ASCII if all(one.address.isascii() for one in people) else _UTF8


def _address(person: Recipient) -> Address:
    local, _, domain = person.address.rpartition("@")
    return Address(person.name, local, domain)


def _subject(text: str) -> bytes:
    """The line of the subject, folded so that it comes back to the letter: `EmailMessage` loses blanks of long ones."""
    text = one_line(text)[:_LONGEST_SUBJECT].strip()
    plain = text.isascii() and "=?" not in text and len(text) <= _LONGEST_PLAIN_SUBJECT
    header = Header(text, "us-ascii" if plain else "utf-8", header_name="Subject")
    line_end = "\r\n"
    return f"Subject: {header.encode(linesep=line_end)}{line_end}".encode()


def _add_page(message: EmailMessage, page: str) -> None:
    """The page with its pictures as parts of the mail: many mail programs show none that stand in a page itself."""
    pictures: dict[str, str] = {}

    def named(found: re.Match[str]) -> str:
        return f'src="cid:{pictures.setdefault(found[1], make_msgid(domain="papershelf")[1:-1])}"'

    page = _PICTURE.sub(named, _SKIP.sub("", page, count=1)).replace("img-src data:", "img-src data: cid:", 1)
    message.add_alternative(page, subtype="html")
    *_, shown = message.iter_parts()
    for picture, name in pictures.items():
        assert isinstance(shown, EmailMessage)
        shown.add_related(b64decode(picture), "image", "png", cid=f"<{name}>", disposition="inline")


def _with_note(page: str, note: str) -> str:
    if not note:
        return page
    block = f'<div style="white-space: pre-wrap; margin: 1em">{html.escape(note)}</div>'
    body = _BODY.search(page)
    place = body.end() if body else 0
    return page[:place] + block + page[place:]
