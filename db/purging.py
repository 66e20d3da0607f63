"""Deleting for good what was emptied out of the Trash or taken back, once no kept step of undo can bring it back.

All works in the caller's transaction, a piece at a time. Files on the disk are the caller's, after the commit.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from db import (
    digest_rows,  # noqa: F401  # its tables are of the metadata, too
    label_rows,  # noqa: F401
    mark_store,
    page_texts,
    undo_log,
)
from db.files import files_of
from db.index_documents import driver, reindexed
from db.pieces import pieces, select_in
from db.row_writer import ASIDE
from db.rows import metadata
from db.stored_values import TAKEN_BACK
from db.undo_log import Change, RowsChange
from desktop.domain.changes import Changes
from desktop.domain.ids import DigestId, PaperId
from desktop.domain.undo import UndoKind

PAPERS, ENTRIES = 500, 5000
"""How many are deleted at a time: some tenths of a second."""

_KEPT_FOR = {table: table for table in ("papers", "digests", "entries", "own_digests", "feeds")}
_NAMING = {"arxiv_id": "arxiv_id"} | {
    column.name: key.column.table.name
    for table in metadata.tables.values()
    for column in table.columns
    for key in column.foreign_keys
    if key.column.table.name in _KEPT_FOR
}
"""Columns that name something, by what they name."""
_TREES = f"""
WITH RECURSIVE tree(root, id) AS (
  SELECT id, id FROM papers WHERE trashed_at = {TAKEN_BACK} AND merged_into IS NULL
  UNION ALL SELECT t.root, p.id FROM tree t JOIN papers p ON p.merged_into = t.id)
SELECT t.root, t.id, p.trashed_at IS {TAKEN_BACK} FROM tree t JOIN papers p ON p.id = t.id ORDER BY t.root
"""
"""A paper, and all that were merged into it: imports find it by their ids, so they go together or not at all."""
_DIGESTS = f"""
SELECT id FROM digests d WHERE trashed_at = {TAKEN_BACK}
  AND NOT EXISTS (SELECT 1 FROM papers p WHERE p.origin_digest_id = d.id)
"""
_OWN_DIGESTS = f"SELECT id FROM own_digests WHERE trashed_at = {TAKEN_BACK}"
_FEEDS = f"""
SELECT id FROM feeds f WHERE trashed_at = {TAKEN_BACK}
  AND NOT EXISTS (SELECT 1 FROM feed_days d WHERE d.feed_id = f.id)
"""
"""Papers say which feed told of them, and digests which feed's day they hold, after it is followed no longer, too."""
_ENTRIES = """
SELECT id FROM entries e WHERE NOT EXISTS (SELECT 1 FROM digest_entries d WHERE d.entry_id = e.id)
  AND id NOT IN (SELECT entry_id FROM papers WHERE entry_id IS NOT NULL)
"""
_IDS = "SELECT arxiv_id FROM papers WHERE arxiv_id IS NOT NULL AND id IN ({})"
_UNUSED = "SELECT sha256 FROM indexed_files WHERE sha256 NOT IN (SELECT sha256 FROM files) AND sha256 IN ({})"


@dataclass(frozen=True, slots=True)
class Held:
    """What kept steps of undo may bring back or refer to: ids of rows by table, and arXiv ids."""

    ids: dict[str, set[object]] = field(default_factory=lambda: defaultdict(set))

    def free(self, of: str, ids: Iterable[int]) -> list[int]:
        """Those that no step names."""
        held = self.ids[of]
        return [id for id in ids if id not in held]


@dataclass(frozen=True, slots=True)
class Purged:
    """A piece of the work: how many rows were deleted, and which files nobody has any more (paths in the library)."""

    rows: int = 0
    files: tuple[str, ...] = ()


# What is emptied


def emptied(connection: sqlite3.Connection, papers: Iterable[PaperId] | None) -> list[RowsChange]:
    """Emptying the Trash, or deleting these papers of it."""
    if papers is None:
        changes: list[RowsChange] = []
        for table in ("papers", "digests"):
            there = f"SELECT id, trashed_at FROM {table} WHERE trashed_at > {TAKEN_BACK} ORDER BY id"
            changes += _taken_back(table, connection.execute(there))
        return changes
    chosen = f"SELECT id, trashed_at FROM papers WHERE trashed_at > {TAKEN_BACK} AND id IN ({{}})"
    return list(_taken_back("papers", select_in(connection, chosen, papers)))


def _taken_back(table: str, rows: Iterable[tuple[int, int]]) -> Iterator[RowsChange]:
    since: defaultdict[int, list[dict[str, int]]] = defaultdict(list)
    for id, trashed_at in rows:
        since[trashed_at].append({"id": id})
    for trashed_at, keys in since.items():
        yield RowsChange(table, tuple(keys), {"trashed_at": trashed_at}, {"trashed_at": TAKEN_BACK})


