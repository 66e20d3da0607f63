"""An empty real library in a temporary folder, work on its lanes, and settings that are kept in a file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner

T = TypeVar("T")
OnLane = Callable[[Callable[[], T]], T]


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def session(tasks: TaskRunner, tmp_path: Path) -> Session:
    return Session(SettingsFile(tmp_path / "settings" / "settings.json"), tasks)


@pytest.fixture
def on_db(qtbot: QtBot, tasks: TaskRunner) -> OnLane[T]:
    """Runs work on the lane of the database and gives what it returns."""

    def run(work: Callable[[], T]) -> T:
        found: list[T] = []
        tasks.run(Lane.DB, work, owner=tasks, done=found.append)
        qtbot.waitUntil(lambda: bool(found), timeout=20_000)
        return found[0]

    return run


@pytest.fixture
def services(qtbot: QtBot, tasks: TaskRunner, on_db: OnLane[object], tmp_path: Path) -> Iterator[LibraryServices]:
    library = LibraryServices(tmp_path / "library")

    def open_library() -> bool:
        library.open()
        return True

    on_db(open_library)
    yield library
    tasks.run(Lane.DB, library.close, owner=tasks)
    tasks.shutdown()
