"""Where marks lie, what a click meets, what moving and simplifying makes of them."""

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.mark_geometry import (
    LEAST_SIDE,
    bounds,
    box_between,
    met,
    moved,
    reading_order,
    resized,
    simplified,
)
from desktop.domain.pdf_document import PageSize, Point

PAGE = PageSize(600.0, 800.0)
coordinates = st.floats(-1000, 2000)
points = st.tuples(coordinates, coordinates)


def box_mark(name: str, box: tuple[float, float, float, float], kind: MarkKind = MarkKind.AREA) -> Mark:
    return Mark(name, PaperId(1), "f", 0, kind, 1, box=box)


def text_mark(name: str, *tops: float) -> Mark:
    quads = tuple((100.0, top, 300.0, top, 100.0, top + 10, 300.0, top + 10) for top in tops)
    return Mark(name, PaperId(1), "f", 0, MarkKind.HIGHLIGHT, 1, quads=quads)


def test_a_click_means_the_smallest_mark_and_of_equals_the_upper_one() -> None:
    large, small = box_mark("large", (0, 0, 400, 400)), text_mark("small", 100.0)
    assert met([large, small], (150, 105), 0) is small
    assert met([small, large], (150, 105), 0) is small
    assert met([small, large], (150, 130), 0) is large
    again = replace(small, id="again")
    assert met([small, again], (150, 105), 0) is again


def test_between_two_lines_of_a_mark_there_is_no_mark() -> None:
    assert met([text_mark("a", 100.0, 130.0)], (150, 120), 0) is None


def test_a_line_by_hand_is_met_near_it_only() -> None:
    ink = Mark("ink", PaperId(1), "f", 0, MarkKind.INK, 1, strokes=(((0.0, 0.0), (100.0, 100.0)),))
    assert met([ink], (50, 52), 2) is ink
    assert met([ink], (80, 20), 2) is None


def test_a_mark_without_a_place_is_never_met() -> None:
    assert met([replace(text_mark("a", 100.0), placed=False)], (150, 105), 0) is None


def test_marks_are_sorted_by_page_then_from_top_to_bottom() -> None:
    marks = [replace(text_mark("c", 5.0), page=1), text_mark("b", 200.0), text_mark("a", 100.0)]
    assert [mark.id for mark in sorted(marks, key=reading_order)] == ["a", "b", "c"]


@given(coordinates, coordinates)
def test_a_moved_mark_stays_on_its_page_in_its_size(dx: float, dy: float) -> None:
    left, top, right, bottom = bounds(moved(box_mark("a", (100, 100, 150, 130), MarkKind.TEXT), dx, dy, PAGE))
    assert left >= -1e-9
    assert top >= -1e-9
    assert right <= PAGE.width + 1e-9
    assert bottom <= PAGE.height + 1e-9
    assert (right - left, bottom - top) == pytest.approx((50, 30))


def test_a_moved_drawing_keeps_its_lines() -> None:
    ink = Mark("i", PaperId(1), "f", 0, MarkKind.INK, 1, strokes=(((10.0, 10.0), (20.0, 30.0)),), box=(10, 10, 20, 30))
    after = moved(ink, 5, 7, PAGE)
    assert after.strokes == (((15.0, 17.0), (25.0, 37.0)),)
    assert after.box == (15, 17, 25, 37)


@given(points, points)
def test_a_resized_box_is_on_its_page_and_can_be_seen(one: Point, other: Point) -> None:
    box = resized(box_mark("a", (0, 0, 9, 9)), (*one, *other), PAGE).box
    assert box is not None
    left, top, right, bottom = box
    assert left >= 0
    assert top >= 0
    assert right <= PAGE.width
    assert bottom <= PAGE.height
    assert right - left >= LEAST_SIDE - 1e-9
    assert bottom - top >= LEAST_SIDE - 1e-9


@given(points, points)
def test_a_box_between_points_is_the_same_in_either_order(one: Point, other: Point) -> None:
    assert box_between(one, other, PAGE) == box_between(other, one, PAGE)


@given(st.lists(points, min_size=1, max_size=60), st.floats(0, 20))
def test_a_simplified_line_keeps_its_ends_and_stays_near(stroke: list[Point], tolerance: float) -> None:
    kept = simplified(stroke, tolerance)
    assert (kept[0], kept[-1]) == (stroke[0], stroke[-1])
    assert set(kept) <= set(stroke)
    for point in stroke:
        assert min(_distance(point, *part) for part in pairwise((*kept, kept[-1]))) <= tolerance + 1e-6


def test_a_straight_line_becomes_its_two_ends() -> None:
    assert simplified([(float(i), float(i)) for i in range(100)], 0.1) == ((0.0, 0.0), (99.0, 99.0))


def _distance(at: Point, start: Point, end: Point) -> float:
    length = math.dist(start, end)
    if not length:
        return math.dist(at, start)
    part = ((at[0] - start[0]) * (end[0] - start[0]) + (at[1] - start[1]) * (end[1] - start[1])) / length**2
    part = min(max(part, 0), 1)
    return math.dist(at, (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])))
