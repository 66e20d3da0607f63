"""The main job from end to end in the real window: drop a digest, search it, edit it, undo, export it, start again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.paper import TextKind
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.adding.drop import DropTarget
from desktop.ui.adding.import_plan_dialog import ImportPlanDialog
from desktop.ui.adding.plan_rows import PlanPart
from desktop.ui.library.paper_columns import COLUMNS, Cell
from desktop.ui.library.paper_header import PaperHeader
from desktop.ui.library.paper_texts import Slot
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import ThemeMode, theme
from tests.gui.digest_files import digest_bytes
from tests.gui.person import PAPERS, Reader

PASTNET = "PastNet: Introducing Physical Inductive Biases for Spatio-temporal Video Prediction"
"""The one paper of it that says Fourier. None says 注意力, until a person writes it into a summary."""
TITLE = Slot(TextKind.TITLE, original=True)
CHINESE_SUMMARY = Slot(TextKind.SUMMARY, original=False)
CHINESE_TITLE = Slot(TextKind.TITLE, original=False)
ADDED = "（注意力）"


@pytest.fixture
def own_dialogs(qapp: QApplication) -> Iterator[None]:
    """Qt's own file dialogs, which a test can answer."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.fixture
def settings_path(tmp_path: Path) -> Path:
    settings = SettingsFile(tmp_path / "settings" / "settings.json")
    settings.change(theme="light", language="en")
    settings.save()
    return settings.path


@pytest.fixture
def start(
    qtbot: QtBot, own_dialogs: None, tasks: TaskRunner, services: LibraryServices, settings_path: Path, tmp_path: Path
) -> Iterator[Callable[[], Reader]]:
    """Starts the window, each time with the settings read from their file again."""

    def start() -> Reader:
        window = MainWindow(services, tasks, SettingsFile(settings_path), default_library=tmp_path / "default")
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        window.show_library(services)
        qtbot.waitUntil(lambda: window.isActiveWindow() and bool(window.findChildren(DropTarget)), timeout=20_000)
        return Reader(qtbot, window)

    yield start
    theme().apply(ThemeMode.LIGHT, 100)


@pytest.fixture
def person(start: Callable[[], Reader]) -> Reader:
    return start()


@pytest.fixture
def seed(shared: Path) -> Path:
    return next((shared / "seeds").glob("001_*"))


@pytest.fixture
def reader(person: Reader, seed: Path) -> Reader:
    """A person who has imported the seed."""
    person.imports(seed)
    return person


def test_a_dropped_digest_is_planned_then_added(person: Reader, seed: Path) -> None:
    person.drop(seed)
    dialog = person.dialog(ImportPlanDialog)
    person.qtbot.waitUntil(lambda: dialog.add_button.text() != "")
    assert dialog.part_button(PlanPart.NEW).text().split() == ["New", str(PAPERS)]
    assert person.desk.room.shown_count == 0
    person.click(dialog.add_button, f"Add {PAPERS} papers, 1 digest")
    person.sees(PAPERS)
    person.status(f"{PAPERS} papers")
    assert PASTNET in person.titles()
    assert [(digest.name, digest.papers) for digest in person.desk.room.counts.digests] == [(seed.name, PAPERS)]


@pytest.mark.parametrize("place", ["search", "note", "abstract"])
def test_a_digest_may_be_dropped_on_a_text_too(reader: Reader, tmp_path: Path, place: str) -> None:
    person = reader
    person.press("Down")
    person.qtbot.waitUntil(lambda: bool(person.reads(CHINESE_TITLE)))
    page = person.desk.room.details.page
    texts = page.texts.sections
    onto = {
        "search": person.desk.room.search,
        "note": page.note,
        "abstract": texts[Slot(TextKind.ABSTRACT, True)].field,
    }
    page.ensureWidgetVisible(onto[place])
    file = tmp_path / "more.md"
    file.write_bytes(digest_bytes((("2401.00009", "One more", "又一篇"),)))
    person.drop(file, at=onto[place])
    dialog = person.dialog(ImportPlanDialog)
    person.click(dialog.add_button, "Add 1 paper, 1 digest")
    person.sees(PAPERS + 1)
    assert person.desk.room.search.text() == page.note.toPlainText() == ""


