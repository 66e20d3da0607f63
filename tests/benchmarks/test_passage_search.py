"""Searching everything in a library of 2,000 papers with 30,000 pages, beside the bare question to the index.

Times are CPU times of this process, the best of three: other work on the machine shall not count.
"""

import json
import lzma
import random
import re
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from db import page_texts
from db.passage_search import search
from db.search_query import compile_elsewhere
from desktop.domain.passage import PassageQuery
from desktop.domain.query_parser import parse
from tests.db.pages import add_file, read
from tests.db.searchable import add_paper, new_library

PAPERS = 2_000
PAGES = 15
GOAL_MS = 50
BARE = "SELECT rowid FROM pages_fts WHERE pages_fts MATCH ? ORDER BY bm25(pages_fts) LIMIT 200"


@dataclass(frozen=True)
class Shelf:
    """The library and the words that stand in it."""

    connection: sqlite3.Connection
    english: list[str]
    chinese: list[str]
    """Runs of Chinese."""


@pytest.fixture(scope="module")
def shelf(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """Pages of print are some abstracts long; every tenth paper is in Chinese."""
    chance = random.Random(11)
    with lzma.open(shared / "data" / "papers.jsonl.xz", "rt", encoding="utf-8", newline="\n") as lines:
        papers = [json.loads(line) for line in islice(lines, PAPERS)]
    english = [paper["abstract"] for paper in papers if paper.get("abstract")]
    chinese = [paper["translated_abstract"] for paper in papers if paper.get("translated_abstract")]
    with new_library(tmp_path_factory.mktemp("shelf") / "library.sqlite") as connection:
        began = time.process_time()
        for number, paper in enumerate(papers, start=1):
            texts = chinese if number % 10 == 0 else english
            pages = [" ".join(chance.choices(texts, k=3)) for _ in range(PAGES)]
            connection.execute("BEGIN")
            add_paper(connection, number, title=paper["title"], abstract=paper.get("abstract") or "")
            add_file(connection, number, f"file {number}")
            page_texts.store(connection, read(f"file {number}", *pages))
            connection.execute("COMMIT")
        size = connection.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'pages_fts%'").fetchone()[0]
        kept = connection.execute("SELECT sum(pgsize) FROM dbstat WHERE name = 'page_texts'").fetchone()[0]
        per_page = 1000 * (time.process_time() - began) / (PAPERS * PAGES)
        print(f"\nindex {size / 2**20:.0f} MiB, texts {kept / 2**20:.0f} MiB, stored in {per_page:.2f} ms a page")
        words = [word for text in english for word in re.findall(r"[A-Za-z]{3,}", text)]
        runs = [run for text in chinese for run in re.findall(r"[\u4e00-\u9fff]{6,}", text)]
        yield Shelf(connection, words, runs)


def _milliseconds(work: Callable[[], object]) -> float:
    best = 1e9
    for _ in range(3):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return 1000 * best


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _piece(shelf: Shelf, chance: random.Random, length: int) -> str:
    run = chance.choice(shelf.chinese)
    start = chance.randrange(len(run) - length + 1)
    return run[start : start + length]


def test_everything_is_searched_as_one_types(shelf: Shelf) -> None:
    chance = random.Random(5)
    words = shelf.english
    makers: dict[str, Callable[[], str]] = {
        "one Chinese character": lambda: _piece(shelf, chance, 1),
        "two Chinese characters": lambda: _piece(shelf, chance, 2),
        "four Chinese characters": lambda: _piece(shelf, chance, 4),
        "English word": lambda: chance.choice(words),
        "several English words": lambda: " ".join(chance.sample(words, 2)),
        "phrase": lambda: '"{} {}"'.format(*words[(at := chance.randrange(len(words) - 2)) : at + 2]),
        "word and year": lambda: f"{chance.choice(words)} -year:2001",
        "beginning": lambda: f"{chance.choice(words)[:4]}*",
        "two-letter beginning": lambda: f"{chance.choice(words)[:2]}*",
    }
    everything: list[float] = []
    alone: list[float] = []
    print(f"\n{'20 papers with excerpts, ms':32}{'p50':>8}{'p95':>8}{'bare p50':>10}{'p95':>8}")
    for name, make in makers.items():
        queries = [make() for _ in range(40)]
        found = [_milliseconds(partial(search, shelf.connection, PassageQuery(text))) for text in queries]
        bare = [_milliseconds(partial(_bare, shelf, text)) for text in queries]
        everything += found
        alone += bare
        middle = statistics.median(bare)
        print(f"{name:32}{statistics.median(found):8.1f}{_p95(found):8.1f}{middle:10.1f}{_p95(bare):8.1f}")
    p95, limit = _p95(everything), 3 * _p95(alone)
    print(f"all: p50 {statistics.median(everything):.1f}, p95 {p95:.1f} (goal {GOAL_MS}; bare {_p95(alone):.1f})")
    # Beside the bare question stand those to two other indexes, and some forty excerpts.
    assert p95 <= limit


def _bare(shelf: Shelf, text: str) -> list[tuple[int]]:
    match = compile_elsewhere(parse(text), "pdf").match
    return shelf.connection.execute(BARE, (match,)).fetchall()


def test_each_key_that_is_typed_is_answered(shelf: Shelf) -> None:
    chance = random.Random(6)
    typed = [chance.choice(shelf.english) for _ in range(15)] + [_piece(shelf, chance, 4) for _ in range(5)]
    steps = [text[: end + 1] for text in typed for end in range(len(text))]
    times = [_milliseconds(partial(search, shelf.connection, PassageQuery(text, typing=True))) for text in steps]
    bare = _p95([_milliseconds(partial(_bare, shelf, f"{text}*")) for text in steps if text.isascii()])
    p50, p95 = statistics.median(times), _p95(times)
    print(f"\nafter each of {len(steps)} keys, ms: p50 {p50:.1f}, p95 {p95:.1f}; bare p95 {bare:.1f}")
    slowest = sorted(zip(times, steps, strict=True))[-5:]
    print("slowest: " + ", ".join(f"{text!r} {took:.0f}" for took, text in reversed(slowest)))
    assert p95 <= 3 * bare
