"""Digests edited by hand, cut off or otherwise changed: read as far as possible, kept to the byte."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.formats.original_text import has_place
from desktop.formats.source_files import read_source, write_source

ENTRIES = tuple(
    Entry(f"Title {n}", f"https://arxiv.org/abs/2403.0000{n}", f"题{n}", f"要{n}", "", f"译文{n}", f"Abstract {n}.")
    for n in range(1, 6)
)
MIDDLE = "\n\n# 详细\n\n".encode()


def written(generation: int = 2) -> bytes:
    return write_source(Digest(DigestFormat.DIGEST, ENTRIES, generation))


def without_lines(data: bytes, start: str) -> bytes:
    return b"\n".join(line for line in data.split(b"\n") if not line.startswith(start.encode()))


SAME_STRINGS: dict[str, Callable[[bytes], bytes]] = {
    "CR LF": lambda data: data.replace(b"\n", b"\r\n"),
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "no final line feeds": lambda data: data.rstrip(b"\n"),
    "more final line feeds": lambda data: data + b"\n\n",
    "trailing spaces stripped": lambda data: re.sub(rb" +\n", b"\n", data),
    "other headings": lambda data: data.replace("# 摘要".encode(), b"# Summary").replace(
        "# 详细".encode(), b"## Details"
    ),
    "another table head": lambda data: data.replace(b"| Ref | Title | Summary |", b"|No|Paper|What|"),
    "no headings": lambda data: re.sub(rb"(?m)^# .*\n", b"", data),
    "a missing row": lambda data: without_lines(data, "| [^3]") if b"\n    \xe8\xa6\x81" in data else data + b"\n",
    "the same number twice": lambda data: data.replace(b"[^3]", b"[^2]"),
    "numbers from 7": lambda data: re.sub(rb"\[\^(\d)\]", lambda m: b"[^%d]" % (int(m[1]) + 6), data),
    "numbers of the table only": lambda data: re.sub(rb"\| \[\^(\d)\]", rb"| [^9]", data),
    "details first": lambda data: data.partition(MIDDLE)[2] + b"\n" + data.partition(MIDDLE)[0],
    "tight table": lambda data: data.replace(b" | ", b"|"),
}


@pytest.mark.parametrize("generation", [1, 2])
@pytest.mark.parametrize("change", SAME_STRINGS)
def test_changes_around_the_strings_leave_them_readable(change: str, generation: int) -> None:
    data = SAME_STRINGS[change](written(generation))
    digest = read_source(data)
    assert digest.original == data
    assert digest.generation == generation
    assert digest.entries == ENTRIES
    assert digest.not_understood == ()
    assert write_source(digest) == data


@pytest.mark.parametrize("change", SAME_STRINGS)
def test_an_edited_string_is_replaced_where_it_stands(change: str) -> None:
    data = SAME_STRINGS[change](written())
    digest = read_source(data)
    for field in ("title", "translated_title", "summary", "translated_abstract", "abstract"):
        value = getattr(ENTRIES[1], field)
        edited = replace(digest, entries=tuple(replace(e, **{field: "new"}) if e == ENTRIES[1] else e for e in ENTRIES))
        assert write_source(edited) == data.replace(value.encode(), b"new"), field


def test_an_empty_string_whose_line_was_stripped_can_be_filled() -> None:
    data = re.sub(rb" +\n", b"\n", written())
    digest = read_source(data)
    filled = (replace(ENTRIES[0], summary_en="One sentence."), *ENTRIES[1:])
    after = write_source(replace(digest, entries=filled))
    assert after == data.replace("要1\n\n\n\n".encode(), "要1\n\n    One sentence.\n\n".encode())
    assert read_source(after).entries == filled


def test_a_table_alone_is_a_digest() -> None:
    data = written().partition(MIDDLE)[0]
    digest = read_source(data)
    assert digest.entries == tuple(Entry(e.title, e.link, summary=e.summary) for e in ENTRIES)
    assert not has_place(digest, 0, "abstract")
    assert write_source(digest) == data


def test_footnotes_alone_are_a_digest() -> None:
    data = written().partition(MIDDLE)[2]
    assert read_source(data).entries == ENTRIES


def test_missing_details_leave_what_the_table_tells_in_its_order() -> None:
    data = re.sub(rb"(?s)\[\^3\]: .*?(?=\[\^4\]: )", b"", written())
    alone = Entry(ENTRIES[2].title, ENTRIES[2].link, summary=ENTRIES[2].summary)
    assert read_source(data).entries == (*ENTRIES[:2], alone, *ENTRIES[3:])


def test_a_file_cut_within_an_entry_keeps_what_is_there() -> None:
    data = written()
    for length in range(data.index(MIDDLE) + len(MIDDLE), len(data)):
        cut = data[:length].decode(errors="ignore").encode()
        digest = read_source(cut)
        assert [entry.title for entry in digest.entries] == [entry.title for entry in ENTRIES]
        assert [entry.summary for entry in digest.entries][:4] == [entry.summary for entry in ENTRIES][:4]
        assert write_source(digest) == cut


def test_lines_of_other_kinds_are_reported_and_kept() -> None:
    data = written().replace(b"\n[^3]:", b"\nMy remark.\n\n[^3]:").replace(b"| [^5]", b"| nothing |\n| [^5]")
    digest = read_source(data)
    assert digest.entries == ENTRIES
    lines = data.split(b"\n")
    assert [lines[number - 1] for number in digest.not_understood] == [b"| nothing |", b"My remark."]
    assert write_source(digest) == data


def test_a_summary_that_only_the_table_has_is_edited_once() -> None:
    data = written().replace("    要5\n".encode(), b"    \n")
    digest = read_source(data)
    assert digest.entries == ENTRIES
    edited = replace(digest, entries=(*ENTRIES[:4], replace(ENTRIES[4], summary="new")))
    assert write_source(edited) == data.replace("要5".encode(), b"new")


def test_a_row_that_disagrees_with_its_footnote_is_left_alone() -> None:
    data = written().replace("| 要2 |".encode(), "| 另一句 |".encode())
    digest = read_source(data)
    assert digest.entries == ENTRIES
    edited = replace(digest, entries=(ENTRIES[0], replace(ENTRIES[1], summary="new"), *ENTRIES[2:]))
    assert write_source(edited) == data.replace("    要2\n".encode(), b"    new\n")


def test_papers_that_share_only_a_number_stay_two() -> None:
    data = written().replace(b"[Title 2](https://arxiv.org/abs/2403.00002)", b"[Other](https://arxiv.org/abs/1)")
    titles = [entry.title for entry in read_source(data).entries]
    assert titles == ["Title 1", "Other", "Title 2", "Title 3", "Title 4", "Title 5"]
