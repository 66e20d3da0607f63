"""Reading tags, collections and saved searches for the screen.

Statements are SQL text over the driver's connection, like those of `db/browse.py`.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from db.pieces import select_in
from desktop.domain.ids import CollectionId, SearchId, TagId
from desktop.domain.labels import TAG_SEPARATOR, Collection, SavedSearch, Tag, label_key

_LOST = "SELECT t.id FROM papers t WHERE t.trashed_at IS NOT NULL"
_OF_TAGS = "SELECT l.tag_id, count(*) FROM paper_tags l GROUP BY l.tag_id"
_LOST_OF_TAGS = f"SELECT l.tag_id, count(*) FROM paper_tags l WHERE l.paper_id IN ({_LOST}) GROUP BY l.tag_id"
_LEVELS = """
SELECT a.id, b.id FROM tags a JOIN tags b ON b.key > a.key || '/' AND b.key < a.key || '0'"""
"""Tags, and those below them. The digit 0 is the sign that follows the separator."""
_OF_COLLECTIONS = "SELECT l.collection_id, count(*) FROM paper_collections l GROUP BY l.collection_id"
_LOST_OF_COLLECTIONS = f"""
SELECT l.collection_id, count(*) FROM paper_collections l WHERE l.paper_id IN ({_LOST}) GROUP BY l.collection_id"""


def tags(connection: sqlite3.Connection) -> tuple[Tag, ...]:
    """All tags, by name."""
    papers = _less(connection, _OF_TAGS, _LOST_OF_TAGS)
    below: defaultdict[int, list[int]] = defaultdict(list)
    for level, tag in connection.execute(_LEVELS):
        below[level].append(tag)
    papers.update(_each_once(connection, "SELECT paper_id FROM paper_tags WHERE tag_id IN ({})", below))
    rows = connection.execute("SELECT id, name, color FROM tags ORDER BY key")
    return tuple(Tag(TagId(tag), name, color, papers.get(tag, 0)) for tag, name, color in rows)


def collections(connection: sqlite3.Connection) -> tuple[Collection, ...]:
    """All collections: parents before children, those of one parent in the order of their positions."""
    children: defaultdict[int | None, list[Collection]] = defaultdict(list)
    rows = connection.execute("SELECT id, parent_id, name, position FROM collections ORDER BY position, id")
    for key, parent, name, position in rows:
        children[parent].append(Collection(CollectionId(key), parent, name, position, 0))
    found: list[Collection] = []
    waiting = children[None][::-1]
    while waiting:
        found.append(waiting.pop())
        waiting += children[found[-1].id][::-1]

    below: dict[int, list[int]] = {}
    for collection in reversed(found):  # children before parents
        inner = children[collection.id]
        if inner:
            below[collection.id] = [key for child in inner for key in (child.id, *below.get(child.id, ()))]
    papers = _less(connection, _OF_COLLECTIONS, _LOST_OF_COLLECTIONS)
    papers.update(_each_once(connection, "SELECT paper_id FROM paper_collections WHERE collection_id IN ({})", below))
    return tuple(replace(collection, papers=papers.get(collection.id, 0)) for collection in found)


def _less(connection: sqlite3.Connection, all_: str, lost: str) -> dict[int, int]:
    """How many papers each holds, those in the Trash taken off: they are few beside the rest."""
    found: dict[int, int] = dict(connection.execute(all_).fetchall())
    for key, papers in connection.execute(lost):
        found[key] -= papers
    return found


def _each_once(connection: sqlite3.Connection, statement: str, below: Mapping[int, list[int]]) -> dict[int, int]:
    """How many papers those hold that have others below them: a paper may be in several. Sets of Python do that in
    less than half the time of SQLite's count(DISTINCT)."""
    lost = set(chain.from_iterable(connection.execute(_LOST))) if below else set()
    found = {}
    for level, inner in below.items():
        papers = set(chain.from_iterable(select_in(connection, statement, [level, *inner])))
        found[level] = len(papers) - len(papers & lost)
    return found


def saved_searches(connection: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """All saved searches, in the order of their positions."""
    rows = connection.execute("SELECT id, name, query, position FROM saved_searches ORDER BY position, id")
    return tuple(SavedSearch(SearchId(key), name, query, position) for key, name, query, position in rows)


def names(connection: sqlite3.Connection, field: str) -> list[str]:
    """The names that may stand behind that field of a search (`query.FIELDS`): of all levels of tags, of collections or
    of saved searches. Those of tags the most used first, others by name."""
    if field == "tag":
        levels: dict[str, str] = {}
        for tag in sorted(tags(connection), key=lambda tag: -tag.papers):
            parts = tag.name.split(TAG_SEPARATOR)
            for depth in range(len(parts), 0, -1):
                level = TAG_SEPARATOR.join(parts[:depth])
                levels.setdefault(label_key(level), level)
        return list(levels.values())
    table = {"collection": "collections", "search": "saved_searches"}[field]
    found = {label_key(name): name for (name,) in connection.execute(f"SELECT name FROM {table}")}
    return [found[key] for key in sorted(found)]
