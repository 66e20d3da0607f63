"""A library that is open: its folder, its connection, its transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from db.connection import SCHEMA_VERSION, connect, inspect
from db.errors import storage_error, storage_errors
from db.folder_kinds import folder_kind
from desktop.domain.errors import Reason, StorageError
from desktop.domain.folder_kind import FolderKind

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

FILE_NAME = "library.sqlite"


class LibraryFile:
    """`library.sqlite` in the library's folder. Used by one thread at a time, the one of the `db` lane."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self.ended_badly = False
        """The program that had the library open last was killed or lost power (its write-ahead log was left behind)."""
        self.kind = FolderKind.LOCAL
        """Known once the library is open."""
        self._connection: sqlite3.Connection | None = None

    def open(self) -> None:
        """Open the library, making or upgrading it where needed. Raises StorageError and leaves the file as it was."""
        version = inspect(self.path)
        try:
            for place in (self.folder, self.folder / "papers", self.folder / "backups"):
                place.mkdir(mode=0o700, parents=True, exist_ok=True)
            logs = [self.path.with_name(FILE_NAME + ending) for ending in ("-wal", "-journal")]
            self.ended_badly = any(log.exists() and log.stat().st_size > 0 for log in logs)
        except OSError as error:
            raise StorageError(Reason.NOT_WRITABLE, str(self.folder), error.strerror or str(error)) from error
        self.kind = folder_kind(self.folder)
        self._connection = connect(self.path, local=self.kind is FolderKind.LOCAL)
        try:
            self._upgrade(version)
        except BaseException:
            self.close()
            raise

    def _upgrade(self, version: int) -> None:
        with storage_errors(self.path):
            if self.ended_badly:  # the version may stand in the write-ahead log only
                version = self.connection.execute("PRAGMA user_version").fetchone()[0]
            if version == SCHEMA_VERSION:
                return
            if version > SCHEMA_VERSION:
                raise StorageError(Reason.LIBRARY_NEWER, str(self.path))
            from db.upgrade import upgrade  # Alembic takes 0.75 s to import and is needed once in a library's life

            if version > 0:
                from db.backups import back_up

                back_up(self.connection, self.folder, f"before-schema-{SCHEMA_VERSION}")
            with self.transaction() as connection:
                upgrade(connection)

    def close(self) -> None:
        """Close the library. The write-ahead log is folded into the file."""
        if "engine" in self.__dict__:
            self.engine.dispose()
            del self.__dict__["engine"]
        if self._connection is not None:
            with storage_errors(self.path):
                self._connection.close()
            self._connection = None

    @property
    def connection(self) -> sqlite3.Connection:
        """The driver's connection, for the statements of `db/browse.py` and `db/search.py`."""
        if self._connection is None:
            raise StorageError(Reason.IO, str(self.path), "the library is closed")
        return self._connection

    @cached_property
    def engine(self) -> "Engine":
        """SQLAlchemy over the same connection. Importing it takes 0.4 s, so not before it is needed."""
        from sqlalchemy import create_engine, event
        from sqlalchemy.pool import StaticPool

        connection = self.connection
        engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)

        def begin(opened: "Connection") -> None:
            opened.exec_driver_sql("BEGIN IMMEDIATE")

        event.listen(engine, "begin", begin)
        return engine

    @contextmanager
    def transaction(self) -> Iterator["Connection"]:
        """One transaction, committed (and on the disk) when the block ends, rolled back if it raises. Raises
        StorageError.
        """
        from sqlalchemy.exc import DBAPIError  # not before SQLAlchemy is needed at all

        try:
            with storage_errors(self.path), self.engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            translated = storage_error(error.orig, self.path) if isinstance(error.orig, sqlite3.Error) else None
            if translated is None:
                raise
            raise translated from error
