"""Figures as comma-separated values."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.plot import Bar, Plot
from desktop.formats.plot_csv import plots_csv

HEADS = ("Plot", "Bar", "Series", "Papers")
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_number_has_a_line() -> None:
    plot = Plot(
        "按周", "Week from", ("Read", "Added"), (Bar("16 Nov", "2026-11-16", (1, 65_538)), Bar("", "b", (0, 2)))
    )
    data = plots_csv([plot], HEADS)
    assert data.startswith(b"\xef\xbb\xbfPlot,Bar,Series,Papers\r\n")
    assert read(data)[1:] == [
        ["按周", "2026-11-16", "Read", "1"],
        ["按周", "2026-11-16", "Added", "65538"],
        ["按周", "b", "Read", "0"],
        ["按周", "b", "Added", "2"],
    ]


@given(NAMES, NAMES)
def test_no_cell_is_a_formula_and_every_name_is_read_back(tag: str, title: str) -> None:
    _, line = read(plots_csv([Plot(title, "Tag", ("Papers",), (Bar(tag, tag, (3,)),))], HEADS))
    assert [cell.removeprefix("'") for cell in line] == [title.removeprefix("'"), tag.removeprefix("'"), "Papers", "3"]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")) for cell in line)


def test_a_tag_that_looks_like_a_formula_is_text() -> None:
    tag = '=HYPERLINK("http://a","b")'
    assert read(plots_csv([Plot("t", "Tag", ("n",), (Bar(tag, tag, (3,)),))], HEADS))[1][1] == f"'{tag}"


def test_half_a_character_does_not_stop_the_export() -> None:
    assert read(plots_csv([Plot("t", "Tag", ("n",), (Bar("", "a\ud800b", (3,)),))], HEADS))[1][1] == "a?b"
