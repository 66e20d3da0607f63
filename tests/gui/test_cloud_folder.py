"""A library in a folder that a cloud service copies: it works, and the person is told what to mind."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.app.container import Container
from desktop.app.held_library import services_of, take
from desktop.app.paths import Paths
from desktop.system.settings import SettingsFile


def test_a_library_in_a_cloud_folder_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "library"
    folder.mkdir(parents=True)
    paths = Paths(tmp_path / "data", tmp_path / "settings", tmp_path / "state")
    services = services_of(folder, sample=False)
    container = Container(paths, SettingsFile(paths.settings_file), services)
    container.window.show()
    with qtbot.waitSignal(container.library_opened):
        container.open(services, take(folder))

    assert "cloud service" in container.window.toast.text
    container.window.close()
    container.stop()
