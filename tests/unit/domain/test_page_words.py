"""Lines of a page become running text as a person would copy them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.page_words import join_lines, plain, plain_text, running_text
from desktop.domain.pdf_document import PageText, TextLine

QUAD = (0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 1.0)


def page(*blocks: tuple[str, ...]) -> PageText:
    lines = [
        TextLine(text, QUAD, tuple(0.0 for _ in range(len(text) + 1)), number)
        for number, block in enumerate(blocks)
        for text in block
    ]
    return PageText(tuple(lines))


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("image recog-", "nition is"), "image recognition is"),
        (("image recog\u00ad", "nition is"), "image recognition is"),
        (("self-", "supervised learning"), "self-supervised learning"),
        (("a state-of-the-", "art model"), "a state-of-the-art model"),
        (("as GPT-", "4 does"), "as GPT-4 does"),
        (("by Jean-", "Paul"), "by Jean-Paul"),
        (("a 3-", "dimensional space"), "a 3-dimensional space"),
        (("RECOG-", "NITION and recognition"), "RECOGNITION and recognition"),
        (("from 1990–", "1995"), "from 1990–1995"),
        (("image recog\u2010", "nition"), "image recognition"),
        (("pages 3-", "5 of it"), "pages 3-5 of it"),
        (("a -", "b"), "a - b"),
        ((), ""),
        (("one line ", " and another"), "one line and another"),
        (("-", "x"), "- x"),
        (("of ﬁne ef\u00adfects", ""), "of fine effects"),
    ],
)
def test_lines_are_joined_as_they_were_meant(lines: tuple[str, ...], text: str) -> None:
    assert join_lines(lines) == text


def test_a_compound_seen_elsewhere_keeps_its_hyphen() -> None:
    assert join_lines(["many data-", "driven ways"]) == "many datadriven ways"
    assert join_lines(["many data-", "driven ways, data-driven ones"]) == "many data-driven ways, data-driven ones"


def test_two_halves_that_are_words_of_their_own_are_a_compound() -> None:
    assert join_lines(["a dual-", "encoder has a dual task, an encoder"]).startswith("a dual-encoder has")
    assert join_lines(["a dual-", "encoder; recog-", "nition"]) == "a dualencoder; recognition"


def test_a_word_seen_elsewhere_is_made_whole_in_spite_of_its_first_part() -> None:
    assert join_lines(["a half-", "way house, halfway there"]).startswith("a halfway house")


def test_chinese_lines_are_joined_without_a_blank() -> None:
    assert join_lines(["我们研究深度", "学习，在", "BERT", "上"]) == "我们研究深度学习，在 BERT 上"
    assert join_lines(["模型很好。", "However"]) == "模型很好。However"
    assert join_lines(["한국어", "문장"]) == "한국어 문장"


def test_a_paragraph_that_goes_on_in_the_next_column_is_one_paragraph() -> None:
    assert running_text([("it ends here", 0), ("and goes on", 1)]) == "it ends here and goes on"
    assert running_text([("it ends here.", 0), ("a next one", 1)]) == "it ends here.\n\na next one"
    assert running_text([("A Title", 0), ("A text", 1)]) == "A Title\n\nA text"


def test_a_compound_word_that_the_page_knows_keeps_its_hyphen() -> None:
    told = page(("It is state-of-the-art and well-known.",), ("A well-", "known fact, recog-", "nition"))
    assert (
        plain_text([(line.text, line.block) for line in told.lines])
        == "It is state-of-the-art and well-known.\nA well-known fact, recognition"
    )


def test_each_paragraph_of_a_page_is_one_line() -> None:
    assert plain_text([("a  b", 0), ("  ", 0), ("   ", 1), ("C", 2)]) == "a b\nC"


@given(st.lists(st.tuples(st.text(), st.integers(0, 3))))
def test_any_lines_give_text_that_holds_all_their_words_but_hyphens(lines: list[tuple[str, int]]) -> None:
    text = running_text([(line, block) for line, block in lines])
    bare = "".join(plain("".join(line for line, _ in lines)).split())
    without = str.maketrans("", "", "-\u2010")
    assert "".join(text.split()).translate(without) == bare.translate(without)
    assert "\n\n\n" not in text
