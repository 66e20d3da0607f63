"""Names of tags, collections and saved searches in the text of a search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.labels import label_key, tidy_name
from desktop.domain.query import EVERYTHING, And, Filter, Not, Or, Query, Term
from desktop.domain.query_parser import name_being_typed, names_in, parse, with_new_names
from desktop.domain.query_values import name_value

HOSTILE = "\"“”„＂「」『』（）():：*＊-－|｜\\%_ \u3000'[]{}😀OR或&/,ab学"
NAMES = st.text(st.sampled_from(HOSTILE) | st.characters(exclude_categories=["Cs", "Cc"]), max_size=15).map(tidy_name)
LABELS = NAMES.filter(label_key)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("tag:ml/vision", Filter("tag", "ml/vision")),
        ('tag:"machine learning"', Filter("tag", "machine learning")),
        ('tag:"say ""hi"""', Filter("tag", 'say "hi"')),
        ("标签：视觉", Filter("tag", "视觉")),
        ("tag:“深度 学习”", Filter("tag", "深度 学习")),
        ("-tag:a:b", Not(Filter("tag", "a:b"))),
        ("tag:vis*", Filter("tag", "vis", prefix=True)),
        ('tag:"a b"*', Filter("tag", "a b", prefix=True)),
        ('tag:"a b', Filter("tag", "a b")),
        ('collection:(a OR "b ""c""")', Or((Filter("collection", "a"), Filter("collection", 'b "c"')))),
        ('search:a "b" "c"', And((Filter("search", "a"), Term("b"), Term("c")))),
        ("tag:", EVERYTHING),
        ('tag:""', EVERYTHING),
        ("Architecture search: a survey", parse("Architecture search a survey")),
    ],
)
def test_a_name_is_understood(text: str, tree: Query) -> None:
    assert parse(text) == tree


@given(LABELS, LABELS)
def test_every_name_finds_its_way_through_a_search(name: str, other: str) -> None:
    text = f"deep -tag:{name_value(name)} search:({name_value(other)} OR {name_value(name)}) tag:{name_value(other)}"
    either = Or((Filter("search", other), Filter("search", name)))
    assert parse(text) == And((Term("deep"), Not(Filter("tag", name)), either, Filter("tag", other)))
    assert [(named.field, named.name) for named in names_in(text)] == [
        ("tag", name),
        ("search", other),
        ("search", name),
        ("tag", other),
    ]


@given(LABELS, LABELS)
def test_another_name_takes_the_place_of_one(name: str, other: str) -> None:
    text = f'标签：{name_value(name)} -search:({name_value(name)} "x") deep tag:{name_value(name)}'
    renamed = with_new_names(text, "tag", lambda old: other if old == name else None)
    assert renamed == text.replace(f"标签：{name_value(name)}", f"标签：{name_value(other)}").replace(
        f"deep tag:{name_value(name)}", f"deep tag:{name_value(other)}"
    )
    assert with_new_names(text, "collection", lambda _: other) == text


def test_words_that_touch_a_name_stay_apart_from_the_new_one() -> None:
    renamed = with_new_names('tag:old"a phrase" (tag:old)', "tag", lambda _: 'the "new"')
    assert renamed == 'tag:"the ""new""" "a phrase" (tag:"the ""new""")'


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("tag:", ("tag", "")),
        ("deep -标签：视", ("tag", "视")),
        ('search:"to re', ("search", "to re")),
        ('search:"', ("search", "")),
        ('search:"done"', None),
        ("tag:a ", None),
        ("tag", None),
        ("title:a", None),
        ("", None),
    ],
)
def test_the_name_being_typed_is_told(text: str, typed: tuple[str, str] | None) -> None:
    found = name_being_typed(text)
    assert (found and (found.field, found.name)) == typed


@given(st.text(st.sampled_from('tag:search"(-) ab*“' + "\0"), max_size=20))
def test_no_text_is_too_odd_to_tell_what_is_being_typed(text: str) -> None:
    typed = name_being_typed(text)
    assert typed is None or text[: typed.span[0]] + text[slice(*typed.span)] == text
