"""The ids of a listing, in order.

Statements are SQL text over the driver's connection: the first screen is read before SQLAlchemy has been imported.
"""

import sqlite3
from array import array
from collections.abc import Mapping
from itertools import chain

from db.places import order, scope
from desktop.domain.listing import Listing, PaperList, Place

_IN_OWN_ORDER = {
    Place.DIGEST: """
        SELECT p.id FROM digest_entries e JOIN papers p ON p.id = e.paper_id
        WHERE e.digest_id = :item AND p.trashed_at IS NULL GROUP BY p.id ORDER BY min(e.position)""",
    Place.FEED: """
        SELECT id FROM (SELECT p.id, max(l.day) AS day, l.position FROM feed_papers l JOIN papers p ON p.id = l.paper_id
          WHERE l.feed_id = :item AND p.trashed_at IS NULL GROUP BY p.id) ORDER BY day DESC, position""",
    Place.OWN_DIGEST: """
        SELECT p.id FROM own_digest_papers o JOIN papers p ON p.id = o.paper_id
        WHERE o.own_digest_id = :item AND p.trashed_at IS NULL ORDER BY o.position, p.id""",
}
"""Beside max(), SQLite takes the position from the row that has the newest day: https://sqlite.org/lang_select.html"""
_NEWEST_FIRST = {
    Place.ALL: "SELECT p.id FROM papers p WHERE p.trashed_at IS NULL ORDER BY p.id DESC",
    Place.INBOX: """
        SELECT p.id FROM papers p WHERE p.trashed_at IS NULL
          AND p.rowid NOT IN (SELECT t.id FROM papers t WHERE t.status <> 'inbox') ORDER BY p.id DESC""",
}
"""Places that hold nearly all papers: the index of the Trash, read from end to end, is quicker than asking it."""
_FIRST_PAGE = {
    Place.ALL: "SELECT p.id FROM papers p WHERE +p.trashed_at IS NULL ORDER BY p.id DESC",
    Place.INBOX: "SELECT p.id FROM papers p WHERE +p.trashed_at IS NULL AND p.status = 'inbox' ORDER BY p.id DESC",
}
"""The newest of them are quicker found among the papers themselves, read from the end: the index of the Trash knows no
such order, so that SQLite sorts a million to show 200. The plus keeps it from that."""


def list_papers(connection: sqlite3.Connection, listing: Listing) -> PaperList:
    """The ids of a listing, in order."""
    where, parameters = scope(listing)
    if listing.query or listing.place is Place.SEARCH:
        return _searched(connection, listing, where, parameters)
    return PaperList(_ids(connection, listing, where, parameters))


def _searched(connection: sqlite3.Connection, listing: Listing, where: str, parameters: dict[str, object]) -> PaperList:
    # 15 ms that the first rows need not wait for
    from db.saved_queries import saved_queries
    from db.search import search_ids
    from db.search_query import compile_query
    from desktop.domain.query import EVERYTHING, And, Filter
    from desktop.domain.query_parser import parse

    query = parse(listing.query, typing=listing.typing)
    typed = query != EVERYTHING
    if listing.place is Place.SEARCH:
        if (name := _saved_search(connection, listing.item)) is None:
            return PaperList(array("q"))
        saved = Filter("search", name)
        query = And((saved, query)) if typed else saved
    elif not typed:
        return PaperList(_ids(connection, listing, where, parameters))
    compiled = compile_query(query, saved_queries(connection, query))
    if listing.sort is not None:
        found = _ids(connection, listing, f"{where} AND {compiled.condition()}", {**parameters, **compiled.parameters})
        return PaperList(found)
    ranked = listing.ranked and typed
    found = search_ids(connection, compiled, where, parameters, ranked=ranked, limit=listing.limit)
    return PaperList(found, ranked=ranked and compiled.rankable)


def _saved_search(connection: sqlite3.Connection, search: int | None) -> str | None:
    """The name of a saved search; None if it is gone."""
    found = connection.execute("SELECT name FROM saved_searches WHERE id = ?", (search,)).fetchone()
    return None if found is None else str(found[0])


def _ids(
    connection: sqlite3.Connection, listing: Listing, where: str, parameters: Mapping[str, object]
) -> "array[int]":
    if listing.sort is None and listing.place in _IN_OWN_ORDER:
        statement = _IN_OWN_ORDER[listing.place]
    elif listing.sort is None and not listing.query and listing.place in _NEWEST_FIRST:
        statement = (_NEWEST_FIRST if listing.limit is None else _FIRST_PAGE)[listing.place]
    else:
        statement = f"SELECT p.id FROM papers p WHERE {where} ORDER BY {order(listing)}"
    if listing.limit is not None:
        statement += f" LIMIT {int(listing.limit)}"
    return array("q", chain.from_iterable(connection.execute(statement, parameters)))
