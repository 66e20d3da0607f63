"""The search box: which tree a text becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.query import (
    EVERYTHING,
    FIELDS,
    FIELDS_BY_NAME,
    And,
    DateRange,
    FieldKind,
    Filter,
    Not,
    Or,
    Query,
    Term,
)
from desktop.domain.query_parser import MAX_WORDS, parse

A, B, C = Term("a"), Term("b"), Term("c")

TREES: list[tuple[str, Query]] = [
    ("", EVERYTHING),
    ("   \u3000 ", EVERYTHING),
    ("deep", Term("deep")),
    ("a b", And((A, B))),
    ("a\u3000b", And((A, B))),
    ('"deep learning"', Term("deep learning")),
    ("“深度 学习”", Term("深度 学习")),
    ("「深度」学习", And((Term("深度"), Term("学习")))),
    ("trans*", Term("trans", prefix=True)),
    ("trans＊", Term("trans", prefix=True)),
    ('"deep lear"*', Term("deep lear", prefix=True)),
    ("学*", Term("学")),
    ("-a", Not(A)),
    ("－a", Not(A)),
    ("a -b", And((A, Not(B)))),
    ('-"a b"', Not(Term("a b"))),
    ("-(a b)", Not(And((A, B)))),
    ("a-b", Term("a-b")),
    ("a OR b", Or((A, B))),
    ("a 或 b", Or((A, B))),
    ("a | b", Or((A, B))),
    ("a b OR c", Or((And((A, B)), C))),
    ("a AND b", And((A, B))),
    ("(a OR b) c", And((Or((A, B)), C))),
    ("（a 或 b） c", And((Or((A, B)), C))),
    ("(a b) c", And((A, B, C))),
    ("a or b", And((A, Term("or"), B))),
    ("title:a", Term("a", "title")),
    ("TITLE:a", Term("a", "title")),
    ("title: a", Term("a", "title")),
    ("标题：注意力", Term("注意力", "title")),
    ('author:"Yann LeCun"', Term("Yann LeCun", "author")),
    ("title:(a OR b) c", And((Or((Term("a", "title"), Term("b", "title"))), C))),
    ("title:(a author:b)", And((Term("a", "title"), Term("b", "author")))),
    ("-title:a", Not(Term("a", "title"))),
    ("year:2024", DateRange("year", "2024", "2025")),
    ("year:(2019 OR 2024)", Or((DateRange("year", "2019", "201:"), DateRange("year", "2024", "2025")))),
    ("has:PDF", Filter("has", "pdf")),
    ('in:"cs CV"', Filter("in", "cs CV")),
    ("-has:pdf a", And((Not(Filter("has", "pdf")), A))),
    ("id:2401", Filter("id", "2401")),
    ("id:arXiv:2401.00001v2", Filter("id", "2401.00001")),
    ("2401.00001", Filter("id", "2401.00001")),
    ("https://arxiv.org/abs/2401.00001v3", Filter("id", "2401.00001")),
    ("id:math.GT/03", Filter("id", "math/03")),
    ("arXiv:cs/0112017", Filter("id", "cs/0112017")),
]

NOT_SYNTAX: list[tuple[str, Query]] = [
    ('"a b', And((A, B))),
    ('a" b', And((A, B))),
    ("(a b", And((A, B))),
    ("a) b", And((A, B))),
    (")(", EVERYTHING),
    ("foo:bar", And((Term("foo"), Term("bar")))),
    ("BERT: a", And((Term("BERT"), A))),
    ("year:soon", And((Term("year"), Term("soon")))),
    ("has:wings", And((Term("has"), Term("wings")))),
    ("-", EVERYTHING),
    ("- a", A),
    ("a -", A),
    ("--a", Term("--a")),
    ("*", EVERYTHING),
    ("!?，。", EVERYTHING),
    ('""', EVERYTHING),
    ("OR", Term("OR")),
    ("或", Term("或")),
    ("OR a", And((Term("OR"), A))),
    ("a OR", And((A, Term("OR")))),
    ("a OR OR b", Or((A, And((Term("OR"), B))))),
    ("a () OR b", Or((A, B))),
    ("title:", EVERYTHING),
    ("a title:", A),
    ("title:author:a", And((Term("author", "title"), Term("a", "title")))),
    ("-title:", EVERYTHING),
    ('a"b"c', And((A, B, C))),
    ("a\0b", And((A, B))),
    ("\ud800a", Term("?a")),
]


@pytest.mark.parametrize(("text", "tree"), TREES)
def test_syntax_is_understood(text: str, tree: Query) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(("text", "tree"), NOT_SYNTAX)
def test_wrong_syntax_is_looked_for_as_words(text: str, tree: Query) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("four", Term("four", prefix=True)),
        ("f", Term("f", prefix=True)),
        ("four ", Term("four")),
        ("a b", And((A, Term("b", prefix=True)))),
        ("author:smi", Term("smi", "author", prefix=True)),
        ('"four', Term("four", prefix=True)),
        ('"four"', Term("four")),
        ("(four)", Term("four")),
        ("-four", Not(Term("four"))),
        ("注意", Term("注意")),
        ("注意a", Term("注意a", prefix=True)),
        ("c++", Term("c++")),
        ("a status:rea", A),
        ("status:read", Filter("status", "read")),
        ("has:wi", And((Term("has"), Term("wi", prefix=True)))),
    ],
)
def test_the_last_latin_word_is_a_beginning_while_it_is_typed(text: str, tree: Query) -> None:
    assert parse(text, typing=True) == tree


@given(
    st.text(st.sampled_from('ab注 \u3000"“”「」()（）-－:：*＊|或\0\ud800') | st.characters(), max_size=40),
    st.booleans(),
)
def test_no_text_is_an_error(text: str, typing: bool) -> None:
    parse(text, typing=typing)


@given(
    st.lists(
        st.sampled_from(["OR", "(", ")", "-", '"', "title:", "year:", "has:", "a", "2020-", "pdf", " "]), max_size=25
    )
)
def test_no_row_of_signs_is_an_error(signs: list[str]) -> None:
    parse("".join(signs), typing=True)
    parse(" ".join(signs))


@pytest.mark.parametrize("text", ["(" * 50_000 + "a", "-(" * 5_000 + "a", "title:" * 5_000 + "a", "a OR " * 5_000])
def test_endless_syntax_is_no_error(text: str) -> None:
    parse(text)


def test_a_pasted_page_is_cut_after_the_first_words() -> None:
    tree = parse(" ".join(f"word{number}" for number in range(1000)))
    assert isinstance(tree, And)
    assert tree.parts == tuple(Term(f"word{number}") for number in range(MAX_WORDS))


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_the_example_of_each_field_uses_the_field(field: object) -> None:
    (known,) = [entry for entry in FIELDS if entry is field]
    tree = parse(known.example)
    leaves = tree.parts if isinstance(tree, Or) else (tree,)
    assert all(isinstance(leaf, Term | Filter | DateRange) and leaf.field == known.name for leaf in leaves)
    assert parse(known.example.replace(f"{known.name}:", f"{known.chinese}：")) == tree


def test_no_name_means_two_fields() -> None:
    assert len(FIELDS_BY_NAME) == 2 * len(FIELDS)


def test_only_fields_of_choices_have_choices() -> None:
    assert all(bool(field.choices) == (field.kind is FieldKind.CHOICE) for field in FIELDS)
