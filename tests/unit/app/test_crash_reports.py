"""What nobody expected is written down and told."""

import stat
import threading
from pathlib import Path

import pytest

from desktop.app.crash_reports import CrashReports, write_report


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The reports that a person was told of, with the hooks in place."""
    told: list[Path] = []
    reports = CrashReports(tmp_path / "reports", told.append)
    monkeypatch.setattr("sys.excepthook", reports.report)
    monkeypatch.setattr("threading.excepthook", reports._on_thread_failed)
    return told


def fail() -> None:
    raise ValueError("注意力 failed")


@pytest.mark.expected_warning("unexpected failure")
def test_a_failure_in_a_thread_is_logged_written_and_told(shown: list[Path]) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    (report,) = shown
    text = report.read_text("utf-8")
    assert text.startswith("Papershelf 0.")
    assert "ValueError: 注意力 failed" in text
    assert "in fail" in text
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_ctrl_c_is_no_failure(shown: list[Path], tmp_path: Path) -> None:
    CrashReports(tmp_path, shown.append).report(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not shown


def test_the_newest_twenty_reports_are_kept(tmp_path: Path) -> None:
    written = [write_report(tmp_path, ValueError(str(number))) for number in range(23)]
    assert sorted(tmp_path.iterdir()) == sorted(written[3:])


def test_a_disk_that_refuses_the_report_is_no_second_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert not write_report(tmp_path / "file" / "reports", ValueError("x")).exists()
