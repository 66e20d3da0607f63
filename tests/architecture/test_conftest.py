"""The fixtures that every test relies on do what they say."""

import logging
import os
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).resolve().parent.parent / "conftest.py"
MARKER = "[pytest]\nmarkers =\n    expected_warning(text): announced\n"


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    """An empty test suite with the conftest of this repository."""
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    pytester.makeini(MARKER)
    return pytester


@pytest.mark.expected_warning("disk is slow")  # the log of the inner run is heard out here too
def test_an_unexpected_warning_in_the_log_fails_a_test(suite: pytest.Pytester) -> None:
    suite.makepyfile("import logging\ndef test_it():\n    logging.getLogger('a').warning('disk is slow')\n")
    result = suite.runpytest_inprocess("-p", "no:qt")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*unexpected in the log: ?'disk is slow'?*"])


def test_an_announced_warning_that_stays_away_fails_a_test(suite: pytest.Pytester) -> None:
    suite.makepyfile("import pytest\n@pytest.mark.expected_warning('slow')\ndef test_it(): pass\n")
    suite.runpytest_inprocess("-p", "no:qt").assert_outcomes(passed=1, errors=1)


@pytest.mark.expected_warning("disk is slow")
def test_an_announced_warning_passes() -> None:
    logging.getLogger("a").warning("the disk is slow today")


def test_a_test_has_an_empty_home_of_its_own(home: Path) -> None:
    assert Path.home() == home
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(home)
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_missing_reference_data_is_a_skip_and_in_continuous_integration_a_failure(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite.makepyfile("def test_it(shared): pass\n")
    monkeypatch.delenv("CI", raising=False)
    suite.runpytest_inprocess("-p", "no:qt").assert_outcomes(skipped=1)
    monkeypatch.setenv("CI", "true")
    suite.runpytest_inprocess("-p", "no:qt").assert_outcomes(errors=1)


def test_benchmarks_run_only_when_they_are_named_or_the_run_is_full(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = suite.mkdir("tests")
    conftest = suite.path / "conftest.py"
    conftest.rename(folder / "conftest.py")
    (folder / "benchmarks").mkdir()
    (folder / "benchmarks" / "test_speed.py").write_text("def test_it(): pass\n")
    monkeypatch.delenv("PAPERSHELF_FULL", raising=False)
    suite.runpytest_inprocess("-p", "no:qt").assert_outcomes(passed=0)
    suite.runpytest_inprocess("-p", "no:qt", "tests/benchmarks").assert_outcomes(passed=1)
    monkeypatch.setenv("PAPERSHELF_FULL", "1")
    suite.runpytest_inprocess("-p", "no:qt").assert_outcomes(passed=1)
