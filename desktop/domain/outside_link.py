"""Links of a PDF that lead out of it: what may be opened, and which part of one tells where it leads."""

import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from desktop.domain.arxiv_id import arxiv_id_in_link
from desktop.domain.links import web_link


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """A link as a person is shown it."""

    address: str
    """In full; what cannot be seen, or would change how the rest is seen, is written as its code."""
    opens: str
    """What may be given to the browser or the mail program; empty if it may only be shown and copied."""
    host: str
    """Set where the host may be taken for another one: foreign letters, their encoded form, a name before an @."""
    arxiv: bool
    """It leads to a paper of arXiv."""


def outside_link(uri: str) -> OutsideLink:
    """What is known of a link, from its text alone."""
    scheme, colon, rest = uri.partition(":")
    link = f"{scheme.lower()}{colon}{rest}"
    address = visible(uri)
    opens = web_link(link) or (link if link.startswith("mailto:") and len(link.split()) == 1 else "")
    if address != uri:
        opens = ""
    return OutsideLink(address, opens, _misleading_host(link), bool(opens) and arxiv_id_in_link(opens) is not None)


def visible(text: str) -> str:
    """The text with everything without a glyph of its own written as its code, such as \\u202e; spaces stay."""
    return "".join(c if c == " " or unicodedata.category(c)[0] not in "CZ" else f"\\u{ord(c):04x}" for c in text)


def _misleading_host(link: str) -> str:
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return ""
    encoded = any(part.startswith("xn--") for part in host.split("."))
    return visible(host) if encoded or not host.isascii() or (host and "@" in parts.netloc) else ""
