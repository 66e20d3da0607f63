"""Writing marks, and keeping `marks_fts` equal to them.

The index holds no texts, so taking a mark's old words out of it needs the old row.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, update

from db.index_documents import driver
from db.marks import FIELDS, mark_words
from db.merged_papers import standing_for
from db.pieces import select_in
from db.rows import mark_pictures, marks
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkChange

_STORED = f"SELECT number, {', '.join(FIELDS)} FROM marks WHERE id IN ({{}})"
_OF_PAPERS = "SELECT number, id, quote, comment, tags FROM marks WHERE paper_id IN ({})"
_PAPERS = "SELECT id FROM papers WHERE id IN ({})"
_COLUMNS = "quote, comment, tags"
_DELETE = f"INSERT INTO marks_fts (marks_fts, rowid, {_COLUMNS}) VALUES ('delete', ?, ?, ?, ?)"
_ADD = f"INSERT INTO marks_fts (rowid, {_COLUMNS}) VALUES (?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    values: dict[str, Any]

    @property
    def words(self) -> tuple[str, str, str]:
        return mark_words(self.values["quote"], self.values["comment"], self.values["tags"])


def store(connection: Connection, changes: Sequence[MarkChange], pictures: Mapping[str, bytes]) -> set[PaperId]:
    """Bring the marks to what they are after the changes, and the index with them: the papers whose marks changed.

    A mark that the library holds stays with the paper and the file that it has. Raises InputError for a mark of a paper
    that is gone; nothing is to be kept of the transaction then.
    """
    touched: set[PaperId] = set()
    raw = driver(connection)
    ids = {mark.id for change in changes for mark in (change.before, change.after) if mark is not None}
    rows = {values[1]: _Row(values[0], dict(zip(FIELDS, values[1:], strict=True))) for values in _stored(raw, ids)}
    _require_papers(raw, changes, rows)
    for change in changes:
        if change.after is not None:
            row = _put(connection, change.after, rows.get(change.after.id))
            if row is not None:
                rows[change.after.id] = row
                touched.add(PaperId(row.values["paper_id"]))
        if change.before is not None and (change.after is None or change.after.id != change.before.id):
            old = rows.pop(change.before.id, None)
            if old is not None:
                connection.execute(delete(marks).where(marks.c.number == old.number))
                raw.execute(_DELETE, (old.number, *old.words))
                touched.add(PaperId(old.values["paper_id"]))
    for mark, png in pictures.items():
        connection.execute(insert(mark_pictures).prefix_with("OR REPLACE").values(mark_id=mark, png=png))
    return touched


def _stored(connection: sqlite3.Connection, ids: Iterable[str]) -> list[tuple[Any, ...]]:
    return list(select_in(connection, _STORED, sorted(ids)))


def _require_papers(raw: sqlite3.Connection, changes: Sequence[MarkChange], rows: Mapping[str, _Row]) -> None:
    wanted = {change.after.paper for change in changes if change.after is not None and change.after.id not in rows}
    there = {paper for (paper,) in select_in(raw, _PAPERS, sorted(wanted))}
    if gone := wanted - there:
        raise InputError(Reason.NO_SUCH_PAPER, str(min(gone)), "the library holds no such paper")


def _put(connection: Connection, mark: Mark, old: _Row | None) -> _Row | None:
    """Write a mark; None if the library has it just so."""
    raw, values = driver(connection), _values(mark)
    if old is None:
        values["paper_id"] = standing_for(raw, mark.paper)  # it may have been merged while it was being read
        written = connection.execute(insert(marks).values(values))
        (number,) = written.inserted_primary_key or (0,)
        row = _Row(number, values)
        raw.execute(_ADD, (row.number, *row.words))
        return row
    values |= {name: old.values[name] for name in ("paper_id", "sha256")}
    if values == old.values:
        return None
    row = _Row(old.number, values)
    connection.execute(update(marks).where(marks.c.number == old.number).values(values))
    if row.words != old.words:
        raw.execute(_DELETE, (old.number, *old.words))
        raw.execute(_ADD, (row.number, *row.words))
    return row


def _values(mark: Mark) -> dict[str, Any]:
    return {
        "id": mark.id,
        "paper_id": mark.paper,
        "sha256": mark.sha256,
        "page": mark.page,
        "kind": mark.kind.value,
        "color": mark.color,
        "quads": _json(mark.quads),
        "box": _json(mark.box or ()),
        "strokes": _json(mark.strokes),
        "quote": mark.quote,
        "before": mark.before,
        "after": mark.after,
        "comment": mark.comment,
        "tags": _json(mark.tags),
        "author": mark.author,
        "created_at": mark.created_at_ms,
        "changed_at": mark.changed_at_ms,
        "carried_from": mark.carried_from,
        "placed": int(mark.placed),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def sweep_pictures(connection: Connection) -> None:
    """Delete the pictures of marks that are gone for good."""
    connection.exec_driver_sql("DELETE FROM mark_pictures WHERE mark_id NOT IN (SELECT id FROM marks)")


def forget(connection: Connection, papers: Iterable[PaperId]) -> None:
    """Delete all marks of these papers for good, with their words in the index and their pictures."""
    raw = driver(connection)
    for number, mark, *words in list(select_in(raw, _OF_PAPERS, papers)):
        raw.execute(_DELETE, (number, *mark_words(*words)))
        raw.execute("DELETE FROM mark_pictures WHERE mark_id = ?", (mark,))
        raw.execute("DELETE FROM marks WHERE number = ?", (number,))
