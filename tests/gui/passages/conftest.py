"""A library with PDFs, an indexer over it, and the page that searches everything."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PaperId
from desktop.services.library import LibraryServices
from desktop.ui.events import LibraryEvents
from desktop.ui.indexing.indexer import Indexer
from desktop.ui.passages.passages_page import PassagesPage
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from tests.unit.services.indexed_library import printed, put_pdf

OnDb = Callable[[Callable[[], object]], object]
Put = Callable[..., PaperId]


@pytest.fixture
def put(services: LibraryServices, on_db: OnDb) -> Put:
    """Puts a paper with a PDF of these pages into the library."""

    def put_it(*pages: str, title: str = "A paper", content: bytes = b"") -> PaperId:
        paper = on_db(lambda: put_pdf(services, content or printed(*pages), title))
        assert isinstance(paper, int)
        return PaperId(paper)

    return put_it


@pytest.fixture
def indexer(services: LibraryServices, tasks: TaskRunner, session: Session) -> Iterator[Indexer]:
    """Has not looked yet."""
    parent = QObject()
    services.indexing.on_battery = lambda: False
    yield Indexer(services, tasks, session, parent)
    tasks.shutdown()
    parent.deleteLater()


@pytest.fixture
def page(
    qtbot: QtBot, services: LibraryServices, tasks: TaskRunner, indexer: Indexer, put: Put
) -> Iterator[PassagesPage]:
    """Over two papers whose PDFs have been read."""
    put("gradient descent", "on walls", *(f"gradient {number}" for number in range(6)), title="Deep nets")
    put("a gradient", title="Walls")
    indexer.wake()
    qtbot.waitUntil(lambda: indexer.view.overview.done == 2, timeout=20_000)
    page = PassagesPage(services, tasks, LibraryEvents(), indexer)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    qtbot.waitExposed(page)
    yield page
    tasks.shutdown()
