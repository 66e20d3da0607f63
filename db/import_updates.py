"""What an import changes in papers that the library knew before.

Nothing that a person typed is touched: typed facts and locked texts stay, the digest's words show again when they are
reverted.
"""

import sqlite3
from typing import Any

from db.entries import entry, shown_titles, told_facts
from db.import_matching import Matched, is_better
from db.known_papers import KnownPapers
from db.stored_values import TAKEN_BACK
from db.undo_log import RowsChange
from desktop.domain.derived_facts import derive
from desktop.domain.ids import EntryId, PaperId
from desktop.domain.import_plan import ImportOptions, PlannedRow

_COLUMNS = (
    "entry_id",
    "origin_digest_id",
    "title",
    "translated_title",
    "arxiv_id",
    "arxiv_version",
    "link",
    "categories",
    "published",
    "announced",
    "trashed_at",
)
_PAPER = f"SELECT {', '.join(_COLUMNS)}, typed_facts FROM papers WHERE id = ?"


def updates(
    connection: sqlite3.Connection, matched: Matched, known: KnownPapers, last_digest: int, options: ImportOptions
) -> list[RowsChange]:
    """The changes to known papers: a better entry to show, facts that were missing, papers back from the Trash."""
    changes = []
    for paper, (number, row) in matched.told.items():
        *values, typed = connection.execute(_PAPER, (paper,)).fetchone()
        before = dict(zip(_COLUMNS, values, strict=True))
        after = _filled(before, row, set(typed.split()))
        if before["arxiv_id"] in (None, row.facts.arxiv_id) and (told := matched.versions.get(paper)):
            stood = before["arxiv_version"] if before["trashed_at"] != TAKEN_BACK else None
            after["arxiv_version"] = max(told, stood or 0)
        if before["trashed_at"] == TAKEN_BACK or _shows_better(connection, before["entry_id"], row):
            after |= _shown(connection, paper, row, options.language)
            after["entry_id"] = known.entries[row.key]
            after["origin_digest_id"] = last_digest + 1 + number
        if paper in matched.restored:
            after["trashed_at"] = None
        changed = {column: value for column, value in after.items() if value != before[column]}
        if changed:
            changes.append(
                RowsChange("papers", ({"id": paper},), {column: before[column] for column in changed}, changed)
            )
    return changes


def _filled(before: dict[str, Any], row: PlannedRow, typed: set[str]) -> dict[str, Any]:
    """Facts that were empty and that no person emptied."""
    told = told_facts(row.entry, row.facts)
    return {fact: value for fact, value in told.items() if value and not before[fact] and fact not in typed}


def _shows_better(connection: sqlite3.Connection, shown: int | None, row: PlannedRow) -> bool:
    if shown is None:
        return True
    told = entry(connection, EntryId(shown))
    return is_better(row.entry, row.facts, told, derive(told))


def _shown(connection: sqlite3.Connection, paper: PaperId, row: PlannedRow, language: str) -> dict[str, Any]:
    """The columns that follow from the entry that a paper shows."""
    after = shown_titles(connection, paper, row.entry, row.facts, language)
    after["announced"] = row.facts.announced
    return after
