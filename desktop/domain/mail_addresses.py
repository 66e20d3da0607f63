"""Addresses of mails, as a person types them. Addresses of any script are taken: https://www.rfc-editor.org/rfc/rfc6531"""

import re

from desktop.domain.mails import Recipient

_LOCAL = r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*"
_DOMAIN = r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*"
_ADDRESS = re.compile(rf"(?P<local>{_LOCAL})@(?P<domain>{_DOMAIN})")
_NAMED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")
_BETWEEN = re.compile(r'[,;，；、\n](?=(?:[^"]*"[^"]*")*[^"]*$)')
"""A comma, semicolon or line end outside of quotes, be it of a Chinese keyboard."""
_LONGEST = 254
_LONGEST_LOCAL = 64
_LONGEST_NAME = 200
_JOINERS = "\u200c\u200d"
"""Words of Persian and Hindi are written with these, and families of emoji."""


def read_recipient(text: str) -> Recipient | None:
    """`name@example.org` or `Name <name@example.org>`; None where it is no address."""
    named = _NAMED.fullmatch(text.strip())
    address = ascii_domain((named["address"] if named else text).strip())
    if address is None:
        return None
    name = named["name"].strip().strip('"').replace('\\"', '"') if named else ""
    return Recipient(address, one_line(name)[:_LONGEST_NAME])


def read_recipients(text: str) -> tuple[tuple[Recipient, ...], tuple[str, ...]]:
    """Those in a text, separated by commas, semicolons or line ends, each address once; and what is no address."""
    found: dict[str, Recipient] = {}
    wrong: list[str] = []
    for piece in filter(None, map(str.strip, _BETWEEN.split(text))):
        recipient = read_recipient(piece)
        if recipient is None:
            wrong.append(piece)
        else:
            found.setdefault(recipient.address.lower(), recipient)
    return tuple(found.values()), tuple(wrong)


def ascii_domain(address: str) -> str | None:
    """The address with its domain as servers write it (`xn--…`); None where it is no address."""
    match = _ADDRESS.fullmatch(address)
    if match is None or len(match["local"].encode()) > _LONGEST_LOCAL:
        return None
    try:
        domain = match["domain"].encode("idna").decode()
    except UnicodeError:
        return None
    found = f"{match['local']}@{domain}"
    return found if len(found.encode()) <= _LONGEST else None


def shown_address(address: str) -> str:
    """The address with its domain in its own script."""
    local, _, domain = address.rpartition("@")
    try:
        return f"{local}@{domain.encode().decode('idna')}"
    except UnicodeError:
        return address


def one_line(text: str) -> str:
    """Foreign text for one line of a mail's head: no line ends, no control codes, nothing that turns the direction of
    what follows."""
    kept = (letter if letter.isprintable() or letter in _JOINERS else " " for letter in text)
    return " ".join("".join(kept).split())
