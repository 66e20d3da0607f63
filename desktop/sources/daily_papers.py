"""The Daily Papers of Hugging Face by date: https://huggingface.co/docs/hub/api#get-apidailypapers"""

import json
from typing import Any
from urllib.parse import urlencode

from desktop.domain.arxiv_id import ArxivId, parse_arxiv_id
from desktop.domain.feeds import FeedAnswer
from desktop.domain.found_paper import FoundPaper
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources.found_papers import (
    MOST_PAPERS,
    checked_abstract,
    checked_authors,
    checked_title,
    plain_entry,
    received,
)
from desktop.sources.network_failures import bad_answer

_PAGE = 100
"""Papers of one answer; a day has some dozens."""


def papers_of_day(network: Network, day: str, job: Job) -> FeedAnswer:
    """The Daily Papers of a day (YYYY-MM-DD), which may be none.

    Raises NetworkError (as `received`, BAD_ANSWER for anything but whole lists of papers) and Cancelled.
    """
    papers: dict[str, FoundPaper] = {}
    for page in range(MOST_PAPERS // _PAGE):
        url = f"{network.daily_papers}?{urlencode({'date': day, 'limit': _PAGE, 'p': page})}"
        content = received(network, url, job, about=day).content or b""
        try:
            told, count = read_page(content)
        except ValueError as error:
            raise bad_answer(url, str(error)[:300]) from error
        before = len(papers)
        for paper in told:
            papers.setdefault(paper.arxiv_id, paper)
        if count < _PAGE or len(papers) == before:  # a server that knows no pages gives the same one for ever
            break
    return FeedAnswer(day, tuple(papers.values()))


def read_page(content: bytes) -> tuple[tuple[FoundPaper, ...], int]:
    """The papers of an answer, and how many it tells of: what is not on arXiv is left out. Raises ValueError for
    anything but a whole list of papers."""
    try:
        told = json.loads(content)
    except RecursionError as error:
        raise ValueError("far too deep") from error
    if not isinstance(told, list) or len(told) > MOST_PAPERS:
        raise ValueError("no list of papers")
    named = [_named(item) for item in told]
    return tuple(_paper(paper, id) for paper, id in named if id is not None), len(told)


def _named(item: Any) -> tuple[dict[str, Any], ArxivId | None]:
    paper = item.get("paper") if isinstance(item, dict) else None
    if not isinstance(paper, dict) or not isinstance(paper.get("id"), str):
        raise ValueError("an item that is no paper")
    return paper, parse_arxiv_id(paper["id"])


def _paper(paper: dict[str, Any], id: ArxivId) -> FoundPaper:
    title, abstract = (_text(paper, name) for name in ("title", "summary"))
    authors = paper.get("authors", [])
    if not isinstance(authors, list) or not all(isinstance(author, dict) for author in authors):
        raise ValueError(f"authors of {id.value}")
    shown, told = checked_title(title), checked_abstract(abstract)
    return FoundPaper(
        arxiv_id=id.value,
        version=id.version,
        title=shown,
        abstract=told,
        authors=checked_authors([_text(author, "name") for author in authors if author.get("hidden") is not True]),
        entry=plain_entry(id.value, shown, told),
    )


def _text(told: dict[str, Any], name: str) -> str:
    text = told.get(name)
    if not isinstance(text, str):
        raise ValueError(f"{name} is no text")
    return text
