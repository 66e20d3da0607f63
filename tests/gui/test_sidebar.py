"""The sidebar keeps its rows, its selection and its folds when the library changes."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.digest import DigestFormat
from desktop.domain.ids import DigestId
from desktop.domain.listing import DigestSummary, Place, Sidebar
from desktop.ui.sidebar.sidebar_model import SidebarModel
from desktop.ui.sidebar.sidebar_view import SidebarView

NOW = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp() * 1000)


def places(*digests: tuple[int, str, int], whole: int = 10, new_versions: int = 0) -> Sidebar:
    summaries = tuple(
        DigestSummary(DigestId(key), name, DigestFormat.DIGEST, papers, NOW, True) for key, name, papers in digests
    )
    return Sidebar(whole, 2, 1, summaries, new_versions)


def names(model: QAbstractItemModel) -> list[str]:
    heading = model.index(2, 0)
    return [str(model.index(row, 0, heading).data()) for row in range(model.rowCount(heading))]


def test_the_model_is_a_sound_tree(qtmodeltester: ModelTester) -> None:
    model = SidebarModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt does not say
    model.set_sidebar(places((1, "a.md", 3), (2, "b.md", 4)))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt does not say
    model.set_sidebar(places((2, "b.md", 4)))
    model.set_sidebar(places((2, "b.md", 4), (3, "c.md", 1)))
    model.set_sidebar(places((3, "c.md", 1), (2, "b.md", 4)))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt does not say
    assert names(model) == ["c.md", "b.md"]
    model.set_sidebar(places((3, "c.md", 1), (2, "b.md", 4), new_versions=1))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt does not say


def test_a_new_digest_adds_a_row_and_resets_nothing(qtbot: QtBot) -> None:
    model = SidebarModel()
    model.set_sidebar(places((1, "a.md", 3), (3, "c.md", 1)))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted):
        model.set_sidebar(places((1, "a.md", 3), (2, "b.md", 4), (3, "c.md", 1)))
    assert names(model) == ["a.md", "b.md", "c.md"]


def test_a_screen_reader_hears_name_and_count() -> None:
    model = SidebarModel()
    model.set_sidebar(places((1, "a.md", 1)))
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "All papers, 10 papers"
    digest = model.index_of(Place.DIGEST, DigestId(1))
    assert digest.data(Qt.ItemDataRole.AccessibleTextRole) == "a.md, 1 paper"


@pytest.fixture
def view(qtbot: QtBot) -> SidebarView:
    view = SidebarView()
    qtbot.addWidget(view)
    view.set_sidebar(places((1, "a.md", 3), (2, "b.md", 4)))
    view.choose(Place.ALL)
    view.show()
    return view


def test_the_arrow_keys_go_from_place_to_place(qtbot: QtBot, view: SidebarView) -> None:
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert chosen.args == [Place.RECENT, None]
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert chosen.args == [Place.DIGEST, 1]


def test_space_folds_the_digests(view: SidebarView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.digests_shown
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert not view.digests_shown


def test_a_digest_that_goes_away_chooses_nothing_by_itself(qtbot: QtBot, view: SidebarView) -> None:
    view.choose(Place.DIGEST, DigestId(2))
    with qtbot.assertNotEmitted(view.place_chosen):
        view.set_sidebar(places((1, "a.md", 3)))
    assert not view.choose(Place.DIGEST, DigestId(2))


def test_counts_change_without_a_jump(view: SidebarView) -> None:
    view.choose(Place.DIGEST, DigestId(2))
    before = view.currentIndex()
    view.set_sidebar(places((1, "a.md", 3), (2, "b.md", 5), whole=11))
    assert view.currentIndex() == before
    assert "5 papers" in str(before.data(Qt.ItemDataRole.AccessibleTextRole))


def test_papers_with_new_versions_have_a_place_only_while_there_are_any(view: SidebarView) -> None:
    model = view.model()
    view.set_sidebar(places((1, "a.md", 3), new_versions=2))
    tops = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]
    assert tops[2] == "New versions, 2 papers"
    assert view.digests_shown
    view.set_sidebar(places((1, "a.md", 3)))
    assert not view.choose(Place.NEW_VERSIONS)


def test_the_place_of_new_versions_stays_while_somebody_is_there(qtbot: QtBot, view: SidebarView) -> None:
    view.set_sidebar(places((1, "a.md", 3), new_versions=1))
    view.choose(Place.NEW_VERSIONS)
    with qtbot.assertNotEmitted(view.place_chosen):
        view.set_sidebar(places((1, "a.md", 3)))
    assert view.choose(Place.NEW_VERSIONS)
