"""Texts of arXiv's answers, as this program keeps them."""

import pytest

from desktop.sources.arxiv_texts import category_codes, cleaned, tells_withdrawal


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (None, ""),
        ("  A  title\n  that was\twrapped\r\n", "A title that was wrapped"),
        ("A\u202egnp.exe \u200b B", "Agnp.exe B"),
        ("a\u2066b\u2069c\u200fd\u061ce\ufefff\u2060g", "abcdefg"),
        ("a\x00b\x1bc\x7fd\x9be", "abcde"),
        ("a\x85b\u2028c\xa0d\u3000e", "a b c d e"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("$\\alpha$ & <b> 论文 🙂", "$\\alpha$ & <b> 论文 🙂"),
    ],
)
def test_a_text_is_one_line_of_what_can_be_seen(text: str | None, shown: str) -> None:
    assert cleaned(text) == shown


def test_categories_are_arxivs_own_the_primary_one_first() -> None:
    codes = ["cs.LG", "05C81, 60J10", "I.2.7", "cs.CL", "hep-th", "cond-mat.mes-hall", "68T50", "a b", "<b>", ""]
    assert category_codes("cs.CL", codes) == ("cs.CL", "cs.LG", "hep-th", "cond-mat.mes-hall")
    assert category_codes("", ["math.CO"]) == ("math.CO",)


@pytest.mark.parametrize(
    ("comment", "abstract"),
    [
        ("This paper has been withdrawn", ""),
        ("This paper has been withdrawn by the author(s) due to a crucial sign error in equation 1", ""),
        ("This submission has been withdrawn by arXiv administrators because of disputed authorship", ""),
        ("arXiv admin note: This paper has been withdrawn by arXiv due to unverifiable authorship", ""),
        ("The article is withdrawn: Theorem 2 is wrong", ""),
        ("Withdrawn by the authors", ""),
        ("withdrawn", ""),
        ("12 pages. This manuscript was withdrawn; see arXiv:1234.56789", ""),
        ("Paper withdrawn by arXiv administration", ""),
        ("", "This paper has been withdrawn by the author because of an error."),
        ("", "Withdrawn: the main result is false."),
        ("", "arXiv admin note: withdrawn by arXiv administrators due to overlap."),
    ],
)
def test_words_of_withdrawal_are_understood(comment: str, abstract: str) -> None:
    assert tells_withdrawal(comment, abstract)


@pytest.mark.parametrize(
    ("comment", "abstract"),
    [
        ("", ""),
        ("20 pages, 3 figures", "We study walks."),
        ("This replaces the withdrawn arXiv:1234.56789", ""),
        ("Supersedes a withdrawn submission", ""),
        ("", "We analyse drugs that were withdrawn from the market."),
        ("", "In 2019 a paper has been withdrawn by the authors of the study; we ask why."),
        ("on withdrawn applications", "The work of citizens who have withdrawn from politics."),
    ],
)
def test_other_withdrawals_are_none(comment: str, abstract: str) -> None:
    assert not tells_withdrawal(comment, abstract)
