"""Two wordings part where they part, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.text_difference import differing_parts


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("a b c", "a x c", ("b", "x")),
        ("a c", "a b c", ("", "b ")),
        ("same", "same", ("", "")),
        ("", "new", ("", "new")),
        ("aa", "aaa", ("", "a")),
    ],
)
def test_the_part_that_differs_is_found(one: str, other: str, parts: tuple[str, str]) -> None:
    (start, end), (other_start, other_end) = differing_parts(one, other)
    assert (one[start:end], other[other_start:other_end]) == parts


@given(st.text(alphabet="ab ", max_size=12), st.text(alphabet="ab ", max_size=12))
def test_with_the_other_part_in_its_place_one_becomes_the_other(one: str, other: str) -> None:
    (start, end), (other_start, other_end) = differing_parts(one, other)
    assert one[:start] + other[other_start:other_end] + one[end:] == other
