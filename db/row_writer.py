"""Bringing rows to the values that a step says, through the driver's `executemany`."""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain

from sqlalchemy import Connection, Table

from db import digest_rows, label_rows  # noqa: F401  # their tables are of the metadata, too
from db.index_documents import driver
from db.pieces import pieces, select_in
from db.rows import metadata
from db.stored_values import TAKEN_BACK
from db.undo_log import Change, Record, RowsChange, Values
from desktop.domain.ids import PaperId

_MAY_BE_THERE = frozenset({"files", "reading_places", "feed_papers"})
"""A download may have brought the very file that redo brings again, a reader the place where it was left, a feed the
paper."""
_STAYS = frozenset({"model_texts"})
"""What a model wrote meanwhile is newer than what a step brings again, changes or takes away, and stays as it is."""
ASIDE = "#"
"""Stands in no arXiv id."""


def apply(connection: Connection, changes: Iterable[Change]) -> None:
    """Bring the rows to their `after` values."""
    for change in changes:
        if change.table == "paper_authors":
            continue  # of steps from before schema 2; these rows follow `papers.authors` (`settling`) since
        if change.table == "papers":
            _make_way(connection, change)
        out = brought_out(driver(connection), [change])
        if change.keys:
            connection.exec_driver_sql(*_statement(change))
        _take_ids_again(connection, sorted(out))


def _statement(change: Change) -> tuple[str, list[Record]]:
    """What brings the rows of a change to their values, and the parameters row by row. Names come from the library's
    file: those of no table and no column of ours raise KeyError."""
    table = metadata.tables[change.table]
    if change.table in _STAYS and change.before is not None:
        return _if_unchanged(change, table)
    key, names, keys, after = _in_columns(change)
    quoted = {name: f'"{table.c[name].name}"' for name in (*key, *names)}
    matches = " AND ".join(f"{quoted[name]} = ?" for name in key)
    if after is None:
        return f"DELETE FROM {table.name} WHERE {matches}", [tuple(of) for of in keys]
    if change.before is None:
        insert = "INSERT"
        if change.table in _MAY_BE_THERE | _STAYS:
            insert = "INSERT OR IGNORE" if change.table in _STAYS else "INSERT OR REPLACE"
        columns, places = ", ".join(quoted.values()), ", ".join("?" * len(quoted))
        rows = [(*of, *values) for of, values in zip(keys, after, strict=True)]
        return f"{insert} INTO {table.name} ({columns}) VALUES ({places})", rows
    assigned = ", ".join(f"{quoted[name]} = ?" for name in names)
    rows = [(*values, *of) for of, values in zip(keys, after, strict=True)]
    return f"UPDATE {table.name} SET {assigned} WHERE {matches}", rows


def _if_unchanged(change: Change, table: Table) -> tuple[str, list[Record]]:
    """The same for rows that are left alone where they are no more what the step knows."""
    rows = list(change.each())
    key, before, after = rows[0]

    def named(values: Values | None, between: str) -> str:
        return between.join(f'"{table.c[name].name}" IS ?' for name in values or ())

    where = f"{named(key, ' AND ')} AND {named(before, ' AND ')}"
    found = [(*of.values(), *(was or {}).values()) for of, was, _ in rows]
    if after is None:
        return f"DELETE FROM {table.name} WHERE {where}", found
    assigned = named(after, ", ").replace(" IS ", " = ")
    values = [(*(to or {}).values(), *known) for (_, _, to), known in zip(rows, found, strict=True)]
    return f"UPDATE {table.name} SET {assigned} WHERE {where}", values


def _in_columns(change: Change) -> tuple[Sequence[str], Sequence[str], Sequence[Record], Sequence[Record] | None]:
    """The names of the key's columns and of the others, the keys, and the values after; None for "no such rows"."""
    if not isinstance(change, RowsChange):
        return change.key, change.names, change.keys, change.after
    key = tuple(change.keys[0])
    keys = [tuple(values[name] for name in key) for values in change.keys]
    if change.after is None:
        return key, (), keys, None
    return key, tuple(change.after), keys, [tuple(change.after.values())] * len(keys)


def _make_way(connection: Connection, change: Change) -> None:
    """Papers that were taken back keep their arXiv ids, of which there is but one each: set aside what such a paper has
    of an id that another one gets."""
    if "arxiv_id" not in change.columns:
        return
    aside = f"UPDATE papers SET arxiv_id = arxiv_id || '{ASIDE}' || id"
    holder = f"arxiv_id = ? AND id <> ? AND trashed_at = {TAKEN_BACK}"
    given = [(arxiv_id, key["id"]) for key, _, after in change.each() if (arxiv_id := (after or {}).get("arxiv_id"))]
    if given:
        connection.exec_driver_sql(f"{aside} WHERE {holder}", given)


def _take_ids_again(connection: Connection, papers: Sequence[PaperId]) -> None:
    """Papers that come out again have the ids that were set aside, if no other paper has them by now."""
    bare = f"substr(arxiv_id, 1, instr(arxiv_id, '{ASIDE}') - 1)"
    for piece in pieces(papers):
        set_aside = f"id IN ({', '.join('?' * len(piece))}) AND instr(arxiv_id, '{ASIDE}')"
        connection.exec_driver_sql(f"UPDATE OR IGNORE papers SET arxiv_id = {bare} WHERE {set_aside}", tuple(piece))
        connection.exec_driver_sql(f"UPDATE papers SET arxiv_id = NULL WHERE {set_aside}", tuple(piece))


def brought_out(connection: sqlite3.Connection, changes: Iterable[Change]) -> set[PaperId]:
    """The papers that are as taken back now and will not be after the changes: undo took them back, or they were in the
    Trash for so long that the program emptied it, which no step tells of."""
    coming = {
        key["id"]
        for change in changes
        if change.table == "papers" and "trashed_at" in change.columns
        for key, before, after in change.each()
        if before is not None and after is not None and after.get("trashed_at", TAKEN_BACK) != TAKEN_BACK
    }
    statement = f"SELECT id FROM papers WHERE trashed_at = {TAKEN_BACK} AND id IN ({{}})"
    return {PaperId(paper) for (paper,) in select_in(connection, statement, coming)}


def with_ids_aside(connection: sqlite3.Connection, changes: Sequence[Change]) -> set[PaperId]:
    """The papers whose arXiv ids applying the changes will set aside or give back, and with them what arXiv told."""
    given = [
        after["arxiv_id"]
        for change in changes
        if change.table == "papers" and "arxiv_id" in change.columns
        for _, _, after in change.each()
        if after and after.get("arxiv_id")
    ]
    holders = f"SELECT id FROM papers WHERE trashed_at = {TAKEN_BACK} AND arxiv_id IN ({{}})"
    set_aside = f"SELECT id FROM papers WHERE instr(arxiv_id, '{ASIDE}') AND id IN ({{}})"
    out = brought_out(connection, changes)
    found = chain(select_in(connection, holders, given), select_in(connection, set_aside, out))
    return {paper for (paper,) in found}
