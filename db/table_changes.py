"""Whether tables were changed since something was read of them, so that it need not be read again.

Triggers of this connection count the changes, in memory. No other connection writes a library.
"""

import sqlite3
from collections.abc import Callable
from typing import Generic, TypeVar

_COUNTS = "CREATE TEMP TABLE IF NOT EXISTS table_changes (name TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID"
_TRIGGER = """
CREATE TEMP TRIGGER IF NOT EXISTS {table}_{number} AFTER {event} ON {table} BEGIN
  UPDATE table_changes SET count = count + 1 WHERE name = '{table}';
END"""
_EVENTS = ("INSERT", "UPDATE", "DELETE")
_T = TypeVar("_T")


class Kept(Generic[_T]):
    """What `read` finds in these tables, found again once one of them was changed. Not to be asked inside of a
    transaction, which may be rolled back."""

    def __init__(self, read: Callable[[sqlite3.Connection], _T], *tables: str) -> None:
        self._read = read
        self._tables = tables
        self._found: tuple[sqlite3.Connection, tuple[int, ...], _T] | None = None

    def read(self, connection: sqlite3.Connection) -> _T:
        """As it is now."""
        changes = tuple(_changes_of(connection, table) for table in self._tables)
        if self._found is None or self._found[:2] != (connection, changes):
            self._found = (connection, changes, self._read(connection))
        return self._found[2]


def _changes_of(connection: sqlite3.Connection, table: str) -> int:
    """How many changes of that table were made since it was first asked for."""
    connection.execute(_COUNTS)
    asked = "SELECT count FROM temp.table_changes WHERE name = ?"
    found = connection.execute(asked, (table,)).fetchone()
    if found is not None:
        return int(found[0])
    for number, event in enumerate(_EVENTS):
        connection.execute(_TRIGGER.format(table=table, number=number, event=event))
    connection.execute("INSERT INTO temp.table_changes VALUES (?, 0)", (table,))
    return 0
