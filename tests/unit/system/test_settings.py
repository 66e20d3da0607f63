"""Settings come back as they were left, and a broken file never stops the program."""

import json
from pathlib import Path

import pytest

from desktop.domain.errors import FileError, Reason
from desktop.domain.settings import Settings
from desktop.system.settings import SettingsFile


def test_settings_come_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    file = SettingsFile(path)
    assert file.values == Settings()
    file.change(theme="dark", scale=150, recent_libraries=("/a", "/论文"), remembered={"place": "trash"})
    file.save()
    assert SettingsFile(path).values == file.values


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', "\x00", "[" * 100_000])
def test_a_broken_file_is_kept_aside(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert SettingsFile(path).values == Settings()
    assert (tmp_path / "settings.json.broken").read_text() == text


def test_values_of_the_wrong_kind_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": 3, "scale": True, "shortcuts": [], "library": "/papers"}))
    assert SettingsFile(path).values == Settings(library="/papers")


def test_entries_of_a_newer_version_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"of_the_future": {"a": [1]}, "theme": "dark"}))
    file = SettingsFile(path)
    file.change(theme="light")
    file.save()
    assert json.loads(path.read_text())["of_the_future"] == {"a": [1]}


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    file = SettingsFile(path)
    path.mkdir()
    with pytest.raises(FileError) as caught:
        file.save()
    assert caught.value.reason is Reason.NOT_WRITABLE


def test_a_folder_whose_name_is_not_utf_8_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = SettingsFile(path)
    settings.change(library="/media/caf\udce9")

    settings.save()

    assert SettingsFile(path).values.library == "/media/caf\udce9"
