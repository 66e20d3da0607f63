"""Links of the program's own name papers to be shown, whoever wrote them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.arxiv_scan import scan
from desktop.domain.ids import PaperId
from desktop.domain.own_link import LONGEST_TEXT, LinkedPlace, is_own_link, linked_place, place_link, text_to_add


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ("papershelf://add?arxiv=2403.02774", "2403.02774"),
        ("papershelf://add/?arxiv=hep-th/9901001v2", "hep-th/9901001v2"),
        ("papershelf:add?arxiv=2403.02774", "2403.02774"),
        ("PaperShelf://ADD?arxiv=2403.02774", "2403.02774"),
        ("PAPERSHELF://add?arxiv=2403.02774", "2403.02774"),
        ("papershelf://add?arxiv=2403.02774&arxiv=2403.02775", "2403.02774\n2403.02775"),
        ("papershelf://add?url=https%3A%2F%2Farxiv.org%2Fabs%2F2403.02774", "https://arxiv.org/abs/2403.02774"),
        ("papershelf://add?text=see%202403.02774%0Aand%202403.02775", "see 2403.02774\nand 2403.02775"),
        ("papershelf://add?text=%E5%A2%99&other=x", "墙"),
        ("papershelf://add", ""),
        ("papershelf://paper/7?page=3", ""),
        ("papershelf://remove?arxiv=2403.02774", ""),
        ("papershelf://[", ""),
        ("https://add?arxiv=2403.02774", ""),
    ],
)
def test_a_link_names_what_is_to_be_added(link: str, text: str) -> None:
    assert text_to_add(link) == text


@pytest.mark.parametrize("word", ["papershelf://add", "PAPERSHELF:x", "papershelf:"])
def test_own_links_are_told_by_their_scheme(word: str) -> None:
    assert is_own_link(word)
    assert not is_own_link(word.replace(":", ";"))
    assert not is_own_link(f"x{word}")


def test_what_is_shown_has_bounds_and_no_control_codes() -> None:
    assert len(text_to_add("papershelf://add?text=" + "x" * 10**6)) <= LONGEST_TEXT
    assert text_to_add("papershelf://add?" + "&".join(["arxiv=1"] * 10**5)) == ""
    assert text_to_add("papershelf://add?text=a%00%1B%5B31mb%7F%C2%9Bc") == "a  [31mb  c"


@settings(max_examples=500, deadline=None, database=None)
@given(st.text(max_size=80))
def test_no_link_is_too_odd(tail: str) -> None:
    for start in ("papershelf://add?text=", "papershelf://", "papershelf:", ""):
        text = text_to_add(start + tail)
        assert len(text) <= LONGEST_TEXT
        assert not any("\ud800" <= character <= "\udfff" or character < "\t" for character in text)
        scan(text)


MARK = "0f8b3c1e-5a44-4b0e-9c1e-2d6a3f7b9e10"


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("papershelf://paper/7", LinkedPlace(PaperId(7))),
        ("papershelf://paper/7?page=3", LinkedPlace(PaperId(7), 2)),
        (f"papershelf://paper/7?page=3&annotation={MARK}", LinkedPlace(PaperId(7), 2, MARK)),
        (f"PaperShelf://Paper/7/?annotation={MARK.upper()}", LinkedPlace(PaperId(7), -1, MARK)),
        ("papershelf://paper/7?page=0&annotation=x", LinkedPlace(PaperId(7))),
        ("papershelf://paper/7?page=-3", LinkedPlace(PaperId(7))),
        ("papershelf://paper/0", None),
        ("papershelf://paper/seven", None),
        ("papershelf://paper/7/8", None),
        ("papershelf://paper", None),
        ("papershelf://add?arxiv=2403.02774", None),
        ("https://paper/7", None),
        ("papershelf://[", None),
    ],
)
def test_a_link_leads_to_a_place_in_a_paper(link: str, place: LinkedPlace | None) -> None:
    assert linked_place(link) == place


@given(st.integers(1, 10**12), st.integers(-1, 99_999), st.uuids().map(str) | st.just(""))
def test_a_link_leads_where_it_was_made_for(paper: int, page: int, mark: str) -> None:
    place = LinkedPlace(PaperId(paper), page, mark)
    assert linked_place(place_link(place)) == place


@given(st.text() | st.text().map("papershelf://paper/".__add__))
def test_any_text_leads_somewhere_or_nowhere(text: str) -> None:
    found = linked_place(text)
    assert found is None or found.paper > 0
