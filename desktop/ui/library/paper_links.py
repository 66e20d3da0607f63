"""Papers as text for other programs: titles and links."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData, QUrl

from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperRow

PAPERS_MIME = "application/x-papershelf-papers"
"""The ids of papers, as decimal numbers one a line: for drops inside the window."""


def arxiv_url(arxiv_id: str) -> str:
    """The abstract page of an arXiv id."""
    return f"https://arxiv.org/abs/{arxiv_id}"


def doi_url(doi: str) -> str:
    """The page a DOI leads to."""
    return f"https://doi.org/{doi}"


def papers_as_text(papers: Iterable[PaperRow]) -> str:
    """Title and link of each paper, an empty line between them."""
    return "\n\n".join("\n".join(part for part in (paper.title, _link(paper)) if part) for paper in papers)


def _link(paper: PaperRow) -> str:
    return arxiv_url(paper.arxiv_id) if paper.arxiv_id else ""


def papers_as_mime(papers: Sequence[PaperRow], ids: Sequence[PaperId] = ()) -> QMimeData:
    """Title and link of each paper as text, the links as URIs, and the ids."""
    data = QMimeData()
    urls = [QUrl(link) for paper in papers if (link := _link(paper))]
    if papers:
        data.setText(papers_as_text(papers))
    if urls:
        data.setUrls(urls)
    if ids:
        data.setData(PAPERS_MIME, "\n".join(map(str, ids)).encode())
    return data
