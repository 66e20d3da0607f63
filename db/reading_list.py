"""What status, star, priority, due date and the order of the queue change, as steps that can be undone.

Papers that are in the Trash, or gone, are left as they are. In the queue they keep their place.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from sqlalchemy import Connection

from db.index_documents import driver
from db.paper_history import write_opened
from db.pieces import select_in
from db.stored_values import now_ms
from db.undo_log import Record, RowValues
from desktop.domain.ids import PaperId
from desktop.domain.reading_list import Status

_STATUS = ("status", "status_at", "finished_at", "queue_position")
_KEPT = "SELECT id, {columns} FROM papers WHERE +trashed_at IS NULL AND id IN ({{}})"
"""The plus keeps SQLite from going through the index of all papers that are not in the Trash, once for each piece."""
_QUEUE = "SELECT id, queue_position FROM papers WHERE queue_position IS NOT NULL ORDER BY queue_position, id"
_LAST = "SELECT coalesce(max(queue_position), 0) FROM papers WHERE queue_position IS NOT NULL"
_OUT_OF_QUEUE = "UPDATE papers SET queue_position = NULL WHERE queue_position IS NOT NULL AND status <> 'queued'"
_WITHOUT_PLACE = (
    "SELECT id FROM papers WHERE status <> 'inbox' AND status = 'queued' AND queue_position IS NULL ORDER BY id"
)
"""The first condition is that of the index, which SQLite does not conclude from the second."""
_OPENED = """UPDATE papers SET status = 'reading', status_at = ?, queue_position = NULL
    WHERE id = ? AND status IN ('inbox', 'queued') AND trashed_at IS NULL
      AND EXISTS (SELECT 1 FROM files f WHERE f.paper_id = papers.id)"""

Kept = list[tuple[PaperId, Record]]
"""Papers with values."""


def status_changes(connection: Connection, papers: Sequence[PaperId], status: Status) -> list[RowValues]:
    """These papers get that status; in the queue they come last, in the given order."""
    raw = driver(connection)
    found = [(paper, was) for paper, was in _kept(raw, papers, _STATUS) if was[0] != status]
    now, last = now_ms(), _last_place(raw)
    after = []
    for number, (_, (_, _, finished_at, _)) in enumerate(found, start=1):
        finished_at = now if status is Status.READ else finished_at
        after.append((status.value, now, finished_at, last + number if status is Status.QUEUED else None))
    return _changes(_STATUS, found, after)


def value_changes(connection: Connection, papers: Sequence[PaperId], column: str, value: Any) -> list[RowValues]:
    """These papers get that value in that column of `papers`."""
    found = [(paper, was) for paper, was in _kept(driver(connection), papers, (column,)) if was != (value,)]
    return _changes((column,), found, [(value,)] * len(found))


def order_changes(connection: Connection, papers: Sequence[PaperId], before: PaperId | None) -> list[RowValues]:
    """These papers of the queue stand, in the given order, before that one, or at the end. Only those between where
    they were and where they come change places."""
    places = dict(driver(connection).execute(_QUEUE))
    block = [paper for paper in dict.fromkeys(papers) if paper in places]
    moving = set(block)
    order: list[PaperId] = []
    for paper in places:
        if paper == before:
            order += block
            block = []
        if paper not in moving:
            order.append(paper)
    order += block
    if order == list(places):
        return []
    # A paper that was opened and came back by undo may share its place with one that came since.
    rising = accumulate(places.values(), lambda last, place: max(place, last + 1))
    found = [
        (paper, (places[paper],), (place,))
        for paper, place in zip(order, rising, strict=True)
        if places[paper] != place
    ]
    return _changes(("queue_position",), [(paper, was) for paper, was, _ in found], [now for *_, now in found])


def mark_opened(raw: sqlite3.Connection, paper: PaperId) -> bool:
    """A paper with a PDF that nobody has begun is being read, outside of the steps of undo. False if it stays what it
    was."""
    now = now_ms()
    began = raw.execute(_OPENED, (now, paper)).rowcount > 0
    if began:
        write_opened(raw, paper, now, Status.READING.value)
    return began


def settle_queue(raw: sqlite3.Connection) -> None:
    """After a step was taken back or done again: those and no others have a place in the queue whose status says so.
    A paper may have been opened since, which is no step."""
    raw.execute(_OUT_OF_QUEUE)
    last = _last_place(raw)
    placed = [(last + number, paper) for number, (paper,) in enumerate(raw.execute(_WITHOUT_PLACE).fetchall(), start=1)]
    raw.executemany("UPDATE papers SET queue_position = ? WHERE id = ?", placed)


def _last_place(raw: sqlite3.Connection) -> int:
    (last,) = raw.execute(_LAST).fetchone()
    return int(last)


def _kept(raw: sqlite3.Connection, papers: Iterable[PaperId], columns: Sequence[str]) -> Kept:
    """The values of the papers that are not in the Trash, in the given order, each once."""
    wanted = dict.fromkeys(papers)
    found = {paper: values for paper, *values in select_in(raw, _KEPT.format(columns=", ".join(columns)), wanted)}
    return [(paper, tuple(found[paper])) for paper in wanted if paper in found]


def _changes(columns: tuple[str, ...], found: Kept, after: Sequence[Record]) -> list[RowValues]:
    if not found:
        return []
    keys = [(paper,) for paper, _ in found]
    return [RowValues("papers", ("id",), columns, keys, [was for _, was in found], after)]
