"""The texts of papers: what a person typed, else what a model wrote, else what arXiv told of the version that is shown,
else the strings of the entry that is shown, else what was guessed from a PDF."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
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
_RECORDS = """
SELECT p.id, r.version, r.fetched_at, r.title, r.abstract
FROM papers p JOIN arxiv_records r ON r.arxiv_id = p.arxiv_id AND r.version = p.shown_record
WHERE p.id IN ({ids})
"""
_WRITTEN = """
SELECT paper_id, kind, language, value, origin, origin_name, changed_at, locked FROM texts WHERE paper_id IN ({ids})
"""
_MODEL = "SELECT paper_id, kind, language, value, model, written_at, prompt FROM model_texts WHERE paper_id IN ({ids})"


def texts_of(
    connection: sqlite3.Connection, papers: Sequence[PaperId], *, written: bool = True
) -> dict[PaperId, tuple[PaperText, ...]]:
    """The texts of these papers, none of them empty unless a person emptied it. `written=False`: without
    what a person typed and without guesses."""
    found: defaultdict[PaperId, dict[tuple[TextKind, str], PaperText]] = defaultdict(dict)
    own = list(_of_writers(connection, papers)) if written else []
    guessed = [(paper, text) for paper, text in own if text.origin.kind is OriginKind.FILE]
    typed = [(paper, text) for paper, text in own if text.origin.kind is not OriginKind.FILE]
    models = _of_models(connection, papers)
    for paper, text in chain(guessed, _of_entries(connection, papers), _of_records(connection, papers), models, typed):
        found[paper][text.kind, text.language] = text
    return {paper: tuple(found[paper].values()) if paper in found else () for paper in papers}


_Texts = Iterator[tuple[PaperId, PaperText]]


def _of_entries(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> _Texts:
    for paper, language, name, imported_at, *strings in _select(connection, _ENTRIES, papers):
        origin = Origin(OriginKind.DIGEST, name, moment(imported_at))
        for kind, told_in, value in entry_texts(Entry(*strings), language):
            if value:
                yield paper, PaperText(kind, told_in, value, origin)


def _of_records(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> _Texts:
    for paper, version, fetched_at, title, abstract in _select(connection, _RECORDS, papers):
        origin = Origin(OriginKind.ARXIV, f"v{version}", moment(fetched_at))
        for kind, value in ((TextKind.TITLE, title), (TextKind.ABSTRACT, abstract)):
            if value:
                yield paper, PaperText(kind, ORIGINAL, value, origin)


def _of_writers(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> _Texts:
    for paper, kind, language, value, who, name, at, locked in _select(connection, _WRITTEN, papers):
        origin = Origin(OriginKind(who), name, moment(at))
        yield paper, PaperText(TextKind(kind), language, value, origin, bool(locked))


def _of_models(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> _Texts:
    for paper, kind, language, value, model, at, prompt in _select(connection, _MODEL, papers):
        yield paper, PaperText(TextKind(kind), language, value, Origin(OriginKind.MODEL, model, moment(at), prompt))


def entry_texts(entry: Entry, language: str) -> tuple[tuple[TextKind, str, str], ...]:
    """The texts that an entry tells, clean of the feed's decoration: kind, language, value. A summary that stands in
    both languages alike is the English one of an English digest."""
    facts = derive(entry)
    return (
        (TextKind.TITLE, ORIGINAL, facts.title),
        (TextKind.TITLE, language, entry.translated_title),
        (TextKind.SUMMARY, language, entry.summary if entry.summary != entry.summary_en else ""),
        (TextKind.SUMMARY, ORIGINAL, entry.summary_en),
        (TextKind.ABSTRACT, ORIGINAL, facts.abstract),
        (TextKind.ABSTRACT, language, entry.translated_abstract),
    )


def _select(connection: sqlite3.Connection, statement: str, papers: Sequence[PaperId]) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(papers), _CHUNK):
        chunk = papers[start : start + _CHUNK]
        sql = statement.format(ids=", ".join("?" * len(chunk)))
        yield from connection.execute(sql, list(chunk))
