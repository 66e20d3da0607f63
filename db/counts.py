"""How many papers the places of the sidebar hold.

Counted anew each time, mostly in indexes. What is in the Trash is counted once and taken off: it is little beside the
rest, and the indexes of places do not know it.
"""

import sqlite3
from typing import Any

from db.labels import collections, saved_searches, tags
from db.places import DUE_SOON, bounds
from db.stored_values import TAKEN_BACK
from desktop.domain.digest import DigestFormat
from desktop.domain.ids import DigestId
from desktop.domain.listing import DigestSummary, Sidebar
from desktop.domain.reading_list import Status

_EACH = """
SELECT (SELECT count(*) FROM papers),
  (SELECT count(*) FROM papers t WHERE t.trashed_at IS NULL AND t.added_at >= :added),
  (SELECT count(*) FROM papers t WHERE t.newer_version IS NOT NULL),
  (SELECT count(*) FROM papers t WHERE t.starred)"""
_LOST = """
SELECT count(*), sum(t.trashed_at > :taken_back), sum(t.newer_version IS NOT NULL), sum(t.starred)
FROM papers t WHERE t.trashed_at IS NOT NULL"""
"""All that is not in use: what is in the Trash, and what was taken back."""
_DUE = f"SELECT count(*) FROM papers t WHERE {DUE_SOON} AND t.trashed_at IS NULL"
_READ = """
SELECT count(DISTINCT r.paper_id) FROM reading_places r JOIN papers t ON t.id = r.paper_id
WHERE r.read_at >= :read AND t.trashed_at IS NULL"""
_STATUS = "SELECT t.status, count(*) FROM papers t WHERE t.status <> 'inbox' GROUP BY t.status"
_LOST_STATUS = "SELECT t.status, count(*) FROM papers t WHERE t.trashed_at IS NOT NULL GROUP BY t.status"

_DIGESTS = """
SELECT id, name, format, imported_at, original IS NULL FROM digests
WHERE trashed_at IS NULL ORDER BY imported_at DESC, name, id"""
_FILED = "SELECT e.digest_id, count(e.paper_id) FROM digest_entries e GROUP BY e.digest_id"
_FILED_AGAIN = """
SELECT e.digest_id, count(*) - 1 FROM digest_entries e WHERE e.paper_id IS NOT NULL
GROUP BY e.paper_id, e.digest_id HAVING count(*) > 1"""
"""The papers that stand in several rows of one digest."""
_FILED_LOST = """
SELECT DISTINCT e.digest_id, e.paper_id FROM papers t JOIN digest_entries e ON e.paper_id = t.id
WHERE t.trashed_at IS NOT NULL"""


def sidebar(connection: sqlite3.Connection) -> Sidebar:
    """The places with their counts; digests the newest first."""
    parameters = bounds()

    def numbers(statement: str, **more: int) -> list[int]:
        asked: dict[str, Any] = {**parameters, **more}
        return [number or 0 for number in connection.execute(statement, asked).fetchone()]

    papers, recent, new_versions, starred = numbers(_EACH)
    lost, trash, lost_versions, lost_stars = numbers(_LOST, taken_back=TAKEN_BACK)
    statuses = _statuses(connection)
    return Sidebar(
        all=papers - lost,
        recent=recent,
        trash=trash,
        digests=_digests(connection),
        new_versions=new_versions - lost_versions,
        inbox=papers - lost - sum(statuses.values()),
        queue=statuses.get(Status.QUEUED, 0),
        due=numbers(_DUE)[0],
        reading=statuses.get(Status.READING, 0),
        recently_read=numbers(_READ)[0],
        starred=starred - lost_stars,
        collections=collections(connection),
        searches=saved_searches(connection),
        tags=tags(connection),
    )


def _statuses(connection: sqlite3.Connection) -> dict[str, int]:
    """How many papers in use have each status, but for those of the inbox."""
    found = dict(connection.execute(_STATUS).fetchall())
    for status, count in connection.execute(_LOST_STATUS):
        if status in found:
            found[status] -= count
    return found


def _digests(connection: sqlite3.Connection) -> tuple[DigestSummary, ...]:
    papers: dict[int, int] = dict(connection.execute(_FILED).fetchall())
    for digest, again in connection.execute(_FILED_AGAIN):
        papers[digest] -= again
    for digest, _ in connection.execute(_FILED_LOST):
        papers[digest] -= 1
    return tuple(
        DigestSummary(DigestId(key), name, DigestFormat(form), papers.get(key, 0), imported_at, bool(exact))
        for key, name, form, imported_at, exact in connection.execute(_DIGESTS)
    )
