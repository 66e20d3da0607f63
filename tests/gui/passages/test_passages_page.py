"""The page that searches everything, used by a person."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkChange, MarkKind, MarkStep
from desktop.domain.passage import Passage, Scope
from desktop.services.library import LibraryServices
from desktop.ui.indexing.indexer import Indexer
from desktop.ui.passages.passages_model import MoreLine, PaperLine
from desktop.ui.passages.passages_page import PassagesPage
from desktop.ui.theme import ThemeMode, theme
from tests.gui.passages.conftest import OnDb, Put

Key = Qt.Key


def rows(page: PassagesPage) -> list[str]:
    """Each row as it is read aloud."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(page.model.index(row, 0).data(role)) for row in range(page.model.rowCount())]


def scopes(page: PassagesPage) -> list[str]:
    return [" ".join(button.text().split()) for button in page.filters.findChildren(QToolButton)]


FOUND = ["Deep nets", "p. 1, gradient descent", "p. 3, gradient 0", "5 more places", "Walls", "p. 1, a gradient"]


def test_places_are_found_as_one_types(qtbot: QtBot, page: PassagesPage) -> None:
    QTest.keyClicks(page.box, "gradi")
    qtbot.waitUntil(lambda: "Walls" in rows(page) and "Deep nets" in rows(page))
    assert scopes(page) == ["Everything 8", "PDFs 8", "Marks 0", "Notes and texts 0"]
    QTest.keyClicks(page.box, "ent walls")
    qtbot.waitUntil(lambda: page.empty.isVisible())
    assert page.empty.text == "Nothing was found."


def test_a_place_is_opened_by_the_keyboard_alone(qtbot: QtBot, page: PassagesPage) -> None:
    QTest.keyClicks(page.box, "descent")
    qtbot.waitUntil(lambda: rows(page) == ["Deep nets", "p. 1, gradient descent"])
    opened: list[Passage] = []
    page.passage_opened.connect(opened.append)
    QTest.keyClick(page.box, Key.Key_Down)
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Key.Key_Return)
    assert [(passage.page, passage.words) for passage in opened] == [(0, "descent")]
    papers: list[PaperId] = []
    page.paper_opened.connect(papers.append)
    QTest.keyClick(page.list, Key.Key_Up)
    QTest.keyClick(page.list, Key.Key_Return)
    assert papers == [opened[0].paper]
    QTest.keyClick(page.list, Key.Key_Up)
    assert page.box.hasFocus()


def test_esc_leads_back_step_by_step(qtbot: QtBot, page: PassagesPage) -> None:
    page.show_query("descent")
    qtbot.waitUntil(lambda: len(rows(page)) == 2)
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    QTest.keyClick(page.box, Key.Key_Down)
    QTest.keyClick(page.list, Key.Key_Escape)
    assert page.box.hasFocus()
    QTest.keyClick(page.box, Key.Key_Escape)
    assert page.box.text() == ""
    assert not left
    QTest.keyClick(page.box, Key.Key_Escape)
    assert left


def test_more_places_of_a_paper_are_shown_when_asked_for(qtbot: QtBot, page: PassagesPage) -> None:
    page.show_query("gradient", Scope.ALL)
    qtbot.waitUntil(lambda: "5 more places" in rows(page))
    row = rows(page).index("5 more places")
    page.list.select_row(row)
    QTest.keyClick(page.list, Key.Key_Return)
    qtbot.waitUntil(lambda: "5 more places" not in rows(page))
    assert len([line for line in rows(page) if line.startswith("p. ")]) == 8
    assert page.list.currentIndex().row() == row


def test_marks_are_narrowed_to_a_colour_and_a_tag(
    qtbot: QtBot, page: PassagesPage, services: LibraryServices, on_db: OnDb
) -> None:
    def mark(number: int, **told: object) -> MarkChange:
        sha256 = services._file.connection.execute("SELECT sha256 FROM files").fetchone()[0]
        values = {"kind": MarkKind.NOTE, "box": (0.0, 0.0, 9.0, 9.0), "changed_at_ms": number, **told}
        return MarkChange(None, Mark(f"{number}", PaperId(1), sha256, 2, **values))  # type: ignore[arg-type]

    step = [mark(1, color=1, comment="first", tags=("todo",)), mark(2, color=2, comment="second")]
    on_db(lambda: services.marking.apply(MarkStep(tuple(step))))
    page.show_query("", Scope.MARKS)
    first, second = "p. 3, Note, Yellow, todo, first", "p. 3, Note, Green, second"
    qtbot.waitUntil(lambda: rows(page) == ["Deep nets", second, first])
    color, tag = page.filters.findChildren(QComboBox)
    assert color.isVisible()
    qtbot.waitUntil(tag.isVisible)
    color.setCurrentIndex(1)
    color.activated.emit(1)
    qtbot.waitUntil(lambda: rows(page) == ["Deep nets", first])
    color.setCurrentIndex(2)
    color.activated.emit(2)
    tag.setCurrentIndex(1)
    tag.activated.emit(1)
    qtbot.waitUntil(page.empty.isVisible)
    page.filters.choose(Scope.PDFS)
    assert not color.isVisible()


