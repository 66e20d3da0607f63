"""A library that a window holds is changed under its lock alone, and whoever asked for something hears the end."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from db.backups import DAILY, back_up
from db.library_file import LibraryFile
from desktop.app.container import Container
from desktop.app.held_library import opened, services_of, take
from desktop.app.paths import Paths
from desktop.app.served_commands import ServedCommands
from desktop.domain.errors import Reason, StorageError
from desktop.domain.progress import Job
from desktop.domain.settings import Settings
from desktop.services.library import LibraryServices
from desktop.services.personal import Personal
from desktop.system.local_channel import NoPeerError, open_conversation
from desktop.system.settings import SettingsFile
from desktop.ui.tasks import Lane, TaskRunner


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """The backup of a library whose file is damaged."""
    library = LibraryFile(tmp_path / "library")
    library.open()
    made = back_up(library.connection, library.folder, DAILY)
    library.close()
    library.path.write_bytes(b"no database " * 100)
    return made


class Client(Thread):
    """Asks for `papershelf digests` and keeps what it hears."""

    def __init__(self, runtime: Path, library: Path) -> None:
        super().__init__(daemon=True)
        self._places = runtime, library
        self.taken = Event()
        self.heard: list[object] = []
        self.start()

    def run(self) -> None:
        request = {"do": "command", "argv": ["digests"], "cwd": "/"}
        try:
            with open_conversation(*self._places, request) as conversation:
                conversation.receive(10)
                self.taken.set()
                while "exit" not in self.heard[-1:]:
                    self.heard += conversation.receive()
        except NoPeerError:
            self.heard.append("hung up")


def delete(thing: QObject) -> None:
    thing.deleteLater()
    QCoreApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete)


def test_a_command_that_outlives_its_server_hears_its_end(qtbot: QtBot, tasks: TaskRunner, tmp_path: Path) -> None:
    services = LibraryServices(tmp_path / "library")
    free = Event()
    tasks.run(Lane.DB, services.open, owner=tasks)
    tasks.run(Lane.DB, free.wait, owner=tasks)
    commands = ServedCommands(services, tasks, Settings, Personal(tmp_path, tmp_path), tmp_path / "run", tasks)
    commands.start()
    with qtbot.waitSignal(tasks.job_started, timeout=10_000):
        client = Client(tmp_path / "run", services.folder)

    commands.stop()
    delete(commands)
    free.set()

    client.join(10)
    assert client.heard == ["exit"]
    tasks.run(Lane.DB, services.close, owner=tasks)


def test_a_command_that_nobody_takes_any_more_is_told_so(qtbot: QtBot, tasks: TaskRunner, tmp_path: Path) -> None:
    services = LibraryServices(tmp_path / "library")
    commands = ServedCommands(services, tasks, Settings, Personal(tmp_path, tmp_path), tmp_path / "run", tasks)
    commands.start()
    client = Client(tmp_path / "run", services.folder)
    assert client.taken.wait(10)  # and the window's events have not been looked at yet

    commands.stop()
    delete(commands)

    client.join(10)
    assert client.heard == ["hung up"]


def test_a_library_that_another_program_holds_is_not_exchanged_for_its_backup(
    qtbot: QtBot, tmp_path: Path, backup: Path
) -> None:
    library = backup.parent.parent
    before = (library / "library.sqlite").read_bytes()
    paths = Paths(tmp_path / "data", tmp_path / "settings", tmp_path / "state")
    container = Container(paths, SettingsFile(paths.settings_file), None)
    qtbot.addWidget(container.window)
    other = take(library)

    with qtbot.waitSignal(container.tasks.failure_reported, timeout=10_000) as reported:
        container.window.backup_wanted.emit(library, backup)

    assert reported.args[0].reason is Reason.LIBRARY_IN_USE
    assert (library / "library.sqlite").read_bytes() == before
    other.release()
    container.stop()


def test_a_library_that_cannot_be_put_back_is_opened_again(qtbot: QtBot, tmp_path: Path, backup: Path) -> None:
    library = backup.parent.parent
    shutil.copyfile(backup, library / "library.sqlite")
    paths = Paths(tmp_path / "data", tmp_path / "settings", tmp_path / "state")
    services = services_of(library, sample=False)
    container = Container(paths, SettingsFile(paths.settings_file), services)
    with qtbot.waitSignal(container.library_opened, timeout=10_000):
        container.open(services, take(library))

    with qtbot.waitSignal(container.library_opened, timeout=10_000):
        container.window.backup_wanted.emit(library, library / "backups" / "gone.sqlite")

    container.window.close()
    container.stop()
    delete(container.window)  # what it still had in mind must not come in another test


def test_a_library_that_cannot_be_closed_is_given_back(tmp_path: Path) -> None:
    class Broken(LibraryServices):
        def close(self) -> None:
            super().close()
            raise StorageError(Reason.IO, "disk")

    lock = take(tmp_path)
    with pytest.raises(StorageError), opened(lock, Broken(tmp_path)):
        pass

    assert not lock.held


def test_a_library_is_given_back_when_nothing_works_in_its_folder_any_more(qtbot: QtBot, tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data", tmp_path / "settings", tmp_path / "state")
    first, second = (services_of(tmp_path / name, sample=False) for name in ("first", "second"))
    container = Container(paths, SettingsFile(paths.settings_file), first)
    lock, free = take(first.folder), Event()
    cancelled: list[bool] = []

    def download(job: Job) -> None:
        free.wait(10)
        cancelled.append(job.cancelled)

    with qtbot.waitSignal(container.library_opened, timeout=10_000):
        container.open(first, lock)
    container.tasks.run_job(Lane.DOWNLOAD, download, owner=container, label="a PDF")
    with qtbot.waitSignal(container.library_opened, timeout=10_000):
        container.open(second, take(second.folder))
    closed: list[object] = []
    for lane in (Lane.DB, Lane.FILES):
        container.tasks.run(lane, lambda: None, owner=container, done=closed.append)
    qtbot.waitUntil(lambda: len(closed) == 2)

    assert lock.held
    free.set()
    qtbot.waitUntil(lambda: not lock.held)
    assert cancelled == [True]

    container.window.close()
    container.stop()
    delete(container.window)
