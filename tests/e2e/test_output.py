"""Odd terminals, odd names, readers that go away, Ctrl+C."""

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.digests import digest, numbered
from tests.e2e.papershelf import PROGRAM, environment, papershelf

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes, signals and file names")


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"LANG": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "latin-1"}]
)
def test_output_is_utf_8_in_any_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    name = "摘要 é.md"
    (tmp_path / name).write_bytes(digest([("2401.00001", "注意力 é")]))
    imported = papershelf("import", name, "--library", "图书馆", cwd=tmp_path, env=locale)
    assert (imported.code, imported.err) == (0, "")
    assert imported.out.startswith(f"{name}: 1 paper")
    assert "注意力 é" in papershelf("search", "注意力", "--library", "图书馆", cwd=tmp_path, env=locale).out
    exported = papershelf("export", "--digest", name, "-o", "导出.md", "--library", "图书馆", cwd=tmp_path, env=locale)
    assert exported.code == 0
    assert (tmp_path / "导出.md").read_bytes() == (tmp_path / name).read_bytes()


def test_a_file_name_that_is_not_utf_8_is_imported_and_comes_back(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    (tmp_path / name).write_bytes(numbered(1, 1))
    answer = papershelf("import", "--json", tmp_path / name, "--library", tmp_path / "library")
    assert answer.code == 0
    assert json.loads(answer.out)["digests_added"] == 1
    assert papershelf("export", "--all-digests", "-o", tmp_path / "out", "--library", tmp_path / "library").code == 0
    (written,) = (tmp_path / "out").iterdir()
    assert written.read_bytes() == (tmp_path / name).read_bytes()


def test_titles_cannot_command_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(digest([("2401.00001", "Red \x1b[31m alert \x07\x9b2J")]))
    papershelf("import", "a.md", "--library", "l", cwd=tmp_path)
    listed = papershelf("list", "--library", "l", cwd=tmp_path).out
    assert not [char for char in listed if (ord(char) < 32 and char not in "\t\n") or 127 <= ord(char) < 160]
    (paper,) = json.loads(papershelf("list", "--json", "--library", "l", cwd=tmp_path).out)
    assert "\x1b[31m" in paper["title"]


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "many.md").write_bytes(numbered(0, 3000))
    papershelf("import", "many.md", "--library", "l", cwd=tmp_path)
    command = [*PROGRAM, "list", "--library", "l"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_to_a_full_disk_is_a_message(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        command = [*PROGRAM, "list", "--json", "--library", "l"]
        done = subprocess.run(command, cwd=tmp_path, env=environment(), stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 4
    assert done.stderr.decode() == "papershelf: the output cannot be written: No space left on device\n"


def test_closed_streams_do_not_stop_the_work(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(numbered(1, 2))
    script = " ".join([*PROGRAM, "import", "a.md", "--library", "l", ">&-", "2>&-"])
    assert subprocess.run(["sh", "-c", script], cwd=tmp_path, env=environment()).returncode == 0
    assert len(papershelf("list", "--library", "l", cwd=tmp_path).out.splitlines()) == 2


def interrupted_import(folder: Path, sign: Path) -> None:
    """Import 20,000 papers into `l` and press Ctrl+C once the file `sign` holds something."""
    for number in range(100):
        (folder / f"{number:03}.md").write_bytes(numbered(number * 200, 200))
    papershelf("list", "--library", "l", cwd=folder)
    command = [*PROGRAM, "import", ".", "--library", "l"]
    pipe = subprocess.PIPE
    env = environment({"PYTHONWARNINGS": ""})  # Ctrl+C inside open() leaves a file to the garbage collector
    with subprocess.Popen(command, cwd=folder, env=env, stdout=pipe, stderr=pipe) as process:
        while process.poll() is None and not (sign.exists() and sign.stat().st_size):
            pass
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert err.decode() == "papershelf: interrupted; nothing was left half done\n"


def test_ctrl_c_while_reading_imports_nothing(tmp_path: Path) -> None:
    interrupted_import(tmp_path, tmp_path / "l" / "library.lock")
    assert papershelf("list", "--library", "l", cwd=tmp_path).out == ""


def test_ctrl_c_while_writing_imports_all_or_nothing(tmp_path: Path) -> None:
    interrupted_import(tmp_path, tmp_path / "l" / "library.sqlite-wal")
    assert len(papershelf("list", "--library", "l", cwd=tmp_path).out.splitlines()) in (0, 20_000)
    assert papershelf("check", "--library", "l", cwd=tmp_path).code == 0


def test_what_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(numbered(1, 1))
    papershelf("import", "a.md", "--library", "l", cwd=tmp_path)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "l").rglob("*")}
    assert {mode for path, mode in modes.items() if path.is_dir()} <= {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_library_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir(mode=0o500)
    answer = papershelf("list", "--library", folder)
    assert answer.code == 3
    assert str(folder) in answer.err


def test_a_library_below_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    answer = papershelf("list", "--library", tmp_path / "file" / "library")
    assert answer.code == 3
    assert "cannot be written" in answer.err
