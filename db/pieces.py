"""Asking SQLite for many keys at once: so many that its limits are far, so few that each piece is quick."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

PIECE = 500
_Value = TypeVar("_Value")


def pieces(values: Iterable[_Value]) -> Iterator[Sequence[_Value]]:
    """The values in order, `PIECE` at a time."""
    remaining = iter(values)
    while piece := list(islice(remaining, PIECE)):
        yield piece


def select_in(connection: sqlite3.Connection, statement: str, values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """The records of a statement with one `IN ({})`, asked in pieces."""
    for piece in pieces(values):
        yield from connection.execute(statement.format(", ".join("?" * len(piece))), piece)
