"""A digest as data: the strings of its entries, as they stand in the file.

Nothing here is stripped, normalised or escaped. What can be derived from the strings (arXiv id, clean title, …) is in
`derived_facts`; the grammar that turns files into these classes and back is in `desktop/formats`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from operator import attrgetter


class DigestFormat(StrEnum):
    """Which source format a digest file is of."""

    DIGEST = "digest"
    """`# 摘要` table and `# 详细` footnotes."""
    DAILY_PAPERS = "daily-papers"
    """The text of a "Daily Papers" page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One paper as a digest tells it. Every string may be empty; only `title` may hold a line feed."""

    title: str
    link: str = ""
    translated_title: str = ""
    summary: str = ""
    """One sentence in the translation's language."""
    summary_en: str = ""
    """One sentence in English; always empty in generation 1 digests, which have no place for it."""
    translated_abstract: str = ""
    abstract: str = ""
    listing: str = ""
    """Daily Papers only: the paragraph of author count, date and number, as written."""


ENTRY_FIELDS = (
    "title",
    "link",
    "translated_title",
    "summary",
    "summary_en",
    "translated_abstract",
    "abstract",
    "listing",
)
"""The names of an entry's strings, in the order in which they are stored and hashed."""

entry_strings: Callable[[Entry], tuple[str, ...]] = attrgetter(*ENTRY_FIELDS)
"""The strings of an entry in the order of ENTRY_FIELDS."""


def entry_key(entry: Entry) -> bytes:
    """16 bytes that stand for the entry's strings: equal strings, equal key."""
    strings = entry_strings(entry)
    lengths = ",".join([str(len(string)) for string in strings])
    return blake2b(f"{lengths}:{''.join(strings)}".encode(), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class Span:
    """`field` of entry number `entry` (from 0) stands at text[start:end] of the original file."""

    entry: int
    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Digest:
    """What a digest file says.

    An exact digest is explained by the grammar to the last byte: writing it gives the file back. Any other is kept as
    `original` (the bytes of the file) with the place of each string that was understood, so that it can be written
    back unchanged or with single strings replaced.
    """

    format: DigestFormat
    entries: tuple[Entry, ...]
    generation: int = 2
    """1 or 2; of no meaning for Daily Papers."""
    head: str = ""
    """Daily Papers only: everything before the first entry."""
    original: bytes | None = None
    """None for an exact digest."""
    spans: tuple[Span, ...] = ()
    not_understood: tuple[int, ...] = ()
    """Line numbers (from 1) of `original` that no rule explains."""
