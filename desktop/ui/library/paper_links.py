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


def papers_as_mime(papers: Iterable[PaperRow], ids: Sequence[PaperId] = ()) -> QMimeData:
    """Title and link of each paper as text, the links as URIs, and the ids."""
    data = QMimeData()
    texts, urls = [], []
    for paper in papers:
        link = arxiv_url(paper.arxiv_id) if paper.arxiv_id else ""
        texts.append("\n".join(part for part in (paper.title, link) if part))
        if link:
            urls.append(QUrl(link))
    if texts:
        data.setText("\n\n".join(texts))
    if urls:
        data.setUrls(urls)
    if ids:
        data.setData(PAPERS_MIME, "\n".join(map(str, ids)).encode())
    return data
