"""The texts of papers: the strings of the entry a paper shows, unless a person or a model wrote another."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from db.entries import STRINGS
from db.stored_values import moment
from desktop.domain.derived_facts import derive
from desktop.domain.digest import Entry
from desktop.domain.ids import PaperId
from desktop.domain.paper import ORIGINAL, Origin, OriginKind, PaperText, TextKind

NO_DIGEST_LANGUAGE = "zh"
"""Language of the translations of an entry whose digest is not known."""

_CHUNK = 500

_ENTRIES = f"""
SELECT p.id, coalesce(d.language, '{NO_DIGEST_LANGUAGE}'), coalesce(d.name, ''), coalesce(d.imported_at, p.added_at),
  {STRINGS}
FROM papers p JOIN entries e ON e.id = p.entry_id LEFT JOIN digests d ON d.id = p.origin_digest_id
WHERE p.id IN ({{ids}})
"""
_WRITTEN = """
SELECT paper_id, kind, language, value, origin, origin_name, changed_at, locked FROM texts WHERE paper_id IN ({ids})
"""


def texts_of(
    connection: sqlite3.Connection, papers: Sequence[PaperId], *, written: bool = True
) -> dict[PaperId, tuple[PaperText, ...]]:
    """The texts of these papers, none of them empty unless a person emptied it. `written=False`: the digests' alone."""
    found: defaultdict[PaperId, dict[tuple[TextKind, str], PaperText]] = defaultdict(dict)
    for record in _select(connection, _ENTRIES, papers):
        paper, language, name, imported_at, *strings = record
        origin = Origin(OriginKind.DIGEST, name, moment(imported_at))
        for kind, told_in, value in entry_texts(Entry(*strings), language):
            if value:
                found[paper][kind, told_in] = PaperText(kind, told_in, value, origin)
    if written:
        for paper, kind, language, value, who, name, at, locked in _select(connection, _WRITTEN, papers):
            origin = Origin(OriginKind(who), name, moment(at))
            text = PaperText(TextKind(kind), language, value, origin, bool(locked))
            found[paper][text.kind, language] = text
    return {paper: tuple(found[paper].values()) if paper in found else () for paper in papers}


def entry_texts(entry: Entry, language: str) -> tuple[tuple[TextKind, str, str], ...]:
    """The texts that an entry tells, clean of the feed's decoration: kind, language, value."""
    facts = derive(entry)
    return (
        (TextKind.TITLE, ORIGINAL, facts.title),
        (TextKind.TITLE, language, entry.translated_title),
        (TextKind.SUMMARY, language, entry.summary),
        (TextKind.SUMMARY, ORIGINAL, entry.summary_en),
        (TextKind.ABSTRACT, ORIGINAL, facts.abstract),
        (TextKind.ABSTRACT, language, entry.translated_abstract),
    )


def _select(connection: sqlite3.Connection, statement: str, papers: Sequence[PaperId]) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(papers), _CHUNK):
        chunk = papers[start : start + _CHUNK]
        sql = statement.format(ids=", ".join("?" * len(chunk)))
        yield from connection.execute(sql, list(chunk))
