"""A link of the program's own shows what it names, in a window that starts or one that is open; it adds nothing."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.app.container import Container
from desktop.app.held_library import services_of, take, take_or_ask
from desktop.app.network_choice import ARXIV_VARIABLE
from desktop.app.paths import Paths
from desktop.app.window import raise_other
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.own_link import LONGEST_TEXT, LinkedPlace
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.adding.add_dialog import AddDialog
from desktop.ui.tasks import Lane


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setenv(ARXIV_VARIABLE, "http://127.0.0.1:1")
    return Paths(tmp_path / "data", tmp_path / "settings", tmp_path / "state")


@pytest.fixture
def container(qtbot: QtBot, paths: Paths) -> Iterator[Container]:
    """A window that waits for its library."""
    container = Container(paths, SettingsFile(paths.settings_file), None)
    container.window.show()
    yield container
    container.window.close()
    container.stop()


def open_library(qtbot: QtBot, container: Container, folder: Path) -> LibraryServices:
    services = services_of(folder, sample=False)
    with qtbot.waitSignal(container.library_opened):
        container.open(services, take(folder))
    return services


def shown(container: Container) -> AddDialog | None:
    return next((dialog for dialog in container.window.findChildren(AddDialog) if dialog.isVisible()), None)


def test_a_window_that_starts_shows_what_the_link_names(qtbot: QtBot, container: Container, tmp_path: Path) -> None:
    container.show_add("2403.02774")
    assert shown(container) is None
    open_library(qtbot, container, tmp_path / "library")
    qtbot.waitUntil(lambda: shown(container) is not None)
    dialog = shown(container)
    assert dialog is not None
    assert dialog.field.toPlainText().strip() == "2403.02774"


def click(container: Container, paths: Paths, folder: Path, text: str, place: LinkedPlace | None = None) -> None:
    """Somebody clicks a link: another start of the program finds the library in use, and asks the window."""
    container.tasks.run(
        Lane.NET, lambda: take_or_ask(folder, lambda: raise_other(paths, folder, text, place)), owner=container
    )


def test_an_open_window_shows_the_paper_that_a_link_leads_to(
    qtbot: QtBot, container: Container, paths: Paths, tmp_path: Path
) -> None:
    services = open_library(qtbot, container, tmp_path / "library")
    click(container, paths, services.folder, "", LinkedPlace(PaperId(7), 2))
    desk = container.window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: list(desk.reading.tabs) == ["paper:7"], timeout=20_000)
    assert shown(container) is None


def test_an_open_window_shows_it_and_adds_nothing(
    qtbot: QtBot, container: Container, paths: Paths, tmp_path: Path
) -> None:
    services = open_library(qtbot, container, tmp_path / "library")
    click(container, paths, services.folder, "2403.02774\n<b>2403.02775</b>")
    qtbot.waitUntil(lambda: shown(container) is not None, timeout=20_000)
    dialog = shown(container)
    assert dialog is not None
    assert "<b>2403.02775</b>" in dialog.field.toPlainText()
    qtbot.waitUntil(lambda: len(dialog.model.choice.plan.ids) == 2)
    stored: list[int] = []
    container.tasks.run(
        Lane.DB, lambda: len(services.browse.list_papers(Listing()).ids), owner=container, done=stored.append
    )
    qtbot.waitUntil(lambda: bool(stored))
    assert stored == [0]


def test_an_endless_request_is_cut(qtbot: QtBot, container: Container, paths: Paths, tmp_path: Path) -> None:
    services = open_library(qtbot, container, tmp_path / "library")
    click(container, paths, services.folder, "2403.02774 " + "x" * 900_000)
    qtbot.waitUntil(lambda: shown(container) is not None, timeout=20_000)
    dialog = shown(container)
    assert dialog is not None
    assert len(dialog.field.toPlainText()) <= LONGEST_TEXT


def test_details_that_are_still_to_be_made_are_left_off_when_the_program_ends(
    qtbot: QtBot, paths: Paths, tmp_path: Path
) -> None:
    container = Container(paths, SettingsFile(paths.settings_file), None)
    open_library(qtbot, container, tmp_path / "library")
    assert container.window.desk is not None
    room = container.window.desk.room
    room._prepare_details()
    container.window.close()
    container.stop()
    delete(container)
    for _ in range(3):
        time.sleep(0.005)
        QCoreApplication.processEvents()  # what is raised in there fails the test
    assert room._details is None
