"""The page of backups in a real window: what there is, whether it is whole, and the way back and forth."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.backups import backups_of
from desktop.app.container import Container
from desktop.app.held_library import services_of, take
from desktop.app.paths import Paths
from desktop.domain.ids import PaperId
from desktop.domain.import_plan import ImportOptions, ImportResult
from desktop.domain.paper import TextKind
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.keeping.backups_model import BackupColumn
from desktop.ui.keeping.backups_page import BackupsPage
from desktop.ui.tasks import Lane
from tests.gui.digest_files import digest_bytes
from tests.gui.shown_window import MORE, PAPERS, Shown

OnDb = Callable[[Callable[[LibraryServices], Any]], Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of three papers, and a backup of it."""
    library = LibraryServices(tmp_path / "library")
    library.open()
    plan = library.importing.plan_texts([("one.md", digest_bytes(PAPERS))], ImportOptions(), Job())
    library.importing.apply(plan, Job())
    library.backups.back_up(Job())
    library.close()
    return library.folder


@pytest.fixture
def container(qtbot: QtBot, tmp_path: Path, folder: Path) -> Iterator[Container]:
    paths = Paths(tmp_path / "data", tmp_path / "settings", tmp_path / "state")
    services = services_of(folder, sample=False)
    container = Container(paths, SettingsFile(paths.settings_file), services)
    container.window.show()
    with qtbot.waitSignal(container.library_opened):
        container.open(services, take(folder))
    yield container
    container.window.close()
    container.stop()


@pytest.fixture
def person(qtbot: QtBot, container: Container) -> Shown:
    shown = Shown(qtbot, container.window)
    shown.sees(3)
    return shown


def page_of(shown: Shown) -> BackupsPage:
    shown.do(ActionId.BACKUPS)
    page = shown.desk.keeping.backups.page
    assert page is not None
    shown.qtbot.waitUntil(lambda: bool(page.model.backups))
    return page


def cells(page: BackupsPage, row: int) -> list[str]:
    return [str(page.model.index(row, column).data()) for column in BackupColumn]


def all_checked(shown: Shown, page: BackupsPage) -> None:
    shown.qtbot.waitUntil(lambda: page.model.unchecked() is None)


def test_each_backup_is_read_and_says_whether_it_is_whole(person: Shown, folder: Path) -> None:
    (made,) = backups_of(folder)
    damaged = made.with_name("library-20260101T000000000000-daily.sqlite")
    damaged.write_bytes(b"not a library" * 1000)

    page = page_of(person)
    all_checked(person, page)

    assert cells(page, 0)[1:3] == ["Made by hand", "3"]
    assert [cells(page, row)[-1] for row in range(2)] == ["Whole", "Damaged"]
    assert page.go_back.isEnabled()
    page.table.setCurrentIndex(page.model.index(1, 0))
    assert not page.go_back.isEnabled()


def test_a_backup_is_made_by_hand(person: Shown, folder: Path) -> None:
    page = page_of(person)
    page.now.click()
    person.told("The backup was made and is whole")
    person.qtbot.waitUntil(lambda: len(page.model.backups) == 2)
    assert len(backups_of(folder)) == 2
    assert page.chosen is not None
    assert page.chosen.path == max(backups_of(folder))


def test_a_backup_takes_the_place_of_no_other_file(
    person: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thesis = tmp_path / "thesis.txt"
    thesis.write_text("years of work", "utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(thesis), ""))
    page_of(person).to.click()
    person.told("thesis.txt could not be written. What was there before is unchanged.")
    assert thesis.read_text("utf-8") == "years of work"


def test_what_no_paper_tells_of_is_no_nothing(person: Shown, on_db: OnDb) -> None:
    on_db(lambda library: library.labels.new_collection("Thesis", None))
    page = page_of(person)
    person.qtbot.waitUntil(lambda: "collections" in page.detail.text())


def test_a_backup_goes_to_a_place_of_ones_own(person: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.sqlite"), ""))
    page_of(person).to.click()
    person.told("mine.sqlite")
    assert (tmp_path / "mine.sqlite").read_bytes().startswith(b"SQLite format 3")


def test_a_copy_with_pdfs_can_be_opened_as_a_library(
    person: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "disk"
    place.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))
    page_of(person).with_pdfs.click()
    person.told("The library was copied")
    (copy,) = place.iterdir()
    library = LibraryServices(copy)
    library.open()
    assert library.browse.sidebar().all == 3
    library.close()


@pytest.fixture
def on_db(qtbot: QtBot, container: Container) -> OnDb:
    """Does something with the library on its lane, and gives what that comes to."""

    def run(work: Callable[[LibraryServices], Any]) -> Any:
        services = container._services
        found: list[Any] = []
        assert services is not None
        container.tasks.run(Lane.DB, lambda: work(services), owner=container, done=found.append)
        qtbot.waitUntil(lambda: bool(found), timeout=20_000)
        return found[0]

    return run


def test_going_back_keeps_what_was_and_can_be_taken_back(
    person: Shown, container: Container, folder: Path, on_db: OnDb
) -> None:
    def add(library: LibraryServices) -> ImportResult:
        plan = library.importing.plan_texts([("two.md", digest_bytes(MORE))], ImportOptions(), Job())
        return library.importing.apply(plan, Job())

    person.desk.events.announce(on_db(add).changes)
    person.sees(4)
    page = page_of(person)
    person.qtbot.waitUntil(lambda: "1 paper added" in page.detail.text())

    with person.qtbot.waitSignal(container.library_opened, timeout=20_000):
        page.go_back.click()
    person.sees(3)
    person.told("What it was before is kept as library-put-aside-")
    assert list(folder.glob("library-put-aside-*.sqlite"))
    page = page_of(person)
    person.qtbot.waitUntil(lambda: "Nothing was done since then" in page.detail.text())
    assert page.detail.text().startswith("This is the library as it was before")

    with person.qtbot.waitSignal(container.library_opened, timeout=20_000):
        person.press("Go back to what was", container.window.toast)
    person.sees(4)


def test_what_is_being_typed_is_saved_before_another_file_takes_the_place(
    person: Shown, container: Container, folder: Path, on_db: OnDb
) -> None:
    page = page_of(person)
    person.do(ActionId.ALL_PAPERS)
    person.desk.room.table.step(1)
    person.qtbot.waitUntil(lambda: len(person.desk.room.selected) == 1)
    (paper,) = person.desk.room.selected
    field = person.desk.room.details.page.note
    person.qtbot.waitUntil(lambda: field.isVisible() and not field.isReadOnly())
    field.setFocus()
    QTest.keyClicks(field, "typed a moment before")
    assert field.toPlainText() == "typed a moment before"

    with person.qtbot.waitSignal(container.library_opened, timeout=20_000):
        page.go_back.click()
    person.sees(3)
    assert on_db(lambda library: note_of(library, paper)) == ""
    person.told("What it was before is kept")
    with person.qtbot.waitSignal(container.library_opened, timeout=20_000):
        person.press("Go back to what was", container.window.toast)

    assert on_db(lambda library: note_of(library, paper)) == "typed a moment before"


def note_of(library: LibraryServices, paper: PaperId) -> str:
    details = library.browse.details(paper)
    assert details is not None
    return details.text(TextKind.NOTE, "")
