"""Searching for papers, and keeping the full-text index.

Statements are SQL text over the driver's connection, like those of `db/browse.py`. `db/search_query.py` tells what a
condition on `p` is.
"""

import re
import sqlite3
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from db.search_query import EVERY_ROW, CompiledQuery
from db.search_text import INDEX_COLUMNS

INDEX_DDL = """CREATE VIRTUAL TABLE papers_fts USING fts5(
        title, translated_title, authors, summary, abstract, translated_abstract, note,
        content='', tokenize='unicode61 remove_diacritics 2', prefix='2')"""
"""The index as the migrations make it. `prefix='2'` makes beginnings of two letters quick, and through `quick_match`
those of one; longer ones need little help. `prefix='2 3'` would take 33 MiB more, and two seconds more in an import of
65,000 papers; with `prefix='3'` one letter is slow."""

WEIGHTS = (10.0, 10.0, 6.0, 4.0, 1.0, 1.0, 3.0)
"""What a hit in each of `INDEX_COLUMNS` counts for in the rank."""

RANKED_HITS = 2_000
"""Ranking costs a microsecond or two a hit: of more hits than this only the newest are ranked. The rest follows, newest
first."""

_READS_PAPERS = re.compile(r"\bp\.(?!rowid\b)")


def search_ids(
    connection: sqlite3.Connection,
    compiled: CompiledQuery,
    scope: str = EVERY_ROW,
    parameters: Mapping[str, object] | None = None,
    *,
    ranked: bool = False,
    limit: int | None = None,
) -> "array[int]":
    """The ids that a query finds, all or the first `limit`: the newest first, or with `ranked` the best first.

    `scope` is a further condition on `p` with named `parameters`, none of which begins with `q_`. Where the query is
    not `rankable` the newest come first all the same. How far ranking goes is told at `RANKED_HITS`. A first page of
    the newest takes well under a millisecond, all ids of a common word 10 to 20.
    """
    source = _Source.of(compiled, scope)
    values = {**(parameters or {}), **compiled.parameters}
    if not (ranked and compiled.rankable):
        if limit is not None and compiled.quick_match is not None:
            values["q_match"] = compiled.quick_match
        return _ids(connection, source.newest(), values, limit)
    cut = connection.execute(f"{source.newest()} LIMIT 1 OFFSET {RANKED_HITS}", values).fetchone()
    if cut is None:
        return _ids(connection, source.best(), values, limit)
    values["q_cut"] = cut[0]
    ids = _ids(connection, source.best("> :q_cut"), values, limit)
    if limit is None or limit > len(ids):
        ids.extend(_ids(connection, source.newest("<= :q_cut"), values))
    return ids[:limit]


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the ids of a search come from: `table` is the one whose rowid they are."""

    table: str
    tables: str
    where: str

    @classmethod
    def of(cls, compiled: CompiledQuery, scope: str) -> "_Source":
        where = f"({scope}) AND {compiled.where}"
        if compiled.match is None:
            return cls("p", "papers p", where)
        # The plus keeps SQLite from looking the keys up one by one, in which case FTS5 refuses to MATCH.
        where = f"papers_fts MATCH :q_match AND {where.replace('p.rowid', '+p.rowid')}"
        if _READS_PAPERS.search(where):  # CROSS: the index first, in its order, then the paper
            return cls("f", "papers_fts f CROSS JOIN papers p ON p.id = f.rowid", where)
        return cls("p", "papers_fts p", where)

    def newest(self, keys: str = "") -> str:
        """The newest first; `keys` compares the rowid with something."""
        return f"{self._select(keys)} ORDER BY {self.table}.rowid DESC"

    def best(self, keys: str = "") -> str:
        """The best first."""
        rank = f"bm25(papers_fts, {', '.join(map(str, WEIGHTS))})"
        return f"{self._select(keys)} ORDER BY {rank}, {self.table}.rowid DESC"

    def _select(self, keys: str) -> str:
        bounds = f" AND {self.table}.rowid {keys}" if keys else ""
        return f"SELECT {self.table}.rowid FROM {self.tables} WHERE {self.where}{bounds}"


def _ids(
    connection: sqlite3.Connection, statement: str, values: Mapping[str, object], limit: int | None = None
) -> "array[int]":
    if limit is not None:
        statement += f" LIMIT {limit:d}"
    return array("q", chain.from_iterable(connection.execute(statement, values).fetchall()))


_COLUMNS = ", ".join(INDEX_COLUMNS)
_ROW = f"?, {', '.join('?' * len(INDEX_COLUMNS))}"


def add_to_index(
    connection: sqlite3.Connection, rows: Iterable[tuple[int | str, ...]], index: str = "papers_fts"
) -> None:
    """Index papers that the index does not hold yet, in the caller's transaction.

    The rows are (paper id, *`search_text.index_row(...)`).
    """
    connection.executemany(f"INSERT INTO {index} (rowid, {_COLUMNS}) VALUES ({_ROW})", rows)


def replace_in_index(
    connection: sqlite3.Connection, paper: int, old: tuple[str, ...] | None, new: tuple[str, ...] | None
) -> None:
    """Index a paper anew, in the caller's transaction; None stands for no row before or after.

    The index keeps no texts, so `old` must be exactly what was indexed: any other row damages the index.
    """
    if old is not None:
        delete = f"INSERT INTO papers_fts (papers_fts, rowid, {_COLUMNS}) VALUES ('delete', {_ROW})"
        connection.execute(delete, (paper, *old))
    if new is not None:
        add_to_index(connection, [(paper, *new)])


def empty(connection: sqlite3.Connection, index: str = "papers_fts") -> None:
    """Throw all that the index holds away, in the caller's transaction."""
    connection.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")


def check(connection: sqlite3.Connection, index: str = "papers_fts") -> str:
    """What is wrong inside of the index, as SQLite says it; empty if it is whole."""
    try:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        return str(error)
    return ""
