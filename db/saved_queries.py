"""What the saved searches find that a query refers to."""

import sqlite3
from collections import Counter
from itertools import chain

from db.search_query import Saved, compile_query
from desktop.domain.labels import label_key
from desktop.domain.query import And, Filter, Not, Or, Query
from desktop.domain.query_references import references, referred

_LARGE = 50
"""Conditions: a saved search that comes to more, with those it refers to, is looked for on its own, as is one that is
named more than once. Searches that each refer twice to the one before would double at every level."""


def saved_queries(connection: sqlite3.Connection, query: Query) -> Saved:
    """The saved searches that a query refers to, ready to be made SQL of."""
    saved = Saved()
    if not (named := referred(query)):
        return saved
    texts = dict(connection.execute("SELECT key, query FROM saved_searches").fetchall())
    queries = references(query, texts).queries
    times = Counter(chain(named, *map(referred, queries.values())))
    sizes: dict[str, int] = {}
    for key, found in queries.items():
        sizes[key] = _size(found, sizes)
        if times[key] > 1 or sizes[key] > _LARGE:
            compiled = compile_query(found, saved)
            statement = f"SELECT json_group_array(p.rowid) FROM papers p WHERE {compiled.condition()}"
            (saved.ids[key],) = connection.execute(statement, compiled.parameters).fetchone()
            sizes[key] = 1
        saved.queries[key] = found
    return saved


def _size(query: Query, sizes: dict[str, int]) -> int:
    match query:
        case Filter("search", name):
            return 1 + sizes.get(label_key(name), 0)
        case Not(part):
            return _size(part, sizes)
        case And(parts) | Or(parts):
            return sum(_size(part, sizes) for part in parts)
    return 1
