"""When papers count as alike, and how they are put into groups."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.duplicates import (
    Alike,
    Candidate,
    Likeness,
    Strength,
    authors_agree,
    grouped,
    likeness,
    named_together,
)
from desktop.domain.ids import PaperId


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (["Ada Lovelace"], ["A. Lovelace"], True),
        (["Lovelace, Ada"], ["Ada Lovelace", "Alan Turing"], True),
        (["Müller, Jörg", "Ada Abel"], ["Jorg Muller", "Abel A"], True),
        (["Wang Xiaoming"], ["Xiaoming Wang"], True),
        (["王小明"], ["王小明", "李雷"], True),
        (["Ada Lovelace"], ["Alan Turing"], False),
        (["Ada Abel", "Bo Bell", "Cy Cole", "Di Dell"], ["Ada Abel", "Ed Ernst", "Fay Falk", "Gil Gans"], False),
        ([], ["Ada Lovelace"], None),
        (["–"], ["?"], False),
    ],
)
def test_authors_are_told_by_what_they_are_called_by_last(one: list[str], other: list[str], agree: bool | None) -> None:
    assert authors_agree(one, other) is authors_agree(other, one) is agree


def paper(number: int, *authors: str, arxiv_id: str = "") -> Candidate:
    return Candidate(PaperId(number), "A title that tells enough", authors, arxiv_id)


def test_the_smaller_id_comes_first() -> None:
    found = likeness(paper(9), paper(3), Alike.DOI, "10.1/1")
    assert found == Likeness(PaperId(3), PaperId(9), Alike.DOI, Strength.SURE, "10.1/1")


def test_a_short_title_says_little() -> None:
    assert [
        found.strength
        for title in ("Introduction", "Introduction to the Theory of Walls")
        if (found := likeness(paper(1), paper(2), Alike.TITLE, title)) is not None
    ] == [Strength.LIKELY, Strength.LIKELY]
    found = likeness(paper(1), paper(2), Alike.TITLE, "Preface")
    assert found is not None
    assert found.strength is Strength.WEAK


def test_the_same_doi_of_two_arxiv_ids_is_likely_no_more() -> None:
    found = likeness(paper(1, arxiv_id="2401.00001"), paper(2, arxiv_id="2401.00002"), Alike.DOI, "10.1/1")
    assert found is not None
    assert (found.strength, found.other_arxiv_ids) == (Strength.LIKELY, True)


def pair(one: int, other: int, strength: Strength = Strength.SURE) -> Likeness:
    return Likeness(PaperId(one), PaperId(other), Alike.DOI, strength, "x")


def test_chains_are_one_group_and_the_surest_come_first() -> None:
    groups = grouped([pair(7, 8, Strength.WEAK), pair(1, 2), pair(2, 3, Strength.LIKELY), pair(5, 6)], frozenset())
    assert [group.papers for group in groups] == [(5, 6), (1, 2, 3), (7, 8)]
    assert [reason.strength for reason in groups[1].why] == [Strength.SURE, Strength.LIKELY]


PAIRS = st.sets(st.tuples(st.integers(1, 7), st.integers(1, 7)).filter(lambda pair: pair[0] < pair[1]))


@given(PAIRS, PAIRS)
def test_no_group_has_two_that_differ(alike: set[tuple[int, int]], apart: set[tuple[int, int]]) -> None:
    differ = frozenset((PaperId(one), PaperId(other)) for one, other in apart)
    groups = grouped([pair(*both) for both in sorted(alike)], differ)
    papers = [paper for group in groups for paper in group.papers]
    assert len(papers) == len(set(papers))
    for group in groups:
        assert len(group.papers) > 1
        assert not differ & set(combinations(group.papers, 2))
        assert group.why


def test_of_very_many_not_all_pairs_are_made() -> None:
    few = list(named_together({"a": [PaperId(number) for number in (3, 1, 2, 1)]}))
    assert few == [("a", 1, 2), ("a", 1, 3), ("a", 2, 3)]
    many = [PaperId(number) for number in range(1000)]
    assert len(list(named_together({"b": many}))) == 999
