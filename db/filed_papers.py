"""How many papers tags, collections and digests hold.

All papers, and those of them that are not in use (in the Trash, or taken back), apart: the first are many and change
only with what is filed where, the second are few, and whoever shows a count takes them off.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import accumulate, chain
from typing import NamedTuple

from db.pieces import select_in
from desktop.domain.labels import TAG_SEPARATOR

Below = Mapping[int, list[int]]
"""Those that have others below them, and all that is there."""

_INSIDE = """
WITH RECURSIVE inside (id, top) AS (SELECT c.id, c.parent_id FROM collections c WHERE c.parent_id IS NOT NULL
  UNION ALL SELECT i.id, c.parent_id FROM inside i JOIN collections c ON c.id = i.top WHERE c.parent_id IS NOT NULL)
SELECT top, id FROM inside"""
_IN_DIGESTS = "SELECT e.digest_id, count(e.paper_id) FROM digest_entries e GROUP BY e.digest_id"
_AGAIN = """
SELECT e.digest_id, count(*) - 1 FROM digest_entries e WHERE e.paper_id IS NOT NULL
GROUP BY e.paper_id, e.digest_id HAVING count(*) > 1"""
"""The papers that stand in several rows of one digest."""


def levels(connection: sqlite3.Connection) -> dict[str, int]:
    """The levels of the tree of tags that are no tags of their own, by key, with a number in the place of an id."""
    tags = _tag_keys(connection)
    above = {level for key in tags for level in accumulate(key.split(TAG_SEPARATOR), _joined)}
    return {level: -number for number, level in enumerate(sorted(above - tags.keys()), start=1)}


def _tag_keys(connection: sqlite3.Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT key, id FROM tags").fetchall())


def _joined(above: str, name: str) -> str:
    return f"{above}{TAG_SEPARATOR}{name}"


def _below_tags(connection: sqlite3.Connection) -> Below:
    tags = _tag_keys(connection)
    numbers = tags | levels(connection)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for key, tag in tags.items():
        for level in accumulate(key.split(TAG_SEPARATOR), _joined):
            if level != key:
                found[numbers[level]].append(tag)
    return found


def _below_collections(connection: sqlite3.Connection) -> Below:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for top, inner in connection.execute(_INSIDE):
        found[top].append(inner)
    return found


class Holders(NamedTuple):
    """Where it stands which paper is in which of them."""

    table: str
    column: str
    below: Callable[[sqlite3.Connection], Below]


TAGS = Holders("paper_tags", "tag_id", _below_tags)
COLLECTIONS = Holders("paper_collections", "collection_id", _below_collections)
DIGESTS = Holders("digest_entries", "digest_id", lambda _: {})


def all_in_tags(connection: sqlite3.Connection) -> dict[int, int]:
    """All papers of each tag, or one below it; those of `levels`, too."""
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
