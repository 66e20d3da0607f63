"""Files are written whole or not at all."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.errors import FileError, Reason
from desktop.system.atomic_write import write_atomically


def test_bytes_and_chunks_arrive_whole(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"one")
    write_atomically(tmp_path / "b", (bytes([n]) * 3 for n in range(4)))
    assert (tmp_path / "a").read_bytes() == b"one"
    assert (tmp_path / "b").read_bytes() == bytes([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3])
    assert sorted(os.listdir(tmp_path)) == ["a", "b"]


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def test_a_replaced_file_keeps_its_access_rights(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_atomically(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o644)


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_failing_source_leaves_the_old_file(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise FileError(Reason.UNREADABLE, "source")

    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(FileError) as caught:
        write_atomically(path, chunks())
    assert caught.value.reason is Reason.UNREADABLE
    assert (path.read_bytes(), os.listdir(tmp_path)) == (b"old", ["a"])


@pytest.mark.parametrize("name", ["missing/a", "folder", "x" * 300, "nul\0"])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError) as caught:
        write_atomically(tmp_path / name, b"data")
    assert caught.value.reason is Reason.NOT_WRITABLE
    assert caught.value.about == str(tmp_path / name)
    assert caught.value.__cause__ is not None or name == "folder"
    assert os.listdir(tmp_path) == ["folder"]


def test_a_device_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError):
        write_atomically(tmp_path / "pipe", b"data")
    assert os.listdir(tmp_path) == ["pipe"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    # /dev/full answers ENOSPC to every write, as a full disk does.
    real_open = os.open
    monkeypatch.setattr(os, "open", lambda name, flags, mode=0o777: real_open("/dev/full", os.O_WRONLY))
    with pytest.raises(FileError) as caught:
        write_atomically(path, b"new")
    assert caught.value.reason is Reason.DISK_FULL
    assert path.read_bytes() == b"old"


def test_a_size_limit_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    code = (
        "import sys; from pathlib import Path; from desktop.system.atomic_write import write_atomically\n"
        "from desktop.domain.errors import FileError\n"
        "try: write_atomically(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except FileError as error: print(error.reason.value)"
    )

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    run = subprocess.run([sys.executable, "-c", code, str(path)], preexec_fn=limit, capture_output=True, text=True)
    assert (run.stdout, run.stderr) == ("io\n", "")
    assert (path.read_bytes(), os.listdir(tmp_path)) == (b"old", ["a"])
