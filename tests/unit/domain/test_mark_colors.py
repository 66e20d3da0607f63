"""Colours of other programs become the ones that a person would take them for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.mark import COLORS
from desktop.domain.mark_colors import COLOR_WORDS, LINE_COLORS, MARK_COLORS, nearest, rgb
from desktop.ui import tokens


def test_copies_have_the_colours_of_the_window() -> None:
    assert tokens.MARKS == MARK_COLORS
    assert tokens.MARK_LINES == LINE_COLORS


@pytest.mark.parametrize("color", COLORS)
def test_our_own_colours_are_found_again(color: int) -> None:
    assert nearest(rgb(MARK_COLORS[color - 1])) == color
    assert nearest(rgb(LINE_COLORS[color - 1])) == color


@pytest.mark.parametrize(
    ("digits", "word"),
    [
        ("#FFFF00", "yellow"),
        ("#FFD400", "yellow"),
        ("#5FB236", "green"),
        ("#53FFBC", "green"),
        ("#2EA8E5", "blue"),
        ("#0000FF", "blue"),
        ("#E56EEE", "pink"),
        ("#FFCBE6", "pink"),
        ("#A28AE5", "purple"),
        ("#F19837", "orange"),
        ("#FF6666", "red"),
        ("#FF0000", "red"),
        ("#AAAAAA", "grey"),
        ("#000000", "grey"),
        ("#FFFFFF", "grey"),
    ],
)
def test_colours_of_zotero_acrobat_and_browsers(digits: str, word: str) -> None:
    assert COLOR_WORDS[nearest(rgb(digits)) - 1] == word


@given(st.tuples(*[st.floats(-1e9, 1e9)] * 3))
def test_any_numbers_are_some_colour(color: tuple[float, float, float]) -> None:
    assert nearest(color) in COLORS
