"""What was selected is told as it would be copied, quoted and marked."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.pdf_document import PageText
from desktop.domain.text_carets import START, Caret, TextPlace, clamped, last_caret
from desktop.domain.text_selection import AROUND, selected
from tests.unit.domain.page_texts import carets, line, page, pages

PAGE = page("Deep image recog-", "nition is self-", "supervised here.")


def text_of(some: PageText, one: Caret, other: Caret) -> str:
    found = selected({0: some}, TextPlace(0, one), TextPlace(0, other))
    return found.text if found else ""


def test_the_text_between_two_places_has_its_line_ends_repaired() -> None:
    found = selected({0: PAGE}, TextPlace(0, Caret(2, 10)), TextPlace(0, Caret(0, 5)))
    assert found is not None
    assert found.text == "image recognition is self-supervised"
    assert found.before == "Deep"
    assert found.after == "here."
    assert [len(part.quads) for part in found.parts] == [3]


def test_paragraphs_are_parted_by_an_empty_line_and_a_quote_is_one_line() -> None:
    two = PageText((line("One end.", 0, 0, 0), line("Another", 0, 12, 1)))
    found = selected({0: two}, TextPlace(0, START), TextPlace(0, last_caret(two)))
    assert found is not None
    assert found.text == "One end.\n\nAnother"
    assert found.quote == "One end. Another"


def test_a_selection_over_pages_has_a_part_for_each_with_its_own_quote() -> None:
    found = selected({0: PAGE, 1: page("middle page"), 2: page("the last one")}, *both(0, Caret(2, 0), 2, Caret(0, 8)))
    assert found is not None
    assert [(part.page, part.quote, part.before, part.after) for part in found.parts] == [
        (0, "supervised here.", "Deep image recognition is self-", ""),
        (1, "middle page", "", ""),
        (2, "the last", "", "one"),
    ]
    assert found.text == "supervised here.\n\nmiddle page the last"


def both(page_one: int, one: Caret, page_two: int, two: Caret) -> tuple[TextPlace, TextPlace]:
    return TextPlace(page_one, one), TextPlace(page_two, two)


def test_a_word_divided_between_two_pages_is_made_whole() -> None:
    found = selected({0: page("recog-"), 1: page("nition")}, *both(0, START, 1, Caret(0, 6)))
    assert found is not None
    assert found.text == "recognition"


def test_nothing_is_selected_between_equal_places_or_where_no_text_is() -> None:
    assert selected({0: PAGE}, *both(0, START, 0, START)) is None
    assert selected({}, *both(0, START, 5, START)) is None
    assert selected({0: PageText(())}, *both(0, START, 0, Caret(3, 3))) is None


@given(st.dictionaries(st.integers(0, 3), pages, max_size=3), st.integers(0, 3), carets, st.integers(0, 3), carets)
def test_any_two_places_on_any_pages_give_a_selection_or_none(
    some: dict[int, PageText], page_one: int, one: Caret, page_two: int, two: Caret
) -> None:
    found = selected(some, *both(page_one, one, page_two, two))
    assert found == selected(some, *both(page_two, two, page_one, one))
    if found is None:
        return
    assert found.parts
    assert found.text.strip()
    for part in found.parts:
        assert part.quads
        assert len(part.before) <= AROUND
        assert len(part.after) <= AROUND
        assert "\n" not in part.quote + part.before + part.after


@given(pages, carets, carets, carets)
def test_two_selections_that_meet_hold_the_characters_of_the_one_over_both(
    some: PageText, one: Caret, two: Caret, three: Caret
) -> None:
    one, two, three = sorted(clamped(some, caret) for caret in (one, two, three))
    without = str.maketrans("", "", "-\u2010 \n")
    parts = text_of(some, one, two) + text_of(some, two, three)
    assert text_of(some, one, three).translate(without) == parts.translate(without)
