"""Opening the library file: one connection, held exclusively, with the rules that keep it whole.

The connection is plain `sqlite3`, so that the first screen can be read before SQLAlchemy has been imported (0.4 s);
SQLAlchemy works over the very same connection (`db/library_file.py`).
"""

import sqlite3
from pathlib import Path

from db.errors import storage_errors
from desktop.domain.errors import Reason, StorageError
from desktop.domain.labels import label_key

APPLICATION_ID = 0x50536C66
"""Says "this SQLite file is a Papershelf library" (`PRAGMA application_id`)."""
SCHEMA_VERSION = 5
"""Number of the newest migration (`PRAGMA user_version`)."""

_HEADER = b"SQLite format 3\x00"

_PRAGMAS = (
    "locking_mode=EXCLUSIVE",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "cache_size=-32768",
    "temp_store=MEMORY",
)


_WITH_LOG = ("journal_mode=WAL", "synchronous=FULL")
_WITHOUT_LOG = ("journal_mode=DELETE", "synchronous=EXTRA")
"""For folders of the network and of cloud services: one file at a time that has to be whole, and no shared memory."""


def inspect(path: Path) -> int:
    """The schema version of the library at `path`, 0 if there is none yet. Reads the file's first 100 bytes and
    writes nothing.

    Raises StorageError: LIBRARY_FOREIGN for another program's database, LIBRARY_NEWER for a newer Papershelf's,
    LIBRARY_DAMAGED for what is no database at all.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return 0
    except OSError as error:
        raise StorageError(Reason.UNREADABLE, str(path), error.strerror or str(error)) from error
    if not header:
        return 0
    if len(header) < 100 or not header.startswith(_HEADER):
        raise StorageError(Reason.LIBRARY_DAMAGED, str(path), "the file is not an SQLite database")
    version = int.from_bytes(header[60:64], "big")
    application = int.from_bytes(header[68:72], "big")
    ever_had_tables = any(header[40:44])  # the schema cookie
    if application == APPLICATION_ID and version > SCHEMA_VERSION:
        raise StorageError(
            Reason.LIBRARY_NEWER,
            str(path),
            f"schema {version}, this one knows {SCHEMA_VERSION}",
        )
    if application != APPLICATION_ID and (application or version or ever_had_tables):
        raise StorageError(Reason.LIBRARY_FOREIGN, str(path))
    return version


def connect(path: Path, *, local: bool = True) -> sqlite3.Connection:
    """An exclusive connection to the library at `path` (made if missing); transactions are begun and ended by hand.
    Without `local` there is no write-ahead log.

    Raises StorageError, LIBRARY_IN_USE among others.
    """
    with storage_errors(path):
        connection = sqlite3.connect(path, timeout=1.0, isolation_level=None, check_same_thread=False)
        try:
            for pragma in (*_PRAGMAS, *(_WITH_LOG if local else _WITHOUT_LOG)):
                connection.execute(f"PRAGMA {pragma}")
            connection.create_function("label_key", 1, label_key, deterministic=True)
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        except sqlite3.Error:
            connection.close()
            raise
    return connection
