"""What is shown of the place that a link leads to."""

from hypothesis import given

from desktop.domain.link_target import target_area
from desktop.domain.pdf_document import PageSize, PageText, Point
from tests.unit.domain.page_texts import line, pages, points, two_columns

SIZE = PageSize(612.0, 792.0)


def test_the_column_of_the_target_is_shown_from_just_above_it() -> None:
    text = two_columns(["left " * 6] * 9, ["right " * 6] * 9)
    left, top, right, bottom = target_area(text, SIZE, (200.0, 36.0))
    assert left <= 190.0
    assert right >= 380.0
    assert left > 100.0
    assert top == 22.0
    assert bottom > 100.0


def test_a_long_line_is_shown_from_its_beginning() -> None:
    text = PageText((line("x" * 120, 0.0, 300.0),))
    left, _, right, _ = target_area(text, SIZE, (0.0, 300.0))
    assert (left, right) == (0.0, 440.0)


def test_where_no_text_is_a_part_of_the_page_is_shown() -> None:
    assert target_area(PageText(()), SIZE, (600.0, 790.0)) == (352.0, 642.0, 612.0, 792.0)


@given(pages, points)
def test_the_area_lies_within_the_page(text: PageText, target: Point) -> None:
    left, top, right, bottom = target_area(text, SIZE, target)
    assert -1e-6 <= left < right <= SIZE.width + 1e-6
    assert -1e-6 <= top < bottom <= SIZE.height + 1e-6
