"""Which letters of a shown text are marked as hits."""

import pytest

from desktop.domain.query_parser import parse
from desktop.domain.search_marks import Needles, find_marks, needles


def _marked(query: str, text: str, field: str = "", *, typing: bool = False) -> list[str]:
    return [text[start:end] for start, end in find_marks(text, needles(parse(query, typing=typing)), field)]


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("deep", "Deep nets, DEEP, deeper", ["Deep", "DEEP"]),
        ("deep*", "Deep nets, deeper", ["Deep", "deep"]),
        ("net", "internet subnet", []),
        ("net", "a-net/net_net", ["net", "net", "net"]),
        (
            '"deep learning"',
            "deep learning, deep-learning, deep, learning, deep nets",
            ["deep learning", "deep-learning", "deep, learning"],
        ),
        ("学习", "深度学习、学 习、学习", ["学习", "学习"]),
        ("深度学习", "深度，学习", []),
        ('"深度，学习"', "深度、学习 深度学习", ["深度、学习"]),
        ("Boosting算法", "关于Boosting算法和 boosting 算法", ["Boosting算法", "boosting 算法"]),
        ("gpt", "用GPT学习", ["GPT"]),
        ("poincare", "Poincaré and Poincare\u0301 balls", ["Poincaré", "Poincare\u0301"]),
        ("poincaré", "POINCARE", ["POINCARE"]),
        ("straße", "Straße", ["Straße"]),
        ("c++", "c++ and C", ["c", "C"]),
        ("a.b", "a.b a b ab", ["a.b", "a b"]),
        ("a -b", "a b", ["a"]),
        ("a OR b", "a b c", ["a", "b"]),
        ("学习 习惯", "学习惯", ["学习惯"]),
        ("year:2020", "in 2020", []),
        ("", "anything", []),
    ],
)
def test_marks(query: str, text: str, marked: list[str]) -> None:
    assert _marked(query, text) == marked


def test_the_word_being_typed_is_marked_as_far_as_it_goes() -> None:
    assert _marked("deep lear", "deep learning", typing=True) == ["deep", "lear"]


def test_a_term_of_a_field_is_marked_in_that_field_only() -> None:
    assert _marked("title:deep nets", "deep nets", "title") == ["deep", "nets"]
    assert _marked("title:deep nets", "deep nets", "abstract") == ["nets"]
    assert _marked("title:deep nets", "deep nets") == ["nets"]


def test_places_count_characters_of_the_text_as_it_is() -> None:
    text = "e\u0301e\u0301 𠀀 Straße 学习"
    assert find_marks(text, needles(parse("学习"))) == [(len(text) - 2, len(text))]


def test_nothing_is_marked_without_needles() -> None:
    assert find_marks("text", Needles()) == []
