"""What an import changes in papers that the library knew before.

Nothing that a person typed is touched: typed facts and locked texts stay, the digest's words show again when they are
reverted.
"""

import sqlite3
from typing import Any

from db.entries import entry, shown_titles, told_facts
from db.import_matching import Matched, is_better, tells_of_merged
from db.known_papers import KnownPapers
from db.settling import FOLLOWING
from db.stored_values import TAKEN_BACK, VERSION_CHOSEN
from db.undo_log import RowsChange
from desktop.domain.derived_facts import derive
from desktop.domain.ids import EntryId, PaperId
from desktop.domain.import_plan import ImportOptions, PlannedRow

_COLUMNS = (
    *("entry_id", "origin_digest_id", "translated_title", "arxiv_id"),
    *("announced", "trashed_at", "typed_facts", "added_at", "merged_into"),
    *FOLLOWING,
)
_PAPER = f"SELECT {', '.join(_COLUMNS)} FROM papers WHERE id = ?"


def updates(
    connection: sqlite3.Connection,
    matched: Matched,
    known: KnownPapers,
    last_digest: int,
    options: ImportOptions,
    now: int,
) -> list[RowsChange]:
    """The changes to known papers: a better entry to show, facts that were missing, papers back from the Trash."""
    changes = []
    for paper, (number, row) in matched.told.items():
        before = dict(zip(_COLUMNS, connection.execute(_PAPER, (paper,)).fetchone(), strict=True))
        after = _filled(before, row)
        if before["arxiv_id"] in (None, row.facts.arxiv_id) and (told := matched.versions.get(paper)):
            after |= _of_version(before, told)
        if before["trashed_at"] == TAKEN_BACK or _shows_better(connection, before, row):
            after |= _shown(connection, paper, row, options.language)
            after |= _over_record(before, row)
            after["entry_id"] = known.entries[row.key]
            after["origin_digest_id"] = last_digest + 1 + number
        if paper in matched.restored:
            after["trashed_at"] = None
        if before["trashed_at"] == TAKEN_BACK:
            after |= {"added_at": now, "merged_into": None}
        columns = [column for column, value in after.items() if value != before[column]]
        if {"entry_id", "arxiv_id"}.intersection(columns):
            columns = list(dict.fromkeys((*columns, *FOLLOWING)))
        if columns:
            was = {column: before[column] for column in columns}
            now_is = {column: after.get(column, before[column]) for column in columns}
            changes.append(RowsChange("papers", ({"id": paper},), was, now_is))
    return changes


def _filled(before: dict[str, Any], row: PlannedRow) -> dict[str, Any]:
    """Facts that were empty and that no person emptied."""
    typed = before["typed_facts"].split()
    told = told_facts(row.entry, row.facts)
    return {fact: value for fact, value in told.items() if value and not before[fact] and fact not in typed}


def _of_version(before: dict[str, Any], told: int) -> dict[str, Any]:
    """The digest tells of that version of the paper."""
    stood = before["arxiv_version"] if before["trashed_at"] != TAKEN_BACK else None
    version, newer = max(told, stood or 0), before["newer_version"] or 0
    return {"arxiv_version": version, "newer_version": newer if newer > version else None}


def _over_record(before: dict[str, Any], row: PlannedRow) -> dict[str, Any]:
    """What the paper showed of arXiv's own record goes where the digest tells of a newer version."""
    shown = before["shown_record"]
    if shown is not None and shown >= (row.facts.arxiv_version or 0) and before["trashed_at"] != TAKEN_BACK:
        return {}
    after: dict[str, Any] = {"shown_record": None}
    if shown is not None or before["entry_id"] is None:
        after["title_hash"] = row.title_hash
    typed = before["typed_facts"].split()
    return {**after, "typed_facts": " ".join(fact for fact in typed if fact != VERSION_CHOSEN)}


def _shows_better(connection: sqlite3.Connection, before: dict[str, Any], row: PlannedRow) -> bool:
    if before["entry_id"] is None:
        return True
    if tells_of_merged(row.facts, before["arxiv_id"]):
        return False
    told = entry(connection, EntryId(before["entry_id"]))
    return is_better(row.entry, row.facts, told, derive(told))


def _shown(connection: sqlite3.Connection, paper: PaperId, row: PlannedRow, language: str) -> dict[str, Any]:
    """The columns that follow from the entry that a paper shows."""
    after = shown_titles(connection, paper, row.entry, row.facts, language)
    after["announced"] = row.facts.announced
    return after
