"""While a window holds the library it does what the command line asks, with the same words and exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.app.paths import find_paths
from desktop.system.local_channel import NoPeerError, open_conversation
from tests.e2e.digests import numbered
from tests.e2e.papershelf import PROGRAM, environment, papershelf
from tests.unit.services.pdf_files import plain

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")

QT = {"QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": ""}


def start_window(library: Path) -> "subprocess.Popen[bytes]":
    command = [*PROGRAM, "--library", str(library)]
    return subprocess.Popen(command, env=environment(QT), stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_for_channel(library: Path, window: "subprocess.Popen[bytes]") -> None:
    """Until the window answers."""
    deadline = time.monotonic() + 60
    while True:
        assert window.poll() is None, window.communicate()
        assert time.monotonic() < deadline
        try:
            with open_conversation(find_paths().runtime, library, {"do": "raise"}) as conversation:
                conversation.receive(5)
                return
        except NoPeerError:
            pass


@contextmanager
def window_with(library: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A window that holds the library; it is closed in order, without complaint, at the end."""
    with start_window(library) as window:
        try:
            wait_for_channel(library, window)
            yield window
            window.terminate()
            _, complaints = window.communicate(timeout=30)
            assert window.returncode == 0
            assert b"Traceback" not in complaints
        finally:
            window.kill()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for number in range(3):
        (tmp_path / f"{number}.md").write_bytes(numbered(number * 30, 30))
    (tmp_path / "bad.bin").write_bytes(b"\x00\xff" * 100)
    assert papershelf("import", tmp_path / "0.md", "--library", tmp_path / "library").code == 0
    return tmp_path / "library"


COMMANDS = (
    ("list", "--sort", "arxiv_id"),
    ("list", "--json", "--limit", "3"),
    ("search", "Paper", "--json"),
    ("search", "nothing of the kind"),
    ("digests",),
    ("digests", "--json"),
    ("check",),
    ("export", "--digest", "0.md", "-o", "out.md"),
    ("export", "--all-digests", "-o", "all"),
    ("export", "--digest", "missing.md", "-o", "x.md"),
    ("export", "--all-digests", "-o", "0.md"),
    ("import", "0.md"),
    ("import", "missing.md", "bad.bin"),
)


def test_a_served_command_says_and_does_the_same(library: Path) -> None:
    cwd = library.parent
    alone = [papershelf(*command, "--library", "library", cwd=cwd) for command in COMMANDS]
    with window_with(library):
        served = [papershelf(*command, "--library", "library", cwd=cwd) for command in COMMANDS]
    assert served == alone
    assert [answer.code for answer in alone] == [0] * 9 + [4, 4, 0, 1]


def test_a_served_check_says_the_same_of_a_missing_pdf(library: Path) -> None:
    (library.parent / "a.pdf").write_bytes(plain("On walls"))
    assert papershelf("add", library.parent / "a.pdf", "--later", "--library", library).code == 0
    (pdf,) = (library / "papers").glob("*.pdf")
    pdf.unlink()
    alone = papershelf("check", "--library", library)
    assert (alone.code, pdf.name in alone.out, "damaged" in alone.out) == (1, True, False)
    with window_with(library):
        assert papershelf("check", "--library", library) == alone


def test_a_served_import_is_stored_and_found(library: Path) -> None:
    with window_with(library):
        answer = papershelf("import", ".", "--json", "--library", "library", cwd=library.parent)
        assert answer.code == 1  # bad.bin
        assert json.loads(answer.out)["digests_added"] == 2
        assert len(papershelf("list", "--library", library).out.splitlines()) == 90
    assert len(papershelf("list", "--library", library).out.splitlines()) == 90
    assert papershelf("check", "--library", library).code == 0


def test_many_commands_at_once_are_all_served(library: Path) -> None:
    with window_with(library):
        command = [*PROGRAM, "list", "--library", str(library)]
        running = [subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE) for _ in range(12)]
        assert {len(process.communicate(timeout=60)[0].splitlines()) for process in running} == {30}


def test_a_client_that_stops_reading_holds_nobody_up(library: Path) -> None:
    (library.parent / "many.md").write_bytes(numbered(1000, 20_000))
    with window_with(library):
        papershelf("import", library.parent / "many.md", "--library", library)
        command = [*PROGRAM, "list", "--library", str(library)]
        with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE) as stopped:
            assert stopped.stdout is not None
            stopped.stdout.readline()
            assert papershelf("digests", "--library", library).code == 0
            stopped.kill()
        assert papershelf("digests", "--library", library).code == 0


def test_ctrl_c_in_the_client_stops_the_import_in_the_window(library: Path) -> None:
    folder = library.parent / "many"
    folder.mkdir()
    for number in range(100):
        (folder / f"{number:03}.md").write_bytes(numbered(1000 + number * 200, 200))
    with window_with(library):
        command = [*PROGRAM, "import", str(folder), "--library", str(library)]
        with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as client:
            with pytest.raises(subprocess.TimeoutExpired):
                client.wait(0.6)
            client.send_signal(signal.SIGINT)
            assert client.wait(30) == 130
        assert len(papershelf("list", "--library", library).out.splitlines()) in (30, 20_030)


def test_a_killed_window_leaves_the_library_free(library: Path) -> None:
    with start_window(library) as window:
        wait_for_channel(library, window)
        window.kill()
    assert len(papershelf("list", "--library", library).out.splitlines()) == 30
    with window_with(library):
        assert len(papershelf("list", "--library", library).out.splitlines()) == 30


def test_a_stopped_window_is_reported_as_in_use(library: Path) -> None:
    with window_with(library) as window:
        window.send_signal(signal.SIGSTOP)
        try:
            answer = papershelf("list", "--library", library)
        finally:
            window.send_signal(signal.SIGCONT)
        assert (answer.code, answer.out) == (3, "")
        assert str(window.pid) in answer.err


def test_twenty_starts_at_once_give_one_window(library: Path) -> None:
    starts = [start_window(library) for _ in range(20)]
    others = list(starts)
    deadline = time.monotonic() + 100
    while len(others) > 1 and time.monotonic() < deadline:
        others = [start for start in others if start.poll() is None]
    assert len(others) == 1
    for start in starts:
        if start is not others[0]:
            assert start.communicate() == (b"", b"")
            assert start.returncode == 0
    wait_for_channel(library, others[0])
    assert int((library / "library.lock").read_text()) == others[0].pid
    others[0].terminate()
    others[0].communicate(timeout=30)
    assert others[0].returncode == 0


def test_a_window_of_a_newer_library_says_so_and_leaves_it_alone(library: Path) -> None:
    from tests.e2e.test_library_trouble import set_pragma, sha256

    set_pragma(library, "PRAGMA user_version=999")
    before = sha256(library / "library.sqlite")
    with start_window(library) as window:
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(2)  # it stays, and offers another library
        window.terminate()
        window.communicate(timeout=30)
    assert window.returncode == 0
    assert sha256(library / "library.sqlite") == before
    assert os.path.getsize(library / "library.sqlite")