def empty_old(connection: sqlite3.Connection, before: int) -> Changes:
    """Empty what is in the Trash since before that moment, without a step of undo; steps that know of it bring it back
    all the same."""
    gone: dict[str, list[int]] = {}
    for table in ("papers", "digests"):
        old = f"UPDATE {table} SET trashed_at = {TAKEN_BACK} WHERE trashed_at > {TAKEN_BACK} AND trashed_at < ?"
        gone[table] = [id for (id,) in connection.execute(f"{old} RETURNING id", (before,))]
    return Changes(papers_removed=tuple(map(PaperId, gone["papers"])), digests=tuple(map(DigestId, gone["digests"])))


def let_go(connection: sqlite3.Connection, before: int) -> None:
    """Forget the emptyings of before that moment, and all steps before them: what is older than a step that is
    forgotten could not be taken back alone."""
    emptying = "SELECT max(id) FROM undo_steps WHERE kind = ? AND at < ? AND NOT undone"
    connection.execute(f"DELETE FROM undo_steps WHERE id <= ({emptying})", (UndoKind.EMPTY_TRASH, before))


# What is deleted


def is_due(connection: sqlite3.Connection) -> bool:
    """Whether there may be something to delete: all that steps hold is counted, too."""
    papers = f"SELECT 1 FROM papers WHERE trashed_at = {TAKEN_BACK}"
    gone = (papers, _DIGESTS, _OWN_DIGESTS, _FEEDS, _ENTRIES)
    return any(connection.execute(f"{rows} LIMIT 1").fetchone() for rows in gone)


def held_by_steps(connection: sqlite3.Connection) -> Held:
    """What the kept steps name. Takes a second where they are of tens of thousands of papers."""
    held = Held()
    for changes in undo_log.kept(connection):
        for change in changes:
            _hold(held.ids, change)
    return held


def _hold(ids: dict[str, set[object]], change: Change) -> None:
    naming = {"id": _KEPT_FOR[change.table], **_NAMING} if change.table in _KEPT_FOR else _NAMING
    for row in change.each():
        for values in row:
            for name in naming.keys() & (values or {}):
                ids[naming[name]].add((values or {})[name])


def purge(connection: Connection, held: Held) -> Purged:
    """Delete the next piece; no rows if nothing is left to be deleted. `held` must be of the library as it is now."""
    raw = driver(connection)
    if papers := _next_papers(raw, held):
        return _purge_papers(connection, papers, held)
    for table, gone in (("digests", _DIGESTS), ("own_digests", _OWN_DIGESTS), ("feeds", _FEEDS)):
        if free := held.free(table, (id for (id,) in raw.execute(gone))):
            raw.executemany(f"DELETE FROM {table} WHERE id = ?", [(id,) for id in free])
            return Purged(len(free))
    if entries := held.free("entries", (id for (id,) in raw.execute(_ENTRIES)))[:ENTRIES]:
        # SQLite looks for papers that refer to a deleted entry: without an index through all of them each time.
        raw.execute("CREATE INDEX ix_purging ON papers (entry_id)")
        raw.executemany("DELETE FROM entries WHERE id = ?", [(entry,) for entry in entries])
        raw.execute("DROP INDEX ix_purging")
    return Purged(len(entries))


def _next_papers(connection: sqlite3.Connection, held: Held) -> list[PaperId]:
    trees: defaultdict[int, list[int]] = defaultdict(list)
    kept: set[int] = set()
    for root, id, gone in connection.execute(_TREES):
        trees[root].append(id)
        if not gone or id in held.ids["papers"]:
            kept.add(root)
    found: list[PaperId] = []
    for root, ids in trees.items():
        if root not in kept:
            found += map(PaperId, ids)
        if len(found) >= PAPERS:
            break
    return found


def _purge_papers(connection: Connection, papers: Sequence[PaperId], held: Held) -> Purged:
    raw = driver(connection)
    files = files_of(raw, papers)
    arxiv_ids = {arxiv_id.partition(ASIDE)[0] for (arxiv_id,) in select_in(raw, _IDS, papers)}
    mark_store.forget(connection, papers)
    raw.execute("PRAGMA defer_foreign_keys = ON")  # papers that were merged go in any order; lasts until the commit
    with reindexed(connection, papers):
        for piece in pieces(papers):
            these = ", ".join("?" * len(piece))
            raw.execute(f"UPDATE digest_entries SET paper_id = NULL WHERE paper_id IN ({these})", piece)
            raw.execute(f"DELETE FROM papers WHERE id IN ({these})", piece)
    page_texts.forget(raw, [sha256 for (sha256,) in select_in(raw, _UNUSED, {file.sha256 for file in files})])
    _forget_records(raw, arxiv_ids - held.ids["arxiv_id"])
    return Purged(len(papers), tuple(file.path for file in files))


def _forget_records(connection: sqlite3.Connection, arxiv_ids: set[object]) -> None:
    """What arXiv told of papers that are in the library no more."""
    # An id that was set aside sorts right behind the one that it was.
    wanted = f"SELECT 1 FROM papers WHERE arxiv_id >= :id AND arxiv_id < :id || '{chr(ord(ASIDE) + 1)}'"
    statement = f"DELETE FROM arxiv_records WHERE arxiv_id = :id AND NOT EXISTS ({wanted})"
    connection.executemany(statement, [{"id": arxiv_id} for arxiv_id in arxiv_ids])
