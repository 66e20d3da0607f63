"""Mutated and hostile texts: kept to the byte, read without an exception and in time that grows with their length."""

import contextlib
import gc
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.digest import Digest
from desktop.domain.errors import InputError
from desktop.formats.original_text import has_place
from desktop.formats.source_files import read_source, write_source


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
    # A second for a megabyte is the promise; a busy computer may not fail everybody's tests over it.
    assert not full_run or large < size / 1_000_000
