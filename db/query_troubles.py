"""Names in a search that find nothing, whatever the library holds."""

import sqlite3
from collections.abc import Iterator

from desktop.domain.labels import TAG_SEPARATOR, label_key, tag_name
from desktop.domain.listing import Listing, Place
from desktop.domain.query import And, Filter
from desktop.domain.query_parser import NameInText, names_in
from desktop.domain.query_references import QueryTrouble, Trouble, references

_TAGS = "SELECT 1 FROM tags WHERE key = ? OR (key >= ? AND key < ?)"
_FEEDS = "SELECT 1 FROM feeds WHERE trashed_at IS NULL AND :key IN (label_key(name), label_key(source))"
_COLLECTIONS = "SELECT 1 FROM collections WHERE label_key(name) = ?"


def troubles(connection: sqlite3.Connection, listing: Listing) -> tuple[QueryTrouble, ...]:
    """Those of what is typed, of the saved search that is shown, and of those that these refer to, each once. What is
    still being typed is passed over."""
    names = names_in(listing.query, typing=listing.typing)
    if listing.place is Place.SEARCH:
        shown = connection.execute("SELECT name FROM saved_searches WHERE id = ?", (listing.item,))
        names += [NameInText("search", name, (0, 0)) for (name,) in shown]
    told = [trouble for named in names for trouble in _of_label(connection, named)]
    told += _of_searches(connection, {label_key(named.name): named.name for named in names if named.field == "search"})
    return tuple(dict.fromkeys(told))


def _of_label(connection: sqlite3.Connection, named: NameInText) -> Iterator[QueryTrouble]:
    if named.field == "tag":
        key = label_key(tag_name(named.name))
        keys = (key, key + TAG_SEPARATOR, key + chr(ord(TAG_SEPARATOR) + 1))
        if connection.execute(_TAGS, keys).fetchone() is None:
            yield QueryTrouble(Trouble.NO_SUCH_TAG, named.name)
    elif named.field == "feed":
        if not connection.execute(_FEEDS, {"key": label_key(named.name)}).fetchone():
            yield QueryTrouble(Trouble.NO_SUCH_FEED, named.name)
    elif named.field == "collection" and not connection.execute(_COLLECTIONS, (label_key(named.name),)).fetchone():
        yield QueryTrouble(Trouble.NO_SUCH_COLLECTION, named.name)


def _of_searches(connection: sqlite3.Connection, named: dict[str, str]) -> Iterator[QueryTrouble]:
    if not named:
        return
    rows = connection.execute("SELECT key, name, query FROM saved_searches").fetchall()
    saved = {key: query for key, _, query in rows}
    known = references(And(tuple(Filter("search", name) for name in named.values())), saved)
    shown = dict(named)
    for key in known.queries:
        for inner in names_in(saved[key]):
            shown.setdefault(label_key(inner.name), inner.name)
            yield from _of_label(connection, inner)
    for key in sorted(known.unknown):
        yield QueryTrouble(Trouble.NO_SUCH_SEARCH, shown.get(key, key))
    shown |= {key: name for key, name, _ in rows}
    for key in sorted(known.circles):
        yield QueryTrouble(Trouble.CIRCLE, shown[key])
