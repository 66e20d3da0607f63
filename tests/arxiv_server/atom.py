"""The answers of arXiv's query API, byte for byte in the form of 2026: https://info.arxiv.org/help/api/user-manual.html"""

import base64
import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from desktop.domain.arxiv_paper import ArxivPaper
from tests.arxiv_server.papers import moment

_HEAD = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" \
xmlns="http://www.w3.org/2005/Atom">
"""


def feed(
    papers: Sequence[ArxivPaper], *, total: int, search: str = "", ids: str = "", start: int = 0, most: int = 10
) -> bytes:
    """Return the answer to a query: `papers` is the page of at most `most` that begins at `start` of `total`."""
    question = f"search_query={search}&id_list={ids}&start={start}&max_results={most}"
    digest = base64.b64encode(hashlib.sha1(question.encode()).digest()).decode().rstrip("=")
    address = f"https://arxiv.org/api/query?search_query={search}&start={start}&max_results={most}&id_list={ids}"
    return "".join(
        [
            _HEAD,
            f"  <id>https://arxiv.org/api/{digest}</id>\n",
            f"  <title>arXiv Query: {escape(question)}</title>\n",
            f"  <updated>{_stamp(datetime.now(UTC))}</updated>\n",
            f'  <link href={_quoted(address)} type="application/atom+xml"/>\n',
            _numbers(most, total, start),
            *(_entry(paper) for paper in papers),
            "</feed>\n",
        ]
    ).encode()


def error_feed(message: str) -> bytes:
    """Return the answer to a query that arXiv refuses."""
    now = _stamp(datetime.now(UTC))
    address = _quoted("https://arxiv.org/api/errors#" + "_".join(message.split()))
    return "".join(
        [
            _HEAD,
            "  <id>https://arxiv.org/</id>\n  <title>arXiv Search Results</title>\n",
            f"  <updated>{now}</updated>\n",
            _numbers(1, 1, 0),
            f"  <entry>\n    <id>{address[1:-1]}</id>\n    <title>Error</title>\n    <updated>{now}</updated>\n",
            f'    <link href={address} rel="alternate" type="text/html"/>\n',
            f"    <summary>{escape(message)}</summary>\n",
            "    <author>\n      <name>arXiv api core</name>\n    </author>\n  </entry>\n</feed>\n",
        ]
    ).encode()


def _numbers(most: int, total: int, start: int) -> str:
    return (
        f"  <opensearch:itemsPerPage>{most}</opensearch:itemsPerPage>\n"
        f"  <opensearch:totalResults>{total}</opensearch:totalResults>\n"
        f"  <opensearch:startIndex>{start}</opensearch:startIndex>\n"
    )


def _entry(paper: ArxivPaper) -> str:
    name = f"{paper.arxiv_id}v{paper.version}"
    old = "/" in paper.arxiv_id
    # Paragraphs begin with the two spaces of arXiv's listings by mail; in the old days the first one did, too.
    abstract = ("  " if old else "") + paper.abstract.replace(". We", ".\n  We")
    lines = [
        f"<id>http://arxiv.org/abs/{name}</id>",
        f"<title>{escape(paper.title)}</title>",
        f"<updated>{_stamp(moment(paper, paper.updated))}</updated>",
        f'<link href="https://arxiv.org/abs/{name}" rel="alternate" type="text/html"/>',
        f'<link href="https://arxiv.org/pdf/{name}" rel="related" type="application/pdf" title="pdf"/>',
        f"<summary>{escape(abstract)}</summary>",
        *(f'<category term="{term}" scheme="http://arxiv.org/schemas/atom"/>' for term in paper.categories),
        f"<published>{_stamp(moment(paper, paper.published))}</published>",
        *_optional("comment", paper.comment),
        f'<arxiv:primary_category term="{paper.categories[0]}"/>',
        *_optional("journal_ref", paper.journal_ref),
        *(_author(author, "Observatory of Nowhere" if old else "") for author in paper.authors),
        *_optional("doi", paper.doi),
    ]
    if paper.doi:
        lines.append(f'<link rel="related" href={_quoted("https://doi.org/" + paper.doi)} title="doi"/>')
    return "".join(["  <entry>\n", *(f"    {line}\n" for line in lines), "  </entry>\n"])


def _author(name: str, affiliation: str) -> str:
    lines = [f"<name>{escape(name)}</name>", *_optional("affiliation", affiliation)]
    return "\n".join(["<author>", *(f"      {line}" for line in lines), "    </author>"])


def _optional(name: str, value: str) -> list[str]:
    return [f"<arxiv:{name}>{escape(value)}</arxiv:{name}>"] if value else []


def _quoted(value: str) -> str:
    return quoteattr(value, {'"': "&quot;"})


def _stamp(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"
