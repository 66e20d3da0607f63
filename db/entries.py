"""Reading the strings of entries."""

import sqlite3

from desktop.domain.digest import ENTRY_FIELDS, Entry
from desktop.domain.ids import EntryId

STRINGS = ", ".join(f"e.{name}" for name in ENTRY_FIELDS)
"""The strings of `entries e` in the order that `Entry` takes them."""


def entry(connection: sqlite3.Connection, key: EntryId) -> Entry:
    """The entry of that id."""
    return Entry(*connection.execute(f"SELECT {STRINGS} FROM entries e WHERE e.id = ?", (key,)).fetchone())
