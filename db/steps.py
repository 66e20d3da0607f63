"""Doing something that can be undone."""

from collections.abc import Sequence

from sqlalchemy import Connection

from db import undo_log
from db.index_documents import driver, reindexed
from db.row_writer import apply, brought_out, with_ids_aside
from db.settling import marked_newer, recorded, settle
from db.touched import announced, papers_of
from db.undo_log import Change
from desktop.domain.changes import Changes
from desktop.domain.undo import UndoKind


def do(
    connection: Connection, kind: UndoKind, changes: Sequence[Change], count: int | None = None, detail: str = ""
) -> Changes:
    """Apply the changes, keep the search index equal and remember the step. Nothing happens if there are none.

    `count` is the number of papers that the menu names; without it the papers touched are counted. For `detail` see
    `UndoKind`.
    """
    if not changes:
        return Changes()
    done = _apply(connection, changes)
    touched = len({*done.papers_added, *done.papers_changed, *done.papers_removed})
    undo_log.record(connection, kind, touched if count is None else count, changes, detail)
    return done


def step(connection: Connection, *, undone: bool) -> Changes:
    """Take the last step back or, with `undone`, do the last one that was taken back again."""
    found = undo_log.pending(connection, undone=undone)
    if found is None:
        return Changes()
    done = _apply(connection, found.changes)
    undo_log.mark(connection, found.id, undone=not undone)
    return done


def _apply(connection: Connection, changes: Sequence[Change]) -> Changes:
    papers = sorted(papers_of(changes))
    aside = with_ids_aside(driver(connection), changes).difference(papers)
    with reindexed(connection, [*papers, *aside]):
        marked = marked_newer(driver(connection), papers)
        apply(connection, changes)
        settle(connection, papers, marked)
    back = recorded(driver(connection), brought_out(changes).difference(papers))
    with reindexed(connection, back):
        settle(connection, back)
    return announced(changes)
