"""Digests edited by hand, cut off or otherwise changed: read as far as possible, kept to the byte."""

import contextlib
import gc
import random
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.domain.errors import InputError
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


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The data with lines deleted, doubled, swapped or inserted, and bytes cut."""
    lines = data.split(b"\n")
    for _ in range(chance.randint(1, 12)):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        action = chance.randrange(5)
        if action == 0:
            del lines[at : at + chance.randint(1, 3)]
            lines = lines or [b""]
        elif action == 1:
            lines.insert(at, lines[min(other, len(lines) - 1)])
        elif action == 2:
            lines[at], lines[other] = lines[other], lines[at]
        elif action == 3:
            lines.insert(
                at,
                chance.choice(
                    [b"", b"    ", b"\r", b"# x", b"[^1]: ", b"| [^2] | [a](b) | c |", b"| [^3] | [", b"    [x](x)"]
                ),
            )
        else:
            cut = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:cut].decode(errors="ignore").encode()
    return b"\n".join(lines)


def test_mutated_digests_are_kept_to_the_byte(shared: Path, full_run: bool) -> None:
    small = [path.read_bytes() for path in (shared / "data" / "digests").glob("*/*.md") if path.stat().st_size < 60_000]
    small.append(next((shared / "seeds").glob("003_*")).read_bytes())
    chance = random.Random(2)
    read = 0
    for _ in range(5_000 if full_run else 150):
        data = mutated(chance.choice(small), chance)
        try:
            digest = read_source(data)
        except InputError:
            continue
        read += 1
        assert write_source(digest) == data
        assert all(number <= data.count(b"\n") + 1 for number in digest.not_understood)
        check_one_edit(digest, chance)
    assert read > 100
    print(f"{read} mutated digests")


def check_one_edit(digest: Digest, chance: random.Random) -> None:
    """An edited string is in the file, and no other entry has changed when the file is read again."""
    if not digest.entries:
        return
    at = chance.randrange(len(digest.entries))
    field = chance.choice(["title", "summary", "abstract", "translated_abstract", "translated_title"])
    if not has_place(digest, at, field):
        return
    before, after = digest.entries[:at], digest.entries[at + 1 :]
    value = "Edited, and as long as an abstract is." * 3
    edited = replace(digest.entries[at], **{field: value})
    data = write_source(replace(digest, entries=(*before, edited, *after)))
    again = read_source(data).entries
    assert value.encode() in data
    assert value.encode() * 2 not in data
    assert (again[:at], again[at + 1 :]) == (before, after)


PIECES = [
    *(
        "\n",
        "\n\n",
        "\r\n",
        "    ",
        "[^1]: ",
        "[^2]:",
        "| [^1] | [",
        "](",
        ") |",
        " |",
        "# ",
        "| --- |",
        "[a](a)",
        "[http://x](http://x)",
    ),
    *(
        "  • 3 authors\n·\nDec 3",
        "Dec 31",
        "authors",
        "\u2028",
        "\x85",
        "\ufeff",
        "\x00",
        "text",
        "# 摘要",
        "\n\n# 详细\n\n",
        "\t",
        "|",
    ),
]


def test_any_text_is_read_or_refused_and_kept(full_run: bool) -> None:
    @settings(max_examples=20_000 if full_run else 500, deadline=None, database=None)
    @given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join))
    def is_kept(text: str) -> None:
        data = text.encode(errors="ignore")
        try:
            digest = read_source(data)
        except InputError:
            return
        assert digest.entries
        assert write_source(digest) == data

    is_kept()


HOSTILE = {
    "footnotes": "[^1]: \n",
    "rows": "| [^1] | [a](b) | c |\n",
    "one row": "](a) | ",
    "open links": "](",
    "link ends": ") |",
    "links": "[^1]: t\n\n    [x](x)\n",
    "footnote ends": "\n    \n[^2]: ",
    "whole footnotes": "\n    \n[^2]: t\n\n    T (arXiv\n\n    [L](L)\n\n    s\n\n    \n\n    t\n\n    a",
    "spaces": " ",
    "bars": "|",
    "brackets": "[",
    "line feeds": "\n",
    "paragraphs": "a\n\n",
    "listings": "  • 3 authors\n·\nDec 3\n\n",
    "dates": "Dec 3\n\n",
}
STARTS = [
    "",
    "| [^1] | [",
    "[^1]: t\n\n    ",
    "# 摘要\n\n| Ref | Title | Summary |\n| --- | --- | --- |\n| [^1] | [a](b) | c |\n| [^2] | [a](b) | c |\n\n# 详细\n\n[^1]: ",  # noqa: E501
    "  • 3 authors\n·\nDec 3\n\n[^",
]


@pytest.fixture
def _heap_of_the_reader_alone() -> Iterator[None]:
    """Keep the garbage collector from walking over everything else that the test run has loaded."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def seconds_to_read(start: str, text: str, size: int) -> float:
    """CPU time of the best of three readings; other programs share the machine's caches."""
    data = (start + text * (size // len(text)) + "\n    \n\n").encode()
    times: list[float] = []
    for _ in range(3):
        began = time.process_time()
        with contextlib.suppress(InputError):
            read_source(data)
        times.append(time.process_time() - began)
    return min(times)


@pytest.mark.usefixtures("_heap_of_the_reader_alone")
@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("start", range(len(STARTS)))
def test_reading_takes_time_in_proportion(kind: str, start: int, full_run: bool) -> None:
    size = 800_000 if full_run else 160_000
    small = seconds_to_read(STARTS[start], HOSTILE[kind], size // 8)
    large = seconds_to_read(STARTS[start], HOSTILE[kind], size)
    # Eight times the text; a quadratic reader takes sixty-four times as long.
    assert large < 24 * small + 0.05
    assert large < size / 1_000_000, "more than a second for a megabyte"
