"""Which lines of a page are taken for its title."""

import pytest

from desktop.pdf.likely_title import Line, likely_title

HEIGHT = 800.0
BODY = [
    Line("and so the models that we train learn what we did not teach them", 10, 300 + y, 310 + y) for y in range(300)
]


def line(text: str, size: float, top: float) -> Line:
    return Line(text, size, top, top + size)


def titled(*lines: Line) -> str:
    return likely_title([*lines, *BODY], HEIGHT)


def test_the_largest_lines_near_the_top_are_joined() -> None:
    title = (line("A Long Title  of Two", 18, 80), line("Lines for Self- ", 17.6, 100), line("Supervision∗†", 18, 120))
    assert titled(line("Ada Lovelace", 14, 150), *title) == "A Long Title of Two Lines for Self-Supervision"


def test_a_line_that_is_set_with_a_wide_space_stays_one() -> None:
    assert titled(line("Attention", 18, 80), line("Is All You Need", 18, 80)) == "Attention Is All You Need"


def test_lines_far_apart_are_not_joined() -> None:
    assert titled(line("The Title of It", 18, 80), line("Abstractions", 18, 140)) == "The Title of It"


def test_a_figure_below_the_title_may_be_larger() -> None:
    assert titled(line("A Modest Title", 14, 90), line("PAPER SEARCH", 20, 290)) == "A Modest Title"


def test_a_title_in_the_middle_of_a_cover_is_found() -> None:
    assert likely_title([line("University of Somewhere", 12, 40), line("My Thesis", 30, 350)], HEIGHT) == "My Thesis"


@pytest.mark.parametrize(
    "printed",
    [
        "arXiv:2403.02774v1 [cs.CL] 5 Mar 2024",
        "Journal of Machine Learning Research",
        "The Annals of Statistics",
        "IEEE TRANSACTIONS ON PATTERN ANALYSIS",
        "International Journal of Computer Vision",
        "Proceedings of the National Academy",
        "Biophysical Journal",
        "Physical Review Letters",
        "Machine Learning, Vol. 3",
        "ISSN 1234-5678",
        "www.nature.com/articles",
        "Contents lists available at ScienceDirect",
        "Research Article",
        "Published as a conference paper at ICLR 2024",
        "Under review",
        "1 Introduction",
        "ABSTRACT",
        "W",
        "2024",
        "long " * 61,
    ],
)
def test_what_else_stands_large_at_the_top_is_no_title(printed: str) -> None:
    assert titled(line(printed, 24, 40), line("The Title Itself", 18, 120)) == "The Title Itself"


@pytest.mark.parametrize(
    "title",
    [
        "Journals and Their Readers",
        "Annals for All",
        "Introductory Notes",
        "注意力就是一切",
        "Tilings",
        "On Abstraction",
    ],
)
def test_a_title_may_sound_like_something_else(title: str) -> None:
    assert titled(line(title, 18, 80)) == title


def test_a_page_of_one_size_has_no_title() -> None:
    assert titled() == ""
    assert likely_title([line("Only one line of text", 12, 80)], HEIGHT) == ""
    assert likely_title([], HEIGHT) == ""
