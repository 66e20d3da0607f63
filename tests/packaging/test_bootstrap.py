"""Setting up from a bare Python: the right installer, nothing done twice, every check run."""

import hashlib
import platform
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import checks
import environment
import system_packages
import uv_wheel

REPOSITORY = Path(__file__).resolve().parents[2]
BOOTSTRAP = REPOSITORY / "packaging" / "bootstrap.py"
WHEEL = "uv-1.0-py3-none-manylinux_2_17_x86_64.whl"


class QuietHandler(SimpleHTTPRequestHandler):
    """A file server that prints nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Path]]:
    """The address of a package mirror on this computer that offers one uv wheel, and the path of that wheel."""
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    wheel = tmp_path / "mirror" / "files" / WHEEL
    wheel.parent.mkdir(parents=True)
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("uv-1.0.data/scripts/uv", "#!/bin/sh\necho uv 1.0\n")
        archive.writestr("uv-1.0.data/scripts/uv.exe", "")
    page = tmp_path / "mirror" / "simple" / "uv" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f'<a href="../../files/{WHEEL}#sha256=0">{WHEEL}</a>', encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=tmp_path / "mirror"))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/simple", wheel
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, answer in {"system": "Linux", "machine": "x86_64", "libc_ver": ("glibc", "2.36")}.items():
        monkeypatch.setattr(platform, name, lambda answer=answer: answer)


@pytest.mark.parametrize(
    ("system", "machine", "libc", "part"),
    [
        ("Linux", "x86_64", "glibc", "manylinux_2_17_x86_64"),
        ("Linux", "aarch64", "glibc", "manylinux_2_17_aarch64"),
        ("Linux", "x86_64", "", "musllinux_1_1_x86_64"),
        ("Linux", "aarch64", "", "musllinux_1_1_aarch64"),
        ("Darwin", "arm64", "", "macosx_11_0_arm64"),
        ("Darwin", "x86_64", "", "macosx_10_12_x86_64"),
        ("Windows", "AMD64", "", "win_amd64"),
        ("Windows", "ARM64", "", "win_arm64"),
    ],
)
def test_the_lock_holds_an_installer_for_each_system(system: str, machine: str, libc: str, part: str) -> None:
    assert part in uv_wheel.choose(environment._locked(REPOSITORY, "uv"), system, machine, libc)["url"]


def test_a_system_without_an_installer_is_named() -> None:
    with pytest.raises(uv_wheel.WheelError, match="Plan9 on mips"):
        uv_wheel.choose(environment._locked(REPOSITORY, "uv"), "Plan9", "mips", "")


@pytest.mark.usefixtures("on_linux")
def test_the_installer_comes_from_a_mirror_and_only_once(mirror: tuple[str, Path], tmp_path: Path) -> None:
    index, wheel = mirror
    locked = [{"url": f"https://elsewhere.invalid/{WHEEL}", "hash": f"sha256:{_sha256(wheel)}"}]
    uv = uv_wheel.fetch(locked, tmp_path / "installer", index)
    wheel.unlink()
    assert uv_wheel.fetch(locked, tmp_path / "installer", index) == uv
    if sys.platform != "win32":
        assert subprocess.check_output([uv], text=True) == "uv 1.0\n"


@pytest.mark.usefixtures("on_linux")
def test_a_file_with_another_hash_is_refused(mirror: tuple[str, Path], tmp_path: Path) -> None:
    index, _ = mirror
    locked = [{"url": f"https://elsewhere.invalid/{WHEEL}", "hash": "sha256:" + "0" * 64}]
    with pytest.raises(uv_wheel.WheelError, match="hash differs"):
        uv_wheel.fetch(locked, tmp_path / "installer", index)
    assert not (tmp_path / "installer").exists()


def test_a_second_start_does_nothing_until_the_lock_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled: list[bool] = []

    def fill(repository: Path, venv: Path, python: Path, *, development: bool) -> None:
        filled.append(development)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(environment, "_fill", fill)
    (tmp_path / "packaging").mkdir()
    for name in ("uv.lock", "pyproject.toml", "packaging/environment.py"):
        (tmp_path / name).write_text("one\n", encoding="utf-8")
    for development in (False, False, True, True, False):
        environment.provide(tmp_path, development=development)
    assert filled == [False, True]
    (tmp_path / "uv.lock").write_text("two\n", encoding="utf-8")
    environment.provide(tmp_path, development=False)
    assert filled == [False, True, False]


def test_missing_libraries_are_named_with_the_command_when_nothing_may_be_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_packages, "OFFSCREEN", {"libnowhere.so.7": "libnowhere7"})
    monkeypatch.setattr(system_packages, "_administrator", lambda: None)
    system_packages.provide(x11=False, tools=False)
    printed = capsys.readouterr().out
    assert "libnowhere.so.7" in printed
    assert "apt-get install" in printed
    assert "libnowhere7" in printed


def test_every_check_runs_and_the_closing_line_comes_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def commands(python: Path, cache: Path, *, full: bool) -> list[tuple[str, list[str]]]:
        failing = [sys.executable, "-c", "print('a finding'); raise SystemExit(1)"]
        return [("lint", failing), ("tests", [sys.executable, "-c", "print('...\\n\\n3 passed in 0.1s')"])]

    monkeypatch.setattr(checks, "_checks", commands)
    assert checks.run_all(tmp_path, Path(sys.executable), full=False) == 1
    lines = capfd.readouterr().out.splitlines()
    assert lines[-1] == "3 passed in 0.1s"
    assert lines.count("3 passed in 0.1s") == 1
    assert [line.split()[:2] for line in lines[-3:-1]] == [["FAILED", "(1)"], ["passed", "tests"]]


def test_checks_that_all_pass_end_in_success(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_checks", lambda python, cache, full: [("lint", [sys.executable, "-c", ""])])
    assert checks.run_all(tmp_path, Path(sys.executable), full=False) == 0


@pytest.mark.parametrize(("arguments", "code"), [(["--help"], 0), ([], 2), (["test", "--fast"], 2), (["walk"], 2)])
def test_the_command_line_explains_itself(arguments: list[str], code: int) -> None:
    result = subprocess.run([sys.executable, BOOTSTRAP, *arguments], capture_output=True, text=True)
    assert result.returncode == code
    assert "usage: python3 packaging/bootstrap.py run" in (result.stdout if code == 0 else result.stderr)


def test_an_old_python_is_refused_in_plain_words() -> None:
    source = BOOTSTRAP.read_text(encoding="utf-8")
    code = (
        f"import sys; sys.version_info = (3, 10, 0, 'final', 0); exec(compile({source!r}, {str(BOOTSTRAP)!r}, 'exec'))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "needs Python 3.11 or later" in result.stderr


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
