"""arXiv's feeds of the day: what it announced in some categories.

The format: https://info.arxiv.org/help/rss_specifications.html. The only module that imports feedparser, and it gives
it bytes alone, which were checked to be a whole feed: of half a feed, or of a page for people, feedparser reads what it
can. At weekends and on holidays the feed is empty.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any
from urllib.parse import quote, unquote

from desktop.domain.arxiv_id import arxiv_id_in_link, parse_arxiv_id
from desktop.domain.errors import NetworkError
from desktop.domain.feeds import ANNOUNCE_TYPES, FeedAnswer, categories_of
from desktop.domain.found_paper import FoundPaper
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources.arxiv_feed import atom_root
from desktop.sources.arxiv_texts import category_codes
from desktop.sources.found_papers import (
    MOST_PAPERS,
    checked_abstract,
    checked_authors,
    checked_title,
    plain_entry,
    received,
)
from desktop.sources.network_failures import bad_answer

_ENTRY = "{http://www.w3.org/2005/Atom}entry"
_ID = "oai:arXiv.org:"
_HEADER = re.compile(r"\s*arXiv:(\S{1,40}) Announce Type: ([a-z-]+)\s+Abstract:\s*")
_NAMED = re.compile(r"/(?:atom|rss)/([^/?#]+)$")
_INSIDE = re.compile(r"\([^()]*\)")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?")
_MIDNIGHT = timedelta(hours=4)
"""Behind that of New York in summer, midnight there is this hour of UTC; in winter it is later."""


def feed_of_day(network: Network, source: str, job: Job, mark: str = "") -> FeedAnswer:
    """What arXiv announced today in the categories of `source`; `mark` is the ETag of the answer that is known.

    Raises NetworkError (as `received`, BAD_ANSWER for anything but a whole feed of these categories) and Cancelled.
    """
    codes = categories_of(source)
    url = network.feeds + quote("+".join(codes), safe="+")
    got = received(network, url, job, mark, source)
    if got.content is None:
        return FeedAnswer("", unchanged=True, mark=got.mark)
    try:
        day, papers = read_feed(got.content, codes)
    except ValueError as error:
        raise _refused(url, error) from error
    return FeedAnswer(day, papers, mark=got.mark)


def read_feed(content: bytes, codes: tuple[str, ...]) -> tuple[str, tuple[FoundPaper, ...]]:
    """The day of a feed of these categories, and its papers. Raises ValueError for anything but a whole one."""
    import feedparser  # type: ignore[import-untyped]

    root = atom_root(content)
    told = feedparser.parse(BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    if len(told.entries) != sum(1 for _ in root.iterchildren(_ENTRY)) or len(told.entries) > MOST_PAPERS:
        raise ValueError(f"{len(told.entries)} entries that can be read")
    _require_codes(told, codes)
    papers = {(paper.arxiv_id, paper.version): paper for paper in reversed([_paper(entry) for entry in told.entries])}
    return _day(told), tuple(reversed(papers.values()))


def _require_codes(told: Any, codes: tuple[str, ...]) -> None:
    """The feed is of the categories that were asked for, as it says itself and as its papers do."""
    named = _NAMED.search(unquote(str(told.feed.get("id", ""))))
    if named and {code.casefold() for code in codes}.isdisjoint(named[1].casefold().split("+")):
        raise ValueError(f"the feed of {named[1][:100]}")
    there = {tag for entry in told.entries for tag in _tags(entry)}
    if there and not any(tag == code or tag.startswith(f"{code}.") for tag in there for code in codes):
        raise ValueError(f"no paper of it is in {'+'.join(codes)}")


def _paper(entry: Any) -> FoundPaper:
    name = str(entry.get("id", ""))
    found = parse_arxiv_id(name.removeprefix(_ID)) if name.startswith(_ID) else None
    if found is None or not found.version:
        raise ValueError(f"an entry about no version of a paper: {name[:100]}")
    linked = arxiv_id_in_link(str(entry.get("link", "")))
    if linked is None or linked.value != found.value:
        raise ValueError(f"the entry of {found.value} links to something else")
    title, summary = checked_title(str(entry.get("title", ""))), str(entry.get("summary", ""))
    header = _HEADER.match(summary)
    announced = str(entry.get("arxiv_announce_type", "") or (header[2] if header else ""))
    if announced not in ANNOUNCE_TYPES or (header and header[2] != announced):
        raise ValueError(f"{found.value} is announced as {announced[:50]}")
    if header and parse_arxiv_id(header[1]) != found:
        raise ValueError(f"the abstract of {found.value} is that of {header[1]}")
    abstract = checked_abstract(summary[header.end() :] if header else summary)
    shown = f"arXiv:{found.value}v{found.version} Announce Type: {announced}  Abstract: {abstract}"
    return FoundPaper(
        arxiv_id=found.value,
        version=found.version,
        title=title,
        abstract=abstract,
        authors=checked_authors(list(_names(entry))),
        categories=category_codes("", _tags(entry)),
        announced=announced,
        entry=plain_entry(found.value, title, shown),
    )


def _tags(entry: Any) -> list[str]:
    return [str(tag.get("term", "")) for tag in entry.get("tags", ())]


def _names(entry: Any) -> Iterator[str]:
    """All stand in one element, between commas; affiliations in brackets."""
    line = " , ".join(str(author.get("name", "")) for author in entry.get("authors", ()))
    while (shorter := _INSIDE.sub(" ", line)) != line:
        line = shorter
    pending = ""
    for part in (piece.strip() for piece in line.split(",")):
        if _SUFFIX.fullmatch(part) and pending:
            pending = f"{pending} {part}"
            continue
        if pending:
            yield pending
        pending = part
    if pending:
        yield pending


def _day(told: Any) -> str:
    """The day on which the papers were announced; of an empty feed, that on which it was made."""
    days = [str(entry.get("published", ""))[:10] for entry in told.entries]
    if not days:
        made = datetime.fromisoformat(str(told.feed.get("updated", "")))
        if made.tzinfo is None or not 1 < made.year < 9999:
            raise ValueError(f"no moment: {made}")
        return (made.astimezone(UTC) - _MIDNIGHT).date().isoformat()
    return max(map(date.fromisoformat, days)).isoformat()


def _refused(url: str, error: ValueError) -> NetworkError:
    return bad_answer(url, str(error)[:300])
