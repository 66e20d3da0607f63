"""Which place between characters a point means."""

import pytest
from hypothesis import given

from desktop.domain.pdf_document import PageText, Point, Quad, TextLine
from desktop.domain.text_carets import Caret, PageCarets, clamped, quads_between
from tests.unit.domain.page_texts import carets, line, page, pages, points, two_columns

THREE = page("first line", "second", "third line")
COLUMNS = two_columns(
    ["left one is", "left two is", "left end"], ["right one", "right two", "right 3", "right 4", "end"]
)


@pytest.mark.parametrize(
    ("point", "caret"),
    [
        ((11.0, 5.0), Caret(0, 2)),  # on the text
        ((14.0, 5.0), Caret(0, 3)),
        ((40.0, 17.0), Caret(1, 6)),  # right of a short line
        ((-30.0, 17.0), Caret(1, 0)),  # in the left margin
        ((11.0, 11.0), Caret(0, 2)),  # between two lines, nearer to the upper one
        ((11.0, 33.0), Caret(2, 2)),  # just under the last line
        ((11.0, 90.0), Caret(2, 10)),  # far below
        ((11.0, -90.0), Caret(0, 0)),  # far above
    ],
)
def test_a_point_means_the_nearest_place(point: Point, caret: Caret) -> None:
    assert PageCarets(THREE).nearest(point) == caret


def test_below_the_end_of_a_column_is_its_end_whatever_the_next_column_holds() -> None:
    found = PageCarets(COLUMNS)
    for y in (36.0, 41.0, 50.0, 53.0, 300.0):
        caret = found.nearest((20.0, y))
        assert caret is not None
        assert caret.line == 2, y
    assert found.nearest((20.0, 50.0)) == Caret(2, 8)
    assert found.nearest((-20.0, 50.0)) == Caret(2, 8)


def test_the_gap_between_columns_belongs_to_the_nearer_one() -> None:
    found = PageCarets(COLUMNS)
    assert found.nearest((100.0, 5.0)) == Caret(0, 11)
    assert found.nearest((190.0, 5.0)) == Caret(3, 0)


def test_beside_a_short_heading_is_its_line_not_the_paragraph_below() -> None:
    lines = (line("Title", 0, 0, 0), line("a paragraph that is wide", 0, 16, 1), line("and another line", 0, 28, 1))
    assert PageCarets(PageText(lines)).nearest((90.0, 4.0)) == Caret(0, 5)


def turned(text: str, x: float, top: float, bottom: float) -> TextLine:
    """A line that is read from bottom to top."""
    quad: Quad = (x, bottom, x, top, x + 10, bottom, x + 10, top)
    return TextLine(text, quad, tuple(i / len(text) for i in range(len(text) + 1)), 9)


def test_a_line_turned_against_the_page_counts_only_where_it_stands() -> None:
    found = PageCarets(PageText((turned("arXiv", -30, 0, 50), *THREE.lines)))
    assert found.nearest((-25.0, 5.0)) == Caret(0, 4)
    assert found.nearest((-15.0, 5.0)) == Caret(1, 0)
    assert found.on_text((-25.0, 5.0))
    assert not found.on_text((-15.0, 5.0))


def test_a_page_of_vertical_lines_is_read_along_them() -> None:
    quad: Quad = (90.0, 0.0, 90.0, 50.0, 80.0, 0.0, 80.0, 50.0)
    other: Quad = (70.0, 0.0, 70.0, 50.0, 60.0, 0.0, 60.0, 50.0)
    stops = tuple(i / 5 for i in range(6))
    found = PageCarets(PageText((TextLine("我们研究深", quad, stops), TextLine("度学习的方", other, stops))))
    assert found.nearest((85.0, 21.0)) == Caret(0, 2)
    assert found.nearest((64.0, 80.0)) == Caret(1, 5)
    assert found.nearest((76.0, 11.0)) == Caret(1, 1) or found.nearest((76.0, 11.0)) == Caret(0, 1)


def test_the_character_under_the_pointer_is_the_one_it_lies_on() -> None:
    found = PageCarets(THREE)
    assert found.character((11.0, 5.0)) == Caret(0, 2)
    assert found.character((14.5, 5.0)) == Caret(0, 2)
    assert found.character((49.9, 5.0)) == Caret(0, 9)


def test_selected_lines_have_a_quad_each() -> None:
    first, second = quads_between(THREE, Caret(0, 6), Caret(1, 3))
    assert first == (30.0, 0.0, 50.0, 0.0, 30.0, 10.0, 50.0, 10.0)
    assert second == (0.0, 12.0, 15.0, 12.0, 0.0, 22.0, 15.0, 22.0)
    assert quads_between(THREE, Caret(0, 6), Caret(0, 6)) == ()


@given(pages, points)
def test_any_point_of_any_page_means_a_place_of_it(some: PageText, point: Point) -> None:
    found = PageCarets(some)
    caret, character = found.nearest(point), found.character(point)
    if not some.lines:
        assert caret is None
        assert character is None
        return
    assert caret is not None
    assert clamped(some, caret) == caret
    assert character is not None
    assert clamped(some, character) == character
    assert len(found.point(caret)) == 2


@given(pages, carets, carets, carets)
def test_the_quads_of_two_parts_are_as_many_as_those_of_the_whole_or_one_more(
    some: PageText, one: Caret, two: Caret, three: Caret
) -> None:
    one, two, three = sorted((one, two, three))
    parts = len(quads_between(some, one, two)) + len(quads_between(some, two, three))
    assert len(quads_between(some, one, three)) <= parts <= len(quads_between(some, one, three)) + 1
