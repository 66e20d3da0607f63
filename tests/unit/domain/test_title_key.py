"""Titles that name one paper give one key."""

import pytest

from desktop.domain.title_key import title_hash, title_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Attention Is All You Need", "attention is all  you need."),
        ("p$^3$VAE: a physics-integrated model", "p3VAE - A Physics Integrated Model"),
        ('Schr\\"odinger Bridges', "Schrödinger bridges"),
        ("Erd\\H{o}s graphs", "Erdős Graphs"),
        ("\\textbf{Bold} Claims", "Bold claims"),
        ("Ｆｕｌｌ width ﬁne", "full width fine"),
        ("Straße", "STRASSE"),
        ("图像 去噪！", "图像去噪"),
    ],
)
def test_spellings_of_one_title_agree(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)
    assert title_hash(one) == title_hash(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("On $\\alpha$-divergences", "On $\\beta$-divergences"),
        ("图像去噪", "图像去雾"),
        ("???", "!!!"),
        ("BERT", "BERT 2"),
    ],
)
def test_different_titles_differ(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)
    assert title_hash(one) != title_hash(other)


def test_a_hash_fits_a_signed_integer_column_and_never_changes() -> None:
    assert title_hash("Attention Is All You Need") == 654207365323128277
    assert all(0 <= title_hash(str(number)) < 2**63 for number in range(1000))
