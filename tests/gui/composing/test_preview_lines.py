"""What a preview shows: the page of a digest as lines, and only what changed written anew."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from desktop.ui.composing.lines_view import LinesView
from desktop.ui.composing.page_lines import page_lines
from desktop.ui.composing.papers_model import Move, moved, place_after
from desktop.ui.composing.shown_lines import Line, Style, difference, line, source_lines
from desktop.ui.digests.still_page import StillPage

lines = st.lists(st.sampled_from("abc").map(lambda text: Line(Style.TEXT, text)), max_size=8)


@given(lines, lines)
def test_what_differs_put_in_place_of_what_was_gives_what_is(old: list[Line], new: list[Line]) -> None:
    start, old_end, new_end = difference(old, new)
    assert [*old[:start], *new[start:new_end], *old[old_end:]] == new


def test_a_line_ends_nowhere_but_at_its_end() -> None:
    assert line(Style.TEXT, "a\u2029b\u2028c\nd\re").text == "a b c d e"


def test_a_file_that_ends_with_a_line_feed_has_no_line_behind_it() -> None:
    assert [one.text for one in source_lines("a\n\nb\n")] == ["a", "", "b"]


def test_a_page_is_read_without_its_styles_and_ways_about() -> None:
    page = (
        '<head><style>p {}</style></head><a class="skip" href="#x">Skip</a><h1>Name</h1><p class="facts">4 papers</p>'
        '<ol class="contents"><li><div><a href="#paper-1">First</a><p>Short</p></div></li></ol><article>'
        '<h2 id="title-1"><span class="number">1</span><span>First</span></h2><div class="summary"><p>Short</p></div>'
        "<p>&lt;b&gt;Abstract</p><details><summary>Original</summary><p>Folded</p></details>"
        '<p class="back"><a>Back</a></p></article><script>no</script>'
    )
    assert [tuple(one) for one in page_lines(page)] == [
        (Style.TITLE, "Name"),
        (Style.MUTED, "4 papers"),
        (Style.LINK, "First"),
        (Style.MUTED, "Short"),
        (Style.NAME, "1. First"),
        (Style.QUOTE, "Short"),
        (Style.TEXT, "<b>Abstract"),
        (Style.MUTED, "▸ Original"),
        (Style.MUTED, "Folded"),
    ]


@given(st.text(alphabet='<>/"=ph1 abc&;!-[]', max_size=200))
def test_no_page_is_too_strange(page: str) -> None:
    page_lines(page)


@given(st.permutations(range(5)), st.sets(st.integers(0, 4)), st.none() | st.integers(0, 4))
def test_papers_that_move_keep_their_order(papers: list[int], taken: set[int], before: int | None) -> None:
    order = moved(papers, list(taken), before)  # type: ignore[arg-type]  # numbers stand for papers
    assert sorted(order) == sorted(papers)
    assert [paper for paper in order if paper in taken] == [paper for paper in papers if paper in taken]
    assert [paper for paper in order if paper not in taken] == [paper for paper in papers if paper not in taken]


@pytest.mark.parametrize(
    ("where", "order"), [(Move.UP, "bdace"), (Move.DOWN, "acebd"), (Move.TOP, "bdace"), (Move.END, "acebd")]
)
def test_papers_move_as_one_block(where: Move, order: str) -> None:
    papers = list(range(5))
    taken = [1, 3]
    after = moved(papers, taken, place_after(papers, taken, where))  # type: ignore[arg-type]  # as above
    assert "".join("abcde"[paper] for paper in after) == order


@pytest.mark.parametrize("kind", [QPlainTextEdit, StillPage])
def test_a_view_shows_what_it_was_given_last(qtbot: QtBot, kind: type[QPlainTextEdit | QTextBrowser]) -> None:
    view = kind()
    qtbot.addWidget(view)
    shown = LinesView(view)
    many = [Line(Style.TEXT, f"<b>{number}</b>" * 30) for number in range(300)]
    for wanted in (
        many,
        many[100:],
        [*many[:10], Line(Style.NAME, "x"), *many[10:]],
        [],
        many[:1],
        list(reversed(many)),
    ):
        shown.show(wanted)
        qtbot.waitUntil(lambda: shown.complete)
        assert view.toPlainText() == text_of(wanted)


def text_of(wanted: Sequence[Line]) -> str:
    return "".join(f"{one.text}\n" for one in wanted)
