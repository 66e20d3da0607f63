"""What filing papers in collections, and making, moving and deleting these changes, as steps that can be undone."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from db.index_documents import driver
from db.labels_searches import following
from db.labels_tags import present
from db.pieces import select_in
from db.positions import reordered
from db.undo_log import Change, RowsChange, RowValues
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import CollectionId, PaperId
from desktop.domain.labels import label_key

_PAIR = ("collection_id", "paper_id")
_BELOW = """
WITH RECURSIVE held(id, depth) AS (
  SELECT ?, 0 UNION ALL SELECT c.id, h.depth + 1 FROM collections c JOIN held h ON c.parent_id = h.id)
SELECT id FROM held ORDER BY depth DESC, id DESC
"""
_SIBLINGS = "SELECT id, position FROM collections WHERE parent_id IS ? ORDER BY position, id"


def collection_row(connection: Connection, collection: CollectionId) -> dict[str, Any]:
    """The columns of a collection beside its key. Raises InputError if it is gone."""
    statement = "SELECT parent_id, name, position FROM collections WHERE id = ?"
    if (found := driver(connection).execute(statement, (collection,)).fetchone()) is None:
        raise InputError(Reason.NO_SUCH_LABEL, detail="this collection is no longer in the library")
    return dict(zip(("parent_id", "name", "position"), found, strict=True))


def collecting(connection: Connection, papers: Sequence[PaperId], collection: CollectionId) -> list[Change]:
    """These papers come into the collection."""
    raw = driver(connection)
    held = _held(raw, [collection])
    keys = [(collection, paper) for paper in present(raw, papers) if (collection, paper) not in held]
    return _pairs(keys, there=True)


def uncollecting(connection: Connection, papers: Sequence[PaperId], collection: CollectionId) -> list[Change]:
    """These papers leave the collection, and those below it."""
    raw = driver(connection)
    leaving = set(papers)
    keys = sorted(pair for pair in _held(raw, _subtree(raw, collection)) if pair[1] in leaving)
    return _pairs(keys, there=False)


def new_collection(
    connection: Connection, name: str, parent: CollectionId | None, papers: Sequence[PaperId] = ()
) -> list[Change]:
    """A collection behind all others with that parent, with these papers in it."""
    raw = driver(connection)
    if parent is not None:
        collection_row(connection, parent)
    (last,) = raw.execute("SELECT coalesce(max(id), 0) FROM collections").fetchone()
    (position,) = raw.execute(
        "SELECT coalesce(max(position) + 1, 0) FROM collections WHERE parent_id IS ?", (parent,)
    ).fetchone()
    values = {"parent_id": parent, "name": name, "position": position}
    held = [(CollectionId(last + 1), paper) for paper in present(raw, papers)]
    return [RowsChange("collections", ({"id": last + 1},), None, values), *_pairs(held, there=True)]


def renaming(connection: Connection, collection: CollectionId, name: str) -> list[Change]:
    """The collection gets that name. Saved searches that name it follow, if no other one had that name, too."""
    before = collection_row(connection, collection)["name"]
    if name == before:
        return []
    changes: list[Change] = [RowsChange("collections", ({"id": collection},), {"name": before}, {"name": name})]
    key = label_key(before)
    (alike,) = (
        driver(connection).execute("SELECT count(*) FROM collections WHERE label_key(name) = ?", (key,)).fetchone()
    )
    if alike > 1:
        return changes
    return changes + following(connection, "collection", lambda old: name if label_key(old) == key else None)


def moving(
    connection: Connection, collection: CollectionId, parent: CollectionId | None, position: int
) -> list[Change]:
    """The collection goes below another parent, or elsewhere among those of its own, before the one at `position`.

    Raises InputError, about the collection's name, if it would come to lie inside of itself.
    """
    raw = driver(connection)
    before = collection_row(connection, collection)
    if parent is not None:
        collection_row(connection, parent)
        if parent in _subtree(raw, collection):
            raise InputError(Reason.INSIDE_ITSELF, before["name"], "a collection cannot lie inside of itself")
    changes: list[Change] = []
    if parent != before["parent_id"]:
        changes.append(
            RowsChange("collections", ({"id": collection},), {"parent_id": before["parent_id"]}, {"parent_id": parent})
        )
    rows = dict(raw.execute(_SIBLINGS, (parent,)).fetchall())
    rows[collection] = before["position"]
    return changes + reordered("collections", rows, collection, position)


def deleting(connection: Connection, collection: CollectionId) -> list[Change]:
    """The collection goes with all below it. Their papers stay in the library."""
    raw = driver(connection)
    collection_row(connection, collection)
    gone = _subtree(raw, collection)
    changes = _pairs(sorted(_held(raw, gone)), there=False)
    for key in gone:  # the deepest first
        changes.append(RowsChange("collections", ({"id": key},), collection_row(connection, key), None))
    return changes


def _subtree(connection: sqlite3.Connection, collection: CollectionId) -> list[CollectionId]:
    """The collection and all below it, the deepest first."""
    return [key for (key,) in connection.execute(_BELOW, (collection,))]


def _held(connection: sqlite3.Connection, collections: Sequence[CollectionId]) -> set[tuple[CollectionId, PaperId]]:
    statement = "SELECT collection_id, paper_id FROM paper_collections WHERE collection_id IN ({})"
    return {(collection, paper) for collection, paper in select_in(connection, statement, collections)}


def _pairs(keys: Sequence[tuple[CollectionId, PaperId]], *, there: bool) -> list[Change]:
    return [RowValues.pairs("paper_collections", _PAIR, keys, there=there)] if keys else []
