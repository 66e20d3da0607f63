"""Which papers and entries of an import the library knows already.

A paper is told by its arXiv id. Where an entry or a paper has none, the entry's own strings decide (the paper they
were filed under before), and then the normalised title, which is a guess. The ids and titles of papers that were merged
into another one are that other one's.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice, starmap
from typing import Any, NamedTuple

from db.merged_papers import kept_papers
from db.stored_values import TAKEN_BACK
from desktop.domain.ids import EntryId, PaperId
from desktop.domain.import_plan import PlannedRow, RowState

_CHUNK = 500
_COLUMNS = "id, arxiv_id, entry_id, trashed_at"


class KnownPaper(NamedTuple):
    """What an import needs to know of a paper."""

    id: PaperId
    arxiv_id: str | None
    entry: EntryId | None
    trashed_at: int | None


class KnownPapers:
    """The papers and entries that the rows of an import meet; grows as the import adds its own."""

    def __init__(self) -> None:
        self.entries: dict[bytes, EntryId] = {}
        self._by_arxiv_id: dict[str, KnownPaper] = {}
        self._by_title_hash: dict[int, KnownPaper] = {}
        self._by_key: dict[bytes, tuple[KnownPaper, bool]] = {}

    def add(self, paper: KnownPaper, title_hash: int, arxiv_id: str | None = None) -> None:
        """File a paper under its id and title; it may have another id, too."""
        for known_by in (paper.arxiv_id, arxiv_id):
            if known_by:
                self._by_arxiv_id[known_by] = paper
        namesake = self._by_title_hash.setdefault(title_hash, paper)
        if namesake.id == paper.id:
            self._by_title_hash[title_hash] = paper

    def file(self, key: bytes, paper: KnownPaper, *, by_title: bool) -> None:
        """Remember that the entry with this key was filed under that paper."""
        self._by_key[key] = (paper, by_title)

    def match(self, row: PlannedRow) -> tuple[KnownPaper | None, bool]:
        """The paper that `row` is about, if it is known, and whether that is a guess by title."""
        if row.facts.arxiv_id:
            if (paper := self._by_arxiv_id.get(row.facts.arxiv_id)) is not None:
                return paper, False
        elif (filed := self._by_key.get(row.key)) is not None:
            return filed
        guess = self._by_title_hash.get(row.title_hash) if row.facts.title.strip() else None
        if guess is None or (guess.arxiv_id and row.facts.arxiv_id):
            return None, False
        return guess, True

    def seen(self, row: PlannedRow) -> PlannedRow:
        """`row` with its state, as a plan shows it; the rows after it know of it."""
        paper, by_title = self.match(row)
        there = row.key in self.entries
        self.entries.setdefault(row.key, EntryId(0))
        if paper is None:
            self.add(KnownPaper(PaperId(0), row.facts.arxiv_id or None, None, None), row.title_hash)
            return row
        if paper.trashed_at == TAKEN_BACK:
            self.add(paper._replace(trashed_at=None), row.title_hash)
            return row
        return replace(
            row,
            state=RowState.KNOWN if there else RowState.CHANGED,
            paper=paper.id or None,
            by_title=by_title,
            in_trash=paper.trashed_at is not None,
        )


def known_papers(connection: sqlite3.Connection, rows: Iterable[PlannedRow]) -> KnownPapers:
    """What the library knows of these rows."""
    known = KnownPapers()
    if connection.execute("SELECT 1 FROM entries LIMIT 1").fetchone() is None and (
        connection.execute("SELECT 1 FROM papers LIMIT 1").fetchone() is None
    ):
        return known
    rows = list(rows)
    standing = _standing_for_merged(connection)
    hashes = {row.title_hash for row in rows}
    ids = {row.facts.arxiv_id for row in rows if row.facts.arxiv_id}
    for condition, values in (
        ("title_hash IN ({}) ORDER BY trashed_at IS NOT NULL", hashes),
        ("arxiv_id IN ({})", ids),
    ):
        for *record, title_hash in _select(
            connection, f"SELECT {_COLUMNS}, title_hash FROM papers WHERE {condition}", values
        ):
            paper = KnownPaper(*record)
            known.add(standing.get(paper.id, paper), title_hash, paper.arxiv_id)
    known.entries.update(
        (key, entry) for key, entry in _select(connection, "SELECT key, id FROM entries WHERE key IN ({})", _keys(rows))
    )
    filed = """SELECT e.key, p.id, p.arxiv_id, p.entry_id, p.trashed_at, max(f.by_title)
        FROM entries e JOIN digest_entries f ON f.entry_id = e.id JOIN papers p ON p.id = f.paper_id
        WHERE e.key IN ({}) GROUP BY e.key, p.id ORDER BY p.id"""
    without_id = {row.key for row in rows if not row.facts.arxiv_id}
    for key, *columns, by_title in _select(connection, filed, without_id):
        known.file(key, KnownPaper(*columns), by_title=bool(by_title))
    return known


def _standing_for_merged(connection: sqlite3.Connection) -> dict[PaperId, KnownPaper]:
    """Per paper that was merged away the one that stands for it."""
    kept = kept_papers(connection)
    found = _select(connection, f"SELECT {_COLUMNS} FROM papers WHERE id IN ({{}})", set(kept.values()))
    standing = {paper.id: paper for paper in starmap(KnownPaper, found)}
    return {away: standing[paper] for away, paper in kept.items()}


def _keys(rows: Iterable[PlannedRow]) -> set[bytes]:
    return {row.key for row in rows}


def _select(connection: sqlite3.Connection, statement: str, values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """The records of a statement with one `IN ({})`, asked in pieces."""
    remaining = iter(sorted(values))
    while chunk := list(islice(remaining, _CHUNK)):
        yield from connection.execute(statement.format(", ".join("?" * len(chunk))), chunk)
