"""`papershelf backup`, `restore` and `check` as a person uses them, with their exit codes."""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.digests import numbered
from tests.e2e.papershelf import Answer, papershelf
from tests.e2e.test_library_trouble import sha256, small_disk
from tests.e2e.test_served_commands import window_with
from tests.unit.services.pdf_files import plain

__all__ = ["small_disk"]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """50 papers, one of them with a PDF."""
    (tmp_path / "a.md").write_bytes(numbered(1, 49))
    (tmp_path / "walls.pdf").write_bytes(plain("A study of walls"))
    assert papershelf("import", tmp_path / "a.md", "--library", tmp_path / "library").code == 0
    assert papershelf("add", tmp_path / "walls.pdf", "--library", tmp_path / "library").code == 0
    return tmp_path / "library"


def run(library: Path, *words: str | Path, code: int = 0) -> Answer:
    answer = papershelf(*words, "--library", library)
    assert answer.code == code, answer
    return answer


def papers(library: Path) -> int:
    return len(run(library, "list").out.splitlines())


def add_more(library: Path) -> None:
    (library.parent / "more.md").write_bytes(numbered(500, 7))
    run(library, "import", library.parent / "more.md")


def listed(library: Path, code: int = 0) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(library, "backup", "--list", "--json", code=code).out)
    return found


def test_a_backup_is_made_and_says_where_and_what_is_not_in_it(library: Path) -> None:
    answer = run(library, "backup")
    (made,) = (library / "backups").glob("*.sqlite")
    assert answer.out == f"{made}\n"
    assert "holds no PDFs" in answer.err
    assert [(one["papers"], one["reason"], one["whole"]) for one in listed(library)] == [(50, "by-hand", True)]


