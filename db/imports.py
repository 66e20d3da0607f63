"""Writing planned digests into the library, in the caller's transaction."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from db.import_writer import ImportWriter
from db.index_documents import driver
from db.row_writer import apply
from db.stored_values import TAKEN_BACK
from db.touched import announced
from db.undo_log import RowsChange, record
from desktop.domain.changes import Changes
from desktop.domain.ids import DigestId
from desktop.domain.import_plan import ImportOptions, PlannedDigest
from desktop.domain.progress import Job
from desktop.domain.undo import UndoKind


@dataclass(frozen=True, slots=True)
class Stored:
    """What an import wrote."""

    digests_added: int
    papers_added: int
    papers_changed: int
    changes: Changes


def already_there(connection: sqlite3.Connection, name: str, sha256: str) -> tuple[DigestId, bool] | None:
    """The digest of that name and these bytes, and whether it is in the Trash."""
    found = connection.execute(
        "SELECT id, trashed_at IS NOT NULL FROM digests WHERE sha256 = ? AND name = ? AND trashed_at IS NOT ? "
        "ORDER BY trashed_at IS NOT NULL, id DESC",
        (sha256, name, TAKEN_BACK),
    ).fetchone()
    return None if found is None else (DigestId(found[0]), bool(found[1]))


def store(
    connection: Connection,
    planned: Sequence[tuple[PlannedDigest, frozenset[int]]],
    options: ImportOptions,
    job: Job,
) -> Stored:
    """Write these digests (each with the rows that were unticked). Digests that are there already are left as they
    are, or come back from the Trash. Raises Cancelled; the caller's transaction then takes everything back."""
    raw = driver(connection)
    back: list[RowsChange] = []
    fresh: dict[tuple[str, str], tuple[PlannedDigest, frozenset[int]]] = {}
    for digest, unticked in planned:
        there = already_there(raw, digest.name, digest.sha256)
        if there is None or (there[1] and _lacks_papers(raw, there[0], unticked)):
            fresh.setdefault((digest.name, digest.sha256), (digest, unticked))
        elif there[1]:
            back += _from_trash(raw, there[0], unticked)
    writer = ImportWriter(connection, tuple(fresh.values()), options, job)
    changes = back + writer.write()
    apply(connection, back)
    seen = announced(changes)
    if changes:
        record(connection, UndoKind.IMPORT, len(seen.papers_added), changes)
    return Stored(len(seen.digests), len(seen.papers_added), len(seen.papers_changed), seen)


def _lacks_papers(raw: sqlite3.Connection, digest: DigestId, unticked: frozenset[int]) -> bool:
    """Whether there is no paper of a row that is ticked now, since it was not ticked when the digest was imported or
    was deleted since: the digest is imported anew."""
    statement = f"""SELECT e.position FROM digest_entries e LEFT JOIN papers p ON p.id = e.paper_id
        WHERE e.digest_id = ? AND (p.id IS NULL OR p.trashed_at = {TAKEN_BACK})"""
    return any(position - 1 not in unticked for (position,) in raw.execute(statement, (digest,)))


def _from_trash(raw: sqlite3.Connection, digest: DigestId, unticked: frozenset[int]) -> list[RowsChange]:
    (at,) = raw.execute("SELECT trashed_at FROM digests WHERE id = ?", (digest,)).fetchone()
    changes = [RowsChange("digests", ({"id": digest},), {"trashed_at": at}, {"trashed_at": None})]
    statement = """SELECT p.id, p.trashed_at, e.position FROM digest_entries e JOIN papers p ON p.id = e.paper_id
        WHERE e.digest_id = ? AND p.trashed_at > ?"""
    papers = {
        paper: trashed_at
        for paper, trashed_at, position in raw.execute(statement, (digest, TAKEN_BACK))
        if position - 1 not in unticked
    }
    for paper, trashed_at in papers.items():
        changes.append(RowsChange("papers", ({"id": paper},), {"trashed_at": trashed_at}, {"trashed_at": None}))
    return changes
