"""Rows of the table of papers."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from db.pieces import pieces
from db.places import LAST_READ, MARKS, TEXTS_WANTED
from db.stored_values import TAKEN_BACK, moment
from desktop.domain.ids import FeedId, PaperId
from desktop.domain.labels import TagLabel
from desktop.domain.paper import PaperRow
from desktop.domain.reading_list import Priority, Status

_NOTE_LENGTH = 200
_ROWS = f"""
SELECT p.id, p.title, p.translated_title, p.authors, p.categories, p.published, p.added_at, p.arxiv_id, p.arxiv_version,
  EXISTS (SELECT 1 FROM files f WHERE f.paper_id = p.id),
  (SELECT count(DISTINCT d.id) FROM digest_entries e JOIN digests d ON d.id = e.digest_id
   WHERE e.paper_id = p.id AND d.trashed_at IS NULL),
  (SELECT substr(t.value, 1, {_NOTE_LENGTH}) FROM texts t
   WHERE t.paper_id = p.id AND t.kind = 'note' AND t.language = ''),
  p.trashed_at, p.newer_version, {MARKS}, p.status, p.starred, p.priority, p.due, {LAST_READ},
  {TEXTS_WANTED}
FROM papers p WHERE p.id IN ({{}}) AND p.trashed_at IS NOT {TAKEN_BACK}
"""
_TAGS = """
SELECT l.paper_id, t.name, t.color FROM paper_tags l JOIN tags t ON t.id = l.tag_id
WHERE l.paper_id IN ({}) ORDER BY t.key"""

_FOUND = (
    "SELECT l.paper_id, l.day, l.announced FROM feed_papers l WHERE l.feed_id = ? AND l.paper_id IN ({}) ORDER BY l.day"
)


def rows(connection: sqlite3.Connection, ids: Sequence[PaperId]) -> list[PaperRow]:
    """The rows of these papers in this order; papers that are gone are left out."""
    found: dict[int, PaperRow] = {}
    for piece in pieces(ids):
        places = ", ".join("?" * len(piece))
        tags: dict[int, list[TagLabel]] = {}
        for paper, name, color in connection.execute(_TAGS.format(places), piece):
            tags.setdefault(paper, []).append(TagLabel(name, color))
        for record in connection.execute(_ROWS.format(places), piece):
            found[record[0]] = _row(record, tags.get(record[0], ()))
    return [found[paper] for paper in ids if paper in found]


def rows_of_feed(connection: sqlite3.Connection, ids: Sequence[PaperId], feed: FeedId) -> list[PaperRow]:
    """The same rows with the newest day on which that feed told of each."""
    found: dict[int, tuple[str, str]] = {}
    for piece in pieces(ids):
        statement = _FOUND.format(", ".join("?" * len(piece)))
        found |= {paper: (day, announced) for paper, day, announced in connection.execute(statement, (feed, *piece))}
    there = ((row, found.get(row.id, ("", ""))) for row in rows(connection, ids))
    return [replace(row, found_on=day, found_as=announced) for row, (day, announced) in there]


def _row(record: tuple[Any, ...], tags: Sequence[TagLabel]) -> PaperRow:  # the columns of _ROWS
    paper, title, translated, authors, categories, published, added, arxiv_id, version, pdf, digests, note, *rest = (
        record
    )
    trashed, newer, marks, status, starred, priority, due, read, texts_wanted = rest
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
        status=Status(status),
        starred=bool(starred),
        priority=Priority(priority),
        due=due,
        tags=tuple(tags),
        last_read=None if read is None else moment(read),
        texts_wanted=bool(texts_wanted),
    )
