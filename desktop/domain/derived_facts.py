"""What follows from the strings of an entry: identifier, version, category, clean title and abstract, date.

arXiv's feeds decorate titles (F1, to January 2024: `Title. (arXiv:2301.00001v2 [cs.LG] UPDATED)`) or abstracts (F3,
since February 2024: `arXiv:2402.00001v1 Announce Type: new  Abstract: …`); Daily Papers pages give dates. The strings
themselves are never changed: `with_title` and `with_abstract` put an edited text back into its decoration.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace

from desktop.domain.arxiv_id import ID_PATTERN, arxiv_id_in_link, plain_id
from desktop.domain.digest import Entry

_SUFFIX = re.compile(r"\s\(arXiv:" + ID_PATTERN + r" \[([A-Za-z.-]+)\](| UPDATED| CROSS LISTED)\)\s*\Z")
_HEADER = re.compile(r"arXiv:" + ID_PATTERN + r" Announce Type: ([a-z-]+) {1,2}Abstract:(?: |\Z)")
_FEED_MARK = {"": "new", " UPDATED": "replace", " CROSS LISTED": "cross"}
_LINE_BREAK = re.compile(r"\r?\n")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"\b(" + "|".join(_MONTHS) + r")[a-z]* ([0-9]{1,2})(?:, ([0-9]{4}))?(?: [0-9]+)?\s*\Z")


@dataclass(frozen=True, slots=True)
class DerivedFacts:
    """What the strings of one entry tell. Empty, or None, where they tell nothing."""

    title: str
    """On one line, without the feed's suffix and the period that the feed puts before it."""
    abstract: str
    """Without the feed's header."""
    arxiv_id: str = ""
    arxiv_version: int | None = None
    category: str = ""
    """The primary one (F1)."""
    announced: str = ""
    """new, cross, replace or replace-cross. F1 does not tell replace-cross from replace."""
    published: str = ""
    """Daily Papers only: YYYY-MM-DD, or YYYY-MM where there is no such day; needs a year, written or given."""


def derive(entry: Entry, year: int | None = None) -> DerivedFacts:
    """What follows from the strings of `entry`; `year` is that of a Daily Papers date written without one."""
    title, abstract = entry.title, entry.abstract
    arxiv_id = category = announced = ""
    version: int | None = None
    if (link := arxiv_id_in_link(entry.link)) is not None:
        arxiv_id, version = link.value, link.version
    if (suffix := _suffix(title)) is not None:
        told_id, told_version, category, mark = suffix.groups()
        announced = _FEED_MARK[mark]
        arxiv_id, version = _agreed(arxiv_id, version, told_id, told_version)
        title = title[: suffix.start()].removesuffix(".")
    if (header := _header(abstract)) is not None:
        told_id, told_version, announced = header.groups()
        arxiv_id, version = _agreed(arxiv_id, version, told_id, told_version)
        abstract = abstract[header.end() :]
    if "\n" in title:
        title = _LINE_BREAK.sub(" ", title)
    published = _published(entry.listing, year) if entry.listing else ""
    return DerivedFacts(title, abstract, arxiv_id, version, category, announced, published)


def with_title(entry: Entry, title: str) -> Entry:
    """The entry with another clean title inside the feed's decoration.

    The feed's period is left out after a title that ends with ".", "?" or "!" itself, so `derive` gives back every
    title but one that ends with a period, holds a line feed, or looks decorated.
    """
    if title == derive(entry).title:
        return entry
    suffix = _suffix(entry.title)
    if suffix is None:
        return replace(entry, title=title)
    period = "." if entry.title[: suffix.start()].endswith(".") and not title.endswith((".", "?", "!")) else ""
    return replace(entry, title=title + period + entry.title[suffix.start() :])


def with_abstract(entry: Entry, abstract: str) -> Entry:
    """The entry with another clean abstract after the feed's header."""
    header = _header(entry.abstract)
    return replace(entry, abstract=abstract if header is None else header[0] + abstract)


def _suffix(title: str) -> re.Match[str] | None:
    start = title.rfind("(arXiv:")
    return _SUFFIX.match(title, start - 1) if start > 0 else None


def _header(abstract: str) -> re.Match[str] | None:
    return _HEADER.match(abstract) if abstract.startswith("arXiv:") else None


def _agreed(arxiv_id: str, version: int | None, told_id: str, told_version: str | None) -> tuple[str, int | None]:
    """The link names the paper; the feed's text adds the version if it speaks of the same one."""
    told_id = plain_id(told_id)
    if arxiv_id and arxiv_id != told_id:
        return arxiv_id, version
    return told_id, int(told_version) if told_version else version


def _published(listing: str, year: int | None) -> str:
    date = _DATE.search(listing)
    if date is None or not (date[3] or year):
        return ""
    full_year, month, day = int(date[3] or year or 0), _MONTHS.index(date[1]) + 1, int(date[2])
    if not 1 <= full_year <= 9999 or not 1 <= day <= monthrange(full_year, month)[1]:
        return f"{full_year:04}-{month:02}"
    return f"{full_year:04}-{month:02}-{day:02}"
