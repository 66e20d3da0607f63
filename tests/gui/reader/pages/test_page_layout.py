"""Where pages stand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.pdf_document import PageSize
from desktop.domain.reading import Fit, Spread
from desktop.ui.reader.pages.page_layout import Frame, PageLayout, PageRows

LETTER = PageSize(612, 792)
FRAME = Frame(1000, 700, gap=12, margin=12)
SIZES = st.lists(st.builds(PageSize, st.floats(0.1, 50_000), st.floats(0.1, 50_000)), min_size=1, max_size=12)
SPREADS = st.sampled_from(list(Spread))
TURNS = st.sampled_from([0, 90, 180, 270])


def layout(sizes: list[PageSize], spread: Spread = Spread.CONTINUOUS, turn: int = 0, scale: float = 1.0) -> PageLayout:
    return PageLayout(PageRows(sizes, spread, turn), FRAME, scale)


@given(SIZES, SPREADS, TURNS, st.floats(0.01, 20), st.floats(0, 1), st.floats(1, 5000))
def test_the_pages_between_two_heights_are_those_that_reach_in(
    sizes: list[PageSize], spread: Spread, turn: int, scale: float, part: float, height: float
) -> None:
    placed = layout(sizes, spread, turn, scale)
    top = part * placed.height
    found = set(placed.pages_between(top, top + height))
    for page in filter(placed.shows, range(len(sizes))):
        box = placed.box(page)
        if box.top < top + height - 2 and box.bottom > top + 2:
            assert page in found
        elif spread is not Spread.TWO and (box.top > top + height + 2 or box.bottom < top - 2):
            assert page not in found


@given(SIZES, SPREADS, TURNS, st.floats(0.01, 20), st.floats(-50, 700), st.floats(-50, 700))
def test_a_point_of_a_page_is_found_again_where_it_is_shown(
    sizes: list[PageSize], spread: Spread, turn: int, scale: float, x: float, y: float
) -> None:
    placed = layout(sizes, spread, turn, scale)
    there = placed.to_page(0, *placed.to_content(0, x, y))
    assert there == pytest.approx((x, y), abs=1e-3)


@given(SIZES, st.sampled_from([Spread.CONTINUOUS, Spread.TWO]), TURNS, st.floats(0.01, 20))
def test_no_page_stands_on_another_and_all_are_within_the_content(
    sizes: list[PageSize], spread: Spread, turn: int, scale: float
) -> None:
    placed = layout(sizes, spread, turn, scale)
    boxes = [placed.box(page) for page in range(len(sizes))]
    for page, box in enumerate(boxes):
        assert box.left >= 0
        assert box.right <= placed.width
        assert box.top >= 0
        assert box.bottom <= placed.height
        for other in boxes[page + 1 :]:
            assert other.top >= box.bottom or other.left >= box.right


@given(SIZES, SPREADS, TURNS, st.floats(0.01, 20))
def test_the_page_near_a_point_on_a_page_is_that_page(
    sizes: list[PageSize], spread: Spread, turn: int, scale: float
) -> None:
    placed = layout(sizes, spread, turn, scale)
    for page in filter(placed.shows, range(len(sizes))):
        box = placed.box(page)
        assert placed.page_near(box.left + box.width / 2, box.top + 0.5) == page


def test_pages_of_usual_size_fill_the_width_and_one_that_is_absurd_does_not_decide() -> None:
    rows = PageRows([LETTER] * 9 + [PageSize(48_995, 126)], Spread.CONTINUOUS, 0)
    scale = rows.fit(Fit.WIDTH, FRAME, 0)
    assert round(612 * scale) == 1000 - 24


def test_a_single_page_is_fitted_by_its_own_size() -> None:
    rows = PageRows([LETTER, PageSize(1224, 792)], Spread.SINGLE, 0)
    assert rows.fit(Fit.WIDTH, FRAME, 0) == pytest.approx(2 * rows.fit(Fit.WIDTH, FRAME, 1))


def test_a_page_that_fits_stands_in_the_middle_when_it_is_shown_alone() -> None:
    box = layout([LETTER], Spread.SINGLE, scale=0.5).box(0)
    assert abs((box.top + box.bottom) / 2 - FRAME.height / 2) <= 1


def test_two_pages_side_by_side_begin_with_the_first_two() -> None:
    placed = layout([LETTER] * 3, Spread.TWO)
    first, second, third = (placed.box(page) for page in range(3))
    assert first.top == second.top
    assert second.left == first.right + FRAME.gap
    assert third.top > first.bottom


def test_a_turned_page_is_as_wide_as_it_was_high() -> None:
    box = layout([LETTER], turn=90).box(0)
    assert (box.width, box.height) == (792, 612)


def test_ten_thousand_large_pages_reach_beyond_what_a_number_of_32_bits_holds() -> None:
    placed = layout([PageSize(14_400, 14_400)] * 10_000, scale=64.0)
    assert placed.height > 1 << 31
    last = placed.box(9_999)
    assert placed.pages_between(last.top + 1, last.bottom) == range(9_999, 10_000)


@pytest.mark.parametrize("length", [0.0, -5.0, math.inf, math.nan, 1e300])
def test_a_page_without_a_sane_size_still_has_a_place(length: float) -> None:
    placed = layout([PageSize(length, length), LETTER])
    assert placed.box(0).width >= 1
    assert placed.box(1).top > placed.box(0).top
