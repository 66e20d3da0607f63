"""The list of downloads keeps what is selected while rows come, go and move."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.fetching import Fetch, FetchKind, FetchState
from desktop.domain.ids import FetchId, PaperId
from desktop.ui.downloads.downloads_list import DownloadsList
from desktop.ui.downloads.downloads_model import _ROOT, DownloadsModel, Index
from desktop.ui.fetching.fetch_state import DownloadRow, Loading
from desktop.ui.fetching.row_state import RowState


def row(number: int, state: RowState = RowState.WAITING) -> DownloadRow:
    paper, title = PaperId(number), f"Paper {number} of $\\alpha$"
    fetch = Fetch(FetchId(number), paper, FetchKind.PDF, FetchState.WANTED, f"2403.0000{number}", None, title)
    return DownloadRow(number, fetch, state)


def rows(*numbers: int) -> list[DownloadRow]:
    return [row(number) for number in numbers]


def test_the_model_is_a_sound_list(qtmodeltester: ModelTester) -> None:
    model = DownloadsModel()
    for numbers in ((), (1, 2, 3), (2, 3, 4, 5), (5, 3), (3, 5, 1), ()):
        model.show(rows(*numbers), Loading())
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt does not say
        assert [row.key for row in model.rows] == list(numbers)


def test_the_selection_follows_its_rows(qtbot: QtBot) -> None:
    model = DownloadsModel()
    model.show(rows(1, 2, 3, 4), Loading())
    selection = QItemSelectionModel(model)
    for place in (1, 3):
        selection.select(model.index(place), QItemSelectionModel.SelectionFlag.Select)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(rows(4, 3, 2, 5), Loading())

    def chosen() -> list[int]:
        return sorted(model.row(index).key for index in selection.selectedIndexes())

    assert chosen() == [2, 4]
    model.show(rows(5, 2), Loading())
    assert chosen() == [2]


def test_progress_repaints_the_row_that_comes_and_no_other(qtbot: QtBot) -> None:
    model = DownloadsModel()
    model.show([row(1), row(2, RowState.LOADING), row(3)], Loading())
    changed: list[tuple[int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        changed.append((first.row(), last.row()))

    model.dataChanged.connect(note)
    model.show_progress(Loading())
    assert changed == [(1, 1)]


def test_a_change_of_one_row_asks_about_no_more_rows_than_are_seen(qtbot: QtBot) -> None:
    asked: list[int] = []

    class Watched(DownloadsModel):
        def rowCount(self, parent: Index = _ROOT) -> int:
            asked.append(1)
            return super().rowCount(parent)

    model = Watched()
    shown = DownloadsList(model)
    qtbot.addWidget(shown)
    many = [row(1, RowState.LOADING), *rows(*range(2, 5000))]
    model.show(many, Loading())
    with qtbot.waitExposed(shown):
        shown.show()
    asked.clear()
    model.show_progress(Loading())
    QApplication.processEvents()
    model.show(many[1:], Loading())
    QApplication.processEvents()
    assert len(asked) < 500


def test_a_screen_reader_hears_title_id_and_state() -> None:
    model = DownloadsModel()
    model.show(rows(1), Loading())
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Paper 1 of α, arXiv:2403.00001, Waits for its turn"
    assert model.index(0).data() == "Paper 1 of α"
