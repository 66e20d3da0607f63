"""An edit changes what was typed and not one character more."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.query_parser import parse
from desktop.domain.search_marks import needles
from desktop.ui.library.exact_edit import exact_edit
from desktop.ui.library.found_words import found_words


def test_characters_that_an_editor_replaces_come_back() -> None:
    assert exact_edit("a\u2028b\rc", "a\nb\nc", "a\nb\nc!") == "a\u2028b\rc!"
    assert exact_edit("a\u2028b c", "a\nb c", "a\nX c") == "a\u2028X c"


@given(st.text(), st.text())
def test_where_the_editor_shows_all_the_result_is_what_was_typed(value: str, typed: str) -> None:
    assert exact_edit(value, value, typed) == typed


@given(st.text(), st.text())
def test_without_an_edit_the_value_stays(value: str, shown: str) -> None:
    assert exact_edit(value, shown, shown) == value


def test_marks_are_counted_as_qt_counts() -> None:
    assert found_words("𝒪𝒪 learning", needles(parse("learning")), "title") == [(5, 8)]
