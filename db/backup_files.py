"""Looking at library files that are not open: what they hold, and whether they are whole. Nothing is written, nor are
files made beside them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from db.connection import inspect
from db.errors import interruptible, storage_errors
from db.stored_values import TAKEN_BACK
from desktop.domain.backup import Holdings
from desktop.domain.errors import Reason, StorageError

_COUNTS = {
    "papers": f"SELECT count(*) FROM papers WHERE trashed_at IS NOT {TAKEN_BACK}",
    "digests": f"SELECT count(*) FROM digests WHERE trashed_at IS NOT {TAKEN_BACK}",
    "notes": "SELECT count(*) FROM texts WHERE kind = 'note' AND value <> ''",
}
_MARKS = "SELECT count(*) FROM marks"
_HAS_MARKS = "SELECT 1 FROM sqlite_master WHERE name = 'marks'"


def holdings(connection: sqlite3.Connection) -> Holdings:
    """How much a library of any schema holds. Marks came with the third."""
    found = {name: connection.execute(count).fetchone()[0] for name, count in _COUNTS.items()}
    has_marks = connection.execute(_HAS_MARKS).fetchone() is not None
    return Holdings(**found, marks=connection.execute(_MARKS).fetchone()[0] if has_marks else 0)


def look(path: Path) -> Holdings:
    """How much the library file holds, by its tables; milliseconds. Raises StorageError: LIBRARY_DAMAGED for what is no
    library, LIBRARY_NEWER, LIBRARY_FOREIGN."""
    with _opened(path) as connection:
        return holdings(connection)


def verify(path: Path, cancelled: Callable[[], bool] = lambda: False) -> Holdings:
    """The same after reading all of the file, which takes about a second for 250 MB. Raises Cancelled, too."""
    with _opened(path) as connection, interruptible(connection, cancelled):
        require_whole(connection, path)
        return holdings(connection)


def require_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Read all of an open library file. Raises StorageError, LIBRARY_DAMAGED if it is not whole."""
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict == "ok" and (dangling := connection.execute("PRAGMA foreign_key_check").fetchone()):
        verdict = f"a row of {dangling[0]} points at nothing"
    if verdict != "ok":
        raise StorageError(Reason.LIBRARY_DAMAGED, str(path), verdict)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    if inspect(path) == 0:
        raise StorageError(Reason.LIBRARY_DAMAGED, str(path), "the file holds no library")
    with storage_errors(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            yield connection
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                raise
            raise StorageError(Reason.LIBRARY_DAMAGED, str(path), str(error)) from error  # a table is not there
        finally:
            connection.close()
