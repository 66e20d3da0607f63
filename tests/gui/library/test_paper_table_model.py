"""The model of the table: bounded memory, rows on demand, refreshed where something changed."""

from array import array

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.listing import Column, Listing, Place, Sort
from desktop.ui.library.paper_columns import COLUMNS, Cell, Titles
from desktop.ui.library.paper_rows import PAGE, PAGES_KEPT
from desktop.ui.library.paper_table_model import FIRST_ROWS, PaperTableModel
from desktop.ui.tasks import TaskRunner
from tests.gui.library.numbered_papers import NumberedLibrary

TIP = Qt.ItemDataRole.ToolTipRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def shown(qtbot: QtBot, tasks: TaskRunner, library: NumberedLibrary, listing: Listing | None = None) -> PaperTableModel:
    model = PaperTableModel(tasks, library)
    with qtbot.waitSignal(model.listed):
        model.show(listing or Listing())
    return model


def test_the_model_keeps_qts_rules(qtbot: QtBot, tasks: TaskRunner, qtmodeltester: ModelTester) -> None:
    library = NumberedLibrary(300)
    model = shown(qtbot, tasks, library)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types here
    library.papers.ids = array("q", range(100, 150))
    with qtbot.waitSignal(model.listed):
        model.refresh(Changes(papers_removed=(PaperId(1),)))
    assert model.rowCount() == 50


def test_only_pages_that_are_looked_at_are_read(qtbot: QtBot, tasks: TaskRunner) -> None:
    library = NumberedLibrary(1_000_000)
    model = shown(qtbot, tasks, library)
    with qtbot.waitSignal(model.dataChanged):
        assert model.paper(700_000) is None
    paper = model.paper(700_000)
    assert paper is not None
    assert paper.id == 700_001
    assert len(library.papers.rows_read) <= 2 * PAGE


def test_rows_in_memory_are_bounded(qtbot: QtBot, tasks: TaskRunner) -> None:
    model = shown(qtbot, tasks, NumberedLibrary(40_000))
    for row in range(0, 40_000, PAGE):
        if model.paper(row) is None:
            with qtbot.waitSignal(model.dataChanged):
                pass
    at_hand = [number for number in range(1, 40_001) if model.papers_at_hand([PaperId(number)])]
    assert PAGE < len(at_hand) <= PAGES_KEPT * PAGE


def test_what_was_scrolled_past_is_not_read(qtbot: QtBot, tasks: TaskRunner) -> None:
    library = NumberedLibrary(100_000)
    model = shown(qtbot, tasks, library)
    library.papers.rows_read.clear()
    library.papers.gate.clear()
    for row in range(1000, 100_000, PAGE):
        model.paper(row)
    library.papers.gate.set()
    qtbot.waitUntil(lambda: model.paper(99_944) is not None)
    qtbot.waitUntil(lambda: model.paper(1000) is not None)
    assert len(library.papers.rows_read) <= 8 * PAGE


def test_a_search_shows_its_newest_hits_first(qtbot: QtBot, tasks: TaskRunner) -> None:
    library = NumberedLibrary(5000)
    model = PaperTableModel(tasks, library)
    counts: list[int] = []
    model.modelReset.connect(lambda: counts.append(model.rowCount()))
    with qtbot.waitSignal(model.listed) as listed:
        model.show(Listing(query="learning"))
    assert counts == [FIRST_ROWS, 5000]
    assert listed.args == [5000]
    assert [(asked.ranked, asked.limit) for asked in library.papers.listings] == [(False, FIRST_ROWS), (True, None)]


def test_typing_fast_leaves_the_last_search(qtbot: QtBot, tasks: TaskRunner) -> None:
    library = NumberedLibrary(50)
    model = PaperTableModel(tasks, library)
    listed: list[int] = []
    model.listed.connect(listed.append)
    for end in range(1, 9):
        model.show(Listing(query="learning"[:end]))
    qtbot.waitUntil(lambda: bool(listed))
    assert library.papers.listings[-1].query == "learning"
    assert len(library.papers.listings) <= 4
    assert listed == [50]


def test_a_list_that_nobody_wants_any_more_stops(qtbot: QtBot, tasks: TaskRunner) -> None:
    library = NumberedLibrary(50)
    model = PaperTableModel(tasks, library)
    library.papers.gate.clear()  # the first list is under way
    model.show(Listing(sort=Sort(Column.TITLE)))
    qtbot.waitUntil(lambda: bool(library.papers.jobs))
    assert not library.papers.jobs[0].cancelled
    model.show(Listing(sort=Sort(Column.ADDED)))
    assert library.papers.jobs[0].cancelled
    with qtbot.waitSignal(model.listed):
        library.papers.gate.set()
    assert not library.papers.jobs[-1].cancelled


