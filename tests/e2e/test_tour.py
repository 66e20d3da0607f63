"""The tour does the main job in the real window, says what it did, and fails when a step fails."""

from pathlib import Path

import pytest

from desktop.ui.resources import resource_path
from tests.e2e.papershelf import papershelf

PLAIN = {"PYTHONWARNINGS": "", "QT_QPA_PLATFORM": ""}


def test_the_tour_opens_imports_files_searches_exports_triages_reads_marks_and_takes_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "到处 看看"
    for _ in range(2):  # a second tour of the same folder finds what the first one left
        answer = papershelf("--tour", folder, env=PLAIN)
        assert answer.code == 0, answer
        lines = answer.out.splitlines()
        assert [line[:2] for line in lines[:-1]] == [
            *("1.", "2.", "3.", "4.", "4.", "5.", "5.", "6.", "6.", "7.", "7.", "7.", "8.", "9.", "10"),
        ]
        assert str(folder) in lines[-1]
    assert lines[1].endswith("now 12 papers")
    for name in ("papershelf-sample.md", "papershelf-more.md"):
        assert (folder / "exported" / name).read_bytes() == resource_path(f"sample/{name}").read_bytes()
    assert len(list((folder / "exported").glob("*/Reading group.*"))) == 3
    for name in ("window-light", "window-dark", "triage-light", "triage-dark", "reader-light", "digest-light"):
        picture = (folder / f"{name}.png").read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert int.from_bytes(picture[16:20], "big") == 1280


def test_a_tour_that_cannot_write_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    answer = papershelf("--tour", tmp_path / "file", env=PLAIN)
    assert answer.code == 4
    assert str(tmp_path / "file") in answer.err


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LANG": "zh_CN.UTF-8"}])
def test_the_tour_works_in_any_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    answer = papershelf("--tour", tmp_path, env={**PLAIN, **locale})
    assert answer.code == 0, answer
    assert "注意力" in answer.out
