"""Saved searches that refer to each other."""

import pytest

from desktop.domain.query import EVERYTHING, Query
from desktop.domain.query_parser import parse
from desktop.domain.query_references import references, referred


def order(text: str, **saved: str) -> list[str]:
    return list(references(parse(text), saved).queries)


def test_a_query_without_names_refers_to_nothing() -> None:
    assert referred(EVERYTHING) == []
    assert references(parse("deep"), {"a": "b"}).queries == {}


def test_each_mention_is_told() -> None:
    assert referred(parse("search:A (x OR -search:a) search:b")) == ["a", "a", "b"]


def test_those_referred_to_come_first() -> None:
    saved = {"a": "search:b search:c", "b": "-search:c", "c": "deep", "d": "not asked for"}
    assert order("x OR search:A", **saved) == ["c", "b", "a"]


def test_what_is_unknown_is_told() -> None:
    found = references(parse("search:a search:Nowhere"), {"a": "search:gone"})
    assert list(found.queries) == ["a"]
    assert found.unknown == {"nowhere", "gone"}


@pytest.mark.parametrize(
    ("saved", "circles", "whole"),
    [
        ({"a": "search:a"}, {"a"}, []),
        ({"a": "search:b", "b": "deep OR search:a"}, {"a", "b"}, []),
        ({"a": "search:b deep", "b": "search:c", "c": "-search:b"}, {"b", "c"}, ["a"]),
        ({"a": "search:b search:c", "b": "search:c", "c": "x"}, set(), ["c", "b", "a"]),
    ],
)
def test_circles_are_left_out_and_told(saved: dict[str, str], circles: set[str], whole: list[str]) -> None:
    found = references(parse("search:a"), saved)
    assert found.circles == circles
    assert list(found.queries) == whole


def test_a_thousand_searches_in_a_row_are_no_trouble() -> None:
    saved = {str(n): f"search:{n + 1}" for n in range(999)} | {"999": "deep"}
    query: Query = parse("search:0")
    assert len(references(query, saved).queries) == 1000
    assert len(references(query, saved | {"999": "search:0"}).circles) == 1000
