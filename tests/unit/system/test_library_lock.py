"""One library has one holder, and a holder that dies holds nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.errors import Reason, StorageError
from desktop.system.library_lock import LibraryLock

HOLD = """
import sys
from pathlib import Path
from desktop.system.library_lock import LibraryLock
from desktop.domain.errors import StorageError
lock = LibraryLock(Path(sys.argv[1]))
try:
    lock.acquire()
except StorageError as error:
    print(error.reason.value, flush=True)
else:
    print("held", flush=True)
sys.stdin.read()
"""


def start_holder(folder: Path) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdin=pipe, stdout=pipe, text=True)


def said_by(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_lock_is_refused_and_told_who_holds_it(tmp_path: Path) -> None:
    with start_holder(tmp_path) as holder:
        assert said_by(holder) == "held"
        with pytest.raises(StorageError) as caught:
            LibraryLock(tmp_path).acquire()
        assert caught.value.reason is Reason.LIBRARY_IN_USE
        assert str(holder.pid) in caught.value.detail
        holder.kill()


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    with start_holder(tmp_path) as holder:
        assert said_by(holder) == "held"
        holder.kill()
    lock = LibraryLock(tmp_path)
    lock.acquire()
    assert lock.held


def test_release_lets_the_next_in_and_clears_the_pid(tmp_path: Path) -> None:
    first, second = LibraryLock(tmp_path), LibraryLock(tmp_path)
    first.acquire()
    first.acquire()
    with pytest.raises(StorageError):
        second.acquire()
    first.release()
    first.release()
    assert second.holder() is None
    second.acquire()
    assert second.held
    assert not first.held


def test_twenty_processes_at_once_give_one_holder(tmp_path: Path) -> None:
    processes = [start_holder(tmp_path) for _ in range(20)]
    answers = [said_by(process) for process in processes]
    for process in processes:
        process.communicate("")
    assert sorted(answers) == ["held"] + ["library-in-use"] * 19


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        LibraryLock(tmp_path / "missing").acquire()
    assert caught.value.reason is Reason.NOT_WRITABLE


def test_a_full_disk_does_not_keep_anyone_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop.system.library_lock.os.write", full)
    lock = LibraryLock(tmp_path)

    lock.acquire()

    assert lock.held
    lock.release()