def test_a_binary_file_beside_a_good_one_is_named_and_left_out(person: Reader, seed: Path, tmp_path: Path) -> None:
    binary = tmp_path / "picture.md"
    binary.write_bytes(bytes(range(256)) * 8)
    person.drop(binary, seed)
    dialog = person.dialog(ImportPlanDialog)
    person.click(dialog.add_button, f"Add {PAPERS} papers, 1 digest")
    person.told("1 file left out.")
    person.sees(PAPERS)
    assert [digest.name for digest in person.desk.room.counts.digests] == [seed.name]


def test_the_same_file_again_changes_nothing_and_says_so(reader: Reader, seed: Path) -> None:
    reader.drop(seed)
    dialog = reader.dialog(ImportPlanDialog)
    reader.qtbot.waitUntil(lambda: dialog.add_button.text() == "Nothing to add")
    assert not dialog.add_button.isEnabled()
    reader.press("Escape")
    reader.comes_back()
    reader.sees(PAPERS)
    assert [digest.papers for digest in reader.desk.room.counts.digests] == [PAPERS]


def test_typing_searches_in_english_and_chinese(reader: Reader) -> None:
    reader.searches("fourier")
    reader.sees(1)
    assert reader.titles() == [PASTNET]
    reader.status(f"1 of {PAPERS} papers")
    reader.press("Escape", "Escape")
    reader.sees(PAPERS)
    reader.searches("傅里叶")
    reader.sees(1)
    reader.press("Ctrl+A")
    reader.searches("注意力")
    reader.sees(0)
    reader.status(f"0 of {PAPERS} papers")


@pytest.mark.parametrize("key", ["Down", "Return"])
def test_a_key_pressed_before_the_hits_are_there_chooses_the_first_of_them(
    reader: Reader, tasks: TaskRunner, key: str
) -> None:
    busy = Event()
    tasks.run(Lane.DB, lambda: busy.wait(20), owner=tasks)
    reader.press("Ctrl+F")
    reader.types("fourier")
    reader.press(key)
    busy.set()
    reader.status(f"1 of {PAPERS} papers, 1 selected")
    reader.comes_to_read(TITLE, PASTNET)


@pytest.mark.parametrize("key", ["Down", "Return"])
def test_after_a_search_without_hits_typing_stays_in_the_search_box(reader: Reader, key: str) -> None:
    reader.searches("注意力")
    reader.sees(0)
    reader.press(key, "Ctrl+A")
    for character in "fourier":
        reader.types(character)
        reader.qtbot.waitUntil(lambda: bool(reader.titles()))
    assert reader.desk.room.search.text() == "fourier"


def test_a_summary_is_edited_undone_and_done_again_by_keys(reader: Reader) -> None:
    reader.searches("fourier")
    reader.sees(1)
    reader.press("Down")
    reader.qtbot.waitUntil(lambda: bool(reader.reads(CHINESE_SUMMARY)), timeout=20_000)
    before = reader.reads(CHINESE_SUMMARY)
    reader.writes(CHINESE_SUMMARY, ADDED)
    for keys, expected in (("Ctrl+Z", before), ("Ctrl+Shift+Z", before + ADDED), ("Ctrl+Z", before)):
        reader.press(keys)
        reader.comes_to_read(CHINESE_SUMMARY, expected)
    reader.told("Taken back: edit of 1 paper.")


