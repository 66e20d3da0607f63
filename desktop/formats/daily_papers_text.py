"""The text of a "Daily Papers" page, as copied from a browser.

    file  = page furniture up to the page's date, then title, abstract and mostly a listing for each paper,
            all of them paragraphs with one empty line between
    listing = "  • " count " author" ["s"] LF "·" LF date [" " number];  date = "Oct 7" or "Jan 11, 2023"

Titles and abstracts hold no line feed. The listing is kept as written.
"""

import re
from collections.abc import Iterator

from desktop.domain.digest import Digest, DigestFormat, Entry, Span
from desktop.formats.digest_markdown import grammar_safe
from desktop.formats.original_text import Line, lines_of, true_spans

_DATE = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{1,2}(?:, [0-9]{4})?"
_HEAD_END = re.compile(rf"(?:\A|\n\n){_DATE}\n\n")
_LISTING = re.compile(rf"  • [0-9]+ authors?\n·\n{_DATE}(?: [0-9]+)?")
_LONGEST_HEAD = 20_000
"""Bytes within which an exact page's furniture ends."""
_AUTHORS_LINE = re.compile(r"\s*[•*·-]?\s*[0-9]+ authors?\s*")
_DOT_LINE = re.compile(r"\s*[·•.-]?\s*")
_DATE_LINE = re.compile(rf"\s*{_DATE}(?:\s+[0-9]+)?\s*")
_SHORTEST_ABSTRACT = 100
"""Characters; shorter pairs of lines without a listing are page furniture."""


def write_daily_papers(digest: Digest) -> bytes:
    """The bytes of a page by the grammar. Line feeds in titles and abstracts become spaces."""
    safe = [grammar_safe(entry, line_feed_in_title=False)[0] for entry in digest.entries]
    texts = (text for entry in safe for text in (entry.title, entry.abstract, entry.listing or None))
    return (digest.head + "\n\n".join(text for text in texts if text is not None)).encode()


def read_exact_daily_papers(data: bytes) -> Digest | None:
    """The digest that writes these very bytes; None if the grammar does not explain them all."""
    if not _HEAD_END.search(data[:_LONGEST_HEAD].decode(errors="ignore")):
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    head = _HEAD_END.search(text)
    if head is None:
        return None
    paragraphs = text[head.end() :].split("\n\n")
    entries: list[Entry] = []
    position = 0
    while position < len(paragraphs):
        title, abstract, listing = (*paragraphs[position : position + 3], "", "")[:3]
        listed = _LISTING.fullmatch(listing) is not None
        entries.append(Entry(title, abstract=abstract, listing=listing if listed else ""))
        position += 3 if listed else 2
    if not any(entry.listing for entry in entries):
        return None
    digest = Digest(DigestFormat.DAILY_PAPERS, tuple(entries), head=text[: head.end()])
    return digest if write_daily_papers(digest) == data else None


def read_loose_daily_papers(data: bytes, text: str) -> Digest | None:
    """What can be read of a page that breaks the grammar (other furniture, line ends, spacing); None if nothing."""
    if " author" not in text:
        return None
    lines = lines_of(text)
    first, groups = _groups(text, lines)
    entries: list[Entry] = []
    spans: list[Span] = []
    not_understood: list[int] = []
    for papers, listing in groups:
        pairs, left = _pairs(papers, listed=listing is not None)
        not_understood += [line.number for line in left]
        for pair in pairs:
            places = dict(zip(("title", "abstract"), ((line.start, line.end) for line in pair), strict=False))
            if listing is not None and pair is pairs[-1]:
                places["listing"] = (listing[0].start, listing[-1].end)
            spans += [Span(len(entries), field, *place) for field, place in places.items()]
            entries.append(Entry(**{"title": "", **{field: text[a:b] for field, (a, b) in places.items()}}))
    if not entries:
        return None
    return Digest(
        DigestFormat.DAILY_PAPERS,
        tuple(entries),
        head=text[:first],
        original=data,
        spans=true_spans(text, entries, spans),
        not_understood=tuple(sorted(not_understood)),
    )


_Group = tuple[list[Line], list[Line] | None]


def _groups(text: str, lines: list[Line]) -> tuple[int, list[_Group]]:
    """Where the papers begin, and the lines of papers up to each listing. The furniture ends at the first date line."""
    groups: list[_Group] = []
    papers: list[Line] = []
    first = 0
    position = 0
    while position < len(lines):
        length = _listing_length(text, lines, position)
        if length:
            groups.append((papers, lines[position : position + length]))
            papers = []
        elif not groups and not first and _DATE_LINE.fullmatch(text, lines[position].start, lines[position].end):
            papers = []
            first = lines[position].end
        else:
            papers.append(lines[position])
        position += length or 1
    if groups and papers:
        groups.append((papers, None))
    return first, groups


def _listing_length(text: str, lines: list[Line], position: int) -> int:
    """How many lines the listing has that begins there; 0 if none does."""
    if not _fits(_AUTHORS_LINE, text, lines, position):
        return 0
    if _fits(_DATE_LINE, text, lines, position + 1):
        return 2
    return 3 if _fits(_DOT_LINE, text, lines, position + 1) and _fits(_DATE_LINE, text, lines, position + 2) else 0


def _fits(pattern: re.Pattern[str], text: str, lines: list[Line], at: int) -> bool:
    return at < len(lines) and pattern.fullmatch(text, lines[at].start, lines[at].end) is not None


def _pairs(papers: list[Line], *, listed: bool) -> tuple[list[list[Line]], list[Line]]:
    """Title and abstract lines of the papers before a listing (which belongs to the last of them), and what is left."""
    if listed and len(papers) == 1:
        return [papers], []
    odd = len(papers) % 2
    cut = odd if listed else len(papers) - odd
    papers, left = (papers[cut:], papers[:cut]) if listed else (papers[:cut], papers[cut:])
    pairs: list[list[Line]] = []
    for title, abstract in _by_two(papers):
        if abstract.end - abstract.start >= _SHORTEST_ABSTRACT or (listed and abstract is papers[-1]):
            pairs.append([title, abstract])
        else:
            left += [title, abstract]
    return pairs, left


def _by_two(lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    return zip(lines[::2], lines[1::2], strict=True)
