"""The panes of the window at every size of type."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import theme
from desktop.ui.widgets.three_panes import ThreePanes


@pytest.fixture(autouse=True)
def usual_size(qtbot: QtBot) -> Iterator[None]:
    yield
    theme().apply(theme().mode, 100)


def panes(qtbot: QtBot, width: int, saved: str = "") -> ThreePanes:
    made = ThreePanes(QWidget(), QWidget(), QWidget())
    qtbot.addWidget(made)
    made.restore(saved)
    made.resize(width, 700)
    made.show()
    return made


def move_left_handle(made: ThreePanes, to: int) -> None:
    made.moveSplitter(to, 1)


def test_a_width_that_nobody_chose_is_not_kept(qtbot: QtBot) -> None:
    assert panes(qtbot, 1200).save() == ""


def test_a_chosen_width_comes_back_at_another_size_of_type(qtbot: QtBot) -> None:
    made = panes(qtbot, 1600)
    move_left_handle(made, 240)
    theme().apply(theme().mode, 150)
    again = panes(qtbot, 1600, made.save())
    assert again.sizes()[0] == 360


def test_a_wider_window_gives_the_middle_pane_the_room(qtbot: QtBot) -> None:
    made = panes(qtbot, 1200)
    move_left_handle(made, 300)
    left, middle, right = made.sizes()
    made.resize(1500, 700)
    qtbot.waitUntil(lambda: made.sizes() == [left, middle + 300, right])


def test_a_narrow_window_leaves_room_for_the_table(qtbot: QtBot) -> None:
    assert panes(qtbot, 900, "[600, 900]").sizes()[1] >= 320


@pytest.mark.parametrize("saved", ["AAAA/wAAAAEAAA==", "{}", '["a", -1]', "7"])
def test_widths_that_are_not_understood_are_passed_over(qtbot: QtBot, saved: str) -> None:
    assert panes(qtbot, 1200, saved).save() == ""


def test_a_wide_window_has_room_for_two_texts_side_by_side(qtbot: QtBot) -> None:
    assert panes(qtbot, 1920).sizes()[2] > 700
    assert panes(qtbot, 1280).sizes()[2] < 450
