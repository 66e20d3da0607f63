"""A window that imports into a real library."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.library import LibraryServices
from desktop.ui.adding.import_flow import ImportFlow
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from tests.gui.adding.importer import Importer


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