def test_a_message_offers_no_undo_of_what_is_no_longer_the_last_step(reader: Reader) -> None:
    reader.told(f"Added {PAPERS} papers, 1 digest.")
    reader.press("Down")
    reader.qtbot.waitUntil(lambda: bool(reader.reads(CHINESE_TITLE)), timeout=20_000)
    reader.writes(CHINESE_TITLE, ADDED)
    reader.qtbot.waitUntil(lambda: not reader.window.toast.isVisible())
    reader.sees(PAPERS)


def test_what_was_typed_is_found_at_once(reader: Reader) -> None:
    reader.searches("fourier")
    reader.sees(1)
    reader.press("Down")
    reader.qtbot.waitUntil(lambda: bool(reader.reads(CHINESE_SUMMARY)), timeout=20_000)
    reader.writes(CHINESE_SUMMARY, ADDED)
    reader.searches("注意力")
    reader.sees(1)
    assert reader.titles() == [PASTNET]


def test_the_table_follows_an_edited_title(reader: Reader) -> None:
    table = reader.desk.room.table
    reader.press("Down", "Ctrl+Alt+3")
    reader.qtbot.waitUntil(lambda: bool(reader.reads(CHINESE_TITLE)), timeout=20_000)
    before = reader.reads(CHINESE_TITLE)
    row = table.currentIndex().row()
    reader.writes(CHINESE_TITLE, ADDED)
    reader.qtbot.waitUntil(lambda: reader.titles()[row] == before + ADDED, timeout=20_000)
    reader.press("Ctrl+Z")
    reader.qtbot.waitUntil(lambda: reader.titles()[row] == before, timeout=20_000)


def test_an_undone_edit_leaves_the_export_identical(reader: Reader, seed: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    reader.press("Down")
    reader.qtbot.waitUntil(lambda: bool(reader.reads(CHINESE_SUMMARY)), timeout=20_000)
    before = reader.reads(CHINESE_SUMMARY)
    reader.writes(CHINESE_SUMMARY, ADDED)
    reader.press("Ctrl+Z")
    reader.comes_to_read(CHINESE_SUMMARY, before)
    assert reader.exports(tmp_path / "out") == seed.read_bytes()


def test_an_edit_changes_its_field_in_the_export_and_nothing_else(reader: Reader, seed: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    reader.searches("fourier")
    reader.sees(1)
    reader.press("Down")
    reader.qtbot.waitUntil(lambda: bool(reader.reads(CHINESE_SUMMARY)), timeout=20_000)
    before = reader.reads(CHINESE_SUMMARY)
    reader.writes(CHINESE_SUMMARY, ADDED)
    original = seed.read_text("utf-8")
    assert original.count(before) == 2  # in the table and in the details
    assert reader.exports(tmp_path / "out").decode() == original.replace(before, before + ADDED)


def test_a_second_start_shows_what_the_first_left(
    start: Callable[[], Reader], reader: Reader, settings_path: Path
) -> None:
    first = reader
    digest = first.opens_the_digest()
    first.searches("fourier")
    first.sees(1)
    first.press("Down")
    first.qtbot.waitUntil(lambda: len(first.desk.room.selected) == 1)
    selected = first.desk.room.selected
    arxiv_id = next(number for number, column in enumerate(COLUMNS) if column.cell is Cell.ARXIV_ID)
    header = first.desk.room.table.horizontalHeader()
    assert isinstance(header, PaperHeader)
    assert header.isSectionHidden(arxiv_id)
    next(action for action in header.columns_menu().actions() if action.text() == "arXiv id").trigger()
    first.window.close()
    first.qtbot.waitUntil(lambda: "fourier" in SettingsFile(settings_path).values.remembered.get("place", ""))

    second = start()
    second.sees(1)
    second.qtbot.waitUntil(lambda: second.desk.room.selected == selected, timeout=20_000)
    assert second.desk.room.listing.digest == digest.id
    assert second.desk.room.search.text() == "fourier"
    assert not second.desk.room.table.isColumnHidden(arxiv_id)
    second.comes_to_read(TITLE, PASTNET)
    second.status(f"1 of {PAPERS} papers, 1 selected")
