"""Keys in a real keyring: gnome-keyring in a D-Bus session of its own."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="gnome-keyring is of Linux")

_CHILD = Path(__file__).with_name("keyring_child.py")
_NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
SESSION = """
printf secret-of-the-keyring | gnome-keyring-daemon --unlock --components=secrets --daemonize > /dev/null
exec "$@"
"""


def require_keyring() -> None:
    """Skip where no keyring is installed."""
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"packaging/bootstrap.py installs what is missing here: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


@pytest.fixture(autouse=True)
def _keyring_there() -> None:
    require_keyring()


def _said(kept_file: Path, *what: str, session: str = SESSION) -> list[str]:
    """What the child says in a session that ends with it."""
    environment = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    command = ["dbus-run-session", "--", "sh", "-c", session, "sh", sys.executable, str(_CHILD), str(kept_file), *what]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()


LEFT_OUT = frozenset(
    {"PYTHON_KEYRING_BACKEND", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL"}
)


def test_a_key_is_kept_for_its_origin_read_in_another_session_and_forgotten(tmp_path: Path, home: Path) -> None:
    kept_file = tmp_path / "config" / "kept-secrets.json"

    assert _said(kept_file, "keep") == ["keyring"]
    assert _said(kept_file, "read") == ["keyring True None"]
    files = [path for path in (*tmp_path.rglob("*"), *home.rglob("*")) if path.is_file()]
    assert not [path for path in files if b"sk-canary-4711" in path.read_bytes()]
    assert stat.S_IMODE(kept_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept_file.parent.stat().st_mode) == 0o700
    assert _said(kept_file, "forget") == ["None None"]


def test_a_locked_keyring_is_told_and_what_is_typed_is_kept_for_the_session(tmp_path: Path) -> None:
    refusal, kept = _said(tmp_path / "kept-secrets.json", "keep", "locked")[1:]

    assert refusal in ("keyring-locked", "keyring-silent", "keyring-failed")
    assert kept == "session"


def test_a_keyring_that_never_answers_is_left_alone_and_what_is_typed_is_kept_for_the_session(tmp_path: Path) -> None:
    said = _said(tmp_path / "kept-secrets.json", "silent", session='exec "$@"')

    assert said == ["session", "keyring-silent", "keyring-silent"]
