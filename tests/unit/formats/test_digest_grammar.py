"""Digests that the grammar explains: every byte comes back, every string is what was written."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.formats.digest_markdown import grammar_safe, table_title
from desktop.formats.source_files import read_source, write_source

EMPTY = "# 摘要\n\n| Ref | Title | Summary |\n| --- | --- | --- |\n\n\n# 详细\n\n\n\n".encode()
TEXTS = ("link", "translated_title", "summary", "summary_en", "translated_abstract", "abstract")

PIECES = [
    *(
        "](",
        "[",
        "]",
        ")",
        "|",
        " | ",
        " |",
        "\\|",
        "\\",
        "$x_1$",
        "`",
        "*",
        "#",
        "# 详细",
        "# 摘要",
        "| --- |",
        "    ",
        " ",
        "  ",
    ),
    *(
        "[^1]: ",
        "[^2]: ",
        "[^3]: x",
        "| [^2] | [a](b) | c |",
        "[](",
        "[]()",
        " (arXiv:2301.00001v1 [cs.LG])",
        "\t(arXiv",
        "(arXiv",
    ),
    *(
        "\r",
        "\t",
        "\v",
        "\f",
        "\x07",
        "\x08",
        "\x1c",
        "\x85",
        "\xa0",
        "\u200b",
        "\ufeff",
        "\u2028",
        "\u2029",
        "\u3000",
        "e\u0301",
    ),
    *("摘要", "注意力", "😀", "𝔸", "http://arxiv.org/abs/2301.00001", "\x00", "\ufffd", "word"),
]
LINE_FEEDS = [
    "\n",
    "\n\n",
    "\n    \n[^2]: ",
    "\n    \n[^3]: ",
    "\n\n    [](",
    "\n\n# 详细\n\n",
    "\n\n    ",
    "\n\n    []()\n\n    ",
    "\n    ",
]

text = st.lists(
    st.sampled_from(PIECES) | st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=4),
    max_size=4,
).map("".join)
title = st.lists(st.sampled_from(PIECES + LINE_FEEDS), max_size=6).map("".join)
entries = st.builds(Entry, title, text, text, text, text, text, text)


@st.composite
def digests(draw: st.DrawFn) -> Digest:
    """Legal digests of up to four entries with hostile strings."""
    content = tuple(draw(st.lists(entries, max_size=4)))
    generation = draw(st.sampled_from((1, 2))) if content else 2
    if generation == 1:
        content = tuple(replace(entry, summary_en="") for entry in content)
    return Digest(DigestFormat.DIGEST, content, generation)


def test_every_digest_of_the_archive_comes_back(shared: Path) -> None:
    paths = sorted([*(shared / "data" / "digests").glob("*/*.md"), *(shared / "seeds").glob("00[012]_*")])
    assert len(paths) == 127
    for path in paths:
        data = path.read_bytes()
        digest = read_source(data)
        assert digest.original is None, path.name
        assert write_source(digest) == data, path.name


def test_hostile_strings_come_back(full_run: bool) -> None:
    read = 0

    @settings(max_examples=20_000 if full_run else 400, deadline=None, database=None)
    @given(digests())
    def comes_back(digest: Digest) -> None:
        nonlocal read
        read += 1
        data = write_source(digest)
        assert read_source(data) == digest
        assert write_source(read_source(data)) == data

    comes_back()
    print(f"{read} digests")


def test_an_empty_digest_has_70_bytes() -> None:
    assert len(EMPTY) == 70
    assert read_source(EMPTY) == Digest(DigestFormat.DIGEST, ())
    assert write_source(Digest(DigestFormat.DIGEST, ())) == EMPTY


def test_the_grammar_is_written_as_documented() -> None:
    entry = Entry("A\nB. (arXiv:1v1 [cs])", "L", "题", "要", "", "译 ", " a")
    written = write_source(Digest(DigestFormat.DIGEST, (entry,))).decode()
    assert written == (
        "# 摘要\n\n| Ref | Title | Summary |\n| --- | --- | --- |\n| [^1] | [A B.](L) | 要 |\n\n# 详细\n\n"
        "[^1]: 题\n\n    A\nB. (arXiv:1v1 [cs])\n\n    [L](L)\n\n    要\n\n    \n\n    译 \n\n     a\n    \n\n"
    )
    first = write_source(Digest(DigestFormat.DIGEST, (entry,), generation=1)).decode()
    assert first.endswith("[^1]: 题\n\n    A\nB. (arXiv:1v1 [cs])\n\n    [L](L)\n\n    译 \n\n     a\n    \n\n")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("A. (arXiv:1 [cs])", "A."),
        ("A (arXiv) B. (arXiv:1)", "A"),
        ("A\n(arXiv:1)", "A"),
        ("A\nB", "A B"),
        ("(arXiv", "(arXiv"),
    ],
)
def test_the_table_shows_titles_on_one_line_without_suffix(title: str, shown: str) -> None:
    assert table_title(title) == shown


def test_a_title_that_holds_a_whole_footnote_stays_one_title() -> None:
    trap = Entry("A\n\n    [L](L)\n\n    s\n\n    e\n\n    t\n\n    a\n    \n[^2]: x", "L", "tt", "s", "e", "t", "a")
    digest = Digest(DigestFormat.DIGEST, (trap, Entry("B"), trap))
    assert read_source(write_source(digest)) == digest


@pytest.mark.parametrize("name", ["title", *TEXTS])
def test_editing_one_string_changes_only_its_places(name: str) -> None:
    entries = [Entry(*(f"<{number} {field.name}>" for field in fields(Entry)[:7])) for number in (1, 2)]
    before = write_source(Digest(DigestFormat.DIGEST, tuple(entries)))
    after = write_source(Digest(DigestFormat.DIGEST, (entries[0], replace(entries[1], **{name: "new"}))))
    assert after == before.replace(f"<2 {name}>".encode(), b"new") != before


def test_line_feeds_without_a_place_become_spaces_and_are_named() -> None:
    entry = Entry("A\nB", "L\n", "t", "s\ns", abstract="a")
    safe, changed = grammar_safe(entry)
    assert changed == ("link", "summary")
    assert safe == Entry("A\nB", "L ", "t", "s s", abstract="a")
    assert grammar_safe(entry, line_feed_in_title=False)[1] == ("link", "summary", "title")
    assert grammar_safe(safe) == (safe, ())
    assert read_source(write_source(Digest(DigestFormat.DIGEST, (entry,)))).entries == (safe,)


@pytest.mark.parametrize("cut", range(1, 40))
def test_a_file_short_of_a_few_bytes_is_not_exact_but_comes_back(cut: int) -> None:
    data = write_source(Digest(DigestFormat.DIGEST, (Entry("A", "L", "t", "s", "e", "ta", "a" * 30),)))[:-cut]
    digest = read_source(data)
    assert digest.original == data
    assert write_source(digest) == data
    assert digest.entries[0].title == "A"
