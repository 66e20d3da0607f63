"""What saving, editing, moving and deleting searches changes, as steps that can be undone."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from db.index_documents import driver
from db.positions import reordered
from db.undo_log import Change, RowsChange
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import SearchId
from desktop.domain.labels import label_key
from desktop.domain.query_parser import with_new_names


def search_row(connection: Connection, search: SearchId) -> dict[str, Any]:
    """The columns of a saved search beside its key. Raises InputError if it is gone."""
    columns = ("name", "key", "query", "position")
    statement = f"SELECT {', '.join(columns)} FROM saved_searches WHERE id = ?"
    if (found := driver(connection).execute(statement, (search,)).fetchone()) is None:
        raise InputError(Reason.NO_SUCH_LABEL, detail="this saved search is no longer in the library")
    return dict(zip(columns, found, strict=True))


def saving(connection: Connection, name: str, query: str) -> list[Change]:
    """A search with that name behind all others. Raises InputError if there is one of that name."""
    _require_free(connection, name, None)
    (last, position) = (
        driver(connection)
        .execute("SELECT coalesce(max(id), 0), coalesce(max(position) + 1, 0) FROM saved_searches")
        .fetchone()
    )
    values = {"name": name, "key": label_key(name), "query": query, "position": position}
    return [RowsChange("saved_searches", ({"id": last + 1},), None, values)]


def editing(connection: Connection, search: SearchId, name: str, query: str) -> list[Change]:
    """The search gets that name and query; other searches that refer to it follow. Raises InputError if another one has
    that name."""
    row = search_row(connection, search)
    _require_free(connection, name, search)
    before = {column: row[column] for column in ("name", "key", "query")}
    after = {"name": name, "key": label_key(name), "query": query}
    if before == after:
        return []
    own: list[Change] = [RowsChange("saved_searches", ({"id": search},), before, after)]
    if before["name"] == name:
        return own
    return own + following(connection, "search", lambda old: name if label_key(old) == row["key"] else None, search)


def moving(connection: Connection, search: SearchId, position: int) -> list[Change]:
    """The search goes to that place among the others."""
    search_row(connection, search)
    rows = driver(connection).execute("SELECT id, position FROM saved_searches ORDER BY position, id")
    return reordered("saved_searches", dict(rows.fetchall()), search, position)


def deleting(connection: Connection, search: SearchId) -> list[Change]:
    """The search goes; those that refer to it find nothing there."""
    return [RowsChange("saved_searches", ({"id": search},), search_row(connection, search), None)]


def following(
    connection: Connection, field: str, new_name: Callable[[str], str | None], but: SearchId | None = None
) -> list[Change]:
    """Saved searches go on finding what gets another name: `new_name` of what is named behind that field."""
    changes: list[Change] = []
    rows = driver(connection).execute("SELECT id, query FROM saved_searches WHERE id IS NOT ?", (but,))
    for search, query in rows.fetchall():
        if (new := with_new_names(query, field, new_name)) != query:
            changes.append(RowsChange("saved_searches", ({"id": search},), {"query": query}, {"query": new}))
    return changes


def _require_free(connection: Connection, name: str, search: SearchId | None) -> None:
    statement = "SELECT name FROM saved_searches WHERE key = ? AND id IS NOT ?"
    if found := driver(connection).execute(statement, (label_key(name), search)).fetchone():
        raise InputError(Reason.NAME_TAKEN, found[0], "there is a saved search of this name")
