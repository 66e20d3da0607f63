"""The window in which one follows: categories are found by code and name, and only what can be followed is taken."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.feed_filter import FeedFilter, Terms
from desktop.domain.feeds import FeedChoice, FeedKind
from desktop.ui.following.category_field import category_names
from desktop.ui.following.follow_dialog import FollowDialog

FILTERED = FeedChoice(
    "Clouds",
    FeedKind.ARXIV_CATEGORY,
    "cs.CV+cs.GR",
    FeedFilter(words=Terms(("point cloud",), ("survey",)), announced=Terms(unwanted=("replace", "replace-cross"))),
    every_minutes=45,
    writes_texts=True,
    active=False,
)


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[FollowDialog]:
    dialog = FollowDialog()
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)
    yield dialog
    dialog.close()


def offered(dialog: FollowDialog, typed: str) -> list[str]:
    """What the list below the field shows."""
    dialog.categories.clear()
    QTest.keyClicks(dialog.categories, typed)
    completer = dialog.categories.completer()
    assert completer is not None
    model = completer.completionModel()
    return [str(model.index(row, 0).data()).split()[0] for row in range(model.rowCount())]


def test_a_category_is_found_by_code_and_by_its_names(dialog: FollowDialog) -> None:
    assert offered(dialog, "cs.cv") == ["cs.CV"]
    assert offered(dialog, "vision") == ["cs.CV"]
    assert offered(dialog, "math.CV+graphics")[0] == "cs.GR"
    dialog.categories.setText("")
    dialog.categories.insert("机器学习")
    completer = dialog.categories.completer()
    assert completer is not None
    completer.setCompletionPrefix("机器学习")
    assert [str(completer.completionModel().index(row, 0).data()).split()[0] for row in range(2)] == [
        "cs.LG",
        "stat.ML",
    ]


def test_choosing_completes_the_code_at_the_end(dialog: FollowDialog) -> None:
    QTest.keyClicks(dialog.categories, "cs.LG+vision")
    completer = dialog.categories.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.categories.text() == "cs.LG+cs.CV"
    assert dialog.told.text() == category_names(("cs.LG", "cs.CV"))
    assert dialog.name.text() == "cs.LG+cs.CV"


@pytest.mark.parametrize("typed", ["", "vision", "xx.YY", "cs CV", "cs.C"])
def test_what_is_no_category_is_not_taken(dialog: FollowDialog, typed: str) -> None:
    QTest.keyClicks(dialog.categories, typed)
    assert not dialog.agree.isEnabled()
    assert dialog.choice() is None


def test_a_word_is_no_mistake_while_the_list_has_something_for_it(dialog: FollowDialog) -> None:
    dialog.activateWindow()
    dialog.categories.setFocus()
    QTest.keyClicks(dialog.categories, "vision")
    assert dialog.told.text() == "Choose from the list: Down, then Enter."
    QTest.keyClicks(dialog.categories, "xyz")
    assert dialog.told.text() == "This is no category of arXiv."
    dialog.categories.setText("vision")
    dialog.name.setFocus()
    dialog.categories.editingFinished.emit()
    assert dialog.told.text() == "This is no category of arXiv."


def test_codes_may_be_typed_in_any_case(dialog: FollowDialog) -> None:
    QTest.keyClicks(dialog.categories, "CS.cv, Quant-PH+")
    choice = dialog.choice()
    assert choice is not None
    assert choice.source == "cs.CV+quant-ph"


def test_a_new_category_of_a_known_archive_is_taken_with_a_remark(dialog: FollowDialog) -> None:
    QTest.keyClicks(dialog.categories, "cs.XX")
    dialog.name.setFocus()
    dialog.categories.editingFinished.emit()
    assert dialog.agree.isEnabled()


def test_a_search_and_the_daily_papers_are_followed_with_names_of_their_own(dialog: FollowDialog) -> None:
    dialog.kinds[FeedKind.ARXIV_SEARCH].setChecked(True)
    assert dialog.query.isVisible()
    assert not dialog.categories.isVisible()
    assert dialog.choice() is None
    QTest.keyClicks(dialog.query, "cat:cs.CV AND abs:moss")
    assert dialog.choice() == FeedChoice("cat:cs.CV AND abs:moss", FeedKind.ARXIV_SEARCH, "cat:cs.CV AND abs:moss")
    dialog.kinds[FeedKind.DAILY_PAPERS].setChecked(True)
    assert dialog.choice() == FeedChoice("Daily Papers", FeedKind.DAILY_PAPERS)


def test_a_name_that_was_typed_stays(dialog: FollowDialog) -> None:
    QTest.keyClicks(dialog.name, "Mine")
    QTest.keyClicks(dialog.categories, "cs.CV")
    assert dialog.name.text() == "Mine"


def test_what_was_chosen_comes_back_as_it_was(qtbot: QtBot) -> None:
    dialog = FollowDialog(FILTERED)
    dialog.show()
    assert dialog.filter.isVisible()
    assert dialog.choice() == FILTERED
    taken: list[FeedChoice] = []
    dialog.chosen.connect(taken.append)
    dialog.filter.authors.wanted.insert("Lovelace，Turing")
    with qtbot.waitSignal(dialog.accepted):
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert taken[0].filter.authors == Terms(("Lovelace", "Turing"))
