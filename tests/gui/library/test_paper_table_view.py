"""The table as a person uses it: selection and place survive every update, keys, columns, dragging out."""

from array import array
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, PaperList
from desktop.ui.library.paper_columns import COLUMNS, Titles
from desktop.ui.library.paper_header import PaperHeader
from desktop.ui.library.paper_links import PAPERS_MIME, papers_as_mime
from desktop.ui.library.paper_table_model import PaperTableModel
from desktop.ui.library.paper_table_view import PaperTableView
from desktop.ui.library.row_layout import Density, lines_of_cell, row_metrics
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from tests.gui.library.numbered_papers import NumberedLibrary, numbered_row

SIZE = 65_538


class Table:
    """A shown table and what is behind it."""

    def __init__(self, qtbot: QtBot, tasks: TaskRunner, count: int) -> None:
        self.qtbot = qtbot
        self.library = NumberedLibrary(count)
        self.model = PaperTableModel(tasks, self.library)
        self.view = PaperTableView(self.model)
        qtbot.addWidget(self.view)
        self.view.resize(1000, 700)
        self.view.show()
        self.show(Listing())

    def show(self, listing: Listing) -> None:
        with self.qtbot.waitSignal(self.model.listed):
            self.model.show(listing)

    def refresh(self, changes: Changes) -> None:
        with self.qtbot.waitSignal(self.model.listed):
            self.model.refresh(changes)

    def height_of(self, paper: int) -> int:
        return self.view.rowViewportPosition(self.model.row_of(paper))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view, key, modifier)


def paper_header(table: Table) -> PaperHeader:
    header = table.view.horizontalHeader()
    assert isinstance(header, PaperHeader)
    return header


@pytest.fixture
def table(qtbot: QtBot, tasks: TaskRunner) -> Table:
    return Table(qtbot, tasks, 1000)


@pytest.fixture
def large(qtbot: QtBot, tasks: TaskRunner) -> Table:
    return Table(qtbot, tasks, SIZE)


def test_the_selected_row_does_not_move_when_papers_come_and_go(table: Table) -> None:
    table.view.select_papers([PaperId(500), PaperId(501)])
    before = table.height_of(500)
    table.library.papers.ids = array("q", [*range(2000, 2100), *range(50, 1001)])
    table.refresh(Changes(papers_added=(PaperId(2000),)))
    assert table.view.selected_papers() == [500, 501]
    assert table.view.current_paper() == 500
    assert table.height_of(500) == before


def test_after_a_removal_the_next_paper_is_selected(table: Table) -> None:
    table.view.select_papers([PaperId(500)])
    table.library.papers.ids = array("q", [number for number in range(1, 1001) if number != 500])
    table.refresh(Changes(papers_removed=(PaperId(500),)))
    assert table.view.selected_papers() == [501]


def test_another_listing_starts_at_its_top_and_keeps_what_is_selected(table: Table) -> None:
    table.view.select_papers([PaperId(900)])
    table.library.papers.ids = array("q", range(800, 1001))
    table.show(Listing(query="learning"))
    assert table.view.verticalScrollBar().value() == 0
    assert table.view.selected_papers() == [900]


def test_without_a_selection_in_sight_the_rows_in_sight_do_not_move(table: Table) -> None:
    table.view.select_papers([PaperId(900)])
    table.view.verticalScrollBar().setValue(200 * table.view.rowHeight(0) + 7)
    before = table.height_of(205)
    table.library.papers.ids = array("q", [*range(2000, 2100), *range(1, 1001)])
    table.refresh(Changes(papers_added=(PaperId(2000),)))
    assert table.height_of(205) == before
    assert table.view.selected_papers() == [900]


def test_a_search_stays_at_its_top_when_all_hits_arrive(table: Table) -> None:
    table.view.select_papers([PaperId(150)])
    told: list[list[PaperId]] = []
    table.view.papers_selected.connect(lambda: told.append(table.view.selected_papers()))
    listed = table.library.papers.list_papers
    table.library.papers.list_papers = lambda listing, job=None: (  # type: ignore[method-assign]  # newest first
        listed(listing) if listing.limit else PaperList(array("q", range(1000, 0, -1)), ranked=True)
    )
    table.show(Listing(query="learning"))
    assert table.view.verticalScrollBar().value() == 0
    assert table.view.selected_papers() == [150]
    assert told == []


def test_what_the_newest_hits_lack_is_selected_again_when_all_are_there(table: Table) -> None:
    table.view.select_papers([PaperId(900)])
    told: list[list[PaperId]] = []
    table.view.papers_selected.connect(lambda: told.append(table.view.selected_papers()))
    table.show(Listing(query="learning"))
    assert table.view.selected_papers() == [900]
    assert told == []


def test_a_selection_that_is_not_in_the_new_list_is_told(table: Table, qtbot: QtBot) -> None:
    table.view.select_papers([PaperId(3)])
    table.library.papers.ids = array("q", range(800, 1001))
    with qtbot.waitSignal(table.view.papers_selected):
        table.show(Listing(query="learning"))
    assert table.view.selected_papers() == []


