"""An empty real library in a temporary folder, work on its lanes, and settings that are kept in a file."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.domain.import_plan import ImportOptions
from desktop.domain.progress import Job
from desktop.pdf.engine import PdfEngine
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.main_window import MainWindow
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import ThemeMode, theme
from tests.gui.digest_files import digest_bytes
from tests.gui.shown_window import MORE, PAPERS, Shown

T = TypeVar("T")
OnLane = Callable[[Callable[[], T]], T]
PATIENCE_MS = 20_000


class PatientBot(QtBot):
    """Waits as long as a busy machine may need: how fast something is, the benchmarks tell."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **kwargs: Any) -> Any:  # as pytest-qt declares it
        return super().waitSignal(signal, timeout=timeout, **kwargs)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _collects_on_this_thread() -> Iterator[None]:
    """As in the program (`app/collector.py`): circles that hold widgets are never taken apart on a lane's thread."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


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


@pytest.fixture(scope="session")
def engines() -> Iterator[dict[str, PdfEngine]]:
    """Starting a PDF process takes a second: the tests of a run share two, as the libraries of one window could."""
    shared = {"pdf": PdfEngine(), "reader_pdf": PdfEngine()}
    yield shared
    for engine in shared.values():
        engine.close()


@pytest.fixture
def services(
    qtbot: QtBot, tasks: TaskRunner, on_db: OnLane[object], engines: dict[str, PdfEngine], tmp_path: Path
) -> Iterator[LibraryServices]:
    library = LibraryServices(tmp_path / "library")
    vars(library).update(engines)

    def open_library() -> bool:
        library.open()
        return True

    on_db(open_library)
    yield library
    tasks.run(Lane.DB, library.close, owner=tasks)
    tasks.shutdown()


@pytest.fixture
def filled(services: LibraryServices, on_db: Callable[[Callable[[], object]], object]) -> LibraryServices:
    def fill() -> bool:
        texts = [("one.md", digest_bytes(PAPERS)), ("two.md", digest_bytes(MORE))]
        plan = services.importing.plan_texts(texts, ImportOptions(), Job())
        services.importing.apply(plan, Job())
        return True

    on_db(fill)
    return services


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    file = SettingsFile(tmp_path / "settings" / "settings.json")
    file.change(theme="light", language="en")
    return file


@pytest.fixture
def make(qtbot: QtBot, tasks: TaskRunner, settings: SettingsFile, tmp_path: Path) -> Iterator[Callable[..., Shown]]:
    windows = []

    def make(services: LibraryServices | None) -> Shown:
        window = MainWindow(services, tasks, settings, default_library=tmp_path / "default")
        windows.append(window)
        window.show()
        window.activateWindow()
        if services is not None:
            window.show_library(services)
        qtbot.waitUntil(lambda: (middle := window.centralWidget()) is not None and middle.isVisible())
        return Shown(qtbot, window)

    yield make
    for window in windows:  # before the runner that they use goes; pytest-qt would close them after it
        if isValid(window):
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    theme().apply(ThemeMode.LIGHT, 100)


@pytest.fixture
def shown(make: Callable[..., Shown], filled: LibraryServices) -> Shown:
    shown = make(filled)
    shown.sees(4)
    shown.qtbot.waitUntil(lambda: shown.counts().all == 4 and shown.can(ActionId.SELECT_ALL))
    return shown
