"""The window over a real library: places, keys, undo, messages, session."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Reason, StorageError
from desktop.domain.listing import Place
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import TaskRunner
from tests.gui.digest_files import digest_bytes
from tests.gui.shown_window import MORE, PAPERS, Shown


def test_the_window_is_painted_before_its_contents_are_made(
    qtbot: QtBot, tasks: TaskRunner, settings: SettingsFile, filled: LibraryServices
) -> None:
    window = MainWindow(filled, tasks, settings)
    qtbot.addWidget(window)
    assert window.centralWidget() is None
    window.grab()
    assert window.centralWidget() is None
    qtbot.waitUntil(lambda: window.centralWidget() is not None)


def test_the_library_and_its_places_are_shown(shown: Shown) -> None:
    assert sorted(shown.titles()) == sorted(title for _, title, _ in (*PAPERS, *MORE))
    assert [(digest.name, digest.papers) for digest in shown.counts().digests] == [("one.md", 3), ("two.md", 1)]
    assert shown.window.contents.status.text == "4 papers"


def test_a_place_shows_its_papers_and_the_status_bar_counts(shown: Shown) -> None:
    digest = shown.counts().digests[0]
    shown.desk.room.go_to(Place.DIGEST, digest.id)
    shown.sees(3)
    shown.do(ActionId.SELECT_ALL)
    shown.qtbot.waitUntil(lambda: shown.window.contents.status.text == "3 of 4 papers, 3 selected")
    assert shown.can(ActionId.REMOVE_DIGEST)


def test_a_search_finds_chinese_and_english(shown: Shown) -> None:
    shown.do(ActionId.SEARCH)
    assert shown.desk.room.search.hasFocus()
    shown.type("fourier", shown.desk.room.search)
    shown.sees(1)
    QTest.keyClick(shown.desk.room.search, Qt.Key.Key_Escape)
    QTest.keyClick(shown.desk.room.search, Qt.Key.Key_Escape)
    shown.sees(4)
    shown.desk.room.search.set_query("注意力")
    shown.desk.room.search.query_changed.emit("注意力", False)
    shown.sees(1)
    assert shown.titles() == ["Attention in models"]


def test_a_search_that_finds_nothing_offers_to_be_cleared(shown: Shown) -> None:
    shown.desk.room.search.query_changed.emit("nothing like this", False)
    shown.sees(0)
    shown.qtbot.waitUntil(lambda: "No paper fits this search." in shown.empty_places())
    shown.press("Clear search", shown.desk.room)
    shown.sees(4)


def test_delete_moves_to_the_trash_and_the_message_undoes_it(shown: Shown) -> None:
    shown.desk.room.table.selectRow(0)
    shown.qtbot.waitUntil(lambda: shown.can(ActionId.TRASH))
    shown.do(ActionId.TRASH)
    shown.sees(3)
    shown.told("Moved 1 paper to the Trash.")
    shown.press("Undo", shown.window.toast)
    shown.sees(4)
    shown.told("Taken back: move of 1 paper to Trash.")


def test_a_paper_comes_back_from_the_trash(shown: Shown) -> None:
    shown.desk.room.table.selectRow(0)
    shown.do(ActionId.TRASH)
    shown.sees(3)
    shown.do(ActionId.TRASH_PLACE)
    shown.sees(1)
    assert not shown.can(ActionId.TRASH)
    shown.desk.room.table.selectRow(0)
    shown.qtbot.waitUntil(lambda: shown.can(ActionId.RESTORE))
    shown.do(ActionId.RESTORE)
    shown.sees(0)
    shown.do(ActionId.ALL_PAPERS)
    shown.sees(4)


def test_a_removed_digest_takes_its_papers_along_and_comes_back(shown: Shown) -> None:
    digest = shown.counts().digests[1]
    shown.desk.room.go_to(Place.DIGEST, digest.id)
    shown.sees(1)
    shown.do(ActionId.REMOVE_DIGEST)
    shown.qtbot.waitUntil(lambda: len(shown.counts().digests) == 1)
    shown.sees(3)
    assert shown.desk.room.listing.place is Place.ALL
    shown.do(ActionId.UNDO)
    shown.qtbot.waitUntil(lambda: len(shown.counts().digests) == 2)


def test_undo_names_its_step(shown: Shown) -> None:
    shown.desk.room.table.selectRow(0)
    shown.do(ActionId.TRASH)
    undo = shown.window.contents.commands[ActionId.UNDO]
    shown.qtbot.waitUntil(lambda: undo.text() == "Undo: move of 1 paper to Trash")
    assert undo.isEnabled()


def test_j_and_k_move_through_the_list(shown: Shown) -> None:
    table = shown.desk.room.table
    shown.qtbot.waitUntil(lambda: shown.can(ActionId.NEXT))
    shown.do(ActionId.NEXT)
    shown.do(ActionId.NEXT)
    assert table.currentIndex().row() == 1
    shown.do(ActionId.PREVIOUS)
    assert table.currentIndex().row() == 0
    shown.do(ActionId.PREVIOUS)
    assert table.currentIndex().row() == 0


def test_links_go_to_the_clipboard(shown: Shown) -> None:
    shown.do(ActionId.SELECT_ALL)
    shown.do(ActionId.COPY_LINKS)
    shown.told("Copied 4 links.")
    assert "https://arxiv.org/abs/2401.00002" in QGuiApplication.clipboard().text().splitlines()


def test_copied_papers_are_titles_and_links(shown: Shown) -> None:
    shown.do(ActionId.SELECT_ALL)
    shown.do(ActionId.COPY_TITLES)
    shown.told("Copied 4 papers.")
    assert QGuiApplication.clipboard().text().count("https://arxiv.org/abs/2401.0000") == 4


def test_pasting_something_else_says_so(shown: Shown) -> None:
    QGuiApplication.clipboard().setText("just words")
    shown.do(ActionId.PASTE)
    shown.told("The clipboard names no paper.")


def test_pasting_a_digest_shows_the_plan(shown: Shown) -> None:
    QGuiApplication.clipboard().setText(digest_bytes((("2401.00009", "A fifth", "第五篇"),)).decode())
    with shown.qtbot.waitSignal(shown.desk.importing.planned, timeout=20_000) as signal:
        shown.do(ActionId.PASTE)
    signal.args[0].close()


def test_panes_fold_and_stay_folded(make: Callable[..., Shown], shown: Shown, filled: LibraryServices) -> None:
    shown.do(ActionId.SIDEBAR)
    assert not shown.desk.room.sidebar.isVisible()
    shown.window.close()
    again = make(filled)
    assert not again.window.contents.commands[ActionId.SIDEBAR].isChecked()
    assert not again.desk.room.sidebar.isVisible()
    again.do(ActionId.SIDEBAR)
    shown.qtbot.waitUntil(again.desk.room.sidebar.isVisible)


def test_a_second_start_goes_on_where_the_first_ended(
    make: Callable[..., Shown], shown: Shown, filled: LibraryServices
) -> None:
    digest = shown.counts().digests[0]
    shown.desk.room.go_to(Place.DIGEST, digest.id)
    shown.sees(3)
    shown.desk.room.table.selectRow(1)
    selected = shown.desk.room.selected
    shown.do(ActionId.TITLES_TRANSLATED)
    shown.do(ActionId.COMPACT)
    shown.window.resize(780, 620)
    shown.window.close()
    again = make(filled)
    again.sees(3)
    again.qtbot.waitUntil(lambda: again.desk.room.selected == selected)
    assert again.desk.room.listing.digest == digest.id
    assert again.window.size().width() == 780
    assert again.window.contents.commands[ActionId.TITLES_TRANSLATED].isChecked()
    assert again.window.contents.commands[ActionId.COMPACT].isChecked()


def test_who_chooses_a_paper_of_the_first_rows_keeps_it_when_the_whole_list_stands(shown: Shown) -> None:
    room = shown.desk.room
    with shown.qtbot.waitSignal(room.model.listed, timeout=20_000):
        room.start()
        room.table.selectRow(1)
        chosen = room.selected
    assert room.selected == chosen != []


def test_without_a_library_the_window_welcomes(make: Callable[..., Shown], tmp_path: Path) -> None:
    shown = make(None)
    with shown.qtbot.waitSignal(shown.window.library_wanted) as wanted:
        shown.press("Start here", shown.window)
    assert wanted.args == [tmp_path / "default"]
    with shown.qtbot.waitSignal(shown.window.sample_wanted):
        shown.press("Look at the sample library first", shown.window)
    assert not shown.can(ActionId.IMPORT_FILES)
    assert shown.can(ActionId.OPEN_LIBRARY)


def test_a_library_that_cannot_be_opened_is_told_in_words(make: Callable[..., Shown], filled: LibraryServices) -> None:
    shown = make(None)
    shown.window.show_refusal(StorageError(Reason.LIBRARY_NEWER, "library"))
    shown.qtbot.waitUntil(lambda: any("newer Papershelf" in text for text in shown.empty_places()))
    shown.window.show_library(filled)
    shown.sees(4)