def test_papers_are_found_among_a_million(qtbot: QtBot, tasks: TaskRunner) -> None:
    library = NumberedLibrary(0)
    library.papers.ids = array("q", [1 << 8, 1, 1 << 48, 7, 3, 2, 9])  # bytes of one also stand across two others
    model = shown(qtbot, tasks, library)
    assert [model.row_of(paper) for paper in library.papers.ids] == list(range(7))
    assert model.row_of(1 << 40) == -1
    assert model.rows_of([PaperId(paper) for paper in (9, 7, 3, 2, 1, 5)]) == [1, 3, 4, 5, 6]
    assert model.rows_of([PaperId(9), PaperId(5), PaperId(7)]) == [3, 6]


def test_a_stale_row_stays_until_the_fresh_one_is_there(qtbot: QtBot, tasks: TaskRunner) -> None:
    library = NumberedLibrary(300)
    model = shown(qtbot, tasks, library)
    library.papers.rows_read.clear()
    library.papers.listings.clear()
    library.papers.gate.clear()
    model.refresh(Changes(papers_changed=(PaperId(5),)))
    assert model.paper(4) is not None
    library.papers.gate.set()
    qtbot.waitUntil(lambda: 5 in library.papers.rows_read)
    assert not library.papers.listings


def test_the_first_rows_of_an_empty_table_do_not_wait_for_the_rest(qtbot: QtBot, tasks: TaskRunner) -> None:
    library = NumberedLibrary(1_000)
    model = PaperTableModel(tasks, library)
    with qtbot.waitSignal(model.listed):
        with qtbot.waitSignal(model.modelReset):
            model.show(Listing())
        assert model.rowCount() == FIRST_ROWS
    assert [listing.limit for listing in library.papers.listings] == [FIRST_ROWS, None]
    assert model.rowCount() == 1_000
    library.papers.listings.clear()
    with qtbot.waitSignal(model.listed):
        model.show(Listing(Place.TRASH))
    assert [listing.limit for listing in library.papers.listings] == [None]


def test_a_paper_that_is_gone_is_not_asked_for_again(qtbot: QtBot, tasks: TaskRunner) -> None:
    library = NumberedLibrary(PAGE)
    model = PaperTableModel(tasks, library)
    library.papers.rows = lambda ids, feed=None: []  # type: ignore[method-assign]
    with qtbot.waitSignal(model.listed):
        model.show(Listing())
    with qtbot.waitSignal(model.dataChanged):
        model.paper(3)
    with qtbot.assertNotEmitted(model.dataChanged, wait=50):
        assert model.paper(3) is None


@pytest.fixture
def model(qtbot: QtBot, tasks: TaskRunner) -> PaperTableModel:
    model = PaperTableModel(tasks, NumberedLibrary(20))
    with qtbot.waitSignal(model.listed):
        model.show(Listing())
    return model


def text(model: PaperTableModel, row: int, cell: Cell, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    column = [column.cell for column in COLUMNS].index(cell)
    return model.data(model.index(row, column), role)


def test_titles_read_as_text_in_the_language_chosen(model: PaperTableModel) -> None:
    assert text(model, 0, Cell.TITLE) == "Paper number 1 of α learning"
    model.set_titles(Titles.TRANSLATED)
    assert text(model, 0, Cell.TITLE) == "第1篇关于学习的论文"


def test_a_screen_reader_hears_both_titles_and_what_badges_mean(model: PaperTableModel) -> None:
    assert text(model, 0, Cell.TITLE, SPOKEN) == "Paper number 1 of α learning – 第1篇关于学习的论文 – Inbox"
    assert text(model, 0, Cell.PDF, SPOKEN) == "no PDF"
    assert text(model, 2, Cell.PDF, SPOKEN) == "has a PDF"
    assert (text(model, 2, Cell.MARKS), text(model, 2, Cell.MARKS, SPOKEN)) == ("3", "3 marks")


def test_a_click_on_a_heading_sorts_in_the_library(qtbot: QtBot, tasks: TaskRunner) -> None:
    library = NumberedLibrary(20)
    model = shown(qtbot, tasks, library)
    with qtbot.waitSignal(model.listed):
        model.sort(0, Qt.SortOrder.DescendingOrder)
    assert library.papers.listings[-1].sort == Sort(Column.TITLE, descending=True)
    assert model.ids[0] == 20
    with qtbot.waitSignal(model.listed):
        model.sort(-1)
    assert library.papers.listings[-1].sort is None
