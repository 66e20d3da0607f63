"""A window that imports into a real library."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.network import Network
from desktop.services.library import LibraryServices
from desktop.ui.adding.import_flow import ImportFlow
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from tests.arxiv_server.server import ArxivServer
from tests.gui.adding.adder import Adder
from tests.gui.adding.importer import Importer
from tests.gui.shown_window import Shown


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    widget.show()
    return widget


@pytest.fixture
def importer(
    qtbot: QtBot,
    window: QWidget,
    tasks: TaskRunner,
    services: LibraryServices,
    session: Session,
    on_db: Callable[..., object],
) -> Importer:
    return Importer(qtbot, ImportFlow(tasks, services, session, window), services, on_db)


@pytest.fixture
def arxiv() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        yield server


@pytest.fixture
def adder(
    arxiv: ArxivServer,
    filled: LibraryServices,
    make: Callable[..., Shown],
    tasks: TaskRunner,
    tmp_path: Path,
) -> Adder:
    """A window over four papers, and an arXiv on this computer."""
    filled.network = Network(tmp_path / "pace", arxiv.api_url, arxiv.pdf_url, "none", pace_s=0.01)
    shown = make(filled)
    shown.sees(4)
    shown.qtbot.waitUntil(lambda: shown.counts().all == 4)
    return Adder(shown, filled, tasks, arxiv)
