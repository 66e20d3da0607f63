"""LaTeX in titles, read as text."""

import json
import lzma
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.latex_text import readable


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("p$^3$VAE: a model", "p³VAE: a model"),
        ("Poincar\\'e maps", "Poincaré maps"),
        ('H\\"older and Schr\\"{o}dinger', "Hölder and Schrödinger"),
        ("El Ni\\~no, fa\\c{c}ade, zaj\\k{e}to\\'sci", "El Niño, façade, zajętości"),
        ("{\\'{\\i}}ndice, Jo\\v{z}ef, Petru\\v s", "índice, Jožef, Petruš"),
        ("\\L ukasiewicz, P{\\O}DA, Gau{\\ss}", "Łukasiewicz, PØDA, Gauß"),
        ("the $\\ell_1$-norm and $\\ell_{2,\\infty}$", "the ℓ₁-norm and ℓ_{2,∞}"),
        ("\\textit{Clingraph} and $\\texttt{tGLAD}$", "Clingraph and tGLAD"),
        ("as {\\em Money Quanta}", "as Money Quanta"),
        ("in $\\mathcal{O}(n^2)$ time", "in O(n²) time"),
        ("the $\\alpha$-divergence", "the α-divergence"),
        ("\\nu-Flows, {\\delta}-CAUSAL", "ν-Flows, δ-CAUSAL"),
        ("one $\\to$ many", "one → many"),
        ("$2\\sqrt{T}$ of $\\frac{\\ell_1}{\\ell_2}$", "2√T of ℓ₁/ℓ₂"),
        ("360$^\\circ$ of CO$_2$", "360° of CO₂"),
        ("$\\tilde{O}(t^{1/2})$ and $\\widehat Z$", "Õ(t^{1/2}) and Ẑ"),
        ("RED$^{\\rm FM}$, $L_\\infty$, $C^*$", "RED^FM, L_∞, C*"),
        ("$\\exists\\mathbb{R}$-complete", "∃ℝ-complete"),
        ("以\\(\\mathcal{O}(\\log N)\\)时间", "以O(log N)时间"),
        ("Abstraction \\& Reasoning, 5\\%, \\$15, a\\_b, \\#1", "Abstraction & Reasoning, 5%, $15, a_b, #1"),
        ("model with~distributed claims", "model with\u00a0distributed claims"),
        ("Rank -- a method --- really", "Rank – a method — really"),
        ("``Quoted'' words", "“Quoted” words"),
        ("emissions? \\\\ A natural", "emissions? A natural"),
        ("Embeddings $\\unicode{x2014}$ Learning", "Embeddings — Learning"),
    ],
)
def test_latex_is_read_as_text(written: str, read: str) -> None:
    assert readable(written) == read


@pytest.mark.parametrize(
    "title",
    [
        "An LLM with $100K Budget",
        "From $10 to $20 per hour",
        "Re^2TAL and UZH_CLyp at O(n^2)",
        "This Land is {Your, My} Land",
        "~1% Nodes are Sufficient",
        "What does the option --verbose do?",
        "\\chisao{}: a GPU-native optimizer",
        "\\foo{bar}[baz] stays",
        "revision}. a lone brace {",
        "a backslash at the end \\",
        "LaCAM$: one dollar",
    ],
)
def test_what_only_looks_like_latex_stays_as_written(title: str) -> None:
    assert readable(title) == title


@given(st.text(alphabet=st.sampled_from("\\{}$^_~-`'\"ab 1()cvHfracsqrt学"), max_size=60))
def test_any_string_is_read_without_an_error(title: str) -> None:
    assert isinstance(readable(title), str)


@given(st.text())
def test_a_title_without_latex_signs_comes_back_unchanged(title: str) -> None:
    if not re.search(r"[$\\{~]|--|``", title):
        assert readable(title) == title


@pytest.mark.parametrize("piece", ["{", "{\\a", "$", "\\'", "$x^{", "\\(", "\\sqrt", "a~", "{}", "^", "\\unicode{x41}"])
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def seconds(count: int) -> float:
        started = time.process_time()
        readable(piece * count + f" {count}$")
        return time.process_time() - started

    seconds(1_000)
    assert seconds(64_000) < 64 * max(seconds(4_000), 0.004)


def _titles(shared: Path) -> list[str]:
    with (shared / "data" / "papers-sample.jsonl").open(encoding="utf-8") as lines:
        papers = [json.loads(line) for line in lines]
    return [title for paper in papers for title in (paper["title"], paper.get("translated_title") or "")]


def test_titles_of_real_papers_lose_nothing_legible(shared: Path) -> None:
    for title in _titles(shared):
        shown = readable(title)
        if not re.search(r"[$\\{~]|--|``", title):
            assert shown == title
        words = re.findall(r"(?<![^\s:(])[A-Za-z]{4,}(?![^\s:,.)])|[\u4e00-\u9fff]+", title)
        assert [word for word in words if word not in shown] == []


def test_hardly_a_command_of_65538_real_titles_stays(shared: Path) -> None:
    with lzma.open(shared / "data" / "papers.jsonl.xz", "rt", encoding="utf-8") as lines:
        titles = [title for title in (json.loads(line)["title"] for line in lines) if "\\" in title]
    left = [title for title in titles if re.search(r"\\[A-Za-z]{2,}", readable(title))]
    assert len(titles) > 300
    assert len(left) <= len(titles) // 50
