"""PDFs are read in the background: when, when not, and what is told of it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.errors import AppError, PdfError, Reason
from desktop.domain.page_index import IndexOverview, IndexTask, ReadText
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.indexing.index_words import failed_words, progress_words, status_words, textless_words
from desktop.ui.indexing.indexer import Indexer, IndexView
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from tests.gui.passages.conftest import Put

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    return lambda true: qtbot.waitUntil(true, timeout=20_000)


def test_what_waits_is_read(indexer: Indexer, put: Put, until: Until) -> None:
    for number in range(3):
        put(f"gradient {number}", *["more"] * 20)
    told: list[str] = []
    indexer.changed.connect(lambda: told.append(status_words(indexer.view)))
    indexer.wake()
    until(lambda: indexer.view.overview == IndexOverview(3, done=3))
    assert "Reading PDFs for the search: 1 of 3" in told
    until(lambda: status_words(indexer.view) == "")
    assert progress_words(indexer.view) == ""


def test_new_files_are_read_when_the_library_changes(indexer: Indexer, put: Put, until: Until) -> None:
    indexer.wake()
    put("gradient")
    indexer.wake()
    until(lambda: indexer.view.overview.done == 1)
    put("another")
    indexer.wake()
    until(lambda: indexer.view.overview.done == 2)


def test_pausing_is_remembered_and_reading_goes_on_when_a_person_wishes(
    indexer: Indexer, session: Session, put: Put, until: Until
) -> None:
    put("gradient")
    indexer.pause(True)
    until(lambda: indexer.view.overview.files == 1)
    assert session.values.index_pdfs == "paused"
    assert indexer.view.resting
    assert progress_words(indexer.view) == "1 PDF not read yet: reading is paused."
    indexer.pause(False)
    until(lambda: indexer.view.overview.done == 1)
    assert session.values.index_pdfs == "automatic"


def test_a_file_that_is_being_read_is_left_off_and_read_later(
    indexer: Indexer, services: LibraryServices, put: Put, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("gradient")
    begun: list[IndexTask] = []
    read = services.indexing.read

    def endless(task: IndexTask, job: Job) -> ReadText:
        begun.append(task)
        while True:
            job.step(0, 0)

    with monkeypatch.context() as patch:
        patch.setattr(services.indexing, "read", endless)
        indexer.wake()
        until(lambda: bool(begun))
        indexer.pause(True)
        until(lambda: not indexer.view.title)
    assert services.indexing.read == read
    indexer.pause(False)
    until(lambda: indexer.view.overview.done == 1)


def test_on_battery_nothing_is_read(indexer: Indexer, services: LibraryServices, put: Put, until: Until) -> None:
    put("gradient")
    services.indexing.on_battery = lambda: True
    indexer.wake()
    until(lambda: indexer.view.on_battery)
    assert indexer.view.resting
    assert "battery" in progress_words(indexer.view)
    services.indexing.on_battery = lambda: False
    indexer.wake()
    until(lambda: indexer.view.overview.done == 1)


def test_files_that_fail_or_hold_no_text_are_told(indexer: Indexer, put: Put, until: Until) -> None:
    put(content=b"%PDF-1.7 broken")
    put("", "")
    put("gradient")
    indexer.wake()
    until(lambda: indexer.view.overview == IndexOverview(3, done=3, without_text=1, failed=1))
    assert textless_words(indexer.view) == "1 PDF without text"
    assert failed_words(indexer.view) == "1 PDF could not be read"
    seen: list[IndexView] = []
    indexer.changed.connect(lambda: seen.append(indexer.view))
    indexer.try_again()
    until(lambda: any(view.overview.failed == 0 for view in seen) and indexer.view.overview.failed == 1)


def test_where_the_pdf_process_does_not_start_no_file_is_blamed(
    indexer: Indexer, services: LibraryServices, put: Put, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("gradient")
    asked: list[IndexTask] = []

    def unread(task: IndexTask, job: Job) -> ReadText:
        asked.append(task)
        raise PdfError(Reason.PDF_UNREAD, task.file.path)

    monkeypatch.setattr(services.indexing, "read", unread)
    indexer.wake()
    until(lambda: bool(asked) and not indexer.view.title)
    assert indexer.view.overview == IndexOverview(1)


def test_a_library_that_cannot_be_written_is_told_once(
    indexer: Indexer, services: LibraryServices, tasks: TaskRunner, put: Put, until: Until
) -> None:
    put("gradient")
    put("gradient more")
    told: list[AppError] = []
    tasks.failure_reported.connect(told.append)
    services._file.connection.execute("PRAGMA query_only = ON")
    indexer.wake()
    until(lambda: bool(told))
    until(lambda: not indexer.view.title)
    assert [error.reason for error in told] == [Reason.NOT_WRITABLE]
    services._file.connection.execute("PRAGMA query_only = OFF")


def test_the_library_may_be_left_in_the_midst(
    indexer: Indexer, services: LibraryServices, tasks: TaskRunner, put: Put, until: Until
) -> None:
    put(*["gradient"] * 200)
    indexer.wake()
    until(lambda: bool(indexer.view.title))
    indexer.leave()
    tasks.shutdown()
    (task,) = services.indexing.waiting()
    assert task.start < 200