def test_a_backup_goes_where_it_is_wanted(library: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    into_folder = Path(run(library, "backup", "--to", disk).out.strip())
    as_file = Path(run(library, "backup", "--to", disk / "mine.sqlite").out.strip())
    assert into_folder.parent == as_file.parent == disk
    run(library, "backup", "--to", as_file)  # an older backup is replaced
    assert sorted(disk.iterdir()) == sorted((into_folder, as_file))


@pytest.mark.parametrize("place", ["there-is-no-such/folder/x.sqlite", "letter.txt", "library/library.sqlite"])
def test_a_place_that_cannot_be_used_is_refused_and_left_alone(library: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada")
    before = sha256(library / "library.sqlite")
    answer = run(library, "backup", "--to", tmp_path / place, code=4)
    assert answer.out == ""
    assert (tmp_path / "letter.txt").read_text() == "Dear Ada"
    assert sha256(library / "library.sqlite") == before


def test_a_copy_with_pdfs_is_a_library_of_its_own(library: Path, tmp_path: Path) -> None:
    answer = run(library, "backup", "--with-pdfs", tmp_path / "copy")
    assert "1 PDF" in answer.err
    assert run(tmp_path / "copy", "check").code == 0
    assert papers(tmp_path / "copy") == 50
    run(library, "backup", "--with-pdfs", tmp_path / "copy", code=4)
    run(library, "backup", "--with-pdfs", library / "papers" / "inside", code=4)
    assert sorted(path.name for path in tmp_path.iterdir() if "copy" in path.name) == ["copy"]


def test_a_copy_tells_of_pdfs_that_are_missing(library: Path, tmp_path: Path) -> None:
    (pdf,) = (library / "papers").glob("*.pdf")
    pdf.unlink()
    answer = run(library, "backup", "--with-pdfs", tmp_path / "copy", code=1)
    assert pdf.name in answer.err
    assert papers(tmp_path / "copy") == 50


def test_a_full_disk_leaves_no_half_backup(library: Path, small_disk: Path) -> None:
    (library.parent / "large.md").write_bytes(numbered(1000, 20_000))
    run(library, "import", library.parent / "large.md")
    (small_disk / "old.sqlite").write_bytes(b"")
    for words in (("--to", small_disk / "new.sqlite"), ("--with-pdfs", small_disk / "copy")):
        answer = papershelf("backup", *words, "--library", library)
        assert answer.code in (3, 4)
        assert "the disk is full" in answer.err
        assert os.listdir(small_disk) == ["old.sqlite"]


def test_going_back_tells_what_is_lost_and_can_be_taken_back(library: Path) -> None:
    run(library, "backup")
    add_more(library)
    before = sha256(library / "library.sqlite")

    dry = run(library, "restore", "--dry-run")
    assert "7 papers added" in dry.err
    assert sha256(library / "library.sqlite") == before

    answer = run(library, "restore")
    assert "7 papers added" in answer.err
    (kept,) = library.glob("library-put-aside-*.sqlite")
    assert kept.name in answer.err
    assert sha256(kept) == before
    assert papers(library) == 50

    run(library, "restore", kept.name)
    assert papers(library) == 57


def test_a_moment_is_gone_back_to_by_the_newest_backup_until_then(library: Path) -> None:
    old = Path(run(library, "backup").out.strip())
    day = datetime.now().astimezone() - timedelta(days=3)
    old = old.rename(old.with_name(f"library-{day.astimezone(None):%Y%m%dT%H%M%S%f}-daily.sqlite"))
    add_more(library)
    run(library, "backup")

    at = day + timedelta(days=1)
    answer = json.loads(run(library, "restore", "--at", f"{at:%Y-%m-%d %H:%M}", "--json").out)

    assert (answer["backup"], answer["papers"], answer["lost"]["papers_added"]) == (str(old), 50, 57)
    assert papers(library) == 50
    run(library, "restore", "--at", "2001-01-01", code=4)
    run(library, "restore", "--at", "yesterday", code=2)
    run(library, "restore", "no-such-backup", code=4)


def test_a_damaged_library_goes_back_to_the_newest_backup_that_is_whole(library: Path) -> None:
    run(library, "backup")
    newest = library / "backups" / "library-20991231T000000000000-daily.sqlite"
    newest.write_bytes(b"not a library " * 1000)
    (library / "library.sqlite").write_bytes(b"not a database " * 1000)

    refused = run(library, "list", code=3)
    assert f"papershelf restore --library {library}" in refused.err
    assert [one["whole"] for one in listed(library, code=1)] == [False, True]
    assert "is damaged" in run(library, "restore", newest.name, code=4).err

    answer = run(library, "restore")
    assert "nothing is known of what was done since" in answer.err
    (kept,) = library.glob("library-put-aside-*.sqlite")
    assert kept.read_bytes().startswith(b"not a database ")
    assert papers(library) == 50


def test_a_library_without_backups_says_so(library: Path) -> None:
    assert run(library, "backup", "--list").out == ""
    assert "no whole backup was made" in run(library, "restore", code=4).err


def test_stray_files_are_named_moved_and_added(library: Path, tmp_path: Path) -> None:
    stray = library / "papers" / "stray.pdf"
    stray.write_bytes(plain("A study of doors"))
    answer = run(library, "check")
    assert "stray.pdf" in answer.out
    assert "--add-stray" in answer.err

    run(library, "check", "--move-stray", tmp_path / "moved")
    assert [path.name for path in (tmp_path / "moved").iterdir()] == ["stray.pdf"]
    shutil.move(tmp_path / "moved" / "stray.pdf", stray)

    assert "stray" not in run(library, "check", "--add-stray").out
    assert papers(library) == 51
    assert len(list((library / "papers").glob("*.pdf"))) == 2


def test_a_window_makes_backups_and_says_that_it_goes_back_itself(library: Path) -> None:
    with window_with(library):
        made = Path(run(library, "backup").out.strip())
        assert len(listed(library)) == 1
        answer = run(library, "restore", code=3)
        assert "Backups…" in answer.err
        assert run(library, "check").code == 0
    with closing(sqlite3.connect(made)) as backup:
        assert backup.execute("SELECT count(*) FROM papers").fetchone() == (50,)
