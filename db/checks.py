"""Is the library file whole?"""

import sqlite3

from db.stored_values import TAKEN_BACK
from desktop.domain.paper import PaperFile

_FILES = "SELECT path, sha256, size, version, name FROM files ORDER BY path"


def complaints(connection: sqlite3.Connection) -> tuple[str, ...]:
    """What SQLite finds wrong with the file; nothing if it is whole. Takes about a second for 250 MB."""
    found = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
    return () if found == ["ok"] else tuple(found)


def dangling(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Tables with rows that point at rows that are not there."""
    found = {f"{table} → {parent}" for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check")}
    return tuple(sorted(found))


def files(connection: sqlite3.Connection) -> tuple[PaperFile, ...]:
    """All files that the library says it holds."""
    return tuple(PaperFile(*row) for row in connection.execute(_FILES))


def counts(connection: sqlite3.Connection) -> tuple[int, int]:
    """Papers and digests, those in the Trash included."""
    there = f"trashed_at IS NOT {TAKEN_BACK}"
    papers, digests = connection.execute(
        f"SELECT (SELECT count(*) FROM papers WHERE {there}), (SELECT count(*) FROM digests WHERE {there})"
    ).fetchone()
    return papers, digests
