"""The list of categories is whole, and has what the program accepts."""

import pytest

from desktop.domain.arxiv_categories import ARCHIVES, CATEGORIES, Category, category
from desktop.domain.feeds import categories_of


def test_all_categories_of_the_taxonomy_are_there_once() -> None:
    codes = [each.code for each in CATEGORIES]
    assert len(set(codes)) == len(codes)
    assert len(set(codes).difference(ARCHIVES)) == 155
    assert ARCHIVES == (
        "cs",
        "econ",
        "eess",
        "math",
        "astro-ph",
        "cond-mat",
        "nlin",
        "physics",
        "q-bio",
        "q-fin",
        "stat",
    )


def test_no_two_have_the_same_name() -> None:
    for names in ({each.english for each in CATEGORIES}, {each.chinese for each in CATEGORIES}):
        assert len(names) == len(CATEGORIES)


@pytest.mark.parametrize("known", CATEGORIES, ids=lambda known: known.code)
def test_each_can_be_followed(known: Category) -> None:
    assert categories_of(known.code) == (known.code,)


def test_names_are_in_the_language_of_the_window() -> None:
    vision = category("cs.CV")
    assert vision is not None
    assert vision.name("zh_CN") == "计算机视觉与模式识别"
    assert vision.name("en") == "Computer vision and pattern recognition"
    assert category("cs.XX") is None
