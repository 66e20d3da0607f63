"""Daily Papers pages: exact ones are written from their strings, others keep their bytes."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.derived_facts import derive
from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.formats.source_files import read_source, write_source

ABSTRACT = "We show that walls stand. " * 8
HEAD = "new\n\nSubscribe\n\nDaily Papers\n\nDec 31\n\n"
FIRST = Entry("On Walls", abstract=ABSTRACT, listing="  • 7 authors\n·\nOct 7")
SECOND = Entry("On Roofs", abstract=ABSTRACT + "Roofs too.")
THIRD = Entry("On Doors", abstract=ABSTRACT + "Doors too.", listing="  • 1 author\n·\nMar 21, 2024 3")
PAGE = Digest(DigestFormat.DAILY_PAPERS, (FIRST, SECOND, THIRD), head=HEAD)
DATA = write_source(PAGE)


def test_the_reference_page_is_written_from_its_strings(shared: Path) -> None:
    data = next((shared / "seeds").glob("003_*")).read_bytes()
    digest = read_source(data)
    assert digest.format is DigestFormat.DAILY_PAPERS
    assert digest.original is None
    assert len(digest.entries) == 38
    assert [number for number, entry in enumerate(digest.entries, 1) if not entry.listing] == [24]
    assert [
        number for number, entry in enumerate(digest.entries, 1) if entry.listing and not derive(entry).published
    ] == [*(1, 21, 22, 23, 28)]
    assert all(derive(entry, year=2025).published for entry in digest.entries if entry.listing)
    assert digest.head.startswith("new\n")
    assert digest.head.endswith("\n\nDec 31\n\n")
    assert write_source(digest) == data


def test_a_page_is_read_as_it_was_written() -> None:
    assert read_source(DATA) == PAGE


def test_editing_one_string_changes_only_its_place() -> None:
    edited = replace(PAGE, entries=(replace(FIRST, title="On\nRoots"), SECOND, THIRD))
    assert write_source(edited) == DATA.replace(b"On Walls", b"On Roots")


text = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["", " ", "\r", "\u2028", "Dec 31", "  • 7 authors", "·", "# 详细", "[^1]: x"]
)
listing = st.builds(
    "  • {} author{}\n·\n{} {}{}{}".format,
    st.integers(0, 9999),
    st.sampled_from(["", "s"]),
    st.sampled_from(["Jan", "May", "Dec"]),
    st.integers(0, 99),
    st.sampled_from(["", ", 2023"]),
    st.sampled_from(["", " 3"]),
)
papers = st.builds(
    lambda title, abstract, listing: Entry(title, abstract=abstract, listing=listing), text, text, listing | st.just("")
)


def test_hostile_strings_come_back(full_run: bool) -> None:
    @settings(max_examples=5_000 if full_run else 200, deadline=None, database=None)
    @given(st.lists(papers, max_size=5), listing)
    def comes_back(entries: list[Entry], last: str) -> None:
        digest = Digest(DigestFormat.DAILY_PAPERS, (*entries, Entry("T", abstract="A", listing=last)), head=HEAD)
        assert read_source(write_source(digest)) == digest

    comes_back()


VARIANTS = {
    "CR LF": DATA.replace(b"\n", b"\r\n"),
    "a final line feed": DATA + b"\n",
    "a byte order mark": b"\xef\xbb\xbf" + DATA,
    "single line feeds": HEAD.encode() + DATA.removeprefix(HEAD.encode()).replace(b"\n\n", b"\n"),
    "empty lines between": DATA.replace(b"\n", b"\n\n"),
    "no page date": DATA.replace(b"Dec 31\n\n", b""),
    "other bullets": DATA.replace("  • ".encode(), b"* "),
    "no dot": DATA.replace("·\n".encode(), b""),
    "no furniture": DATA.removeprefix(HEAD.encode()),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_pages_that_break_the_grammar_are_read_and_kept(variant: str) -> None:
    data = VARIANTS[variant]
    digest = read_source(data)
    assert digest.original in (data, None)
    assert [(entry.title, entry.abstract, bool(entry.listing)) for entry in digest.entries] == [
        (entry.title, entry.abstract, bool(entry.listing)) for entry in PAGE.entries
    ]
    assert [derive(entry, year=2025).published for entry in digest.entries] == ["2025-10-07", "", "2024-03-21"]
    assert write_source(digest) == data
    edited = replace(
        digest, entries=(digest.entries[0], replace(digest.entries[1], title="On\nRoots"), *digest.entries[2:])
    )
    assert write_source(edited) == data.replace(b"On Roofs", b"On Roots")


def test_lines_that_are_no_paper_are_reported() -> None:
    data = DATA + b"\n\nPrevious\n\nNext\n\nCompany\n"
    digest = read_source(data)
    assert [entry.title for entry in digest.entries] == ["On Walls", "On Roofs", "On Doors"]
    assert [data.decode().split("\n")[number - 1] for number in digest.not_understood] == [
        "Previous",
        "Next",
        "Company",
    ]
