"""A library is left while its PDFs are read: it is given back soon, and gone on with later."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app.container import Container
from desktop.app.held_library import opened, services_of, take
from desktop.app.paths import Paths
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui import window_indexing
from desktop.ui.indexing.indexer import Indexer
from tests.unit.services.indexed_library import pages_with, printed, put_pdf

_PAGES = 400
_SOON_S = 20.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with a long PDF."""
    folder = tmp_path / "library"
    with opened(take(folder), LibraryServices(folder)) as services:
        put_pdf(services, printed(*(f"gradient {number}" for number in range(_PAGES))))
    return folder


@pytest.fixture
def container(qtbot: QtBot, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Container]:
    monkeypatch.setattr(window_indexing, "_BEGIN_AFTER_MS", 0)
    paths = Paths(tmp_path / "data", tmp_path / "settings", tmp_path / "state")
    services = services_of(folder, sample=False)
    services.indexing.on_battery = lambda: False
    container = Container(paths, SettingsFile(paths.settings_file), services)
    container.window.show()
    container.open(services, take(folder))
    yield container
    container.window.close()
    container.stop()


def test_a_library_that_is_left_in_the_midst_is_free_soon_and_goes_on_later(
    qtbot: QtBot, container: Container, folder: Path, tmp_path: Path
) -> None:
    def reading() -> bool:
        return any(indexer.view.title for indexer in container.window.findChildren(Indexer))

    qtbot.waitUntil(reading, timeout=20_000)
    with qtbot.waitSignal(container.library_opened, timeout=20_000):
        container.window.library_wanted.emit(tmp_path / "other")
    lock = take(folder, _SOON_S)
    with opened(lock, LibraryServices(folder)) as services:
        services.indexing.run(Job())
        assert len(pages_with(services, '"gradient 399"')) == 1
        assert services.checking.check(Job()).search_index == ()
