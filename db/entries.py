"""Entries: reading their strings, and what a paper takes from one."""

import sqlite3
from typing import Any

from desktop.domain.arxiv_id import month_of
from desktop.domain.derived_facts import DerivedFacts
from desktop.domain.digest import ENTRY_FIELDS, Entry
from desktop.domain.ids import EntryId, PaperId
from desktop.domain.links import web_link
from desktop.domain.paper import ORIGINAL, OriginKind, TextKind

STRINGS = ", ".join(f"e.{name}" for name in ENTRY_FIELDS)
_OWN_TITLES = f"""
SELECT language, '{OriginKind.MODEL}' FROM model_texts WHERE paper_id = :paper AND kind = :kind
UNION ALL SELECT language, origin FROM texts WHERE paper_id = :paper AND kind = :kind"""
"""The strings of `entries e` in the order that `Entry` takes them."""


def entry(connection: sqlite3.Connection, key: EntryId) -> Entry:
    """The entry of that id."""
    return Entry(*connection.execute(f"SELECT {STRINGS} FROM entries e WHERE e.id = ?", (key,)).fetchone())


def told_facts(told: Entry, facts: DerivedFacts) -> dict[str, Any]:
    """What an entry tells of its paper beside the texts, as columns of `papers`; those of `Fact` have its names."""
    return {
        "arxiv_id": facts.arxiv_id or None,
        "link": web_link(told.link),
        "categories": facts.category,
        "published": published(facts),
    }


def published(facts: DerivedFacts) -> str:
    """The date that an entry tells, or the month that its arXiv id does."""
    return facts.published or (month_of(facts.arxiv_id) if facts.arxiv_id else "")


def own_titles(connection: sqlite3.Connection, paper: PaperId) -> dict[str, OriginKind]:
    """Who wrote the titles that a paper has beside those of digests and arXiv, by language."""
    found = connection.execute(_OWN_TITLES, {"paper": paper, "kind": TextKind.TITLE.value})
    return {language: OriginKind(origin) for language, origin in found}


def shown_titles(
    connection: sqlite3.Connection, paper: PaperId, told: Entry, facts: DerivedFacts, language: str
) -> dict[str, Any]:
    """The title columns of a paper that shows this entry of a digest in that language; titles that a person or a
    model wrote stay."""
    written = {language for language, who in own_titles(connection, paper).items() if who is not OriginKind.FILE}
    columns = {}
    if ORIGINAL not in written:
        columns["title"] = facts.title
    if language not in written and (told.translated_title or not written - {ORIGINAL}):
        columns["translated_title"] = told.translated_title
    return columns
