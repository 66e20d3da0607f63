"""A quote is copied with where it is from."""

from desktop.domain.citation import Source, citation, citation_markdown, short_authors

PAPER = Source("Attention Is\n All You Need", ("Ashish Vaswani", "Noam Shazeer", "Niki Parmar"), "1706.03762", 7)


def test_a_quote_is_followed_by_authors_title_id_and_page() -> None:
    assert citation("We propose\na “simple” one", PAPER, "iv") == (
        "“We propose a ‘simple’ one”\n— Ashish Vaswani et al., Attention Is All You Need, arXiv:1706.03762v7, p. iv"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert citation("x", Source("题目", link="https://a.b/c"), "") == "“x”\n— 题目, https://a.b/c"
    assert citation("x", Source("", arxiv_id="1706.03762"), "3") == "“x”\n— arXiv:1706.03762, p. 3"


def test_two_authors_are_both_named() -> None:
    assert short_authors(()) == ""
    assert short_authors(("A B", "C D")) == "A B and C D"


def test_markdown_links_the_paper_and_takes_the_quote_as_text() -> None:
    assert citation_markdown("a *b* [c](d)", PAPER, "4") == (
        "> “a \\*b\\* \\[c\\](d)”\n>\n> — Ashish Vaswani et al., *Attention Is All You Need*, "
        "[arXiv:1706.03762v7](https://arxiv.org/abs/1706.03762v7), p. 4\n"
    )
    assert citation_markdown("x", Source("题目", link="https://a.b/c"), "").endswith("*题目*, <https://a.b/c>\n")
