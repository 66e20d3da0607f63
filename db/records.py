"""Reading what arXiv told of its papers, as the library keeps it: `arxiv_records`."""

import sqlite3
from collections.abc import Iterable

from db.pieces import select_in
from desktop.domain.arxiv_paper import ArxivPaper

_RECORDS = """
SELECT arxiv_id, version, title, abstract, published, updated, comment, journal_ref, doi, authors, categories, withdrawn
FROM arxiv_records WHERE arxiv_id IN ({}) ORDER BY arxiv_id, version DESC
"""
SEPARATOR = "; "
"""Between the names of authors."""


def records_of(connection: sqlite3.Connection, arxiv_ids: Iterable[str]) -> dict[str, tuple[ArxivPaper, ...]]:
    """The records of these ids, spelt as the library spells them, the newest version first. Ids that arXiv was not
    asked for are left out."""
    found: dict[str, tuple[ArxivPaper, ...]] = {}
    for *texts, authors, categories, withdrawn in select_in(connection, _RECORDS, arxiv_ids):
        arxiv_id, version, title, abstract, published, updated, comment, journal_ref, doi = texts
        record = ArxivPaper(
            arxiv_id=arxiv_id,
            version=version,
            title=title,
            abstract=abstract,
            authors=tuple(authors.split(SEPARATOR)) if authors else (),
            categories=tuple(categories.split()),
            published=published,
            updated=updated,
            comment=comment,
            journal_ref=journal_ref,
            doi=doi,
            withdrawn=bool(withdrawn),
        )
        found[arxiv_id] = (*found.get(arxiv_id, ()), record)
    return found
