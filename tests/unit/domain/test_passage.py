"""What is told of a place that a search found."""

import pytest

from desktop.domain.ids import PaperId
from desktop.domain.passage import Passage, Passages, Scope


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ((), ""),
        (((2, 10),), "language"),
        (((2, 10), (11, 16)), "language model"),
        (((2, 10), (20, 25)), "language"),
        (((2, 10), (11, 16), (20, 25)), "language model"),
    ],
)
def test_words_that_follow_each_other_are_looked_for_together(found: tuple[tuple[int, int], ...], words: str) -> None:
    assert Passage(Scope.PDFS, PaperId(1), "A language model of words", found).words == words


def test_everything_holds_what_its_parts_hold() -> None:
    found = Passages(counts=((Scope.PDFS, 3), (Scope.MARKS, 0), (Scope.NOTES, 2)))
    assert [found.count(scope) for scope in Scope] == [5, 3, 0, 2]
