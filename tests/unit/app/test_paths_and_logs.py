"""Where things are kept, and that the log stays small and private."""

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.app import logs
from desktop.app.paths import find_paths


def test_one_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERSHELF_HOME", str(tmp_path))
    paths = find_paths()
    places = (paths.default_library, paths.sample_library, paths.settings_file, paths.log_file, paths.crash_reports)
    assert all(place.is_relative_to(tmp_path) for place in (*places, paths.runtime))
    assert len({paths.default_library, paths.sample_library}) == 2


def test_without_it_everything_is_in_the_persons_folders(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PAPERSHELF_HOME", raising=False)
    paths = find_paths()
    assert all(place.is_relative_to(home) for place in (paths.data, paths.config, paths.state))


@pytest.fixture
def root_logger() -> Iterator[logging.Logger]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield root
    for handler in [added for added in root.handlers if added not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.usefixtures("root_logger")
def test_the_log_is_private_utf_8_and_of_bounded_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_SIZE", 2000)
    path = tmp_path / "logs" / "papershelf.log"
    logs.start_log(path)
    for number in range(200):
        logging.getLogger("papershelf").info("注意力 \udce9 %d", number)
    files = sorted(path.parent.iterdir())
    assert len(files) == 4
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
    assert max(file.stat().st_size for file in files) <= 2000
    assert "注意力 \\udce9 199" in path.read_text("utf-8")


def test_a_log_that_cannot_be_written_does_not_stop_the_start(tmp_path: Path, root_logger: logging.Logger) -> None:
    (tmp_path / "file").write_bytes(b"")
    logs.start_log(tmp_path / "file" / "papershelf.log")
    assert isinstance(root_logger.handlers[-1], logging.StreamHandler)
