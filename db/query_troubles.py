"""Names in a search that find nothing, whatever the library holds."""

import sqlite3
from collections.abc import Iterator

from desktop.domain.labels import TAG_SEPARATOR, label_key, tag_name
from desktop.domain.query_parser import NameInText, names_in, parse
from desktop.domain.query_references import QueryTrouble, Trouble, references

_TAGS = "SELECT 1 FROM tags WHERE key = ? OR (key >= ? AND key < ?)"
_COLLECTIONS = "SELECT 1 FROM collections WHERE label_key(name) = ?"


def troubles(connection: sqlite3.Connection, text: str, *, typing: bool) -> tuple[QueryTrouble, ...]:
    """Those of a search and of the saved searches that it refers to, each once. With `typing`, a name at the very end
    is passed over."""
    names = names_in(text, typing=typing)
    told = [trouble for named in names for trouble in _of_label(connection, named)]
    if any(named.field == "search" for named in names):
        told += _of_searches(connection, text, names)
    return tuple(dict.fromkeys(told))


def _of_label(connection: sqlite3.Connection, named: NameInText) -> Iterator[QueryTrouble]:
    if named.field == "tag":
        key = label_key(tag_name(named.name))
        keys = (key, key + TAG_SEPARATOR, key + chr(ord(TAG_SEPARATOR) + 1))
        if connection.execute(_TAGS, keys).fetchone() is None:
            yield QueryTrouble(Trouble.NO_SUCH_TAG, named.name)
    elif named.field == "collection" and not connection.execute(_COLLECTIONS, (label_key(named.name),)).fetchone():
        yield QueryTrouble(Trouble.NO_SUCH_COLLECTION, named.name)


def _of_searches(connection: sqlite3.Connection, text: str, names: list[NameInText]) -> Iterator[QueryTrouble]:
    rows = connection.execute("SELECT key, name, query FROM saved_searches").fetchall()
    saved = {key: query for key, _, query in rows}
    known = references(parse(text), saved)
    shown = {label_key(named.name): named.name for named in names}
    for key in known.queries:
        shown = {label_key(named.name): named.name for named in names_in(saved[key])} | shown
    for key in sorted(known.unknown & shown.keys()):
        yield QueryTrouble(Trouble.NO_SUCH_SEARCH, shown[key])
    shown |= {key: name for key, name, _ in rows}
    for key in sorted(known.circles):
        yield QueryTrouble(Trouble.CIRCLE, shown[key])