def test_without_words_the_page_says_what_to_do(qtbot: QtBot, page: PassagesPage) -> None:
    assert page.empty.isVisible()
    assert page.empty.text.startswith("Type what you look for")
    page.show_query("", Scope.MARKS)
    qtbot.waitUntil(lambda: page.empty.text.startswith("No mark yet"))


def test_while_pdfs_wait_the_page_says_so_and_reading_can_be_resumed(
    qtbot: QtBot, page: PassagesPage, indexer: Indexer, put: Put
) -> None:
    indexer.pause(True)
    put("the word lattice", title="New")
    indexer.wake()
    qtbot.waitUntil(lambda: indexer.view.overview.waiting == 1)
    page.show_query("lattice")
    qtbot.waitUntil(lambda: page.empty.text == "Nothing was found. 1 PDF not read yet: reading is paused.")
    assert page.strip.isVisible()
    page.empty.acted.emit()
    qtbot.waitUntil(lambda: rows(page) == ["New", "p. 1, the word lattice"], timeout=20_000)
    qtbot.waitUntil(page.strip.isHidden)


def test_pdfs_that_could_not_be_read_are_named_with_the_reason(
    qtbot: QtBot, page: PassagesPage, indexer: Indexer, put: Put
) -> None:
    paper = put(content=b"%PDF-1.7 broken", title="Broken")
    indexer.wake()
    qtbot.waitUntil(lambda: indexer.view.overview.failed == 1, timeout=20_000)
    assert page.strip.failed.text() == "1 PDF could not be read"
    page.strip.failed.click()
    qtbot.waitUntil(lambda: bool(page.strip.menu.actions()))
    first, *_, again = page.strip.menu.actions()
    assert first.text() == "Broken – The PDF cannot be read."
    papers: list[PaperId] = []
    page.paper_opened.connect(papers.append)
    first.trigger()
    assert papers == [paper]
    again.trigger()
    page.strip.menu.hide()


def test_a_row_that_is_still_there_stays_selected(qtbot: QtBot, page: PassagesPage) -> None:
    page.show_query("gradient")
    qtbot.waitUntil(lambda: len(rows(page)) == len(FOUND))
    page.list.select_row(rows(page).index("p. 1, a gradient"))
    page.refresh()
    QTest.keyClick(page.list, Key.Key_Home)
    page.list.select_row(rows(page).index("p. 1, a gradient"))
    page.show_query("a gradient")
    qtbot.waitUntil(lambda: "5 more places" not in rows(page))
    assert rows(page)[page.list.currentIndex().row()] == "p. 1, a gradient"


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
@pytest.mark.parametrize("scale", [100, 200])
def test_rows_are_painted_in_every_look(qtbot: QtBot, page: PassagesPage, mode: ThemeMode, scale: int) -> None:
    page.show_query("gradient")
    qtbot.waitUntil(lambda: len(rows(page)) == len(FOUND))
    heights = [page.list.sizeHintForRow(row) for row in range(page.model.rowCount())]
    theme().apply(mode, scale)
    assert not page.list.grab().isNull()
    assert all(page.list.sizeHintForRow(row) >= height for row, height in enumerate(heights))
    theme().apply(ThemeMode.LIGHT, 100)


def test_every_control_has_a_name(page: PassagesPage) -> None:
    controls = [page.box, page.list, *page.filters.findChildren(QComboBox)]
    assert all(control.accessibleName() for control in controls)
    assert all(button.text() for button in page.filters.findChildren(QToolButton))
    lines = [page.model.line(page.model.index(row, 0)) for row in range(page.model.rowCount())]
    assert all(isinstance(line, PaperLine | Passage | MoreLine) for line in lines)
