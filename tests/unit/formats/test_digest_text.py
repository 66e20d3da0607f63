"""A digest as plain text is good to read where nothing is laid out."""

from desktop.domain.digest import Entry
from desktop.domain.own_digest import DigestContent, Template
from desktop.formats.digest_text import text
from tests.unit.formats.made_digests import content, mark, paper

ENTRY = Entry(
    "Sparse $p^3$VAE",
    "https://arxiv.org/abs/2403.00001",
    summary="一种稀疏方法。",
    summary_en="A sparse method.",
    translated_title="稀疏方法",
    translated_abstract="我们\n提出…",
    abstract="We propose | and # more.",
)


def _text(made: DigestContent) -> str:
    return text(made).decode()


def test_a_paper_is_its_titles_its_link_and_its_texts() -> None:
    told = _text(content(paper(1, ENTRY), preface="Dear all,\nlook.\n\nBye."))

    assert told.startswith("一周论文\n2026-11-22 · 1 篇论文\n\nDear all,\nlook.\n\nBye.\n\n---")
    assert (
        "1. 稀疏方法\nSparse p³VAE\nAda Lovelace, 王小云, Ruud van der Berg\n2024-03-05 · cs.CV · cs.LG\n"
        "https://arxiv.org/abs/2403.00001\n\n一种稀疏方法。\n\nA sparse method.\n\n摘要\n我们 提出…\n\n"
        "原文摘要\nWe propose | and # more.\n\n"
    ) in told


def test_nothing_is_indented_and_what_is_missing_leaves_no_gap() -> None:
    bare = Entry("A title", "https://arxiv.org/abs/2403.00002")
    told = _text(content(paper(1, ENTRY), paper(2, bare, authors=(), categories=(), published="")))

    assert not [line for line in told.splitlines() if line != line.strip()]
    assert "\n\n\n" not in told
    assert "2. A title\nhttps://arxiv.org/abs/2403.00002\n\n---" in told


def test_notes_and_marks_stand_below_their_paper() -> None:
    noted = paper(1, ENTRY, note="Try this.\nSoon.", marks=(mark("so it is", "why?"),))

    assert "笔记\nTry this.\nSoon.\n\n- 第 3 页 “so it is” #todo\nwhy?\n\n---" in _text(
        content(noted, template=Template.NOTES)
    )
