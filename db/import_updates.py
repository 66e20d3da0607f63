"""What an import changes in papers that the library knew before.

Nothing that a person typed is touched: typed facts and locked texts stay, the digest's words show again when they are
reverted.
"""

import sqlite3
from typing import Any

from db.entries import entry
from db.import_matching import Matched, is_better
from db.known_papers import KnownPapers
from db.stored_values import TAKEN_BACK
from db.undo_log import RowsChange
from desktop.domain.arxiv_id import month_of
from desktop.domain.derived_facts import derive
from desktop.domain.ids import EntryId, PaperId
from desktop.domain.import_plan import ImportOptions, PlannedRow
from desktop.domain.links import web_link
from desktop.domain.paper import ORIGINAL, Fact, TextKind

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
    told: dict[str, Any] = {
        Fact.ARXIV_ID.value: row.facts.arxiv_id or None,
        Fact.LINK.value: web_link(row.entry.link),
        Fact.CATEGORIES.value: row.facts.category,
        Fact.PUBLISHED.value: published_of(row),
    }
    after = {fact: value for fact, value in told.items() if value and not before[fact] and fact not in typed}
    if before["arxiv_id"] in (None, row.facts.arxiv_id) and before["arxiv_version"] is None:
        after["arxiv_version"] = row.facts.arxiv_version
    return after


def _shows_better(connection: sqlite3.Connection, shown: int | None, row: PlannedRow) -> bool:
    if shown is None:
        return True
    told = entry(connection, EntryId(shown))
    return is_better(row.entry, row.facts, told, derive(told))


def _shown(connection: sqlite3.Connection, paper: PaperId, row: PlannedRow, language: str) -> dict[str, Any]:
    """The columns that follow from the entry that a paper shows; written titles stay."""
    written = set(
        connection.execute("SELECT language FROM texts WHERE paper_id = ? AND kind = ?", (paper, TextKind.TITLE.value))
    )
    after: dict[str, Any] = {"announced": row.facts.announced}
    if row.facts.arxiv_version is not None:
        after["arxiv_version"] = row.facts.arxiv_version
    if (ORIGINAL,) not in written:
        after["title"] = row.facts.title
    if (language,) not in written:
        after["translated_title"] = row.entry.translated_title
    return after


def published_of(row: PlannedRow) -> str:
    """The date that the entry tells, or the month that the arXiv id does."""
    return row.facts.published or (month_of(row.facts.arxiv_id) if row.facts.arxiv_id else "")
