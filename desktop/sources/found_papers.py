"""What the feeds of arXiv and the Daily Papers share: their bytes, and how long the texts of a paper may be."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.arxiv_id import arxiv_link
from desktop.domain.digest import Entry
from desktop.domain.errors import NetworkError, Reason
from desktop.domain.network import Network
from desktop.domain.pdf_marks import HEAD, begins_like_web_page
from desktop.domain.progress import Job
from desktop.sources.arxiv_requests import asked, whole
from desktop.sources.arxiv_texts import cleaned, is_name
from desktop.sources.network_failures import bad_status, host_of

ANSWER_LIMIT = 50 << 20
"""Bytes. A day of all of arXiv has 6 MB."""
MOST_PAPERS = 10_000
LONGEST_TITLE, LONGEST_ABSTRACT, LONGEST_NAME, MOST_AUTHORS = 2_000, 30_000, 300, 10_000
_NOT_CHANGED = 304
_UNKNOWN = (400, 404)


@dataclass(frozen=True, slots=True)
class Received:
    """An answer as it came. `content` is None for one that is as it was (304)."""

    content: bytes | None
    mark: str
    """Its ETag."""


def received(network: Network, url: str, job: Job, mark: str = "", about: str = "") -> Received:
    """Ask for `url`, with the ETag of the answer that is known. Raises NetworkError (as `asked`, NO_SUCH_FEED about
    `about`, WEB_PAGE, SERVER_FAILED, BAD_ANSWER for more than 50 MB) and Cancelled."""
    headers: Mapping[str, str] = {"If-None-Match": mark} if mark else {}
    with asked(network, url, job, headers) as answer:
        if answer.status == _NOT_CHANGED and mark:
            return Received(None, mark)
        if answer.status in _UNKNOWN:
            raise NetworkError(Reason.NO_SUCH_FEED, about, f"status {answer.status}")
        if answer.status != 200:
            raise bad_status(url, answer.status)
        content = whole(answer, ANSWER_LIMIT)
        told = answer.headers.get("ETag", "")
    if begins_like_web_page(content[:HEAD]):
        raise NetworkError(Reason.WEB_PAGE, host_of(url), "a web page instead of a feed")
    return Received(content, told if told.isprintable() and len(told) < 200 else "")


def plain_entry(arxiv_id: str, title: str, abstract: str) -> Entry:
    """The paper as an entry of a digest, not translated yet."""
    return Entry(title, arxiv_link(arxiv_id), abstract=abstract)


def checked_title(text: str) -> str:
    """The title on one line. Raises ValueError if there is none, or one that is none by its length."""
    return _bounded(_storable(text), LONGEST_TITLE, "title")


def checked_abstract(text: str) -> str:
    """The abstract on one line; it may be empty. Raises ValueError if it is far too long."""
    return _bounded(_storable(text) or "-", LONGEST_ABSTRACT, "abstract") if text.strip() else ""


def checked_authors(names: list[str]) -> tuple[str, ...]:
    """The names that can be some, each once. Raises ValueError for far too many, or one that is far too long."""
    if len(names) > MOST_AUTHORS:
        raise ValueError(f"{len(names)} authors")
    tidy = (_storable(name) for name in names)
    return tuple(dict.fromkeys(_bounded(name, LONGEST_NAME, "author") for name in tidy if is_name(name)))


def _storable(text: str) -> str:
    return cleaned(text.encode(errors="ignore").decode())


def _bounded(text: str, longest: int, what: str) -> str:
    if not text or len(text) > longest:
        raise ValueError(f"a paper with {'no' if not text else f'{len(text)} characters of'} {what}")
    return text
