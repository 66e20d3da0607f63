"""Which words of two wordings differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.text_difference import differing_words


@pytest.mark.parametrize(
    ("one", "other", "of_one", "of_other"),
    [
        ("A study of walls", "A study of old walls", [], ["old "]),
        ("Pre-training of models", "pre-training of large models.", [], ["large ", "."]),
        ("BERT", "Bert", ["BERT"], ["Bert"]),
        ("我们研究墙", "我们研究老墙", [], ["老"]),
        ("same", "same", [], []),
        ("", "all", [], ["all"]),
        ("one two three", "four five three", ["one two"], ["four five"]),
    ],
)
def test_words_are_told(one: str, other: str, of_one: list[str], of_other: list[str]) -> None:
    first, second = differing_words(one, other)
    assert [one[start:end] for start, end in first] == of_one
    assert [other[start:end] for start, end in second] == of_other


@given(st.text("ab c墙A.", max_size=30), st.text("ab c墙A.", max_size=30))
def test_what_is_left_is_the_same_but_for_spaces(one: str, other: str) -> None:
    first, second = differing_words(one, other)

    def left(text: str, parts: tuple[tuple[int, int], ...]) -> str:
        for start, end in reversed(parts):
            assert 0 <= start < end <= len(text)
            text = text[:start] + text[end:]
        return "".join(text.casefold().split())

    assert left(one, first) == left(other, second)


def test_long_texts_are_compared_as_one_part() -> None:
    one, other = "word " * 3000, "word " * 2000 + "other " + "word " * 1000
    assert differing_words(one, other)[1] == ((10_000, 10_006),)
