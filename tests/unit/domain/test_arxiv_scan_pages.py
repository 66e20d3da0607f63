"""Whole pages and lists: which papers they name, and what of them is told as not understood."""

from datetime import date

import pytest

from desktop.domain.arxiv_scan import scan

TODAY = date(2026, 11, 22)
NEW = "2403.02774"


LISTING = """\
Computation and Language
Showing new listings for Tuesday, 5 March 2024
[1] arXiv:2403.02774 [pdf, html, other]
Title: Walls
Authors: Ada Abel, Björn Brontë
Comments: 12 pages, 1203 words
Subjects: Computation and Language (cs.CL)
[2] arXiv:2403.02775 (replaced) [pdf, html, other]
Title: More Walls
Authors: Chloé Castañeda
Comments: Code at https://example.org/2403.02776
Subjects: Computation and Language (cs.CL)
"""

MAIL = r"""
------------------------------------------------------------------------------
\\
arXiv:2403.02774
Date: Tue, 5 Mar 2024 12:00:00 GMT   (12kb)

Title: Walls
Authors: Ada Abel
Categories: cs.CL
\\
  We build walls of 1234.5678 stones.
\\ ( https://arxiv.org/abs/2403.02774 ,  12kb)
------------------------------------------------------------------------------
"""

SCHOLAR = """\
Walls
A Abel, B Brontë - arXiv preprint arXiv:2403.02774, 2024 - arxiv.org
We build walls.
☆ Save 99 Cite Cited by 1203 Related articles All 3 versions
"""


@pytest.mark.parametrize(
    ("page", "ids"),
    [(LISTING, [NEW, "2403.02775"]), (MAIL, [NEW]), (SCHOLAR, [NEW])],
    ids=["listing", "mail", "scholar"],
)
def test_whole_pages_name_their_papers(page: str, ids: list[str]) -> None:
    assert [one.value for one in scan(page, TODAY).found] == ids


def test_of_a_page_only_what_looks_like_an_id_is_told() -> None:
    page = (
        LISTING
        + "\n".join(f"Line {number}" for number in range(30))
        + "\narXiv:2413.00001 and https://arxiv.org/abs/x1"
    )
    assert scan(page, TODAY).not_understood == (
        "https://example.org/2403.02776",
        "arXiv:2413.00001",
        "https://arxiv.org/abs/x1",
    )


def test_numbers_of_a_page_are_not_told_but_those_of_a_list_are() -> None:
    numbers = "walls of 1234.5678 stones, 2024.12345 in all"
    assert scan(LISTING + numbers, TODAY).not_understood == ("https://example.org/2403.02776",)
    assert scan("2302.00012, 2313.00012, 2302.00013", TODAY).not_understood == ("2313.00012",)
    assert scan("2302.00012 for $1234.5678, 1 234.5678 in 3.2024", TODAY).not_understood == ()


def test_of_a_list_every_line_without_a_paper_is_told() -> None:
    lines = [f"2403.{number:05}" for number in range(1, 500)]
    lines[100:100] = ["Attention is all you need", "2413.12345", "", "---"]
    assert scan("\n".join(lines), TODAY).not_understood == ("Attention is all you need", "2413.12345")


def test_an_entry_of_bibtex_counts_as_one_line() -> None:
    known = "@article{abel2024,\n  title = {{Walls}},\n  author = {Abel, A.},\n  eprint = {2403.02774}\n}\n"
    other = "@book{brontë1847,\n  title = {Walls},\n  publisher = {Smith}\n}\n"
    assert scan(known, TODAY).not_understood == ()
    assert scan(known + "\n" + other, TODAY).not_understood == ("@book{brontë1847,",)


@pytest.mark.parametrize(
    "token",
    [
        *("arXiv:2413.12345", "https://arxiv.org/abs/2403.0277", "10.48550/arXiv.1234.56789", "2413.12345v2"),
        *("https://arxiv.org.example.org/abs/2403.02774", "eprint={2413.12345}", "https://arxiv.org/pdf/foo"),
        *("2413.12345", "1412.00001", "1501.0001", "hep-th/9913001"),
        *("２４０３．０２７７４", "2403．02774", "arxiv.org/abs/xyz"),
    ],
)
def test_a_wrong_id_in_a_line_with_a_right_one_is_told(token: str) -> None:
    (told,) = scan(f"2403.02774 and {token} there", TODAY).not_understood
    assert told in token
    assert len(told) > 8


def test_what_was_not_understood_has_bounds() -> None:
    lines = "\n".join(f"word{number} " * 100 for number in range(12))
    assert all(len(line) <= 200 for line in scan(lines, TODAY).not_understood)
    wrong = " ".join(f"arXiv:2413.{number:05}" for number in range(1000))
    assert len(scan("2403.02774 " + wrong, TODAY).not_understood) == 100
