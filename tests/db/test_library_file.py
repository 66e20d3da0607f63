"""Opening a library: new, old, newer, foreign, damaged, in use."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert

from db.backups import back_up, backups_of
from db.connection import APPLICATION_ID, SCHEMA_VERSION
from db.library_file import LibraryFile
from db.rows import entries, metadata
from desktop.domain.errors import Reason, StorageError

ENTRY = dict.fromkeys(
    ("title", "link", "translated_title", "summary", "summary_en", "translated_abstract", "abstract", "listing"), ""
)


@contextmanager
def opened(folder: Path) -> Iterator[LibraryFile]:
    library = LibraryFile(folder)
    library.open()
    try:
        yield library
    finally:
        library.close()


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refused(folder: Path) -> Reason:
    with pytest.raises(StorageError) as error:
        LibraryFile(folder).open()
    return error.value.reason


def test_a_new_library_has_the_tables_that_the_rows_describe(tmp_path: Path) -> None:
    with opened(tmp_path) as library, library.transaction() as connection:
        options = {"include_name": lambda name, kind, _: not (kind == "table" and "_fts" in name)}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        pragmas = [
            library.connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "application_id",
                "user_version",
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "trusted_schema",
            )
        ]
    assert pragmas == [APPLICATION_ID, SCHEMA_VERSION, "wal", 2, 1, 0]


def test_the_folders_are_for_their_owner_alone(tmp_path: Path) -> None:
    with opened(tmp_path / "library"):
        modes = [path.stat().st_mode & 0o777 for path in (tmp_path / "library").iterdir() if path.is_dir()]
    assert modes == [0o700, 0o700]


def test_a_second_program_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path):
        assert refused(tmp_path) is Reason.LIBRARY_IN_USE


def test_a_closed_library_is_one_file_without_leftovers(tmp_path: Path) -> None:
    with opened(tmp_path) as library, library.transaction() as connection:
        connection.execute(insert(entries).values(id=1, key=b"k", **ENTRY))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backups", "library.sqlite", "papers"]
    with opened(tmp_path) as library:
        assert not library.ended_badly


def test_a_library_whose_program_was_killed_is_noticed_and_whole(tmp_path: Path) -> None:
    with opened(tmp_path / "a") as library:
        with library.transaction() as connection:
            connection.execute(insert(entries).values(id=1, key=b"k", **ENTRY))
        shutil.copytree(tmp_path / "a", tmp_path / "b")  # as the disk stands after a kill
    with opened(tmp_path / "b") as library:
        assert library.ended_badly
        assert library.connection.execute("SELECT count(*) FROM entries").fetchone() == (1,)


@pytest.mark.parametrize(
    ("pragma", "reason"),
    [
        (f"user_version={SCHEMA_VERSION + 1}", Reason.LIBRARY_NEWER),
        ("application_id=1234", Reason.LIBRARY_FOREIGN),
    ],
)
def test_a_newer_or_foreign_library_is_refused_untouched(tmp_path: Path, pragma: str, reason: Reason) -> None:
    with opened(tmp_path):
        pass
    path = tmp_path / "library.sqlite"
    changed = sqlite3.connect(path)
    changed.execute(f"PRAGMA {pragma}")
    changed.close()
    before = sha256(path)

    assert refused(tmp_path) is reason
    assert sha256(path) == before
    assert not path.with_name("library.sqlite-wal").exists()


def test_what_is_no_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"These are my notes.\n" * 10)

    assert refused(tmp_path) is Reason.LIBRARY_DAMAGED
    assert path.read_bytes().startswith(b"These are my notes.")


def half_a_migration(library: LibraryFile) -> None:
    with library.transaction() as connection:
        connection.execute(insert(entries).values(id=1, key=b"k", **ENTRY))
        connection.exec_driver_sql("CREATE TABLE half (x)")
        raise ZeroDivisionError


def test_a_transaction_that_raises_leaves_nothing_behind(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        with pytest.raises(ZeroDivisionError):
            half_a_migration(library)
        tables = {name for (name,) in library.connection.execute("SELECT name FROM sqlite_master")}
        assert "half" not in tables
        assert library.connection.execute("SELECT count(*) FROM entries").fetchone() == (0,)


def test_an_upgrade_is_backed_up_and_one_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path) as library, library.transaction() as connection:
        connection.execute(insert(entries).values(id=1, key=b"k", **ENTRY))
    monkeypatch.setattr("db.library_file.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr("db.upgrade.SCHEMA_VERSION", SCHEMA_VERSION + 1)

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("alembic.command.upgrade", fail)
        with pytest.raises(ZeroDivisionError):
            LibraryFile(tmp_path).open()
    with opened(tmp_path) as library:
        assert library.connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)
        assert library.connection.execute("SELECT count(*) FROM entries").fetchone() == (1,)
    assert len(backups_of(tmp_path)) == 2


def test_a_backup_opens_as_a_library(tmp_path: Path) -> None:
    with opened(tmp_path / "a") as library:
        with library.transaction() as connection:
            connection.execute(insert(entries).values(id=1, key=b"k", **ENTRY))
        copy = back_up(library.connection, library.folder, "test")
    (tmp_path / "b").mkdir()
    shutil.copy(copy, tmp_path / "b" / "library.sqlite")

    with opened(tmp_path / "b") as restored:
        assert restored.connection.execute("SELECT count(*) FROM entries").fetchone() == (1,)


def test_a_database_of_another_program_without_a_name_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE books (title)")
    other.close()
    before = sha256(path)

    assert refused(tmp_path) is Reason.LIBRARY_FOREIGN
    assert sha256(path) == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["library.sqlite"]


def test_a_library_that_was_killed_while_it_was_made_is_made_again(tmp_path: Path) -> None:
    empty = sqlite3.connect(tmp_path / "library.sqlite")
    empty.execute("PRAGMA journal_mode=WAL")
    empty.close()

    with opened(tmp_path) as library:
        assert library.connection.execute("SELECT count(*) FROM papers").fetchone() == (0,)
