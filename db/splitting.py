"""Taking a wrong guess back: a digest's row that was filed under a paper by its title becomes a paper of its own."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from db.edits import paper_values, paper_with_arxiv_id
from db.entries import STRINGS, own_titles, shown_titles, told_facts
from db.index_documents import driver
from db.new_papers import new_paper
from db.settling import FOLLOWING
from db.undo_log import RowsChange
from desktop.domain.derived_facts import DerivedFacts, derive
from desktop.domain.digest import Entry
from desktop.domain.ids import DigestId, EntryId, PaperId
from desktop.domain.paper import ORIGINAL, Fact

_ROWS = f"""
SELECT f.position, f.entry_id, d.id, d.year, d.language, {STRINGS}
FROM digest_entries f JOIN digests d ON d.id = f.digest_id JOIN entries e ON e.id = f.entry_id
WHERE f.paper_id = ? ORDER BY d.trashed_at IS NOT NULL, f.digest_id, f.position
"""
_SAME_ENTRY = "SELECT digest_id, position, by_title FROM digest_entries WHERE paper_id = ? AND entry_id = ?"
_COLUMNS = ("entry_id", "origin_digest_id", "translated_title", "arxiv_id", "announced", "typed_facts", *FOLLOWING)
_TOLD_BY_ARXIV = (Fact.AUTHORS, Fact.CATEGORIES, Fact.PUBLISHED, Fact.DOI)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a digest that is filed under the paper."""

    position: int
    entry_id: EntryId
    digest: DigestId
    language: str
    entry: Entry
    facts: DerivedFacts

    @property
    def told(self) -> dict[str, Any]:
        return told_facts(self.entry, self.facts)


def split_changes(connection: Connection, paper: PaperId, digest: DigestId, position: int) -> list[RowsChange]:
    """The changes that file this row, and all rows with the same strings, under a new paper. None if the row is not
    the paper's.

    What the row told of the old paper goes with it, unless another row tells the same or a person typed it.
    """
    rows = [
        _Row(row, key, holder, language, told := Entry(*strings), derive(told, year))
        for row, key, holder, year, language, *strings in driver(connection).execute(_ROWS, (paper,))
    ]
    leaving = next((row for row in rows if (row.digest, row.position) == (digest, position)), None)
    if leaving is None:
        return []
    before = paper_values(connection, paper, _COLUMNS)
    after = _without(connection, paper, before, leaving, [row for row in rows if row.entry_id != leaving.entry_id])
    changed = {column: value for column, value in after.items() if value != before[column]}
    if "entry_id" in changed or "arxiv_id" in changed:
        changed |= {column: after.get(column, before[column]) for column in FOLLOWING}
    changes = []
    if changed:
        was = {column: before[column] for column in changed}
        changes.append(RowsChange("papers", ({"id": paper},), was, changed))
    holder = paper_with_arxiv_id(connection, leaving.facts.arxiv_id)
    new, added = new_paper(connection, _values(leaving, has_id=holder is None or "arxiv_id" in changed))
    changes.append(added)
    for held_by, row, by_title in driver(connection).execute(_SAME_ENTRY, (paper, leaving.entry_id)):
        key = {"digest_id": held_by, "position": row}
        filed = {"paper_id": paper, "by_title": bool(by_title)}
        changes.append(RowsChange("digest_entries", (key,), filed, {"paper_id": new, "by_title": False}))
    return changes


def _values(row: _Row, *, has_id: bool) -> dict[str, Any]:
    """The columns of the new paper. It has no id if another paper of the library has it."""
    has_id = has_id and bool(row.facts.arxiv_id)
    return {
        **row.told,
        "title": row.facts.title,
        "translated_title": row.entry.translated_title,
        "arxiv_id": row.facts.arxiv_id if has_id else None,
        "arxiv_version": row.facts.arxiv_version if has_id else None,
        "announced": row.facts.announced,
        "entry_id": row.entry_id,
        "origin_digest_id": row.digest,
    }


def _without(
    connection: Connection, paper: PaperId, before: dict[str, Any], leaving: _Row, others: list[_Row]
) -> dict[str, Any]:
    """The columns of the old paper when it only has the other rows. A paper that would have no title stays as it is."""
    recorded = before["shown_record"] is not None and before["arxiv_id"] != leaving.facts.arxiv_id
    if not others and not recorded and ORIGINAL not in own_titles(driver(connection), paper):
        return {}
    after = _facts_without(before, leaving, others)
    if before["entry_id"] != leaving.entry_id:
        return after
    if not others:
        return {**after, "entry_id": None, "origin_digest_id": None, "translated_title": "", "announced": ""}
    shown = others[0]
    titles = shown_titles(driver(connection), paper, shown.entry, shown.facts, shown.language)
    showing = {"entry_id": shown.entry_id, "origin_digest_id": shown.digest, "announced": shown.facts.announced}
    return {**after, **titles, **showing}


def _facts_without(before: dict[str, Any], leaving: _Row, others: list[_Row]) -> dict[str, Any]:
    typed = before["typed_facts"].split()
    after: dict[str, Any] = {}
    for fact, told in leaving.told.items():
        if told and before[fact] == told and fact not in typed:
            nothing = None if fact == Fact.ARXIV_ID else ""
            told_by_others = [value for row in others if (value := row.told[fact])]
            after[fact] = told if told in told_by_others else next(iter(told_by_others), nothing)
    arxiv_id = after.get("arxiv_id", before["arxiv_id"])
    if arxiv_id != before["arxiv_id"]:
        after |= {"shown_record": None, "newer_version": None}
        for fact in (fact for fact in _TOLD_BY_ARXIV if fact not in typed):
            after[fact] = next((value for row in others if (value := row.told.get(fact))), "")
    if Fact.ARXIV_ID not in typed:
        versions = [row.facts.arxiv_version or 0 for row in others if row.facts.arxiv_id == arxiv_id]
        shown = after.get("shown_record", before["shown_record"]) or 0
        after["arxiv_version"] = max(*versions, shown, 0) or None
    return after
