"""The page of the check in a real window: what is found, and what puts it right."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from db.search import empty
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.keeping.check_page import CheckPage
from desktop.ui.keeping.finding_row import FindingRow
from tests.gui.shown_window import Shown
from tests.unit.pdf.made_pdfs import made_pdf, text

OnDb = Callable[[Callable[[], object]], object]


def checked(shown: Shown) -> CheckPage:
    shown.do(ActionId.CHECK_LIBRARY)
    return found_by(shown)


def found_by(shown: Shown) -> CheckPage:
    page = shown.desk.keeping.checking.page
    assert page is not None

    def told() -> bool:
        rows = page.findChildren(FindingRow)  # they are shown a turn of the event loop after the check has ended
        return page.report is not None and page.again.isVisible() and any(row.isVisible() for row in rows)

    shown.qtbot.waitUntil(told, timeout=20_000)
    return page


def texts(page: CheckPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def pdf(filled: LibraryServices, on_db: OnDb, tmp_path: Path) -> Path:
    """The PDF of a paper in the library."""
    path = tmp_path / "a.pdf"
    path.write_bytes(made_pdf(text("walls of stone", 10, 60, 700)))
    on_db(lambda: filled.organising.add_pdf(path, "A paper"))
    (stored,) = (filled.folder / "papers").iterdir()
    return stored


def test_a_sound_library_is_said_to_be_whole_part_by_part(shown: Shown) -> None:
    page = checked(shown)
    assert page.title.text() == "The library is whole: 4 papers, 2 digests."
    assert "The database is whole." in texts(page)
    assert "All PDFs are there" in texts(page)


def test_a_missing_pdf_is_named_with_the_way_to_find_it(
    shown: Shown, pdf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf.unlink()
    page = checked(shown)
    assert page.title.text().startswith("The library is whole, but PDFs are missing or were changed")
    assert f"papers/{pdf.name}" in texts(page)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    with shown.qtbot.waitSignal(shown.window.contents.commands[ActionId.RELINK].triggered):
        shown.press("Find missing PDFs…", page)


def test_a_search_index_that_lacks_papers_is_made_anew(shown: Shown, filled: LibraryServices, on_db: OnDb) -> None:
    def lose() -> bool:
        empty(filled._file.connection)
        return True

    on_db(lose)
    page = checked(shown)
    assert "4 papers are not in the index" in texts(page)

    shown.press("Rebuild search index", page)
    shown.told("The search index was made anew.")
    shown.qtbot.waitUntil(lambda: "The search index holds what the library does." in texts(page), timeout=20_000)


def test_stray_files_are_moved_where_a_person_wants_them(
    shown: Shown, filled: LibraryServices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (filled.folder / "papers" / "stray.pdf").write_bytes(b"%PDF-1.7 stray")
    page = checked(shown)
    assert "papers/stray.pdf" in texts(page)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "moved"))

    shown.press("Move to a folder…", page)

    shown.told("Files that were moved: 1.")
    assert (tmp_path / "moved" / "stray.pdf").read_bytes() == b"%PDF-1.7 stray"
    shown.qtbot.waitUntil(lambda: "belongs to a paper" in texts(page), timeout=20_000)


def test_stray_files_become_papers_which_can_be_undone(shown: Shown, filled: LibraryServices) -> None:
    stray = filled.folder / "papers" / "stray.pdf"
    stray.write_bytes(made_pdf(text("A study of walls", 24, 60, 700)))
    page = checked(shown)

    shown.press("Add to the library", page)

    shown.told("1 paper added")
    shown.qtbot.waitUntil(lambda: "belongs to a paper" in texts(page), timeout=20_000)
    assert not stray.exists()  # it is stored under its own name
    shown.do(ActionId.ALL_PAPERS)
    shown.sees(5)
    shown.press("Undo", shown.window.toast)
    shown.sees(4)


def test_the_trash_says_how_long_things_stay_and_is_emptied_with_a_way_back(shown: Shown) -> None:
    shown.do(ActionId.SELECT_ALL)
    shown.do(ActionId.TRASH)
    shown.sees(0)
    shown.do(ActionId.TRASH_PLACE)
    shown.sees(4)
    strip = shown.desk.keeping._strip
    assert strip is not None
    shown.qtbot.waitUntil(strip.isVisible)
    assert "30 days" in "".join(label.text() for label in strip.findChildren(QLabel))

    shown.press("Empty Trash", strip)
    shown.told("Emptied the Trash: 4 papers.")
    shown.sees(0)
    assert not strip.isVisible()
    shown.press("Undo", shown.window.toast)
    shown.sees(4)


def test_chosen_papers_of_the_trash_are_deleted_with_a_way_back(shown: Shown) -> None:
    shown.do(ActionId.SELECT_ALL)
    shown.do(ActionId.TRASH)
    shown.do(ActionId.TRASH_PLACE)
    shown.sees(4)
    shown.desk.room.table.step(1)
    shown.qtbot.waitUntil(lambda: shown.can(ActionId.DELETE_FOR_GOOD))
    shown.do(ActionId.DELETE_FOR_GOOD)
    shown.sees(3)
    shown.do(ActionId.UNDO)
    shown.sees(4)


def test_an_empty_trash_is_not_emptied_again(shown: Shown) -> None:
    shown.do(ActionId.EMPTY_TRASH)
    shown.told("The Trash is empty.")
