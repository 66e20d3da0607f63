"""Counting a library for its statistics. SQL text over the driver's connection, as all reading for the screen is."""

import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from db.stored_values import TAKEN_BACK
from desktop.domain.reading_list import Status
from desktop.domain.statistics import QUARTER_MS

_COUNTS = f"""
WITH p AS MATERIALIZED (
  SELECT p.added_at / {QUARTER_MS} AS added, p.finished_at / {QUARTER_MS} AS finished, p.trashed_at IS NULL AS kept,
    p.status, substr(p.categories, 1, instr(p.categories || ' ', ' ') - 1) AS category,
    coalesce(h.at, CASE p.status WHEN 'inbox' THEN p.trashed_at ELSE max(p.status_at, p.added_at) END) / {QUARTER_MS}
      AS triaged
  FROM papers p LEFT JOIN (SELECT paper_id, min(at) AS at FROM history WHERE kind = 'status' AND detail <> 'inbox'
    GROUP BY paper_id) h ON h.paper_id = p.id AND (p.status <> 'inbox' OR p.trashed_at IS NOT NULL)
  WHERE p.trashed_at IS NOT {TAKEN_BACK})
SELECT 'added', '', added, count(*) FROM p GROUP BY added
UNION ALL SELECT 'triaged', '', triaged, count(*) FROM p WHERE triaged IS NOT NULL GROUP BY triaged
UNION ALL SELECT 'read', '', finished, count(*) FROM p WHERE kept AND status <> 'inbox' AND finished IS NOT NULL
  GROUP BY finished
UNION ALL SELECT 'waiting', '', added, count(*) FROM p WHERE kept AND status = 'inbox' GROUP BY added
UNION ALL SELECT 'kept', status, category, count(*) FROM p WHERE kept GROUP BY status, category
"""
"""The rows of papers are wide: they are read once. The history tells of the first status beside the inbox; a paper
without a history left the inbox with the status that it has, or for the Trash. A `status_at` of 0 says: with that
status it was added."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of papers."""

    by_quarter: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """added, triaged, read, waiting: (quarter of an hour since 1970, papers). What is in the Trash was added, and is
    triaged; what waits is in the inbox, by when it was added."""
    kept: dict[str, Counter[Status]] = field(default_factory=lambda: defaultdict(Counter))
    """Primary category, empty for none: papers that are in no Trash by status."""


def counts(connection: sqlite3.Connection) -> Counts:
    """The library counted, in a tenth of a second."""
    found = Counts()
    for kind, status, key, papers in connection.execute(_COUNTS):
        if kind == "kept":
            found.kept[key][Status(status)] = papers
        else:
            found.by_quarter[kind].append((key, papers))
    return found
