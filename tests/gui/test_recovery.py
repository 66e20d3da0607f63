"""A damaged library: what is said, and the way back to its backup. And upkeep, so that there is one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.backups import DAILY, back_up, backups_of
from db.library_file import LibraryFile
from desktop.app.container import Container
from desktop.app.held_library import services_of, take
from desktop.app.paths import Paths
from desktop.domain.import_plan import ImportOptions
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.tasks import TaskRunner
from desktop.ui.upkeep import Upkeep
from tests.gui.digest_files import digest_bytes
from tests.gui.shown_window import PAPERS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with a backup and a damaged file."""
    library = LibraryFile(tmp_path / "library")
    library.open()
    back_up(library.connection, library.folder, DAILY)
    library.close()
    library.path.write_bytes(b"no database " * 100)
    return library.folder


@pytest.fixture
def container(qtbot: QtBot, tmp_path: Path, folder: Path) -> Iterator[Container]:
    paths = Paths(tmp_path / "data", tmp_path / "settings", tmp_path / "state")
    services = services_of(folder, sample=False)
    container = Container(paths, SettingsFile(paths.settings_file), services)
    container.window.show()
    container.open(services, take(folder))
    yield container
    container.window.close()
    container.stop()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """What upkeep belongs to; it goes, timers and all, in the thread of the window."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_damaged_library_offers_its_backup_and_goes_back_to_it(
    qtbot: QtBot, container: Container, folder: Path
) -> None:
    def offer() -> QPushButton | None:
        buttons = container.window.findChildren(QPushButton)
        return next((button for button in buttons if button.text().startswith("Go back to the backup")), None)

    qtbot.waitUntil(lambda: offer() is not None)
    button = offer()
    assert button is not None

    with qtbot.waitSignal(container.library_opened):
        button.click()

    (kept,) = folder.glob("library-put-aside-*.sqlite")
    assert kept.read_bytes().startswith(b"no database ")
    qtbot.waitUntil(lambda: kept.name in container.window.toast.text)
    assert container.window.session.values.library == ""  # it was opened for once, not chosen


def test_upkeep_makes_the_backup_of_the_day(
    qtbot: QtBot, tasks: TaskRunner, filled: LibraryServices, owner: QWidget
) -> None:
    Upkeep(filled, tasks, owner).begin()
    qtbot.waitUntil(lambda: len(backups_of(filled.folder)) == 1)


def test_an_empty_library_is_not_the_backup_of_the_day(
    qtbot: QtBot,
    tasks: TaskRunner,
    services: LibraryServices,
    on_db: Callable[[Callable[[], object]], object],
    owner: QWidget,
) -> None:
    upkeep = Upkeep(services, tasks, owner)
    upkeep.begin()

    def add() -> bool:
        plan = services.importing.plan_texts([("one.md", digest_bytes(PAPERS))], ImportOptions(), Job())
        services.importing.apply(plan, Job())
        return bool(backups_of(services.folder))

    assert on_db(add) is False
    upkeep.begin()
    qtbot.waitUntil(lambda: len(backups_of(services.folder)) == 1)


def test_every_open_library_is_looked_after(qtbot: QtBot, container: Container, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    with qtbot.waitSignal(container.library_opened):
        container.window.library_wanted.emit(fresh)
    assert [found.folder for found in container.window.findChildren(Upkeep)] == [fresh]
