"""What several papers have in common, for actions on all of them."""

import json
import sqlite3
from collections.abc import Sequence

from desktop.domain.ids import CollectionId, PaperId, TagId

_AMONG = "paper_id IN (SELECT value FROM json_each(?))"
_TAGS = f"SELECT tag_id, count(*) FROM paper_tags WHERE {_AMONG} GROUP BY tag_id"
_COLLECTIONS = f"SELECT collection_id, count(*) FROM paper_collections WHERE {_AMONG} GROUP BY collection_id"
_UNLIKE = """SELECT EXISTS (SELECT 1 FROM json_each(?) j JOIN papers p ON p.id = j.value
    WHERE p.trashed_at IS NULL AND p.{column} <> ?)"""


def tags_of(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> dict[TagId, int]:
    """How many of these papers have each tag; tags that none has are left out."""
    return dict(connection.execute(_TAGS, (json.dumps(papers),)).fetchall())


def collections_of(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> dict[CollectionId, int]:
    """How many of these papers are in each very collection; those that hold none are left out."""
    return dict(connection.execute(_COLLECTIONS, (json.dumps(papers),)).fetchall())


def some_unlike(connection: sqlite3.Connection, papers: Sequence[PaperId], column: str, value: str | int) -> bool:
    """Whether any of these papers outside of the Trash has another value in that column of `papers`."""
    found = connection.execute(_UNLIKE.format(column=column), (json.dumps(papers), value)).fetchone()
    return bool(found[0])
