"""What arXiv tells of papers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArxivPaper:
    """One version of a paper as arXiv's API describes it. Texts are unwrapped: no line feeds, no double spaces."""

    arxiv_id: str
    """Without a version."""
    version: int
    """From 1."""
    title: str
    abstract: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    """Codes, the primary one first."""
    published: str
    """When version 1 came, YYYY-MM-DD."""
    updated: str
    """When this version came, YYYY-MM-DD."""
    comment: str = ""
    journal_ref: str = ""
    doi: str = ""
    """Of the journal; arXiv's own DOIs follow from the id."""
    withdrawn: bool = False
    """Its authors or arXiv took it back; there may be no PDF."""


@dataclass(frozen=True, slots=True)
class ArxivAnswer:
    """A whole, checked answer: each id that was asked for is in one of both."""

    papers: tuple[ArxivPaper, ...]
    missing: tuple[str, ...] = ()
    """Ids (as asked, with their version if they had one) that arXiv does not know."""


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """A paper that arXiv's search proposes for a title."""

    paper: ArxivPaper
    similarity: float
    """Of the titles, 0 to 1; 1 where they differ in case, spaces and punctuation alone."""
