"""Backups are whole, thinned out by age, and can be put back."""

import errno
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.backups import DAILY, back_up, backups_of, is_due, restore, taken_at, thin_out
from db.library_file import LibraryFile
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
    path.write_bytes(b"")
    return path


def test_a_backup_is_due_once_a_day(folder: Path) -> None:
    assert not is_due(folder)
    (made,) = backups_of(folder)
    made.rename(pretend_backup(folder, timedelta(days=1, minutes=1)))
    assert is_due(folder)


def test_days_and_weeks_are_kept_and_the_rest_is_thinned_out(folder: Path) -> None:
    for day in range(1, 60):
        pretend_backup(folder, timedelta(days=day))
        pretend_backup(folder, timedelta(days=day, seconds=1))
    before_upgrade = pretend_backup(folder, timedelta(days=300), "before-schema-2")

    thin_out(folder)

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
    thin_out(folder)

    assert mine.exists()


def test_what_a_killed_backup_left_is_swept(folder: Path) -> None:
    for name in (
        "library-20260101T000000000000-daily.sqlite.part",
        "library-20260101T000000000000-daily.sqlite.part-wal",
    ):
        (folder / "backups" / name).write_bytes(b"half")

    thin_out(folder)

    assert [path.suffix for path in (folder / "backups").iterdir()] == [".sqlite"]


@pytest.mark.parametrize("step", range(2))
def test_going_back_that_fails_at_any_rename_leaves_library_and_log(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    (folder / "library.sqlite").write_bytes(b"broken")
    (folder / "library.sqlite-wal").write_bytes(b"log")
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
    assert files == {"library.sqlite": b"broken", "library.sqlite-wal": b"log"}


def test_going_back_keeps_the_log_with_the_file_that_was_there(folder: Path) -> None:
    (folder / "library.sqlite").write_bytes(b"broken")
    (folder / "library.sqlite-wal").write_bytes(b"log")

    kept = restore(folder, backups_of(folder)[0])

    assert (kept.read_bytes(), kept.with_name(kept.name + "-wal").read_bytes()) == (b"broken", b"log")
    assert not (folder / "library.sqlite-wal").exists()


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
