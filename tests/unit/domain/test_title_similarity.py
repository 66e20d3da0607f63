"""Titles of one paper are alike, those of two are not so alike that a program may decide."""

import json
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.derived_facts import derive
from desktop.domain.digest import Entry
from desktop.domain.title_key import title_key
from desktop.domain.title_similarity import CLEAR, POSSIBLE, title_similarity


@pytest.fixture(scope="module")
def titles(shared: Path) -> list[str]:
    """2,000 different titles of arXiv, clean of the feed's decoration."""
    lines = (shared / "data" / "papers-sample.jsonl").read_text("utf-8").splitlines()
    clean = (derive(Entry(paper["title"], paper["link"])).title for paper in map(json.loads, lines))
    return list({title_key(title): title for title in clean}.values())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Attention Is All You Need", "attention is all you need."),
        ("Multi-Task Learning", "Multitask  learning"),
        (r"A $p^3$VAE for Poincar\'e balls", "A p³VAE for Poincaré Balls"),
        (r"Factors with the $\beta$-divergence", "Factors with the β-divergence"),
        ("注意力机制：综述", "注意力机制 综述"),
    ],
)
def test_titles_that_differ_in_spelling_alone_are_equal(one: str, other: str) -> None:
    assert title_similarity(one, other) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A replica symmetric picture of supervised learning", "A replica symmetric picture of unsupervised learning"),
        ("Sequential composition of logic programs", "Sequential decomposition of logic programs"),
        ("Differentiable Turbulence", "Differentiable Turbulence II"),
        (
            "On the Power of Networks, Part I: " + "a long subtitle " * 10,
            "On the Power of Networks, Part II: " + "a long subtitle " * 10,
        ),
        ("GPT-3 writes " + "very " * 30 + "long titles", "GPT-4 writes " + "very " * 30 + "long titles"),
        ("On the Expressive Power of Neural Networks", "On the Expressive Power of Graph Neural Networks"),
        ("深度学习综述", "强化学习综述"),
    ],
)
def test_a_word_or_number_that_differs_is_no_clear_match(one: str, other: str) -> None:
    assert POSSIBLE / 2 < title_similarity(one, other) < CLEAR


def test_titles_without_anything_to_compare_are_not_alike() -> None:
    assert title_similarity("", "") == 0.0
    assert title_similarity("", "Walls") == 0.0
    assert title_similarity("Walls", "注意力") == 0.0


def test_no_two_papers_of_the_sample_match_clearly(titles: list[str], full_run: bool) -> None:
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for title in titles:
        for word in set(title.casefold().split()):
            by_word[word].append(title)
    pairs = {
        pair for found in by_word.values() if len(found) < (60 if full_run else 15) for pair in combinations(found, 2)
    }
    assert len(pairs) > 5_000
    assert max(title_similarity(*pair) for pair in pairs) < CLEAR


def test_each_paper_of_the_sample_matches_itself_in_another_spelling(titles: list[str]) -> None:
    for title in titles:
        assert (
            title_similarity(
                title, title.upper().replace("-", " ") if "$" not in title and "\\" not in title else title + "."
            )
            == 1.0
        )


def test_a_slip_of_the_pen_leaves_a_title_possible(titles: list[str]) -> None:
    long = [title for title in titles if len(title) > 40]
    slips = [title_similarity(title, title[:20] + title[21:]) for title in long]
    assert min(slips) > POSSIBLE


@settings(max_examples=300, deadline=None, database=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_similarity_is_symmetric_and_within_bounds(one: str, other: str) -> None:
    alike = title_similarity(one, other)
    assert 0 <= alike <= 1
    assert alike == title_similarity(other, one)
