"""Names of files that leave the library: for people, and safe on every system."""

import re

from desktop.domain.citation import short_authors

LONGEST = 150
"""Bytes of a whole name."""
_UNSAFE = re.compile('[\x00-\x1f\x7f-\x9f/\\\\:*?"<>|\u2028\u2029\ud800-\udfff]+')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)


def paper_file_name(authors: tuple[str, ...], published: str, title: str, ending: str) -> str:
    """ "Rong and Bailis - 2017 - ASAP.pdf": what is known of authors, year and title, cut at `LONGEST` bytes."""
    families = tuple(_family(author) for author in authors if author.strip())
    parts = [_safe(part) for part in (short_authors(families), published[:4], title)]
    return fitting(" - ".join(part for part in parts if part) or "paper", ending)


def fitting(stem: str, ending: str) -> str:
    """The name, cut within `LONGEST` bytes but never within a character; `ending` stays whole."""
    room = LONGEST - len(ending.encode("utf-8"))
    stem = _RESERVED.sub(r"\1_", _safe(stem))
    return (stem.encode("utf-8")[:room].decode("utf-8", "ignore").rstrip(" .-") or "paper") + ending


def _family(author: str) -> str:
    """The last word of a name; a Chinese name as it is."""
    return author.split()[-1]


def _safe(text: str) -> str:
    return " ".join(_UNSAFE.sub(" ", text).split()).lstrip(".")
