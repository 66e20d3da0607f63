"""What each step changed, row by row, so that it can be taken back and done again, also after a restart.

A step is a list of changes: the rows with these keys had the values `before` and now have the values `after`. Undo
applies the list backwards (`row_writer`). Many alike rows (an import, a move to the Trash) are one RowsChange over many
keys; many rows that each have values of their own are one RowValues.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from db.rows import undo_steps
from db.stored_values import now_ms
from desktop.domain.undo import UndoKind, UndoLabel, UndoState

KEPT_STEPS = 100

Values = dict[str, Any]  # column values of any table, as JSON knows them
Record = tuple[Any, ...]  # the same without the names
Each = tuple[Values, Values | None, Values | None]
"""The key of a row, and its values before and after."""


@dataclass(frozen=True, slots=True)
class RowsChange:
    """Rows of `table` with these primary keys went from `before` to `after`. None stands for "no such row"."""

    table: str
    keys: tuple[Values, ...]
    before: Values | None
    after: Values | None

    @property
    def columns(self) -> frozenset[str]:
        """The columns beside the key."""
        return frozenset((*(self.before or ()), *(self.after or ())))

    def each(self) -> Iterator[Each]:
        """Row by row."""
        return ((key, self.before, self.after) for key in self.keys)

    def reversed(self) -> "RowsChange":
        """The change that takes this one back."""
        return RowsChange(self.table, self.keys, self.after, self.before)

    def stored(self) -> list[Any]:
        """As JSON."""
        return [self.table, self.keys, self.before, self.after]


@dataclass(frozen=True, slots=True)
class RowValues:
    """Rows of `table` that each have values of their own, in columns: `keys` are values of `key`, `before` and `after`
    values of `names`, row by row. None stands for "no such rows"."""

    table: str
    key: tuple[str, ...]
    names: tuple[str, ...]
    keys: Sequence[Record]
    before: Sequence[Record] | None
    after: Sequence[Record] | None

    @classmethod
    def pairs(cls, table: str, key: tuple[str, ...], keys: Sequence[Record], *, there: bool) -> "RowValues":
        """Rows that are nothing but their keys, such as those of `paper_tags`, come (`there`) or go."""
        nothing: Sequence[Record] = [()] * len(keys)
        return cls(table, key, (), keys, None if there else nothing, nothing if there else None)

    @property
    def columns(self) -> frozenset[str]:
        """The columns beside the key."""
        return frozenset(self.names)

    def each(self) -> Iterator[Each]:
        """Row by row."""
        absent = [None] * len(self.keys)
        for key, before, after in zip(self.keys, self.before or absent, self.after or absent, strict=True):
            yield dict(zip(self.key, key, strict=True)), self._named(before), self._named(after)

    def _named(self, record: Record | None) -> Values | None:
        return None if record is None else dict(zip(self.names, record, strict=True))

    def reversed(self) -> "RowValues":
        """The change that takes this one back."""
        return RowValues(self.table, self.key, self.names, self.keys, self.after, self.before)

    def stored(self) -> list[Any]:
        """As JSON."""
        return [self.table, self.key, self.names, self.keys, self.before, self.after]


Change = RowsChange | RowValues


def _change(stored: Sequence[Any]) -> Change:
    """What `stored` made."""
    if len(stored) == 4:  # the only form until schema 3
        table, keys, before, after = stored
        return RowsChange(table, tuple(keys), before, after)
    table, key, names, keys, before, after = stored
    return RowValues(table, tuple(key), tuple(names), keys, before, after)


@dataclass(frozen=True, slots=True)
class Step:
    """A step that is to be applied; the changes in the order in which they are."""

    id: int
    kind: UndoKind
    detail: str
    at: int
    changes: tuple[Change, ...]


def record(connection: Connection, kind: UndoKind, count: int, changes: Sequence[Change], detail: str = "") -> Step:
    """Remember a step that has just been done. What could have been redone is forgotten, as is what is too old."""
    connection.execute(delete(undo_steps).where(undo_steps.c.undone))
    packed = zlib.compress(json.dumps([change.stored() for change in changes], ensure_ascii=False).encode(), 1)
    at = now_ms()
    values = {"kind": kind.value, "count": count, "detail": detail, "changes": packed, "at": at, "undone": False}
    step = connection.execute(insert(undo_steps).values(values))
    (newest,) = step.inserted_primary_key or (0,)
    connection.execute(delete(undo_steps).where(undo_steps.c.id <= newest - KEPT_STEPS))
    return Step(newest, kind, detail, at, tuple(changes))


def state(connection: Connection) -> UndoState:
    """What the next undo and the next redo would do."""
    return UndoState(undo=_label(_next(connection, undone=False)), redo=_label(_next(connection, undone=True)))


def pending(connection: Connection, *, undone: bool) -> Step | None:
    """The next step to take back (or, with `undone`, to do again)."""
    step = _next(connection, undone=undone)
    if step is None:
        return None
    changes = _unpacked(step.changes)
    if not undone:
        changes = [change.reversed() for change in reversed(changes)]
    return Step(step.id, UndoKind(step.kind), step.detail, step.at, tuple(changes))


def kept(connection: sqlite3.Connection) -> Iterator[Sequence[Change]]:
    """The changes of every step that can be taken back or done again."""
    for (step,) in connection.execute("SELECT id FROM undo_steps ORDER BY id").fetchall():
        (packed,) = connection.execute("SELECT changes FROM undo_steps WHERE id = ?", (step,)).fetchone()
        yield _unpacked(packed)


def _unpacked(packed: bytes) -> list[Change]:
    return [_change(stored) for stored in json.loads(zlib.decompress(packed))]


def mark(connection: Connection, step: int, *, undone: bool) -> None:
    """Note that a step has been taken back or done again."""
    connection.execute(update(undo_steps).where(undo_steps.c.id == step).values(undone=undone))


def _next(connection: Connection, *, undone: bool) -> Any:  # a Row of undo_steps or None
    newest_first = undo_steps.c.id.asc() if undone else undo_steps.c.id.desc()
    return connection.execute(
        select(undo_steps).where(undo_steps.c.undone.is_(undone)).order_by(newest_first).limit(1)
    ).first()


def _label(step: Any) -> UndoLabel | None:  # a Row of undo_steps or None
    return None if step is None else UndoLabel(UndoKind(step.kind), step.count, step.detail)
