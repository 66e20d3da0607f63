"""What was done in the library since a moment, for who thinks of going back to it."""

import sqlite3

from db.stored_values import TAKEN_BACK
from desktop.domain.backup import ChangedSince

_ADDED = f"SELECT count(*) FROM papers WHERE added_at > :since AND trashed_at IS NOT {TAKEN_BACK}"
_CHANGED = f"""
SELECT count(*) FROM papers WHERE added_at <= :since AND trashed_at IS NOT {TAKEN_BACK} AND id IN (
  SELECT paper_id FROM texts WHERE changed_at > :since AND origin = 'person'
  UNION SELECT paper_id FROM model_texts WHERE written_at > :since
  UNION SELECT paper_id FROM history WHERE at > :since
  UNION SELECT id FROM papers WHERE status_at > :since OR trashed_at > :since)
"""
_MARKS = "SELECT count(*) FROM marks WHERE changed_at > :since"
_STEPS = "SELECT count(*) FROM undo_steps WHERE at > :since AND NOT undone"


def changed_since(connection: sqlite3.Connection, since: int) -> ChangedSince:
    """`since`: milliseconds since 1970 in UTC."""
    counts = (connection.execute(count, {"since": since}).fetchone()[0] for count in (_ADDED, _CHANGED, _MARKS, _STEPS))
    return ChangedSince(*counts)
