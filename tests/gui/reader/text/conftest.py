"""A view that shows a PDF made for the test, read by the real process, with all that works on its text."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.library import LibraryServices
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import ThemeMode, theme
from tests.gui.reader.text.reader import Reader

Read = Callable[[bytes], Reader]


@pytest.fixture
def read(qtbot: QtBot, services: LibraryServices, tasks: TaskRunner, tmp_path: Path) -> Iterator[Read]:
    """Shows a PDF, and waits until it is open."""
    theme().apply(ThemeMode.LIGHT, 100)
    readers: list[Reader] = []

    def read(content: bytes) -> Reader:
        path = tmp_path / f"{sha256(content).hexdigest()}.pdf"
        path.write_bytes(content)
        readers.append(Reader(qtbot, services, tasks, path))
        return readers[-1]

    yield read
    for reader in readers:
        reader.view.hide()
