"""Doing something that can be undone."""

from collections.abc import Sequence

from sqlalchemy import Connection

from db import paper_history, undo_log
from db.index_documents import driver, reindexed
from db.reading_list import settle_queue
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
    touched = done.papers
    step = undo_log.record(connection, kind, len(touched) if count is None else count, changes, detail)
    paper_history.write(driver(connection), step, touched)
    return done


def step(connection: Connection, *, undone: bool) -> Changes:
    """Take the last step back or, with `undone`, do the last one that was taken back again."""
    found = undo_log.pending(connection, undone=undone)
    if found is None:
        return Changes()
    done = _apply(connection, found.changes)
    undo_log.mark(connection, found.id, undone=not undone)
    raw = driver(connection)
    if done.moved:
        settle_queue(raw)
    if undone:
        paper_history.write(raw, found, done.papers)
    else:
        paper_history.take_back(raw, found)
    return done


def _apply(connection: Connection, changes: Sequence[Change]) -> Changes:
    papers = sorted(papers_of(changes))
    raw = driver(connection)
    aside, out = with_ids_aside(raw, changes).difference(papers), brought_out(raw, changes)
    with reindexed(connection, [*papers, *aside]):
        marked = marked_newer(raw, papers)
        apply(connection, changes)
        settle(connection, papers, marked)
    back = recorded(raw, out.difference(papers))
    with reindexed(connection, back):
        settle(connection, back)
    return announced(changes)
