"""The PDF process holds and may do only what reading PDFs needs, and leaves nothing behind."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.domain.errors import PdfError
from desktop.domain.pdf_document import PdfFile, RenderRequest
from desktop.pdf.engine import MEMORY_BYTES, PdfEngine
from desktop.services.read_pages import ReadPages
from tests.architecture.tree import REPOSITORY
from tests.unit.pdf.made_pdfs import endless_pdf, made_pdf
from tests.unit.pdf.processes import exists, pid_of, told, wait_for_end

Write = Callable[[str, bytes], Path]
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are watched the way of Linux")

# What a spawned process does: the main module under another name, then ours.
LOAD_ALL = """
import runpy, sys
runpy.run_module("desktop.__main__", run_name="__mp_main__", alter_sys=True)
import desktop.pdf.process, desktop.pdf.worker.serving
print(*sys.modules)
"""
ASK_ONCE = """
import sys
from pathlib import Path
from desktop.pdf.engine import PdfEngine
engine = PdfEngine()
engine.inspect(Path(sys.argv[1]))
"""
ASK_AND_WAIT = """
import sys
from pathlib import Path
from desktop.pdf.engine import PdfEngine
def at_work():
    print(engine._worker._process.pid, flush=True)
    sys.stdin.read()
engine = PdfEngine(seconds=1)
engine.inspect(Path(sys.argv[1]))
if sys.argv[2:]:
    calls = iter([lambda: None])
    engine.inspect(Path(sys.argv[2]), lambda: bool(next(calls, at_work)()))
at_work()
"""
FORBIDDEN = """
import os, socket, subprocess, sys
from desktop.pdf.worker.limits import shut_in
shut_in(1 << 30)
def write():
    with open(sys.argv[1], "wb") as file:
        file.write(b"x")
done = []
for act in (
    socket.socket, lambda: subprocess.run(["true"]), lambda: os.system("true"), os.fork, write,
    lambda: os.posix_spawn("/bin/true", ["true"], {}), lambda: os.execv("/bin/true", ["true"]),
):
    try:
        act()
    except OSError:
        continue
    done.append(act)
sys.exit(len(done))
"""


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)


def live(engine: PdfEngine, good: Path) -> int:
    """The number of the process of the engine, which has taken requests."""
    engine.inspect(good)
    pid = pid_of(engine)
    assert pid
    return pid


@pytest.fixture
def good(write: Write) -> Path:
    return write("good.pdf", made_pdf(""))


def test_the_process_holds_neither_qt_nor_the_database(engine: PdfEngine, good: Path) -> None:
    modules = {name.partition(".")[0] for name in run(LOAD_ALL).stdout.split()}
    assert "pymupdf" in modules
    assert not modules & {"PySide6", "shiboken6", "sqlalchemy", "sqlite3", "alembic", "db", "arxiv", "requests"}
    libraries = Path(f"/proc/{live(engine, good)}/maps").read_text()
    assert "mupdf" in libraries
    assert not [name for name in ("Qt6", "libpyside", "_sqlite3", "sqlalchemy") if name in libraries]


def test_the_window_does_not_load_pymupdf() -> None:
    assert "pymupdf" not in run("import sys, desktop.pdf.engine; print(*sys.modules)").stdout


def test_the_process_is_limited(engine: PdfEngine, good: Path) -> None:
    pid = live(engine, good)
    for field, limit in (("Max address space", MEMORY_BYTES), ("Max file size", 0), ("Max core file size", 0)):
        assert told(pid, "limits", field).split()[:2] == [str(limit)] * 2
    assert told(pid, "status", "Umask") == "0077"
    assert [os.readlink(f"/proc/{pid}/fd/{number}") for number in range(3)] == [os.devnull] * 3


def test_the_process_may_start_nothing_connect_to_nothing_and_write_nothing(tmp_path: Path) -> None:
    assert run(FORBIDDEN, tmp_path / "written").returncode == 0
    assert not (tmp_path / "written").stat().st_size


def test_ctrl_c_is_not_for_the_process(engine: PdfEngine, good: Path) -> None:
    pid = live(engine, good)
    os.kill(pid, signal.SIGINT)
    assert live(engine, good) == pid


@pytest.mark.parametrize("second", [None, endless_pdf("q Q")], ids=["idle", "at work"])
def test_the_process_does_not_outlive_who_started_it(write: Write, good: Path, second: bytes | None) -> None:
    files = [good, *([write("second.pdf", second)] if second else [])]
    command = [sys.executable, "-c", ASK_AND_WAIT, *map(str, files)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as starter:
        assert starter.stdout
        pid = int(starter.stdout.readline())
        assert exists(pid)
        starter.kill()
    assert wait_for_end(pid)


@pytest.mark.parametrize("last", ["engine.close()", ""], ids=["closed", "not closed"])
def test_nothing_is_left_behind_and_nothing_complained_about(good: Path, last: str) -> None:
    ended = run(ASK_ONCE + last, good)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def read_first_page(pages: ReadPages, file: PdfFile) -> None:
    def never() -> bool:
        return False

    pages.facts(file, never)
    pages.render(file, RenderRequest(0, 0.3, dark=True), never)
    pages.text(file, 0, never)
    pages.links(file, 0, never)
    pages.picture(file, 0, (0, 0, 50, 50), never)


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_no_pdf_starts_a_process_opens_a_socket_or_another_file(engine: PdfEngine, shared: Path, good: Path) -> None:
    rows = [row.split("\t") for row in (shared / "data" / "pdf" / "MANIFEST.tsv").read_text().splitlines()]
    files = [shared / "data" / "pdf" / row[0] for row in rows if re.search("JavaScript|Launch|GoTo|embedded", row[6])]
    assert len(files) > 8
    pages = ReadPages(engine, {})

    def read_all() -> None:
        for file in files:
            with suppress(PdfError):
                engine.inspect(file)
                read_first_page(pages, PdfFile(str(file), ""))

    read_all()  # so that Python has imported whatever it needs
    command = ["strace", "-e", "trace=%network,%process,%file", "-e", "signal=none", "-p", str(live(engine, good))]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr
        if "attached" not in (line := strace.stderr.readline()):
            pytest.skip(line)
        read_all()
        strace.send_signal(signal.SIGINT)
        calls = strace.stderr.read().splitlines()[:-1]  # the last line says that strace let go
    opened = [call for call in calls if call.startswith("openat(")]
    assert {call.split('"')[1] for call in opened} == set(map(str, files))
    assert all("O_RDONLY" in call for call in opened)
    # Besides, it is looked whether the file was replaced, its size is read, and the thread is made that ends a process
    # nobody watches any more.
    harmless = ("AT_EMPTY_PATH", "CLONE_THREAD", *(f'newfstatat(AT_FDCWD, "{file}"' for file in files))
    assert [call for call in calls if call not in opened and not any(text in call for text in harmless)] == []
