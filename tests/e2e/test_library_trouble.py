"""Libraries that cannot be used are left alone, and the person is told why and what to do."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.system.library_lock import LibraryLock
from tests.e2e.digests import numbered
from tests.e2e.papershelf import PROGRAM, environment, papershelf


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_bytes(numbered(1, 50))
    assert papershelf("import", tmp_path / "a.md", "--library", tmp_path / "library").code == 0
    return tmp_path / "library"


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def set_pragma(library: Path, statement: str) -> None:
    with closing(sqlite3.connect(library / "library.sqlite")) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "word"),
    [("PRAGMA user_version=999", "newer Papershelf"), ("PRAGMA application_id=7", "another program")],
)
def test_a_newer_or_foreign_library_is_refused_untouched(library: Path, statement: str, word: str) -> None:
    set_pragma(library, statement)
    before = sha256(library / "library.sqlite")
    names = sorted(os.listdir(library))
    for command in (("list",), ("import", "."), ("check",)):
        answer = papershelf(*command, "--library", library, cwd=library.parent)
        assert (answer.code, answer.out) == (3, "")
        assert word in answer.err
    assert sha256(library / "library.sqlite") == before
    assert sorted(os.listdir(library)) == names


def test_what_is_no_database_is_refused_untouched_and_its_backups_are_named(library: Path) -> None:
    backup = library / "backups" / "library-20260101T000000000000-day.sqlite"
    shutil.copyfile(library / "library.sqlite", backup)
    (library / "library.sqlite").write_bytes(b"not a database at all " * 100)
    before = sha256(library / "library.sqlite")
    answer = papershelf("list", "--library", library)
    assert (answer.code, answer.out) == (3, "")
    assert "the library is damaged" in answer.err
    assert str(backup) in answer.err
    assert sha256(library / "library.sqlite") == before
    shutil.copyfile(backup, library / "library.sqlite")  # the way out that was named
    assert len(papershelf("list", "--library", library).out.splitlines()) == 50


def test_damage_inside_the_file_is_said_in_plain_words(library: Path) -> None:
    path = library / "library.sqlite"
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)
    for command in (("list",), ("check",)):
        answer = papershelf(*command, "--library", library)
        assert answer.code in (1, 3)
        assert "damaged" in answer.err + answer.out
        assert "Traceback" not in answer.err
        assert "bug" not in answer.err


def test_a_missing_pdf_is_found_by_the_check() -> None:
    assert papershelf("--sample", "check").code == 0
    (pdf,) = Path(os.environ["HOME"]).rglob("papers/*.pdf")
    pdf.write_bytes(b"%PDF-1.7 something else")
    answer = papershelf("--sample", "check")
    assert answer.code == 1
    assert pdf.name in answer.out
    assert "Find missing PDFs…" in answer.err
    assert "damaged" not in answer.out + answer.err
    assert "backups" not in answer.out + answer.err


def test_a_search_index_that_lacks_papers_is_found_and_made_anew(library: Path) -> None:
    set_pragma(library, "INSERT INTO papers_fts (papers_fts) VALUES ('delete-all')")
    answer = papershelf("check", "--library", library)
    assert answer.code == 1
    assert "50 papers are not in the index" in answer.out
    assert "--rebuild-index" in answer.err

    assert papershelf("check", "--rebuild-index", "--library", library).code == 0
    assert papershelf("check", "--library", library).code == 0
    assert len(papershelf("search", "paper", "--library", library).out.splitlines()) == 50


def test_another_command_is_waited_for(library: Path) -> None:
    lock = LibraryLock(library)
    lock.acquire()
    command = [*PROGRAM, "list", "--library", str(library)]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE) as waiting:
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(0.5)
        lock.release()
        out, _ = waiting.communicate(timeout=30)
    assert waiting.returncode == 0
    assert len(out.splitlines()) == 50


def test_a_library_in_use_is_said_after_a_while(library: Path) -> None:
    lock = LibraryLock(library)
    lock.acquire()
    answer = papershelf("list", "--library", library)
    lock.release()
    assert (answer.code, answer.out) == (3, "")
    assert "the library is in use" in answer.err
    assert str(os.getpid()) in answer.err


def test_commands_at_once_take_their_turns(library: Path) -> None:
    for number in range(6):
        (library.parent / f"{number}.md").write_bytes(numbered(100 + number * 10, 10))
    commands = [[*PROGRAM, "import", f"{number}.md", "--library", str(library)] for number in range(6)]
    running = [
        subprocess.Popen(command, cwd=library.parent, env=environment(), stdout=subprocess.DEVNULL)
        for command in commands
    ]
    assert [process.wait(60) for process in running] == [0] * 6
    assert len(papershelf("list", "--library", library).out.splitlines()) == 110


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root on Linux")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("this system does not let root mount a tmpfs")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_a_message_and_leaves_the_library_as_it_was(small_disk: Path, tmp_path: Path) -> None:
    library = small_disk / "library"
    (tmp_path / "small.md").write_bytes(numbered(1, 20))
    (tmp_path / "large.md").write_bytes(numbered(1000, 20_000))
    assert papershelf("import", tmp_path / "small.md", "--library", library).code == 0
    listed = papershelf("list", "--library", library).out
    answer = papershelf("import", tmp_path / "large.md", "--library", library)
    assert (answer.code, answer.out) == (3, "")
    assert "the disk is full; nothing was left half written" in answer.err
    assert papershelf("list", "--library", library).out == listed
    assert papershelf("check", "--library", library).code == 0


def test_an_export_to_a_full_disk_leaves_the_old_file(small_disk: Path, tmp_path: Path) -> None:
    (tmp_path / "large.md").write_bytes(numbered(1000, 20_000))
    assert papershelf("import", tmp_path / "large.md", "--library", tmp_path / "library").code == 0
    (small_disk / "old.md").write_bytes(b"old")
    answer = papershelf(
        "export", "--digest", "large.md", "-o", small_disk / "old.md", "--library", tmp_path / "library"
    )
    assert answer.code == 4
    assert "the disk is full" in answer.err
    assert os.listdir(small_disk) == ["old.md"]
    assert (small_disk / "old.md").read_bytes() == b"old"
