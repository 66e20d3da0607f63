"""What each step changed, row by row, so that it can be taken back and done again, also after a restart.

A step is a list of `RowsChange`: the rows with these keys had the values `before` and now have the values `after`.
Undo applies the list backwards. Steps that add many alike rows (an import, a move to the Trash) are one RowsChange
over many keys.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, insert, select, update

from db import label_rows  # noqa: F401  # its tables are of the metadata, too
from db.pieces import pieces, select_in
from db.rows import metadata, undo_steps
from db.stored_values import TAKEN_BACK, now_ms
from desktop.domain.changes import Changes
from desktop.domain.ids import DigestId, PaperId
from desktop.domain.undo import UndoKind, UndoLabel, UndoState

KEPT_STEPS = 100
_ASIDE = "#"
"""Stands in no arXiv id."""

Values = dict[str, Any]  # column values of any table, as JSON knows them


@dataclass(frozen=True, slots=True)
class RowsChange:
    """Rows of `table` with these primary keys went from `before` to `after`. None stands for "no such row"."""

    table: str
    keys: tuple[Values, ...]
    before: Values | None
    after: Values | None

    def reversed(self) -> "RowsChange":
        """The change that takes this one back."""
        return RowsChange(self.table, self.keys, self.after, self.before)


def record(connection: Connection, kind: UndoKind, count: int, changes: Sequence[RowsChange]) -> None:
    """Remember a step that has just been done. What could have been redone is forgotten, as is what is too old."""
    connection.execute(delete(undo_steps).where(undo_steps.c.undone))
    packed = zlib.compress(
        json.dumps(
            [[change.table, change.keys, change.before, change.after] for change in changes], ensure_ascii=False
        ).encode(),
        1,
    )
    step = connection.execute(
        insert(undo_steps).values(kind=kind.value, count=count, changes=packed, at=now_ms(), undone=False)
    )
    (newest,) = step.inserted_primary_key or (0,)
    connection.execute(delete(undo_steps).where(undo_steps.c.id <= newest - KEPT_STEPS))


def state(connection: Connection) -> UndoState:
    """What the next undo and the next redo would do."""
    return UndoState(undo=_label(_next(connection, undone=False)), redo=_label(_next(connection, undone=True)))


def pending(connection: Connection, *, undone: bool) -> tuple[int, tuple[RowsChange, ...]] | None:
    """The next step to take back (or, with `undone`, to do again) as its id and the changes to apply, in order."""
    step = _next(connection, undone=undone)
    if step is None:
        return None
    stored = json.loads(zlib.decompress(step.changes))
    changes = [RowsChange(table, tuple(keys), before, after) for table, keys, before, after in stored]
    if not undone:
        changes = [change.reversed() for change in reversed(changes)]
    return step.id, tuple(changes)


def mark(connection: Connection, step: int, *, undone: bool) -> None:
    """Note that a step has been taken back or done again."""
    connection.execute(update(undo_steps).where(undo_steps.c.id == step).values(undone=undone))


def _next(connection: Connection, *, undone: bool) -> Any:  # a Row of undo_steps or None
    newest_first = undo_steps.c.id.asc() if undone else undo_steps.c.id.desc()
    return connection.execute(
        select(undo_steps).where(undo_steps.c.undone.is_(undone)).order_by(newest_first).limit(1)
    ).first()


def _label(step: Any) -> UndoLabel | None:  # a Row of undo_steps or None
    return None if step is None else UndoLabel(UndoKind(step.kind), step.count)


def apply(connection: Connection, changes: Iterable[RowsChange]) -> None:
    """Bring the rows to their `after` values."""
    for change in changes:
        if change.table == "paper_authors":
            continue  # of steps from before schema 2; these rows follow `papers.authors` (`settling`) since
        table = metadata.tables[change.table]
        if change.table == "papers":
            _make_way(connection, change)
        for keys in pieces(change.keys):
            if change.before is None:
                rows = [{**key, **(change.after or {})} for key in keys]
                # A download may have brought the very file that redo brings again.
                there = ["OR REPLACE"] if change.table == "files" else []
                connection.execute(insert(table).prefix_with(*there), rows)
            elif change.after is None:
                connection.execute(delete(table).where(_matches(table, keys)))
            else:
                connection.execute(update(table).where(_matches(table, keys)).values(change.after))
                if change.before.get("trashed_at") == TAKEN_BACK:
                    _take_ids_again(connection, keys)


def _make_way(connection: Connection, change: RowsChange) -> None:
    """Papers that were taken back keep their arXiv ids, of which there is but one each: set aside what such a paper has
    of an id that another one gets."""
    if (arxiv_id := (change.after or {}).get("arxiv_id")) is not None:
        (key,) = change.keys
        aside = f"UPDATE papers SET arxiv_id = arxiv_id || '{_ASIDE}' || id"
        holder = f"arxiv_id = ? AND id <> ? AND trashed_at = {TAKEN_BACK}"
        connection.exec_driver_sql(f"{aside} WHERE {holder}", (arxiv_id, key["id"]))


def _take_ids_again(connection: Connection, keys: Sequence[Values]) -> None:
    """Papers that come out again have the ids that were set aside, if no other paper has them by now."""
    set_aside = f"id IN ({', '.join('?' * len(keys))}) AND instr(arxiv_id, '{_ASIDE}')"
    ids = tuple(key["id"] for key in keys)
    bare = f"substr(arxiv_id, 1, instr(arxiv_id, '{_ASIDE}') - 1)"
    connection.exec_driver_sql(f"UPDATE OR IGNORE papers SET arxiv_id = {bare} WHERE {set_aside}", ids)
    connection.exec_driver_sql(f"UPDATE papers SET arxiv_id = NULL WHERE {set_aside}", ids)


def _matches(table: Table, keys: Sequence[Values]) -> Any:  # an SQL condition
    if len(keys) == 1:
        return and_(*(table.c[column] == value for column, value in keys[0].items()))
    (column,) = keys[0]  # many rows at once are always told by one column
    return table.c[column].in_([key[column] for key in keys])


def papers_of(changes: Iterable[RowsChange]) -> set[PaperId]:
    """The papers whose texts the changes may touch; moving to or from the Trash touches none."""
    found: set[PaperId] = set()
    for change in changes:
        if change.table == "papers" and set(change.before or {"": 0}) | set(change.after or {"": 0}) != {"trashed_at"}:
            found.update(key["id"] for key in change.keys)
        elif change.table in ("texts", "paper_authors"):
            found.update(key["paper_id"] for key in change.keys)
    return found


def brought_out(changes: Iterable[RowsChange]) -> set[PaperId]:
    """The papers that had been taken back, or were not there yet, before the changes."""
    return {
        PaperId(key["id"])
        for change in changes
        if change.table == "papers" and (change.before or {}).get("trashed_at") == TAKEN_BACK
        for key in change.keys
    }


def with_ids_aside(connection: sqlite3.Connection, changes: Sequence[RowsChange]) -> set[PaperId]:
    """The papers whose arXiv ids applying the changes will set aside or give back, and with them what arXiv told."""
    given = [
        after["arxiv_id"]
        for change in changes
        if change.table == "papers" and (after := change.after or {}).get("arxiv_id")
    ]
    holders = f"SELECT id FROM papers WHERE trashed_at = {TAKEN_BACK} AND arxiv_id IN ({{}})"
    set_aside = f"SELECT id FROM papers WHERE instr(arxiv_id, '{_ASIDE}') AND id IN ({{}})"
    found = chain(select_in(connection, holders, given), select_in(connection, set_aside, brought_out(changes)))
    return {paper for (paper,) in found}


def announced(changes: Iterable[RowsChange]) -> Changes:
    """What views have to refresh after the changes."""
    added: list[PaperId] = []
    removed: list[PaperId] = []
    changed: list[PaperId] = []
    digests: list[DigestId] = []
    for change in changes:
        before, after = change.before, change.after
        if change.table == "digests":
            digests += [key["id"] for key in change.keys]
        elif change.table == "digest_entries":
            digests += [key["digest_id"] for key in change.keys]
        elif change.table == "papers":
            ids = [key["id"] for key in change.keys]
            gone = after is None or (before is not None and before.get("trashed_at", 0) is None)
            came = before is None or (after is not None and after.get("trashed_at", 0) is None)
            (removed if gone else added if came else changed).extend(ids)
        else:  # a file may go from one paper to another
            both = [values for values in (before, after) if values is not None]
            changed += [{**values, **key}["paper_id"] for values in both for key in change.keys]
    return Changes(
        papers_added=tuple(dict.fromkeys(added)),
        papers_changed=tuple(dict.fromkeys(changed)),
        papers_removed=tuple(dict.fromkeys(removed)),
        digests=tuple(dict.fromkeys(digests)),
    )
