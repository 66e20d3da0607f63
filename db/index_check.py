"""Does the search index say what the papers do? It holds no texts, so it is compared with one made of them anew, a
piece at a time and in memory.
"""

import sqlite3
from collections.abc import Callable, Iterator

from db.index_documents import documents
from db.search import INDEX_DDL, add_to_index, check
from desktop.domain.ids import PaperId

_PIECE = 2000
_FRESH_DDL = INDEX_DDL.replace("papers_fts", "temp.fresh_fts").replace(", prefix='2'", "")
_OTHER_LENGTHS = """
SELECT count(*) FROM temp.fresh_fts_docsize f LEFT JOIN main.papers_fts_docsize i ON i.id = f.id WHERE i.sz IS NOT f.sz
"""
_STRAY = "SELECT count(*) FROM papers_fts_docsize WHERE id NOT IN (SELECT id FROM papers)"


def index_complaints(connection: sqlite3.Connection, step: Callable[[], None]) -> tuple[str, ...]:
    """What is wrong with the index: inside of itself, or compared with the papers. Takes some seconds for 65,000
    papers; `step` is called now and then and may raise."""
    if inside := check(connection):
        return (inside,)
    connection.execute("CREATE VIRTUAL TABLE temp.index_words USING fts5vocab(main, papers_fts, col)")
    try:
        wanted, other = _wanted(connection, step)
        (stray,) = connection.execute(_STRAY).fetchone()
        same_words = wanted == _fingerprint(connection, "index_words")
    finally:
        connection.execute("DROP TABLE temp.index_words")
    found = []
    if other:
        found.append(f"{_counted(other, 'paper is', 'papers are')} not in the index as in the library")
    if stray:
        found.append(f"{_counted(stray, 'row', 'rows')} of the index without a paper")
    if not found and not same_words:
        found.append("words of the index are not those of the papers")
    return tuple(found)


def all_documents(connection: sqlite3.Connection, step: Callable[[], None]) -> Iterator[tuple[int | str, ...]]:
    """What the index should hold of every paper, as `search.rebuild` takes it."""
    for piece in _pieces(connection):
        step()
        yield from _rows(connection, piece)


def _rows(connection: sqlite3.Connection, papers: list[PaperId]) -> Iterator[tuple[int | str, ...]]:
    for paper, document in documents(connection, papers).items():
        yield (paper, *document)


def _pieces(connection: sqlite3.Connection) -> Iterator[list[PaperId]]:
    ids = [PaperId(paper) for (paper,) in connection.execute("SELECT id FROM papers ORDER BY id")]
    return (ids[start : start + _PIECE] for start in range(0, len(ids), _PIECE))


def _wanted(connection: sqlite3.Connection, step: Callable[[], None]) -> tuple[int, int]:
    """The fingerprint that the index should have, and how many papers it holds with other numbers of words."""
    total = other = 0
    for piece in _pieces(connection):
        step()
        connection.execute("BEGIN")  # without it each row would be sorted in on its own: four times the time
        connection.execute(_FRESH_DDL)
        connection.execute("CREATE VIRTUAL TABLE temp.fresh_words USING fts5vocab(temp, fresh_fts, col)")
        try:
            add_to_index(connection, _rows(connection, piece), "temp.fresh_fts")
            other += connection.execute(_OTHER_LENGTHS).fetchone()[0]
            total += _fingerprint(connection, "fresh_words")
        finally:
            connection.execute("ROLLBACK")
    return total, other


def _fingerprint(connection: sqlite3.Connection, words: str) -> int:
    """A sum over the words of an index: that of a whole is the sum of those of its parts."""
    counted = connection.execute(f"SELECT term, col, doc, cnt FROM temp.{words}")
    return sum(hash((term, column)) * (1_000_003 * papers + times) for term, column, papers, times in counted)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
