"""Reading tags, collections and saved searches for the screen.

Statements are SQL text over the driver's connection, like those of `db/browse.py`.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from db import filed_papers
from db.filed_papers import COLLECTIONS, TAGS, all_in_collections, all_in_tags, in_use
from desktop.domain.ids import CollectionId, SearchId, TagId
from desktop.domain.labels import TAG_SEPARATOR, Collection, SavedSearch, Tag, TagLevel, label_key


def tags(connection: sqlite3.Connection, held: Mapping[int, int] | None = None) -> tuple[Tag, ...]:
    """All tags, by name. How many papers of those in use they hold need not be found again."""
    papers = in_use(connection, TAGS, all_in_tags(connection)) if held is None else held
    rows = connection.execute("SELECT id, name, color FROM tags ORDER BY key")
    return tuple(Tag(TagId(tag), name, color, papers.get(tag, 0)) for tag, name, color in rows)


def levels(connection: sqlite3.Connection, held: Mapping[int, int]) -> tuple[TagLevel, ...]:
    """The levels of the tree that are no tags, with how many papers of those in use they hold."""
    return tuple(TagLevel(key, held.get(number, 0)) for key, number in filed_papers.levels(connection).items())


def collections(connection: sqlite3.Connection, all_papers: Mapping[int, int] | None = None) -> tuple[Collection, ...]:
    """All collections: parents before children, those of one parent in the order of their positions. What
    `all_in_collections` finds need not be found again."""
    held = all_in_collections(connection) if all_papers is None else all_papers
    papers = in_use(connection, COLLECTIONS, held)
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


def names(connection: sqlite3.Connection, field: str) -> list[str]:
    """The names that may stand behind that field of a search (`query.FIELDS`): of feeds, of all levels of tags, of
    collections or of saved searches. Those of tags the most used first, others by name."""
    if field == "tag":
        levels: dict[str, str] = {}
        for tag in sorted(tags(connection), key=lambda tag: -tag.papers):
            parts = tag.name.split(TAG_SEPARATOR)
            for depth in range(len(parts), 0, -1):
                level = TAG_SEPARATOR.join(parts[:depth])
                levels.setdefault(label_key(level), level)
        return list(levels.values())
    table = {"feed": "feeds WHERE trashed_at IS NULL", "collection": "collections", "search": "saved_searches"}[field]
    found = {label_key(name): name for (name,) in connection.execute(f"SELECT name FROM {table}")}
    return [found[key] for key in sorted(found)]
