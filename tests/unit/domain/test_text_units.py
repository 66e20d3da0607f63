"""Words, lines and paragraphs, and steps through them."""

import pytest
from hypothesis import given

from desktop.domain.pdf_document import PageText
from desktop.domain.text_carets import START, Caret, clamped, last_caret
from desktop.domain.text_units import (
    line_at,
    next_character,
    next_word,
    page_span,
    paragraph_at,
    previous_character,
    previous_word,
    word_at,
)
from tests.unit.domain.page_texts import carets, line, page, pages


def between(text: PageText, span: tuple[Caret, Caret]) -> str:
    """The text of a span with a stroke at each line end."""
    start, end = span
    parts = [one.text for one in text.lines[start.line : end.line + 1]]
    parts[-1] = parts[-1][: end.index]
    parts[0] = parts[0][start.index :]
    return "/".join(parts)


@pytest.mark.parametrize(
    ("text", "index", "word"),
    [
        ("a self-supervised way", 4, "self-supervised"),
        ("it doesn’t work", 5, "doesn’t"),
        ("by 3.14 and 1,000.", 4, "3.14"),
        ("by 3.14 and 1,000.", 13, "1,000"),
        ("the end.", 5, "end"),
        ("the end.", 7, "."),
        ("a  b", 1, "  "),
        ("我们研究注意力，在BERT上", 3, "我们研究注意力"),
        ("我们研究注意力，在BERT上", 10, "BERT"),
        ("e\u0301te\u0301 x", 0, "e\u0301te\u0301"),
    ],
)
def test_a_word_is_what_a_double_click_would_take(text: str, index: int, word: str) -> None:
    assert between(page(text), word_at(page(text), Caret(0, index))) == word


@pytest.mark.parametrize("caret", [Caret(0, 8), Caret(0, 11), Caret(1, 2)])
def test_a_divided_word_is_taken_with_its_other_half(caret: Caret) -> None:
    text = page("image recog-", "nition is")
    assert between(text, word_at(text, caret)) == "recog-/nition"


def test_lines_paragraphs_and_the_page_are_taken_whole() -> None:
    text = PageText((line("one", 0, 0, 0), line("two", 0, 12, 1), line("three", 0, 24, 1)))
    assert line_at(text, Caret(1, 1)) == (Caret(1, 0), Caret(1, 3))
    assert paragraph_at(text, Caret(1, 1)) == (Caret(1, 0), Caret(2, 5))
    assert page_span(text) == (START, Caret(2, 5))


def test_steps_go_by_words_over_line_ends() -> None:
    text = page("one two", "three")
    assert [next_word(text, caret) for caret in (START, Caret(0, 3), Caret(0, 7))] == [
        Caret(0, 3),
        Caret(0, 7),
        Caret(1, 5),
    ]
    assert [previous_word(text, caret) for caret in (Caret(1, 3), Caret(1, 0), Caret(0, 4))] == [
        Caret(1, 0),
        Caret(0, 4),
        Caret(0, 0),
    ]
    assert next_word(text, Caret(1, 5)) is None
    assert previous_word(text, START) is None


@given(pages)
def test_single_steps_reach_the_end_of_any_page_and_come_back(text: PageText) -> None:
    steps = [START]
    while (caret := next_character(text, steps[-1])) is not None:
        assert caret > steps[-1]
        steps.append(caret)
    assert len(steps) - 1 == sum(len(one.text) for one in text.lines)
    back = last_caret(text)
    count = 0
    while (before := previous_character(text, back)) is not None:
        assert before < back
        back = before
        count += 1
    assert count == len(steps) - 1


@given(pages, carets)
def test_units_of_any_page_hold_their_character_and_lie_within_one_another(text: PageText, caret: Caret) -> None:
    caret = clamped(text, caret)
    for unit in (word_at, line_at, paragraph_at):
        first, last = unit(text, caret)
        assert first <= caret <= last or unit is word_at
        assert clamped(text, first) == first
        assert clamped(text, last) == last
    for step in (next_word(text, caret), previous_word(text, caret)):
        assert step is None or (step != caret and clamped(text, step) == step)
