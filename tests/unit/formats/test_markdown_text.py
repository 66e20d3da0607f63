"""Whatever a text holds, as Markdown it shows that text and nothing else."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from desktop.formats.markdown_text import address, block, clean, inline, path_address

HOSTILE = st.text(
    st.sampled_from("ab1 \t\n\\`*_[]<>&#|~=%!()-+.:{}$^'\"/@;Aé中\u3000\u00a0\x00\x1b\ud800\u2028") | st.characters(),
    max_size=60,
)
PIECES = st.lists(
    st.sampled_from(
        [
            "<script>",
            "<!--",
            "-->",
            "&lt;",
            "&#35;",
            "[a](b)",
            "![a](b)",
            "[[wiki]]",
            "```",
            "~~~",
            "---",
            "===",
            "***",
            "1. ",
            "12)",
            "- ",
            "+ ",
            "# ",
            "> ",
            "| a |",
            "http://a.b",
            "<http://a.b>",
            "    code",
            "\n",
            "\n\n",
            "a",
            "\\",
            "==x==",
            "%%x%%",
            "#tag",
            "[a]: b",
            "<!-- papershelf:end -->",
        ]
    )
).map("".join)


def tokens(text: str) -> list[Token]:
    found: list[Token] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        found += [token, *(token.children or ())]
    return found


def shown(text: str) -> str:
    """What a reader of Markdown sees, lines and paragraphs as line feeds."""
    parts = []
    for token in tokens(text):
        if token.type in ("text", "text_special"):
            parts.append(token.content)
        elif token.type in ("hardbreak", "softbreak"):
            parts.append("\n")
        elif token.type == "paragraph_close":
            parts.append("\n\n")
    return "".join(parts).removesuffix("\n\n")


PLAIN = {"paragraph_open", "paragraph_close", "inline", "text", "text_special", "hardbreak"}


@given(HOSTILE | PIECES)
@settings(max_examples=1000, deadline=None)
def test_a_line_shows_its_text(text: str) -> None:
    markdown = inline(text)
    assert shown(markdown) == " ".join(clean(text).split())
    assert {token.type for token in tokens(markdown)} <= PLAIN
    assert "\n" not in markdown


@given(HOSTILE | PIECES)
@settings(max_examples=1000, deadline=None)
def test_lines_show_their_text(text: str) -> None:
    markdown = block(text)
    lines = [line.rstrip() for line in clean(text).strip("\n").split("\n")]
    assert shown(markdown) == re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip("\n"))
    assert {token.type for token in tokens(markdown)} <= PLAIN


@given(HOSTILE | PIECES)
@settings(max_examples=500, deadline=None)
def test_a_title_stays_what_it_is_in_a_heading_a_quotation_and_emphasis(text: str) -> None:
    wanted = " ".join(clean(text).split())
    if not wanted:
        return
    for template, kind in (("# {}", "heading_open"), ("> {}", "blockquote_open"), ("- {}", "bullet_list_open")):
        markdown = template.format(inline(text))
        assert shown(markdown) == wanted
        assert kind in {token.type for token in tokens(markdown)}


@pytest.mark.parametrize(
    ("url", "shown_as"),
    [
        ("https://arxiv.org/abs/2403.02774", "https://arxiv.org/abs/2403.02774"),
        ("https://a.b/x(y) z>", "https://a.b/x%28y%29%20z%3E"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(url: str, shown_as: str) -> None:
    assert address(url) == shown_as


@given(HOSTILE)
def test_an_address_stays_one_link(url: str) -> None:
    markdown = f"[x]({address('https://a.b/' + url)})"
    assert [token.type for token in tokens(markdown)].count("link_open") == 1


def test_a_path_is_escaped() -> None:
    assert path_address("论文/a (1).pdf") == "%E8%AE%BA%E6%96%87/a%20%281%29.pdf"


def test_formulas_and_names_of_blocks_are_text() -> None:
    assert inline("from $5 to $6 ^name") == r"from \$5 to \$6 \^name"
