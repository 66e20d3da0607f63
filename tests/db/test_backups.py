"""Backups are whole, thinned out by age, and can be put back."""

import errno
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.backups import DAILY, back_up, backups_of, is_due, listed, restore, taken_at, thin_out
from db.library_file import LibraryFile
from desktop.domain.backup import BackupReason, Holdings
from desktop.domain.errors import Reason, StorageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    library = LibraryFile(tmp_path)
    library.open()
    back_up(library.connection, tmp_path, DAILY)
    library.close()
    return tmp_path


def pretend_backup(folder: Path, age: timedelta, why: str = DAILY) -> Path:
    path = folder / "backups" / f"library-{datetime.now(UTC) - age:%Y%m%dT%H%M%S%f}-{why}.sqlite"
    shutil.copyfile(newest_whole_of(folder), path)
    return path


def newest_whole_of(folder: Path) -> Path:
    return next(backup.path for backup in listed(folder) if not backup.complaint)


def test_a_backup_is_due_once_a_day(folder: Path) -> None:
    assert not is_due(folder)
    (made,) = backups_of(folder)
    pretend_backup(folder, timedelta(days=1, minutes=1))
    made.unlink()
    assert is_due(folder)


def test_days_and_weeks_are_kept_and_the_rest_is_thinned_out(folder: Path) -> None:
    for day in range(1, 60):
        pretend_backup(folder, timedelta(days=day))
        pretend_backup(folder, timedelta(days=day, seconds=1))
    before_upgrade = pretend_backup(folder, timedelta(days=300), "before-schema-2")

    thin_out(folder, Holdings())

    kept = backups_of(folder)
    ages = [(datetime.now(UTC) - taken_at(path)).days for path in kept]
    assert ages[:7] == list(range(7))
    assert before_upgrade in kept
    assert len([age for age in ages if 7 <= age < 60]) in (2, 3, 4)


def test_a_damaged_library_is_not_backed_up(folder: Path) -> None:
    path = folder / "library.sqlite"
    data = bytearray(path.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 100] = b"\xaa" * 100
    path.write_bytes(bytes(data))
    damaged = sqlite3.connect(path)
    before = backups_of(folder)

    with pytest.raises(StorageError) as error:
        back_up(damaged, folder, DAILY)

    damaged.close()
    assert error.value.reason is Reason.LIBRARY_DAMAGED
    assert backups_of(folder) == before
    assert not list((folder / "backups").glob("*.part"))


def test_going_back_keeps_the_file_that_was_there(folder: Path) -> None:
    (folder / "library.sqlite").write_bytes(b"broken")

    kept = restore(folder, backups_of(folder)[0])

    assert kept.read_bytes() == b"broken"
    library = LibraryFile(folder)
    library.open()
    assert library.connection.execute("SELECT count(*) FROM papers").fetchone() == (0,)
    library.close()


def test_a_file_with_a_name_of_its_own_is_no_daily_backup(folder: Path) -> None:
    mine = folder / "backups" / "library-of-mine-daily.sqlite"
    mine.write_bytes(b"")

    assert not is_due(folder)
    thin_out(folder, Holdings())

    assert mine.exists()


def test_what_a_killed_backup_left_is_swept(folder: Path) -> None:
    for name in (
        "library-20260101T000000000000-daily.sqlite.part",
        "library-20260101T000000000000-daily.sqlite.part-wal",
    ):
        (folder / "backups" / name).write_bytes(b"half")

    thin_out(folder, Holdings())

    assert [path.suffix for path in (folder / "backups").iterdir()] == [".sqlite"]


