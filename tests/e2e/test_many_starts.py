"""Two programs never have one library: of many starts at once one gets it and the others raise its window, also right
after the one that had it was killed (RELIABILITY promise 12). 20 rounds of 20 starts in a full run, 2 in a usual one.
"""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.system.library_lock import LibraryLock
from tests.e2e.digests import numbered
from tests.e2e.papershelf import PROGRAM, environment, papershelf

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the lock's holder is read while it is held")

STARTS = 20
QT = {"QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": ""}
Window = subprocess.Popen[bytes]


def start(library: Path) -> Window:
    command = [*PROGRAM, "--library", str(library)]
    with (library.parent / "said").open("ab") as said:
        return subprocess.Popen(command, env=environment(QT), stdout=subprocess.DEVNULL, stderr=said)


def owner_of(windows: list[Window], library: Path) -> Window:
    """The one that stays, once all others have ended in order: they raised its window."""
    deadline = time.monotonic() + 120
    while True:
        running = [window for window in windows if window.poll() is None]
        if len(running) <= 1:
            break
        assert time.monotonic() < deadline, f"{len(running)} windows are open"
        time.sleep(0.05)
    ended = [window.returncode for window in windows if window.poll() is not None]
    assert ended == [0] * (STARTS - 1), (library.parent / "said").read_bytes()
    return running[0]


@pytest.mark.timeout(3600)
def test_of_many_starts_at_once_exactly_one_gets_the_library(tmp_path: Path, full_run: bool) -> None:
    library = tmp_path / "library"
    (tmp_path / "a.md").write_bytes(numbered(1, 50))
    assert papershelf("import", tmp_path / "a.md", "--library", library).code == 0
    holder: Window | None = None
    windows: list[Window] = []
    try:
        for _ in range(20 if full_run else 2):
            if holder is not None:
                holder.kill()
            windows = [start(library) for _ in range(STARTS)]
            if holder is not None:
                holder.wait()
            holder = owner_of(windows, library)
            assert LibraryLock(library).holder() == holder.pid
            assert len(papershelf("list", "--library", library).out.splitlines()) == 50  # the window answers
    finally:
        for window in {*windows, *([holder] if holder else [])}:
            window.kill()
            window.wait()
    assert papershelf("check", "--library", library).code == 0
