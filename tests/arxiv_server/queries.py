"""What a question to the query API finds. It comes in the archive's order, or the newest first (submittedDate)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from desktop.domain.arxiv_paper import ArxivPaper
from tests.arxiv_server.answers import Answer
from tests.arxiv_server.atom import error_feed, feed
from tests.arxiv_server.papers import Archive, moment, well_formed

_TERM = re.compile(r'(?:(ti|au|abs|cat|all):)?(?:"([^"]*)"|([^\s"]+))')
_SPAN = re.compile(r" AND submittedDate:\[(\d{12}) TO (\d{12})\]", re.ASCII)
_HEADERS = {"Content-Type": "application/atom+xml; charset=utf-8"}


def answer_query(archive: Archive, query: Mapping[str, str]) -> Answer:
    """Return the feed that arXiv would answer with, or its error with status 400."""
    search, listed = query.get("search_query", "").strip(), query.get("id_list", "")
    ids = [name for name in listed.split(",") if name]
    for name in ids:
        if not well_formed(name):
            return Answer(400, _HEADERS, error_feed(f"incorrect id format for {name}"))
    numbers = {name: query.get(name, default) for name, default in (("start", "0"), ("max_results", "10"))}
    for name, value in numbers.items():
        if not value.isascii() or not value.isdigit():
            return Answer(400, _HEADERS, error_feed(f"{name} must be a non-negative integer"))
    start, most = (int(value) for value in numbers.values())
    if most > 30_000:
        return Answer(400, _HEADERS, error_feed("max_results must not exceed 30000"))
    found = [paper for paper in _candidates(archive, ids, search) if not search or _matches(paper, search)]
    if query.get("sortBy") == "submittedDate":
        found.sort(key=lambda paper: paper.published, reverse=True)
    body = feed(found[start : start + most], total=len(found), search=search, ids=listed, start=start, most=most)
    return Answer(200, _HEADERS, body)


def _candidates(archive: Archive, ids: list[str], search: str) -> Iterator[ArxivPaper]:
    if ids:
        asked = [parts for name in dict.fromkeys(ids) if (parts := well_formed(name))]
        yield from (paper for parts in asked if (paper := archive.version(*parts)))
    elif search:
        yield from (versions[-1] for versions in archive.values())


def _matches(paper: ArxivPaper, search: str) -> bool:
    """Whether a paper answers `(ti:"two words" AND all:one) OR (…)`. A phrase is words one after the other."""
    rest = _SPAN.sub("", search)
    return _came_within(paper, search) and any(_has_all(paper, part.strip(" ()")) for part in rest.split(" OR "))


def _came_within(paper: ArxivPaper, search: str) -> bool:
    """Whether its first version came within the span of time that a search names, if it names one."""
    span = _SPAN.search(search)
    return span is None or span[1] <= f"{moment(paper, paper.published):%Y%m%d%H%M}" <= span[2]


def _has_all(paper: ArxivPaper, search: str) -> bool:
    terms = [(field or "all", phrase or word) for field, phrase, word in _TERM.findall(search) if word != "AND"]
    return bool(terms) and all(_words(text) in _words(_field(paper, field)) for field, text in terms)


def _field(paper: ArxivPaper, field: str) -> str:
    fields = {
        "ti": paper.title,
        "au": ", ".join(paper.authors),
        "abs": paper.abstract,
        "cat": " ".join(paper.categories),
    }
    return " | ".join([*fields.values(), paper.comment]) if field == "all" else fields[field]


def _words(text: str) -> str:
    """Return the words of a text between single spaces, without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return f" {' '.join(re.findall('[a-z0-9]+', plain))} "
