"""Doing something that can be undone."""

from collections.abc import Sequence

from sqlalchemy import Connection

from db import undo_log
from db.index_documents import driver, reindexed
from db.settling import marked_newer, recorded, settle
from db.undo_log import RowsChange
from desktop.domain.changes import Changes
from desktop.domain.undo import UndoKind


def do(connection: Connection, kind: UndoKind, changes: Sequence[RowsChange], count: int | None = None) -> Changes:
    """Apply the changes, keep the search index equal and remember the step. Nothing happens if there are none.

    `count` is the number of papers that the menu names; without it the papers touched are counted.
    """
    if not changes:
        return Changes()
    announced = _apply(connection, changes)
    touched = len({*announced.papers_added, *announced.papers_changed, *announced.papers_removed})
    undo_log.record(connection, kind, touched if count is None else count, changes)
    return announced


def step(connection: Connection, *, undone: bool) -> Changes:
    """Take the last step back or, with `undone`, do the last one that was taken back again."""
    found = undo_log.pending(connection, undone=undone)
    if found is None:
        return Changes()
    number, changes = found
    announced = _apply(connection, changes)
    undo_log.mark(connection, number, undone=not undone)
    return announced


def _apply(connection: Connection, changes: Sequence[RowsChange]) -> Changes:
    papers = sorted(undo_log.papers_of(changes))
    aside = undo_log.with_ids_aside(driver(connection), changes).difference(papers)
    with reindexed(connection, [*papers, *aside]):
        marked = marked_newer(driver(connection), papers)
        undo_log.apply(connection, changes)
        settle(connection, papers, marked)
    back = recorded(driver(connection), undo_log.brought_out(changes).difference(papers))
    with reindexed(connection, back):
        settle(connection, back)
    return undo_log.announced(changes)
