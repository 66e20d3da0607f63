"""Reading digests, proof included, beside the least that any reader does: decoding and splitting into lines."""

import json
import lzma
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.formats.source_files import read_source, write_source

GOAL = 100
"""MB/s, proof included."""


def whole_set(shared: Path) -> list[bytes]:
    """The digests of the archive, one by one."""
    return [path.read_bytes() for path in sorted((shared / "data" / "digests").glob("*/*.md"))]


def concatenation(shared: Path) -> list[bytes]:
    """The same as one digest."""
    entries = [entry for data in whole_set(shared) for entry in read_source(data).entries]
    return [write_source(Digest(DigestFormat.DIGEST, tuple(entries)))]


def all_papers(shared: Path) -> list[bytes]:
    """65,538 papers as one digest."""

    def entry(paper: dict[str, str]) -> Entry:
        names = ("title", "link", "translated_title", "tldr", "en_tldr", "translated_abstract", "abstract")
        title, link, translated_title, summary, summary_en, *abstracts = [paper.get(name) or "" for name in names]
        return Entry(title, link, translated_title, summary, summary_en or paper.get("en_tdlr") or "", *abstracts)

    with lzma.open(shared / "data" / "papers.jsonl.xz", "rt", encoding="utf-8", newline="\n") as lines:
        entries = tuple(entry(json.loads(line)) for line in lines)
    assert len(entries) == 65_538
    return [write_source(Digest(DigestFormat.DIGEST, entries))]


def fastest(work: Callable[[], object], rounds: int) -> float:
    """Seconds of CPU of the fastest round."""

    def once() -> float:
        began = time.process_time()
        work()
        return time.process_time() - began

    return min(once() for _ in range(rounds))


@pytest.mark.parametrize("source", [whole_set, concatenation, all_papers])
def test_digests_are_read_at_100_mb_a_second(
    source: Callable[[Path], list[bytes]], shared: Path, benchmark: BenchmarkFixture
) -> None:
    files = source(shared)
    size = sum(map(len, files)) / 1e6

    def read() -> None:
        for data in files:
            read_source(data)

    limit = fastest(lambda: [data.decode().split("\n") for data in files], 3)
    reading = fastest(read, 3)
    writing = fastest(lambda: [write_source(digest) for digest in map(read_source, files)], 1) - reading
    benchmark(read)
    figures = {"MB": size, "read": size / reading, "write": size / writing, "decode and split": size / limit}
    benchmark.extra_info.update(figures)
    print(f"\n{source.__name__}: " + ", ".join(f"{name} {value:.0f}" for name, value in figures.items()) + " (MB/s)")
    assert all(read_source(data).original is None for data in files)
    assert size / reading >= GOAL