def test_keys_walk_through_the_list(table: Table, qtbot: QtBot) -> None:
    table.press(Qt.Key.Key_Home)
    table.press(Qt.Key.Key_J)
    table.press(Qt.Key.Key_J)
    table.press(Qt.Key.Key_K)
    assert table.view.selected_papers() == [2]
    table.press(Qt.Key.Key_End)
    assert table.view.selected_papers() == [1000]
    table.press(Qt.Key.Key_PageUp)
    assert 980 < table.view.selected_papers()[0] < 1000
    with qtbot.waitSignal(table.view.paper_activated) as activated:
        table.press(Qt.Key.Key_Return)
    assert activated.args == table.view.selected_papers()
    with qtbot.waitSignal(table.view.removal_requested):
        table.press(Qt.Key.Key_Delete)


def test_ctrl_a_selects_all_65538_rows(large: Table) -> None:
    large.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert len(large.view.selected_papers()) == SIZE


def test_tool_tips_show_markup_as_text(table: Table) -> None:
    table.library.papers.rows = lambda ids, feed=None: [  # type: ignore[method-assign]  # a title from elsewhere
        replace(numbered_row(number), title="<b>bold</b> & <img src=x>") for number in ids
    ]
    table.show(Listing(query="bold"))
    tip = table.model.data(table.model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<p>&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img src=x&gt;</p>")


def test_columns_density_and_titles_are_kept(qtbot: QtBot, tasks: TaskRunner, table: Table) -> None:
    header = paper_header(table)
    header.moveSection(header.visualIndex(5), 1)
    header.choose_column(5, shown=True)
    header.resizeSection(5, 123)
    table.view.set_density(Density.ONE_LINE)
    table.view.set_titles(Titles.TRANSLATED)
    state = table.view.save_state()
    other = Table(qtbot, tasks, 10).view
    other.restore_state(state)
    assert other.save_state() == state
    assert other.horizontalHeader().visualIndex(5) == 1
    assert other.horizontalHeader().sectionSize(5) == 123


def test_a_broken_state_is_passed_over(table: Table) -> None:
    before = table.view.save_state()
    table.view.restore_state({"columns": [{"name": 7}, 3, {"name": "pdf", "width": "wide"}], "density": 4})
    after = table.view.save_state()
    assert {str(column) for column in after["columns"]} == {str(column) for column in before["columns"]}  # type: ignore[attr-defined]


def test_the_heading_offers_every_column_but_the_title(table: Table) -> None:
    menu = paper_header(table).columns_menu()
    assert [action.text() for action in menu.actions()][:2] == ["Authors", "Date"]
    menu.actions()[0].trigger()
    assert not table.view.isColumnHidden(1)


def test_a_click_on_a_heading_sorts_and_selects_nothing(table: Table, qtbot: QtBot) -> None:
    header = table.view.horizontalHeader()
    with qtbot.waitSignal(table.model.listed):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 8))
    assert table.model.listing.sort is not None
    assert table.view.selected_papers() == []


def test_papers_leave_as_titles_and_links(table: Table) -> None:
    dragged = papers_as_mime([numbered_row(7)], [PaperId(7)])
    assert dragged.text() == "Paper number 7 of $\\alpha$ learning\nhttps://arxiv.org/abs/2403.00007"
    assert [url.toString() for url in dragged.urls()] == ["https://arxiv.org/abs/2403.00007"]
    assert dragged.data(PAPERS_MIME).data() == b"7"


def test_low_rows_are_one_line_and_tall_rows_two() -> None:
    tall, low = row_metrics(Density.TWO_LINES, 18, 4), row_metrics(Density.ONE_LINE, 18, 4)
    assert tall.second + tall.line + tall.top <= tall.height
    assert low.height == 18 + 2 * 4 + 1
    assert lines_of_cell(Density.ONE_LINE, wraps=True) == 1


def shown_columns(table: Table) -> list[str]:
    header = table.view.horizontalHeader()
    return [column.cell.value for section, column in enumerate(COLUMNS) if not header.isSectionHidden(section)]


def test_columns_make_way_for_the_titles_and_come_back(table: Table) -> None:
    header = table.view.horizontalHeader()
    assert shown_columns(table) == ["title", "published", "digests", "pdf", "marks"]
    table.view.resize(360, 600)
    assert shown_columns(table) == ["title", "published"]
    assert header.length() <= table.view.viewport().width()
    saved = table.view.save_state()
    table.view.resize(260, 600)
    assert shown_columns(table) == ["title"]
    table.view.resize(1000, 600)
    assert shown_columns(table) == ["title", "published", "digests", "pdf", "marks"]
    assert table.view.save_state() == saved


def test_a_column_that_is_asked_for_stays_in_a_narrow_table(table: Table) -> None:
    table.view.resize(360, 600)
    action = next(action for action in paper_header(table).columns_menu().actions() if action.text() == "PDF")
    assert not action.isChecked()
    action.trigger()
    assert "pdf" in shown_columns(table)


def test_a_column_that_made_way_comes_back_at_the_size_of_type(table: Table) -> None:
    theme().apply(theme().mode, 150)
    try:
        table.view.resize(390, 600)
        assert shown_columns(table) == ["title"]
        theme().apply(theme().mode, 100)
        assert shown_columns(table) == ["title", "published"]
        assert paper_header(table).sectionSize(2) == COLUMNS[2].width
    finally:
        theme().apply(theme().mode, 100)
