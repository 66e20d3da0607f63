"""Finding papers of the library for what a person is about to add: ids, files, titles.

SQL text over the driver's connection. Papers that undo took back are as if they had never been there. What a paper was
known by that was merged into another one finds that other one.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from db.merged_papers import kept_papers
from db.pieces import select_in
from db.row_writer import ASIDE
from db.search_text import match_text
from db.stored_values import TAKEN_BACK
from desktop.domain.ids import PaperId
from desktop.domain.query import Term
from desktop.domain.search_words import tokens

_SAID_WORDS = 8

_HELD = f"""
SELECT {{key}}, p.id, coalesce(p.arxiv_id, ''), p.arxiv_version, p.title, p.trashed_at IS NOT NULL,
  EXISTS (SELECT 1 FROM files f WHERE f.paper_id = p.id), p.merged_into
FROM {{tables}} WHERE (p.trashed_at IS NOT {TAKEN_BACK} OR p.merged_into IS NOT NULL) AND {{condition}}
ORDER BY p.trashed_at IS NOT NULL, p.id"""
_BY_ID = _HELD.format(key="p.arxiv_id", tables="papers p", condition="p.arxiv_id IN ({})")
_FILES = "files h JOIN papers p ON p.id = h.paper_id"
_BY_SHA256 = _HELD.format(key="h.sha256", tables=_FILES, condition="h.sha256 IN ({})")
_BY_DOI = _HELD.format(key="lower(p.doi)", tables="papers p", condition="p.doi <> '' AND lower(p.doi) IN ({})")
_BY_TITLE = _HELD.format(key="p.title_hash", tables="papers p", condition="p.title_hash IN ({})")
_SIMILAR = "SELECT rowid FROM papers_fts WHERE papers_fts MATCH ? ORDER BY bm25(papers_fts) LIMIT ?"
_THESE = _HELD.format(key="p.id", tables="papers p", condition="p.id IN ({})")


class HeldPaper(NamedTuple):
    """A paper that the library holds, be it in the Trash."""

    id: PaperId
    arxiv_id: str
    """By which it was found, if it has several: it has those of the papers that were merged into it, too."""
    version: int | None
    """Of that id."""
    title: str
    in_trash: bool
    has_pdf: bool


def known_ids(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, HeldPaper]:
    """The papers with these arXiv ids (without version); ids that the library does not hold are left out."""
    return {held.arxiv_id: held for _, held in _held(connection, _BY_ID, set(ids))}


def by_key(connection: sqlite3.Connection, papers: Iterable[PaperId]) -> dict[PaperId, HeldPaper]:
    """Those of these papers that the library still holds."""
    return dict(_held(connection, _THESE, set(papers)))


def by_sha256(connection: sqlite3.Connection, hashes: Iterable[str]) -> dict[str, tuple[HeldPaper, ...]]:
    """The papers that have files with these contents, per sha256; those outside the Trash first."""
    return _grouped(_held(connection, _BY_SHA256, set(hashes)))


def by_doi(connection: sqlite3.Connection, dois: Iterable[str]) -> dict[str, tuple[HeldPaper, ...]]:
    """The papers with these DOIs, per DOI in lower case; those outside the Trash first. Reads all papers once: ask for
    many at once."""
    return _grouped(_held(connection, _BY_DOI, {doi.lower() for doi in dois}))


def by_title_hash(connection: sqlite3.Connection, hashes: Iterable[int]) -> dict[int, tuple[HeldPaper, ...]]:
    """The papers with these titles, per `title_hash`; those outside the Trash first."""
    return _grouped(_held(connection, _BY_TITLE, set(hashes)))


def similar_titles(connection: sqlite3.Connection, title: str, limit: int = 20) -> tuple[HeldPaper, ...]:
    """The papers whose titles have most in common with this one by its longest words, the likeliest first."""
    words = sorted(dict.fromkeys(tokens(title)), key=len, reverse=True)[:_SAID_WORDS]
    if not words:
        return ()
    match = f"{{title translated_title}} : ({' OR '.join(match_text(Term(word)) for word in words)})"
    ids = [PaperId(paper) for (paper,) in connection.execute(_SIMILAR, (match, limit))]
    held = by_key(connection, ids)
    return tuple({held[paper].id: held[paper] for paper in ids if paper in held}.values())


def _held(connection: sqlite3.Connection, statement: str, values: Iterable[Any]) -> Iterator[tuple[Any, HeldPaper]]:
    merged: list[tuple[Any, HeldPaper]] = []
    for key, held, merged_into in _selected(connection, statement, values):
        if merged_into is None:
            yield key, held
        else:
            merged.append((key, held))
    kept = kept_papers(connection) if merged else {}
    found = _selected(connection, _THESE, {kept[away.id] for _, away in merged if away.id in kept})
    standing = {paper: held for paper, held, _ in found}
    for key, away in merged:
        if away.id in kept:
            held = standing[kept[away.id]]
            by_id = bool(away.arxiv_id) and ASIDE not in away.arxiv_id
            yield key, held._replace(arxiv_id=away.arxiv_id, version=away.version) if by_id else held


def _selected(
    connection: sqlite3.Connection, statement: str, values: Iterable[Any]
) -> Iterator[tuple[Any, HeldPaper, PaperId | None]]:
    """What was asked for, the paper, and the one that it was merged into."""
    for key, paper, arxiv_id, version, title, in_trash, has_pdf, into in select_in(connection, statement, values):
        yield key, HeldPaper(PaperId(paper), arxiv_id, version, title, bool(in_trash), bool(has_pdf)), into


def _grouped(held: Iterable[tuple[Any, HeldPaper]]) -> dict[Any, tuple[HeldPaper, ...]]:
    found: defaultdict[Any, list[HeldPaper]] = defaultdict(list)
    for key, paper in held:
        if all(paper.id != other.id for other in found[key]):
            found[key].append(paper)
    return {key: tuple(papers) for key, papers in found.items()}
