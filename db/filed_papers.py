"""How many papers tags, collections and digests hold.

All papers, and those of them that are not in use (in the Trash, or taken back), apart: the first are many and change
only with what is filed where, the second are few, and whoever shows a count takes them off.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import chain
from typing import NamedTuple

from db.pieces import select_in

Below = Mapping[int, list[int]]
"""Those that have others below them, and all that is there."""

_LEVELS = """
SELECT a.id, b.id FROM tags a JOIN tags b ON b.key > a.key || '/' AND b.key < a.key || '0'"""
"""Tags, and those below them. The digit 0 is the sign that follows the separator."""
_INSIDE = """
WITH RECURSIVE inside (id, top) AS (SELECT c.id, c.parent_id FROM collections c WHERE c.parent_id IS NOT NULL
  UNION ALL SELECT i.id, c.parent_id FROM inside i JOIN collections c ON c.id = i.top WHERE c.parent_id IS NOT NULL)
SELECT top, id FROM inside"""
_IN_DIGESTS = "SELECT e.digest_id, count(e.paper_id) FROM digest_entries e GROUP BY e.digest_id"
_AGAIN = """
SELECT e.digest_id, count(*) - 1 FROM digest_entries e WHERE e.paper_id IS NOT NULL
GROUP BY e.paper_id, e.digest_id HAVING count(*) > 1"""
"""The papers that stand in several rows of one digest."""


def _below(statement: str) -> Callable[[sqlite3.Connection], Below]:
    def below(connection: sqlite3.Connection) -> Below:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for level, inner in connection.execute(statement):
            found[level].append(inner)
        return found

    return below


class Holders(NamedTuple):
    """Where it stands which paper is in which of them."""

    table: str
    column: str
    below: Callable[[sqlite3.Connection], Below]


TAGS = Holders("paper_tags", "tag_id", _below(_LEVELS))
COLLECTIONS = Holders("paper_collections", "collection_id", _below(_INSIDE))
DIGESTS = Holders("digest_entries", "digest_id", lambda _: {})


def all_in_tags(connection: sqlite3.Connection) -> dict[int, int]:
    """All papers of each tag, or one below it."""
    return _all_papers(connection, TAGS)


def all_in_collections(connection: sqlite3.Connection) -> dict[int, int]:
    """All papers in each collection, or one below it."""
    return _all_papers(connection, COLLECTIONS)


def all_in_digests(connection: sqlite3.Connection) -> dict[int, int]:
    """All papers of each digest."""
    found: dict[int, int] = dict(connection.execute(_IN_DIGESTS).fetchall())
    for digest, again in connection.execute(_AGAIN):
        found[digest] -= again
    return found


def _all_papers(connection: sqlite3.Connection, holders: Holders) -> dict[int, int]:
    """A paper may be in several below one. Sets of Python tell that in less than half the time of count(DISTINCT)."""
    table, column, below = holders
    found = dict(connection.execute(f"SELECT {column}, count(*) FROM {table} GROUP BY {column}").fetchall())
    statement = f"SELECT paper_id FROM {table} WHERE {column} IN ({{}})"
    for level, inner in below(connection).items():
        found[level] = len(set(chain.from_iterable(select_in(connection, statement, [level, *inner]))))
    return found


def in_use(connection: sqlite3.Connection, holders: Holders, all_papers: Mapping[int, int]) -> dict[int, int]:
    """How many papers each holds, those that are not in use taken off."""
    table, column, below = holders
    above: defaultdict[int, list[int]] = defaultdict(list)
    for level, inner in below(connection).items():
        for key in inner:
            above[key].append(level)
    lost: defaultdict[int, set[int]] = defaultdict(set)
    not_in_use = "SELECT t.id FROM papers t WHERE t.trashed_at IS NOT NULL"
    for holder, paper in connection.execute(f"SELECT {column}, paper_id FROM {table} WHERE paper_id IN ({not_in_use})"):
        for level in (holder, *above[holder]):
            lost[level].add(paper)
    return {holder: papers - len(lost[holder]) for holder, papers in all_papers.items()}
