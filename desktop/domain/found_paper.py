"""A paper as a feed tells it."""

from dataclasses import dataclass

from desktop.domain.arxiv_paper import ArxivPaper
from desktop.domain.digest import Entry


@dataclass(frozen=True, slots=True)
class FoundPaper:
    """A paper as a feed tells it, checked: the id is one, texts are cleaned and of sensible lengths."""

    arxiv_id: str
    version: int | None
    title: str
    abstract: str
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    """The primary one first."""
    announced: str = ""
    """Of `feeds.ANNOUNCE_TYPES`; empty if it was not announced so."""
    entry: Entry | None = None
    """As a digest of the archive would hold it; None where arXiv's own record came."""
    record: ArxivPaper | None = None
    """arXiv's own record, from a search."""