@pytest.mark.parametrize("log", ["wal", "journal"])
@pytest.mark.parametrize("step", range(2))
def test_going_back_that_fails_at_any_rename_leaves_library_and_log(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int, log: str
) -> None:
    (folder / "library.sqlite").write_bytes(b"broken")
    (folder / f"library.sqlite-{log}").write_bytes(b"log")
    calls = iter(range(100))
    rename = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if next(calls) == step:
            raise OSError(errno.ENOSPC, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(StorageError) as error:
        restore(folder, backups_of(folder)[0])

    assert error.value.reason is Reason.DISK_FULL
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert files == {"library.sqlite": b"broken", f"library.sqlite-{log}": b"log"}


@pytest.mark.parametrize("log", ["wal", "journal"])
def test_going_back_keeps_the_log_with_the_file_that_was_there(folder: Path, log: str) -> None:
    (folder / "library.sqlite").write_bytes(b"broken")
    (folder / f"library.sqlite-{log}").write_bytes(b"log")

    kept = restore(folder, backups_of(folder)[0])

    assert (kept.read_bytes(), kept.with_name(f"{kept.name}-{log}").read_bytes()) == (b"broken", b"log")
    assert not (folder / f"library.sqlite-{log}").exists()


def test_going_back_never_leaves_a_moment_without_a_library(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "library.sqlite").write_bytes(b"broken")
    there: list[bool] = []
    rename = Path.replace

    def watched(self: Path, target: Path) -> Path:
        result = rename(self, target)
        there.append((folder / "library.sqlite").exists())
        return result

    monkeypatch.setattr(Path, "replace", watched)
    restore(folder, backups_of(folder)[0])

    assert there
    assert all(there)


def fill(folder: Path, papers: int) -> None:
    """A library of so many papers, and a daily backup of it."""
    library = LibraryFile(folder)
    library.open()
    library.connection.execute("DELETE FROM papers")
    for number in range(papers):
        library.connection.execute(
            "INSERT INTO papers (title, translated_title, doi, link, title_hash, categories, authors, published,"
            " announced, typed_facts, added_at) VALUES (?, '', '', '', ?, '', '', '', '', '', 0)",
            (f"Paper {number}", number),
        )
    back_up(library.connection, folder, DAILY)
    library.close()


def test_what_a_backup_holds_and_why_it_was_made_is_listed(folder: Path) -> None:
    fill(folder, 30)
    pretend_backup(folder, timedelta(days=3), "before-schema-4")
    pretend_backup(folder, timedelta(days=2), "by-hand")
    restore(folder, backups_of(folder)[0])

    found = listed(folder)

    assert [backup.reason for backup in found] == [
        BackupReason.PUT_ASIDE,
        BackupReason.DAILY,
        BackupReason.DAILY,
        BackupReason.BY_HAND,
        BackupReason.UPGRADE,
    ]
    assert [backup.holdings.papers for backup in found if backup.holdings] == [30, 30, 0, 30, 30]


def test_a_library_that_shrank_does_not_rotate_its_last_full_backup_away(folder: Path) -> None:
    fill(folder, 30)
    full = backups_of(folder)[0]
    for made in backups_of(folder)[1:]:
        made.unlink()
    full = full.rename(full.with_name(f"library-{datetime.now(UTC) - timedelta(days=90):%Y%m%dT%H%M%S%f}-daily.sqlite"))
    fill(folder, 2)
    for day in range(1, 60):
        pretend_backup(folder, timedelta(days=day))

    thin_out(folder, Holdings(papers=2))
    assert full in backups_of(folder)

    thin_out(folder, Holdings(papers=25))
    assert full not in backups_of(folder)


def test_a_backup_that_cannot_be_read_stands_for_no_day(folder: Path) -> None:
    whole = pretend_backup(folder, timedelta(days=1, minutes=2))
    damaged = pretend_backup(folder, timedelta(days=1, minutes=1))
    damaged.write_bytes(b"not a database" * 100)

    thin_out(folder, Holdings())
    assert whole in backups_of(folder)

    (newest, *_) = backups_of(folder)
    newest.write_bytes(b"")
    assert is_due(folder)


def test_a_backup_is_one_file_that_is_read_without_making_others(folder: Path) -> None:
    (made,) = backups_of(folder)
    assert made.read_bytes()[18:20] == b"\x01\x01"  # no write-ahead log
    listed(folder)
    assert [path.name for path in (folder / "backups").iterdir()] == [made.name]


def test_a_backup_that_is_damaged_is_not_gone_back_to(folder: Path) -> None:
    (made,) = backups_of(folder)
    data = bytearray(made.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 100] = b"\xaa" * 100
    made.write_bytes(bytes(data))
    before = (folder / "library.sqlite").read_bytes()

    with pytest.raises(StorageError) as error:
        restore(folder, made)

    assert error.value.reason is Reason.LIBRARY_DAMAGED
    assert (folder / "library.sqlite").read_bytes() == before
    assert not [path for path in folder.iterdir() if ".part" in path.name or "put-aside" in path.name]


@pytest.mark.parametrize(
    ("statement", "reason"),
    [("PRAGMA user_version=999", Reason.LIBRARY_NEWER), ("PRAGMA application_id=7", Reason.LIBRARY_FOREIGN)],
)
def test_newer_and_foreign_files_are_not_gone_back_to(folder: Path, statement: str, reason: Reason) -> None:
    (made,) = backups_of(folder)
    other = sqlite3.connect(made)
    other.execute(statement)
    other.commit()
    other.close()

    with pytest.raises(StorageError) as error:
        restore(folder, made)

    assert error.value.reason is reason
    assert not list(folder.glob("library-put-aside-*"))
