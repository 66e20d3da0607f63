"""What every test gets: a home of its own, no display unless asked for, and a log that must stay quiet."""

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
BENCHMARKS = REPOSITORY / "tests" / "benchmarks"
FULL = os.environ.get("PAPERSHELF_FULL", "") not in ("", "0")

# Set before the first import of Qt. A test of the real window system starts its own X server in a child process.
if sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nor is the keyring of the person running the tests touched; those of the real one start a keyring of their own.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out the benchmarks unless the run is a full one or names them."""
    if collection_path != BENCHMARKS or FULL:
        return None
    named = [(config.invocation_params.dir / argument.split("::")[0]).resolve() for argument in config.args]
    return None if any(path.is_relative_to(BENCHMARKS) for path in named) else True


@pytest.fixture(scope="session")
def full_run() -> bool:
    """True when the whole figures of the promises are wanted (PAPERSHELF_FULL=1), False for a tenth."""
    return FULL


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference documents and data beside the repository; tests only read it."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        reason = f"the reference data is not there: {folder}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


def _move_home(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Point everything that says where a person's files are to `folder`."""
    places = {
        "HOME": ".",
        "USERPROFILE": ".",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
        "XDG_RUNTIME_DIR": "run",
        "XDG_DOCUMENTS_DIR": "Documents",
    }
    for variable, place in places.items():
        path = folder / place
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        patch.setenv(variable, str(path))


@pytest.fixture(scope="session", autouse=True)
def _session_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A home for fixtures that live longer than one test."""
    with pytest.MonkeyPatch.context() as patch:
        _move_home(tmp_path_factory.mktemp("home"), patch)
        yield


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder; settings, data, cache and documents of the person running the tests stay untouched."""
    folder = tmp_path_factory.mktemp("home")
    _move_home(folder, monkeypatch)
    return folder


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning or worse, but for those that `expected_warning` announces."""
    expected = [str(marker.args[0]) for marker in request.node.iter_markers("expected_warning")]
    yield
    records = caplog.get_records("setup") + caplog.get_records("call")
    messages = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    unexpected = [message for message in messages if not any(text in message for text in expected)]
    missing = [text for text in expected if not any(text in message for message in messages)]
    if unexpected or missing:
        pytest.fail(f"unexpected in the log: {unexpected}; announced but not logged: {missing}", pytrace=False)
