"""Links of the program's own: `papershelf://add?arxiv=2403.02774`, as web pages and other programs may give them, and
`papershelf://paper/12?page=3&annotation=…`, as notes that left the program lead back to their place.

Anybody can write such a link, so it never does anything by itself: what it names is shown to the person.
"""

import re
from dataclasses import dataclass

from desktop.domain.ids import PaperId

SCHEME = "papershelf:"
LONGEST_TEXT = 20_000
"""Characters of what a link names."""
_LONGEST_LINK = 100_000
_MOST_VALUES = 500
_ADDING = ("arxiv", "url", "text")
_PAPER = re.compile(r"/[1-9]\d{0,15}/?", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d{0,6}", re.ASCII)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NOT_SHOWN = re.compile(r"[^\S\n\t ]|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def is_own_link(word: str) -> bool:
    """Whether this is one of the program's own links, be it a good one."""
    return word[: len(SCHEME)].lower() == SCHEME


def text_to_add(link: str) -> str:
    """What `papershelf://add?arxiv=…&url=…&text=…` names, each value a line, in bounds; empty for any other link."""
    from urllib.parse import parse_qsl, urlsplit  # 3 ms that commands without a link need not wait for

    try:
        parts = urlsplit(link[:_LONGEST_LINK])
        if (parts.scheme, (parts.netloc or parts.path.strip("/")).lower()) != ("papershelf", "add"):
            return ""
        values = parse_qsl(parts.query, max_num_fields=_MOST_VALUES, errors="replace")
    except ValueError:
        return ""
    lines = "\n".join(value for name, value in values if name in _ADDING)
    return _NOT_SHOWN.sub(" ", lines)[:LONGEST_TEXT].strip()


@dataclass(frozen=True, slots=True)
class LinkedPlace:
    """A paper of this library, and perhaps a page or a mark in it. Whether they exist is not known."""

    paper: PaperId
    page: int = -1
    """From 0; -1 if the link names none."""
    mark: str = ""
    """Id of a mark; empty if the link names none."""


def place_link(place: LinkedPlace) -> str:
    """The link that leads there. Pages count from 1 in links."""
    parts = [f"page={place.page + 1}"] * (place.page >= 0) + [f"annotation={place.mark}"] * bool(place.mark)
    return f"{SCHEME}//paper/{place.paper}" + ("?" + "&".join(parts) if parts else "")


def linked_place(link: str) -> LinkedPlace | None:
    """Where `papershelf://paper/<id>?page=3&annotation=<uuid>` leads; None for any other link. A page or an annotation
    that cannot be one is passed over."""
    from urllib.parse import parse_qsl, urlsplit

    try:
        parts = urlsplit(link[:_LONGEST_LINK])
        if (parts.scheme, parts.netloc.lower()) != ("papershelf", "paper") or not _PAPER.fullmatch(parts.path):
            return None
        values = dict(parse_qsl(parts.query, max_num_fields=_MOST_VALUES, errors="replace"))
    except ValueError:
        return None
    page, mark = values.get("page", ""), values.get("annotation", "").lower()
    return LinkedPlace(
        PaperId(int(parts.path.strip("/"))),
        int(page) - 1 if _NUMBER.fullmatch(page) else -1,
        mark if _UUID.fullmatch(mark) else "",
    )
