"""Reading papers for the screen: ids of a listing, rows of a page, counts of the sidebar.

Statements are SQL text over the driver's connection: the first screen is read before SQLAlchemy has been imported.
"""

import sqlite3
from array import array
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from db.search import search_ids
from db.search_query import NEWER, compile_query
from db.stored_values import TAKEN_BACK, moment, now_ms
from desktop.domain.digest import DigestFormat
from desktop.domain.ids import DigestId, PaperId
from desktop.domain.listing import Column, DigestSummary, Listing, PaperList, Place, Sidebar, Sort
from desktop.domain.paper import PaperRow
from desktop.domain.query import EVERYTHING
from desktop.domain.query_parser import parse

RECENT_DAYS = 7
_NOTE_LENGTH = 200

_MARKS = """((SELECT count(*) FROM marks m WHERE m.paper_id = p.id) -
  (SELECT count(DISTINCT m.carried_from) FROM marks m JOIN marks o ON o.id = m.carried_from WHERE m.paper_id = p.id))"""
"""How many marks a person made: what was carried to another version counts once."""
_SORT_KEYS = {
    Column.TITLE: ("p.title COLLATE NOCASE",),
    Column.TRANSLATED_TITLE: ("p.translated_title = ''", "p.translated_title"),
    Column.AUTHORS: ("p.authors = ''", "p.authors COLLATE NOCASE"),
    Column.PUBLISHED: ("p.published",),
    Column.ADDED: ("p.added_at",),
    Column.ARXIV_ID: ("coalesce(p.arxiv_id, '')",),
    Column.CATEGORIES: ("p.categories",),
    Column.DIGESTS: ("(SELECT count(DISTINCT d.digest_id) FROM digest_entries d WHERE d.paper_id = p.id)",),
    Column.PDF: ("EXISTS (SELECT 1 FROM files f WHERE f.paper_id = p.id)",),
    Column.MARKS: (_MARKS,),
}
"""What each column sorts by. The last term takes the direction; one before it keeps what is not known at the end."""

_ROWS = """
SELECT p.id, p.title, p.translated_title, p.authors, p.categories, p.published, p.added_at, p.arxiv_id, p.arxiv_version,
  EXISTS (SELECT 1 FROM files f WHERE f.paper_id = p.id),
  (SELECT count(DISTINCT d.id) FROM digest_entries e JOIN digests d ON d.id = e.digest_id
   WHERE e.paper_id = p.id AND d.trashed_at IS NULL),
  (SELECT substr(t.value, 1, {length}) FROM texts t WHERE t.paper_id = p.id AND t.kind = 'note' AND t.language = ''),
  p.trashed_at, p.newer_version, {marks}
FROM papers p WHERE p.id IN ({ids}) AND p.trashed_at IS NOT {taken_back}
"""


IN_USE = "p.rowid NOT IN (SELECT t.id FROM papers t WHERE t.trashed_at IS NOT NULL)"
"""Asks the index of the Trash once; `p.trashed_at IS NULL` would read the row of every paper that a search finds."""


def scope(listing: Listing) -> tuple[str, dict[str, object]]:
    """The condition on `papers p` that the place of a listing means, and its parameters."""
    if listing.place is Place.TRASH:
        return f"p.trashed_at > {TAKEN_BACK}", {}
    if listing.place is Place.RECENT:
        since = now_ms() - RECENT_DAYS * 86_400_000
        inside = "SELECT t.id FROM papers t WHERE t.trashed_at IS NULL AND t.added_at >= :since"
        return f"p.rowid IN ({inside})", {"since": since}
    if listing.place is Place.NEW_VERSIONS:
        return f"{IN_USE} AND p.rowid IN ({NEWER})", {}
    if listing.place is Place.DIGEST:
        inside = "SELECT e.paper_id FROM digest_entries e WHERE e.digest_id = :digest"
        return f"{IN_USE} AND p.rowid IN ({inside})", {"digest": listing.digest}
    return IN_USE, {}


def order(sort: Sort) -> str:
    """The ORDER BY terms of a sort; equal rows stay newest first."""
    *first, last = _SORT_KEYS[sort.column]
    return ", ".join([*first, f"{last} {'DESC' if sort.descending else 'ASC'}", "p.id DESC"])


