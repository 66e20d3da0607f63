"""The text of a page for the search: lines joined, divided words whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.page_words import join_lines, plain_text
from desktop.domain.pdf_document import PageText, TextLine

_QUAD = (0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 1.0)


def page(*blocks: tuple[str, ...]) -> PageText:
    lines = [
        TextLine(text, _QUAD, tuple(0.0 for _ in range(len(text) + 1)), number)
        for number, block in enumerate(blocks)
        for text in block
    ]
    return PageText(tuple(lines))


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["image recog-", "nition works"], "image recognition works"),
        (["image recog\u2010", "nition"], "image recognition"),
        (["image recog\u00ad", "nition, co\u00adop"], "image recognition, coop"),
        (["by Levenberg-", "Marquardt"], "by Levenberg-Marquardt"),
        (["pages 3-", "5 of it"], "pages 3-5 of it"),
        (["two words", "and more"], "two words and more"),
        (["我们研究注意", "力机制。", "结果"], "我们研究注意力机制。结果"),
        (["使用", "BERT", "模型"], "使用 BERT 模型"),
        (["a -", "b"], "a - b"),
        ([], ""),
    ],
)
def test_lines_become_one(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text


def test_a_compound_word_that_the_page_knows_keeps_its_hyphen() -> None:
    told = page(("It is state-of-the-art and well-known.",), ("a well-", "known fact, recog-", "nition"))
    assert plain_text(told) == "It is state-of-the-art and well-known.\na well-known fact, recognition"


def test_blocks_are_lines() -> None:
    assert plain_text(page(("a  b", "  "), ("   ",), ("c",))) == "a b\nc"


@given(st.lists(st.tuples(st.text(max_size=20), st.integers(0, 3)), max_size=8))
def test_any_page_has_a_text(lines: list[tuple[str, int]]) -> None:
    told = PageText(tuple(TextLine(text, _QUAD, (0.0,) * (len(text) + 1), block) for text, block in lines))
    letters = {character for text, _ in lines for character in text if character.isalnum()}
    assert letters <= set(plain_text(told))
