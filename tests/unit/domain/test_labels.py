"""Names of tags, collections and saved searches."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ids import TagId
from desktop.domain.labels import (
    TAG_SEPARATOR,
    Tag,
    best_names,
    label_key,
    lies_below,
    moved_below,
    ranked_tags,
    tag_name,
    tidy_name,
)

NAMES = st.text(
    st.sampled_from("ab/ ／℅\u00a8\t￢é\u0301机器“\"'%_😀") | st.characters(exclude_categories=["Cs"]), max_size=12
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ml", "ml"),
        ("  ML / vision ", "ML/vision"),
        ("ml//vision/", "ml/vision"),
        ("ml／vision", "ml/vision"),
        ("deep\n learning", "deep learning"),
        ("cafe\u0301", "café"),
        (" / / ", ""),
        ("", ""),
        ("计算机视觉", "计算机视觉"),
    ],
)
def test_the_name_of_a_tag_is_tidied(typed: str, name: str) -> None:
    assert tag_name(typed) == name


@given(NAMES)
def test_a_tidy_name_stays_as_it_is(typed: str) -> None:
    name = tag_name(typed)
    assert tag_name(name) == name
    assert tidy_name(name) == name
    assert unicodedata.is_normalized("NFC", name)


@given(NAMES)
def test_a_name_has_as_many_levels_as_its_key_and_none_is_empty(typed: str) -> None:
    name = tag_name(typed)
    assert name.count(TAG_SEPARATOR) == label_key(name).count(TAG_SEPARATOR)
    assert name == "" or all(map(label_key, name.split(TAG_SEPARATOR)))


@given(NAMES.map(tag_name).filter(bool), NAMES.map(tag_name).filter(bool), NAMES.map(tag_name).filter(bool))
def test_what_lies_below_a_level_goes_where_the_level_goes(level: str, below: str, target: str) -> None:
    name = f"{level}/{below}"
    assert lies_below(label_key(name), label_key(level))
    moved = moved_below(name, level, target)
    assert moved == f"{target}/{below}"
    assert lies_below(label_key(moved), label_key(target))
    assert moved_below(level, level, target) == target


def test_names_are_offered_by_the_beginnings_of_their_levels_first() -> None:
    names = ["archive", "vision/chips", "Chinese/OCR", "ml/计算机视觉", "ml"]
    assert best_names(names, "ch", 9) == ["vision/chips", "Chinese/OCR", "archive"]
    assert best_names(names, "视觉", 9) == ["ml/计算机视觉"]
    assert best_names(names, "", 2) == ["archive", "vision/chips"]


def test_tags_are_offered_the_most_used_first() -> None:
    tags = [Tag(TagId(n), name, 0, papers) for n, (name, papers) in enumerate([("mla", 1), ("mlb", 7), ("x/ml", 3)])]
    assert [tag.name for tag in ranked_tags(tags, "ＭＬ")] == ["mlb", "x/ml", "mla"]