def list_papers(connection: sqlite3.Connection, listing: Listing) -> PaperList:
    """The ids of a listing, in order."""
    where, parameters = scope(listing)
    query = parse(listing.query, typing=listing.typing)
    if query == EVERYTHING:
        return PaperList(_ids(connection, listing, where, parameters))
    compiled = compile_query(query)
    if listing.sort is not None:
        found = _ids(connection, listing, f"{where} AND {compiled.condition()}", {**parameters, **compiled.parameters})
        return PaperList(found)
    found = search_ids(connection, compiled, where, parameters, ranked=listing.ranked, limit=listing.limit)
    return PaperList(found, ranked=listing.ranked and compiled.rankable)


def _ids(
    connection: sqlite3.Connection, listing: Listing, where: str, parameters: Mapping[str, object]
) -> "array[int]":
    if listing.sort is not None:
        statement = f"SELECT p.id FROM papers p WHERE {where} ORDER BY {order(listing.sort)}"
    elif listing.place is Place.DIGEST:
        statement = (
            "SELECT p.id FROM digest_entries e JOIN papers p ON p.id = e.paper_id "
            "WHERE e.digest_id = :digest AND p.trashed_at IS NULL GROUP BY p.id ORDER BY min(e.position)"
        )
    elif listing.place is Place.TRASH:
        statement = f"SELECT p.id FROM papers p WHERE {where} ORDER BY p.trashed_at DESC, p.id DESC"
    elif listing.place is Place.ALL:
        statement = "SELECT p.id FROM papers p WHERE p.trashed_at IS NULL ORDER BY p.id DESC"
    else:
        statement = f"SELECT p.id FROM papers p WHERE {where} ORDER BY p.id DESC"
    if listing.limit is not None:
        statement += f" LIMIT {int(listing.limit)}"
    return array("q", chain.from_iterable(connection.execute(statement, parameters)))


def rows(connection: sqlite3.Connection, ids: Sequence[PaperId]) -> list[PaperRow]:
    """The rows of these papers in this order; papers that are gone are left out."""
    found: dict[int, PaperRow] = {}
    for start in range(0, len(ids), 500):
        chunk = ids[start : start + 500]
        places = ", ".join("?" * len(chunk))
        statement = _ROWS.format(length=_NOTE_LENGTH, marks=_MARKS, taken_back=TAKEN_BACK, ids=places)
        for record in connection.execute(statement, list(chunk)):
            row = _row(record)
            found[row.id] = row
    return [found[paper] for paper in ids if paper in found]


def _row(record: tuple[Any, ...]) -> PaperRow:  # the columns of _ROWS
    (
        paper,
        title,
        translated,
        authors,
        categories,
        published,
        added,
        arxiv_id,
        version,
        pdf,
        digests,
        note,
        trashed,
        newer,
        marks,
    ) = record
    return PaperRow(
        id=PaperId(paper),
        title=title,
        translated_title=translated,
        authors=tuple(authors.split("; ")) if authors else (),
        categories=tuple(categories.split()),
        published=published,
        added_at=moment(added),
        arxiv_id=arxiv_id or "",
        arxiv_version=version,
        has_pdf=bool(pdf),
        digest_count=digests,
        note=note or "",
        trashed=trashed is not None,
        newer_version=newer,
        marks=marks,
    )


def sidebar(connection: sqlite3.Connection) -> Sidebar:
    """The places with their counts; digests the newest first."""
    since = now_ms() - RECENT_DAYS * 86_400_000
    (everything, trash) = connection.execute(
        "SELECT sum(trashed_at IS NULL), sum(trashed_at > ?) FROM papers", (TAKEN_BACK,)
    ).fetchone()
    (recent,) = connection.execute(
        "SELECT count(*) FROM papers WHERE trashed_at IS NULL AND added_at >= ?", (since,)
    ).fetchone()
    (new_versions,) = connection.execute(
        "SELECT count(*) FROM papers WHERE newer_version IS NOT NULL AND trashed_at IS NULL"
    ).fetchone()
    statement = """
        SELECT d.id, d.name, d.format, d.imported_at, d.original IS NULL, count(DISTINCT p.id)
        FROM digests d LEFT JOIN digest_entries e ON e.digest_id = d.id
          LEFT JOIN papers p ON p.id = e.paper_id AND p.trashed_at IS NULL
        WHERE d.trashed_at IS NULL GROUP BY d.id ORDER BY d.imported_at DESC, d.name, d.id"""
    digests = tuple(
        DigestSummary(DigestId(key), name, DigestFormat(form), papers, imported_at, bool(exact))
        for key, name, form, imported_at, exact, papers in connection.execute(statement)
    )
    return Sidebar(everything or 0, recent, trash or 0, digests, new_versions)
