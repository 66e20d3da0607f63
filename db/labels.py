"""Reading tags, collections and saved searches for the screen.

Statements are SQL text over the driver's connection, like those of `db/browse.py`.
"""

import sqlite3
from collections import defaultdict

from desktop.domain.ids import CollectionId, SearchId, TagId
from desktop.domain.labels import Collection, SavedSearch, Tag

_IN_USE = "NOT IN (SELECT t.id FROM papers t WHERE t.trashed_at IS NOT NULL)"

_OF_TAGS = f"SELECT g.tag_id, count(*) FROM paper_tags g WHERE g.paper_id {_IN_USE} GROUP BY g.tag_id"
_BELOW = "b.key = a.key OR (b.key >= a.key || '/' AND b.key < a.key || '0')"
"""The digit 0 is the sign that follows the separator."""
_OF_LEVELS = f"""
SELECT a.id, count(DISTINCT g.paper_id) FROM tags a JOIN tags b ON {_BELOW} JOIN paper_tags g ON g.tag_id = b.id
WHERE g.paper_id {_IN_USE} AND EXISTS (SELECT 1 FROM tags c WHERE c.key >= a.key || '/' AND c.key < a.key || '0')
GROUP BY a.id
"""
"""Of the tags that have others below them: a paper with several of these counts once."""

_OF_COLLECTIONS = f"""
WITH RECURSIVE held(id, top) AS (
  SELECT c.id, c.id FROM collections c
  UNION ALL SELECT c.id, h.top FROM collections c JOIN held h ON c.parent_id = h.id)
SELECT h.top, count(DISTINCT g.paper_id) FROM held h JOIN paper_collections g ON g.collection_id = h.id
WHERE g.paper_id {_IN_USE} GROUP BY h.top
"""


def tags(connection: sqlite3.Connection) -> tuple[Tag, ...]:
    """All tags, by name."""
    papers = dict(connection.execute(_OF_TAGS).fetchall())
    papers.update(connection.execute(_OF_LEVELS).fetchall())
    rows = connection.execute("SELECT id, name, color FROM tags ORDER BY key")
    return tuple(Tag(TagId(tag), name, color, papers.get(tag, 0)) for tag, name, color in rows)


def collections(connection: sqlite3.Connection) -> tuple[Collection, ...]:
    """All collections: parents before children, those of one parent in the order of their positions."""
    papers = dict(connection.execute(_OF_COLLECTIONS).fetchall())
    children: defaultdict[int | None, list[Collection]] = defaultdict(list)
    rows = connection.execute("SELECT id, parent_id, name, position FROM collections ORDER BY position, id")
    for key, parent, name, position in rows:
        children[parent].append(Collection(CollectionId(key), parent, name, position, papers.get(key, 0)))

    found: list[Collection] = []
    waiting = children[None][::-1]
    while waiting:
        found.append(waiting.pop())
        waiting += children[found[-1].id][::-1]
    return tuple(found)


def saved_searches(connection: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """All saved searches, in the order of their positions."""
    rows = connection.execute("SELECT id, name, query, position FROM saved_searches ORDER BY position, id")
    return tuple(SavedSearch(SearchId(key), name, query, position) for key, name, query, position in rows)
