"""Do the search indexes say what the library does? They hold no texts, so each is compared with one made of the texts
anew, a piece at a time and in memory.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from db import marks, page_texts
from db.index_documents import documents
from db.search import check, empty
from desktop.domain.ids import PaperId

Row = tuple[int | str, ...]
"""A number, and the texts of the index's columns."""
Step = Callable[[int, int], None]
"""Is told how many rows are done and how many there are, and may raise."""


@dataclass(frozen=True, slots=True)
class _Index:
    """A contentless full-text table. `of` is the table whose keys its rows have."""

    name: str
    columns: str
    of: str
    key: str
    piece: int
    """How many rows are compared at a time."""
    rows: Callable[[sqlite3.Connection, Sequence[int]], Iterable[Row]]
    """What it should hold under these keys."""
    one: str
    many: str


def _papers(connection: sqlite3.Connection, keys: Sequence[int]) -> Iterator[Row]:
    for paper, document in documents(connection, [PaperId(key) for key in keys]).items():
        yield (paper, *document)


_PAPER_COLUMNS = "title, translated_title, authors, summary, abstract, translated_abstract, note"
_INDEXES = (
    _Index("papers_fts", _PAPER_COLUMNS, "papers", "id", 2000, _papers, "paper", "papers"),
    _Index("marks_fts", "quote, comment, tags", "marks", "number", 2000, marks.index_rows, "mark", "marks"),
    _Index("pages_fts", "text", "page_texts", "id", 500, page_texts.index_rows, "page", "pages"),
)


def index_complaints(connection: sqlite3.Connection, step: Step) -> tuple[str, ...]:
    """What is wrong with the indexes: inside of them, or compared with the library. Takes some seconds for 65,000
    papers, or for 8,000 pages."""
    rows = _Rows(connection, step)
    return tuple(complaint for index in _INDEXES for complaint in _complaints(connection, index, rows))


def rebuild_indexes(connection: sqlite3.Connection, step: Step) -> None:
    """Throw the indexes away and make them of the library, in the caller's transaction."""
    rows = _Rows(connection, step)
    for index in _INDEXES:
        empty(connection, index.name)
        for keys in rows.pieces(index):
            _fill(connection, index, index.name, keys)


class _Rows:
    """The rows that all indexes should have, a piece at a time."""

    def __init__(self, connection: sqlite3.Connection, step: Step) -> None:
        self._connection = connection
        self._step = step
        self._done = 0
        self._total = sum(self._one(f"SELECT count(*) FROM {index.of}") for index in _INDEXES)

    def pieces(self, index: _Index) -> Iterator[list[int]]:
        """Keys. Tells how far all is before each piece."""
        statement = f"SELECT {index.key} FROM {index.of} WHERE {index.key} > ? ORDER BY 1 LIMIT {index.piece}"
        last = -1
        while keys := [key for (key,) in self._connection.execute(statement, (last,))]:
            self._step(self._done, self._total)
            yield keys
            self._done += len(keys)
            last = keys[-1]

    def _one(self, statement: str) -> int:
        (number,) = self._connection.execute(statement).fetchone()
        return int(number)


def _complaints(connection: sqlite3.Connection, index: _Index, rows: _Rows) -> Iterator[str]:
    if inside := check(connection, index.name):
        yield inside
        return
    connection.execute("DROP TABLE IF EXISTS temp.index_words")  # of a check that was cancelled
    connection.execute(f"CREATE VIRTUAL TABLE temp.index_words USING fts5vocab(main, {index.name}, col)")
    try:
        wanted, other = _wanted(connection, index, rows)
        stray_rows = f"SELECT count(*) FROM {index.name}_docsize WHERE id NOT IN (SELECT {index.key} FROM {index.of})"
        (stray,) = connection.execute(stray_rows).fetchone()
        same_words = wanted == _fingerprint(connection, "index_words")
    finally:
        connection.execute("DROP TABLE temp.index_words")
    if other:
        yield f"{_counted(other, f'{index.one} is', f'{index.many} are')} not in the index as in the library"
    if stray:
        yield f"{_counted(stray, 'row', 'rows')} of the index without a {index.one}"
    if not (other or stray or same_words):
        yield f"words of the index are not those of the {index.many}"


def _fill(connection: sqlite3.Connection, index: _Index, table: str, keys: Sequence[int]) -> None:
    places = ", ".join("?" * (index.columns.count(",") + 2))
    connection.executemany(
        f"INSERT INTO {table} (rowid, {index.columns}) VALUES ({places})", index.rows(connection, keys)
    )


def _wanted(connection: sqlite3.Connection, index: _Index, rows: _Rows) -> tuple[int, int]:
    """The fingerprint that the index should have, and how many of its rows have other numbers of words."""
    total = other = 0
    other_lengths = (
        f"SELECT count(*) FROM temp.fresh_fts_docsize f LEFT JOIN main.{index.name}_docsize i ON i.id = f.id"
        " WHERE i.sz IS NOT f.sz"
    )
    fresh = f"fts5({index.columns}, content='', tokenize='unicode61 remove_diacritics 2')"
    for keys in rows.pieces(index):
        connection.execute("BEGIN")  # without it each row would be sorted in on its own: four times the time
        connection.execute(f"CREATE VIRTUAL TABLE temp.fresh_fts USING {fresh}")
        connection.execute("CREATE VIRTUAL TABLE temp.fresh_words USING fts5vocab(temp, fresh_fts, col)")
        try:
            _fill(connection, index, "temp.fresh_fts", keys)
            other += connection.execute(other_lengths).fetchone()[0]
            total += _fingerprint(connection, "fresh_words")
        finally:
            connection.execute("ROLLBACK")
    return total, other


def _fingerprint(connection: sqlite3.Connection, words: str) -> int:
    """A sum over the words of an index: that of a whole is the sum of those of its parts."""
    counted = connection.execute(f"SELECT term, col, doc, cnt FROM temp.{words}")
    return sum(hash((term, column)) * (1_000_003 * rows + times) for term, column, rows, times in counted)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
