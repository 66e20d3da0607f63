"""Lists of feeds as OPML 2.0 (http://opml.org/spec2.opml), which feed readers exchange.

Each feed is an outline with the address at which other programs can follow it, too: arXiv's feeds and the searches of
its API are Atom. What they do not know (filter, how often, …) stands in attributes of our own namespace.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from lxml import etree

from desktop.domain.errors import InputError, Reason
from desktop.domain.feed_filter import FeedFilter
from desktop.domain.feeds import LEAST_MINUTES, MOST_MINUTES, FeedChoice, FeedKind, categories_of
from desktop.domain.labels import MAX_NAME, tidy_name
from desktop.domain.network import ARXIV_API, ARXIV_FEEDS

_OURS = "https://papershelf.example/opml"
_FILTER, _EVERY, _TEXTS, _ACTIVE = (f"{{{_OURS}}}{name}" for name in ("filter", "every", "writes-texts", "active"))
_DAILY_PAGE = "https://huggingface.co/papers"
_NEWEST = {"sortBy": "submittedDate", "sortOrder": "descending", "max_results": "100"}
_MOST = 1_000
"""Feeds of a list."""


@dataclass(frozen=True, slots=True)
class FeedList:
    """What a list names."""

    choices: tuple[FeedChoice, ...]
    left_out: tuple[str, ...]
    """Names or addresses of what cannot be followed here."""


def opml_bytes(choices: Iterable[FeedChoice]) -> bytes:
    """The list of these feeds."""
    root = etree.Element("opml", {"version": "2.0"}, nsmap={"papershelf": _OURS})
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = "Papershelf"
    body = etree.SubElement(root, "body")
    for choice in choices:
        etree.SubElement(body, "outline", _attributes(choice))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _attributes(choice: FeedChoice) -> dict[str, str]:
    told = {"text": choice.name, "title": choice.name}
    if choice.kind is FeedKind.DAILY_PAPERS:
        told |= {"type": "link", "url": _DAILY_PAGE}
    elif choice.kind is FeedKind.ARXIV_CATEGORY:
        told |= {"type": "rss", "version": "ATOM", "xmlUrl": ARXIV_FEEDS + choice.source}
    else:
        address = f"{ARXIV_API}?{urlencode({'search_query': choice.source, **_NEWEST})}"
        told |= {"type": "rss", "version": "ATOM", "xmlUrl": address}
    told |= {_EVERY: str(choice.every_minutes), _TEXTS: str(int(choice.writes_texts)), _ACTIVE: str(int(choice.active))}
    return told | ({_FILTER: choice.filter.stored()} if choice.filter != FeedFilter() else {})


def read_opml(data: bytes) -> FeedList:
    """The feeds of a list, at any level of it. Raises InputError (NOT_A_FEED_LIST) for what is no OPML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(Reason.NOT_A_FEED_LIST, detail=str(error)[:300]) from error
    if root.tag != "opml" or root.getroottree().docinfo.internalDTD is not None:
        raise InputError(Reason.NOT_A_FEED_LIST, detail="no OPML")
    choices: list[FeedChoice] = []
    left_out: list[str] = []
    for outline in root.iter("outline"):
        address = outline.get("xmlUrl") or outline.get("url") or ""
        if not address:
            continue  # a folder
        choice = _choice(outline, address.strip())
        if choice is None or len(choices) >= _MOST:
            left_out.append(_name(outline, address))
        else:
            choices.append(choice)
    return FeedList(tuple(choices), tuple(left_out))


def _choice(outline: etree._Element, address: str) -> FeedChoice | None:
    try:
        source = _source(address)
        filter = FeedFilter.read(outline.get(_FILTER, "{}"))
    except ValueError:
        return None
    if source is None:
        return None
    kind, asked = source
    name = tidy_name(_name(outline, asked))[:MAX_NAME]
    usual = FeedChoice(name or asked[:MAX_NAME] or "Daily Papers", kind, asked, filter)
    every = outline.get(_EVERY, "")
    minutes = int(every) if every.isascii() and every.isdigit() and len(every) < 9 else usual.every_minutes
    return FeedChoice(
        *(usual.name, kind, asked, filter, min(max(minutes, LEAST_MINUTES), MOST_MINUTES)),
        writes_texts=outline.get(_TEXTS) == "1",
        active=outline.get(_ACTIVE) != "0",
    )


def _source(address: str) -> tuple[FeedKind, str] | None:
    """Which feed is at an address; None for one of elsewhere. Raises ValueError for a broken address or category."""
    parts = urlsplit(address)
    host, path = (parts.hostname or "").removeprefix("www."), unquote(parts.path)
    if host == "huggingface.co" and path.rstrip("/") in ("/papers", "/api/daily_papers"):
        return FeedKind.DAILY_PAPERS, ""
    if host not in ("arxiv.org", "export.arxiv.org", "rss.arxiv.org"):
        return None
    if path.rstrip("/") == "/api/query":
        query = parse_qs(parts.query).get("search_query", [""])[0].strip()
        return (FeedKind.ARXIV_SEARCH, query) if query else None
    kind, _, named = path.strip("/").partition("/")
    return (FeedKind.ARXIV_CATEGORY, "+".join(categories_of(named))) if kind in ("rss", "atom") else None


def _name(outline: etree._Element, otherwise: str) -> str:
    return (outline.get("text") or outline.get("title") or otherwise)[: MAX_NAME * 2]
