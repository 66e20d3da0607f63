"""Is an answer of arXiv's query API whole?

The `arxiv` package reads what it can: of a page for people it makes an empty answer, of a cut one half the papers.
So each answer is checked before the package sees it. The format:
https://info.arxiv.org/help/api/user-manual.html#_details_of_atom_results_returned
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from desktop.domain.arxiv_id import ArxivId, parse_arxiv_id
from desktop.sources.arxiv_texts import cleaned, is_name

_ATOM = "{http://www.w3.org/2005/Atom}"
_TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"
_PAPER = re.compile(r"https?://arxiv\.org/abs/")
_ERROR = re.compile(r"https?://arxiv\.org/api/errors#")
_NUMBER = re.compile(r"[0-9]{1,9}")
_ESSENTIAL = ("title", "summary", "published", "updated")


@dataclass(frozen=True, slots=True)
class FeedFacts:
    """What a whole feed holds."""

    ids: tuple[ArxivId, ...]
    """Of its entries, in order, each with its version."""
    total: int | None
    """How many papers answer the question in all; None if it does not tell."""
    errors: tuple[str, ...] = ()
    """What arXiv says was wrong with the question; there are no ids then."""


def check_feed(content: bytes) -> FeedFacts:
    """What the feed in `content` holds. Raises ValueError, which says what is wrong, for anything but a whole feed
    of whole entries."""
    root = atom_root(content)
    entries = list(root.iterchildren(_ATOM + "entry"))
    errors = tuple(_text(entry, "summary") for entry in entries if _ERROR.match(_text(entry, "id")))
    if errors:
        return FeedFacts((), None, errors)
    return FeedFacts(tuple(_checked(entry) for entry in entries), _total(root))


def atom_root(content: bytes) -> etree._Element:
    """The root of a whole Atom feed without a document type. Raises ValueError for anything else."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"not well-formed: {error}"[:300]) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("it has a document type, which arXiv's answers have not")
    if root.tag != _ATOM + "feed":
        raise ValueError("no Atom feed")
    return root


def _total(root: etree._Element) -> int | None:
    text = (root.findtext(_TOTAL) or "").strip()
    return int(text) if _NUMBER.fullmatch(text) else None


def _checked(entry: etree._Element) -> ArxivId:
    address = _text(entry, "id")
    begin = _PAPER.match(address)
    found = parse_arxiv_id(address[begin.end() :]) if begin else None
    if found is None or not found.version:
        raise ValueError(f"an entry about no version of a paper: {address[:100]}")
    for name in _ESSENTIAL:
        if not cleaned(_text(entry, name)):
            raise ValueError(f"{found.value} has no {name}")
    if not any(is_name(name) for author in entry.iterchildren(_ATOM + "author") for name in _texts(author, "name")):
        raise ValueError(f"{found.value} has no author")
    if not _moment(entry, "published") <= _moment(entry, "updated"):
        raise ValueError(f"{found.value} was revised before it came")
    return found


def _moment(entry: etree._Element, name: str) -> datetime:
    moment = datetime.fromisoformat(_text(entry, name))  # raises ValueError itself
    if moment.tzinfo is None or not 1 < moment.year < 9999:  # at the ends of time other zones have no date
        raise ValueError(f"no moment: {moment}")
    return moment


def _text(parent: etree._Element, name: str) -> str:
    return next(_texts(parent, name), "")


def _texts(parent: etree._Element, name: str) -> Iterator[str]:
    """The texts of the children of that name. Markup inside of one hides a part of it from the package."""
    for child in parent.iterchildren(_ATOM + name):
        if len(child):
            raise ValueError(f"markup inside of {name}")
        if text := (child.text or "").strip():
            yield text
