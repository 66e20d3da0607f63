"""What happened to papers: rows that steps of undo leave, and what other tables know."""

import sqlite3
from collections.abc import Iterable

from db.stored_values import moment
from db.undo_log import Step
from desktop.domain.history import MOST_ENTRIES, TOLD_STEPS, Event, HistoryEntry
from desktop.domain.ids import PaperId
from desktop.domain.undo import UndoKind

NO_STEP = 0
"""Stands for a step where something happened that is none."""

_INSERT = "INSERT INTO history (paper_id, step, at, kind, detail) VALUES (?, ?, ?, ?, ?)"
_STEPS = "SELECT at, kind, detail FROM history WHERE paper_id = :paper ORDER BY id DESC LIMIT :most"
_EVENTS = f"""
SELECT added_at, '{Event.ADDED}', '' FROM papers WHERE id = :paper
UNION ALL
SELECT d.imported_at, '{Event.IN_DIGEST}', d.name FROM digests d WHERE d.trashed_at IS NULL
  AND d.id IN (SELECT e.digest_id FROM digest_entries e WHERE e.paper_id = :paper)
UNION ALL
SELECT r.fetched_at, '{Event.VERSION_TOLD}', 'v' || r.version FROM arxiv_records r
  WHERE r.arxiv_id = (SELECT p.arxiv_id FROM papers p WHERE p.id = :paper)
UNION ALL
SELECT f.added_at, '{Event.PDF_CAME}', coalesce(nullif(f.name, ''), 'v' || f.version, '')
  FROM files f WHERE f.paper_id = :paper
UNION ALL
SELECT min(m.created_at), '{Event.FIRST_MARK}', '' FROM marks m WHERE m.paper_id = :paper HAVING count(*) > 0
UNION ALL
SELECT max(m.created_at), '{Event.LAST_MARK}', '' FROM marks m WHERE m.paper_id = :paper
  HAVING max(m.created_at) > min(m.created_at)
UNION ALL
SELECT max(r.read_at), '{Event.LAST_READ}', '' FROM reading_places r WHERE r.paper_id = :paper HAVING count(*) > 0
ORDER BY 1 DESC LIMIT :most
"""


def write(raw: sqlite3.Connection, step: Step, papers: Iterable[PaperId]) -> None:
    """A step that a person finds in the history of these papers was done, or done again."""
    if step.kind in TOLD_STEPS:
        raw.executemany(_INSERT, [(paper, step.id, step.at, step.kind.value, step.detail) for paper in papers])


def take_back(raw: sqlite3.Connection, step: Step) -> None:
    """That step was taken back. Numbers of steps are given again once their steps are forgotten; times are not."""
    raw.execute("DELETE FROM history WHERE step = ? AND at = ?", (step.id, step.at))


def write_opened(raw: sqlite3.Connection, paper: PaperId, at: int, status: str) -> None:
    """Opening a paper gave it that status."""
    raw.execute(_INSERT, (paper, NO_STEP, at, UndoKind.STATUS.value, status))


def history_of(raw: sqlite3.Connection, paper: PaperId) -> tuple[HistoryEntry, ...]:
    """The newest first, `MOST_ENTRIES` at most."""
    asked = {"paper": paper, "most": MOST_ENTRIES}
    done = [HistoryEntry(moment(at), UndoKind(kind), detail) for at, kind, detail in raw.execute(_STEPS, asked)]
    events = [HistoryEntry(moment(at), Event(kind), detail) for at, kind, detail in raw.execute(_EVENTS, asked)]
    return tuple(sorted([*done, *events], key=lambda entry: entry.at, reverse=True)[:MOST_ENTRIES])
