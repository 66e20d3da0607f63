"""The window over a real library: places, keys, undo, messages, session, language, size of text."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Reason, StorageError
from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Place, Sidebar
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.command_palette import CommandPalette
from desktop.ui.help.help_viewer import HelpViewer
from desktop.ui.help.keys_list import KeysList
from desktop.ui.library_desk import LibraryDesk
from desktop.ui.main_window import MainWindow
from desktop.ui.preferences.preferences_dialog import PreferencesDialog
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import ThemeMode, theme
from desktop.ui.widgets.empty_state import EmptyState
from tests.gui.digest_files import digest_bytes

PAPERS = (
    ("2401.00001", "Attention in models", "模型中的注意力"),
    ("2401.00002", "Fourier features", "傅里叶特征"),
    ("2401.00003", "Learning without feedback", "无反馈的学习"),
)
MORE = (("2401.00004", "A fourth paper", "第四篇"),)


class Shown:
    """A window that a test uses like a person: by keys, menus and what is seen."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def desk(self) -> LibraryDesk:
        assert self.window.desk is not None
        return self.window.desk

    def do(self, action: ActionId) -> None:
        self.window.contents.commands[action].trigger()

    def can(self, action: ActionId) -> bool:
        return self.window.contents.commands[action].isEnabled()

    def sees(self, papers: int) -> None:
        self.qtbot.waitUntil(lambda: self.desk.room.shown_count == papers, timeout=20_000)

    def told(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.window.toast.text, timeout=20_000)

    def titles(self) -> list[str]:
        model = self.desk.room.table.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def press(self, text: str, where: QWidget) -> None:
        """Click the button of that text."""
        next(button for button in where.findChildren(QPushButton) if button.text() == text).click()

    def type(self, keys: str, into: QWidget) -> None:
        for key in keys:
            QTest.keyClick(into, Qt.Key(ord(key.upper())))

    def empty_places(self) -> list[str]:
        return [place.text for place in self.window.findChildren(EmptyState) if place.isVisible()]

    def counts(self) -> Sidebar:
        return self.desk.room.counts


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
    def make(services: LibraryServices | None) -> Shown:
        window = MainWindow(services, tasks, settings, default_library=tmp_path / "default")
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        if services is not None:
            window.show_library(services)
        qtbot.waitUntil(lambda: (middle := window.centralWidget()) is not None and middle.isVisible())
        return Shown(qtbot, window)

    yield make
    theme().apply(ThemeMode.LIGHT, 100)


@pytest.fixture
def shown(make: Callable[..., Shown], filled: LibraryServices) -> Shown:
    shown = make(filled)
    shown.sees(4)
    shown.qtbot.waitUntil(lambda: shown.counts().all == 4 and shown.can(ActionId.SELECT_ALL))
    return shown


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
    shown.told("neither a digest nor a file")


def test_pasting_a_digest_shows_the_plan(shown: Shown) -> None:
    QGuiApplication.clipboard().setText(digest_bytes((("2401.00009", "A fifth", "第五篇"),)).decode())
    with shown.qtbot.waitSignal(shown.desk.importing.planned, timeout=20_000) as signal:
        shown.do(ActionId.PASTE)
    signal.args[0].close()


def test_checking_a_sound_library_says_so(shown: Shown) -> None:
    shown.do(ActionId.CHECK_LIBRARY)
    shown.told("The library is whole: 4 papers, 2 digests.")


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


def test_larger_text_makes_the_window_anew_with_the_same_list(shown: Shown) -> None:
    shown.desk.room.search.query_changed.emit("fourier", False)
    shown.sees(1)
    shown.do(ActionId.LARGER)
    assert theme().scale == 110
    shown.sees(1)
    assert shown.desk.room.search.text() == "fourier"
    shown.do(ActionId.USUAL_SIZE)
    assert theme().scale == 100


def test_settings_count_at_once_and_are_written(shown: Shown, settings: SettingsFile, qtbot: QtBot) -> None:
    shown.do(ActionId.PREFERENCES)
    dialog = shown.window.contents.dialogs.shown("preferences")
    assert isinstance(dialog, PreferencesDialog)
    dialog.changed.emit("theme", "dark")
    assert theme().dark
    dialog.changed.emit("shortcuts", {"search": "Ctrl+G"})
    assert shown.window.contents.commands[ActionId.SEARCH].shortcut().toString() == "Ctrl+G"
    qtbot.waitUntil(lambda: settings.path.exists() and SettingsFile(settings.path).values.theme == "dark")
    dialog.close()


def test_the_palette_finds_and_runs_a_command(shown: Shown) -> None:
    shown.do(ActionId.PALETTE)
    palette = shown.window.contents.dialogs.shown("palette")
    assert isinstance(palette, CommandPalette)
    shown.type("trash", palette.field)
    assert [name.split("    ")[0] for name in palette.shown] == ["Trash"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    shown.sees(0)
    assert shown.desk.room.listing.place is Place.TRASH


def test_the_keys_are_listed(shown: Shown) -> None:
    shown.do(ActionId.KEYS)
    keys = shown.window.contents.dialogs.shown("keys")
    assert isinstance(keys, KeysList)
    keys.close()


def test_help_shows_a_page_and_loads_nothing(shown: Shown) -> None:
    shown.do(ActionId.HELP)
    viewer = shown.window.contents.dialogs.shown("help")
    assert isinstance(viewer, HelpViewer)
    shown.qtbot.waitUntil(lambda: "First steps" in viewer.text, timeout=20_000)
    viewer.show_page("keys.md")
    shown.qtbot.waitUntil(lambda: "Ctrl+Shift+P" in viewer.text, timeout=20_000)
    viewer.close()


def test_everything_that_takes_the_keyboard_has_a_name(shown: Shown) -> None:
    shown.desk.room.table.selectRow(0)
    shown.qtbot.waitUntil(lambda: shown.desk.room.details.page.details is not None)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in shown.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
