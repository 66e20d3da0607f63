"""Searching 65,538 papers, beside a LIKE scan of the same texts in the same run.

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
from pathlib import Path

import pytest

from db.paper_rows import rows
from db.search import add_to_index, search_ids
from db.search_query import compile_query
from db.search_text import index_row, index_text
from desktop.domain.ids import PaperId
from desktop.domain.query_parser import parse
from desktop.domain.search_marks import find_marks, needles
from tests.db.searchable import new_library

PAGE = 200
VISIBLE = 50
IN_USE = "p.rowid NOT IN (SELECT t.id FROM papers t WHERE t.trashed_at IS NOT NULL)"
TEXTS = ("title", "translated_title", "summary", "summary_en", "abstract", "translated_abstract")

_ENTRY = f"INSERT INTO entries (id, key, link, listing, {', '.join(TEXTS)}) VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)"
_PAPER = """INSERT INTO papers (id, title, translated_title, arxiv_id, link, entry_id, published, doi, title_hash,
    categories, authors, announced, typed_facts, added_at) VALUES (?, ?, ?, ?, ?, ?, '', '', 0, '', '', '', '', 0)"""


@dataclass(frozen=True)
class Shelf:
    """The library and the words that stand in it."""

    connection: sqlite3.Connection
    english: list[str]
    chinese: list[str]
    """Runs of Chinese."""
    indexing: float
    """Seconds of CPU for the index."""


@pytest.fixture(scope="module")
def shelf(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    chance = random.Random(11)
    english: list[str] = []
    chinese: list[str] = []
    indexing = 0.0
    with new_library(tmp_path_factory.mktemp("shelf") / "library.sqlite") as connection:
        connection.execute("BEGIN")
        with lzma.open(shared / "data" / "papers.jsonl.xz", "rt", encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                paper = json.loads(line)
                summary_en = paper.get("en_tldr") or paper.get("en_tdlr") or ""
                texts = {name: paper.get(name) or "" for name in TEXTS} | {
                    "summary": paper.get("tldr") or "",
                    "summary_en": summary_en,
                }
                connection.execute(_ENTRY, (number, str(number), paper["link"], *texts.values()))
                names = (texts["title"], texts["translated_title"])
                connection.execute(_PAPER, (number, *names, paper["id"], paper["link"], number))
                began = time.process_time()
                add_to_index(connection, [(number, *index_row(**texts, authors="", note=""))])
                indexing += time.process_time() - began
                if chance.random() < 0.05:
                    english += re.findall(r"[A-Za-z]{3,}", texts["title"])
                    chinese += re.findall(r"[\u4e00-\u9fff]{6,}", texts["translated_abstract"])
        began = time.process_time()
        connection.execute("COMMIT")
        indexing += time.process_time() - began
        assert number == 65_538
        yield Shelf(connection, english, chinese, indexing)


def _milliseconds(work: Callable[..., object], *arguments: object) -> float:
    best = 1e9
    for _ in range(3):
        began = time.process_time()
        work(*arguments)
        best = min(best, time.process_time() - began)
    return 1000 * best


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _piece(shelf: Shelf, chance: random.Random, length: int) -> str:
    run = chance.choice(shelf.chinese)
    start = chance.randrange(len(run) - length + 1)
    return run[start : start + length]


def _queries(shelf: Shelf, chance: random.Random) -> dict[str, list[str]]:
    """Queries of each class, drawn from the papers: common words come as often as in the texts."""
    words = shelf.english
    makers: dict[str, Callable[[], str]] = {
        "one Chinese character": lambda: _piece(shelf, chance, 1),
        "two Chinese characters": lambda: _piece(shelf, chance, 2),
        "four Chinese characters": lambda: _piece(shelf, chance, 4),
        "English word": lambda: chance.choice(words),
        "several English words": lambda: " ".join(chance.sample(words, 2)),
        "both languages": lambda: f"{chance.choice(words)} {_piece(shelf, chance, 2)}",
        "two-letter beginning": lambda: f"{chance.choice(words)[:2]}*",
        "four-letter beginning": lambda: f"{chance.choice(words)[:4]}*",
    }
    return {name: [make() for _ in range(40)] for name, make in makers.items()}


def _ranked_page(shelf: Shelf, text: str) -> int:
    """200 rows, best first, with the places of the hits in their titles."""
    query = parse(text)
    ids = search_ids(shelf.connection, compile_query(query), IN_USE, ranked=True, limit=PAGE)
    marked = needles(query)
    found = rows(shelf.connection, [PaperId(paper) for paper in ids])
    return sum(
        len(find_marks(row.title, marked, "title")) + len(find_marks(row.translated_title, marked, "title"))
        for row in found
    )


def _first_page(shelf: Shelf, text: str) -> None:
    """The ids of the newest 200 and the rows that fit a screen."""
    compiled = compile_query(parse(text, typing=True))
    ids = search_ids(shelf.connection, compiled, IN_USE, limit=PAGE)
    rows(shelf.connection, [PaperId(paper) for paper in ids[:VISIBLE]])


def _all(shelf: Shelf, text: str) -> None:
    search_ids(shelf.connection, compile_query(parse(text)), IN_USE, ranked=True)


_LIKE = "SELECT id FROM entries WHERE " + " OR ".join(f"{name} LIKE :word" for name in TEXTS)


def _like(shelf: Shelf, word: str) -> list[int]:
    return [record[0] for record in shelf.connection.execute(_LIKE, {"word": f"%{word}%"})]


def test_ranked_rows_with_marks(shelf: Shelf) -> None:
    chance = random.Random(5)
    like = statistics.median(_milliseconds(_like, shelf, word) for word in ("学习", "注意力", "fourier"))
    print(f"\n{'200 rows ranked, with marks, ms':32}{'p50':>8}{'p95':>8}{'all ids p50':>14}{'p95':>8}{'x LIKE':>8}")
    everything: list[float] = []
    for name, queries in _queries(shelf, chance).items():
        page = [_milliseconds(_ranked_page, shelf, text) for text in queries]
        ids = [_milliseconds(_all, shelf, text) for text in queries]
        everything += page
        middle = statistics.median(page)
        print(
            f"{name:32}{middle:8.1f}{_p95(page):8.1f}{statistics.median(ids):14.1f}{_p95(ids):8.1f}{like / middle:8.0f}"
        )
    p50, p95 = statistics.median(everything), _p95(everything)
    print(f"{'all classes':32}{p50:8.1f}{p95:8.1f}{'limits 5 and 50; LIKE':>30} {like:.0f}")
    assert like / p50 >= 20
    assert like / p95 >= 5


def test_first_page_while_typing(shelf: Shelf) -> None:
    chance = random.Random(6)
    typed = [chance.choice(shelf.english) for _ in range(40)] + [_piece(shelf, chance, 4) for _ in range(20)]
    typed += [f"{chance.choice(shelf.english)} {chance.choice(shelf.english)}" for _ in range(20)]
    steps = [text[: end + 1] for text in typed for end in range(len(text))]
    times = [_milliseconds(_first_page, shelf, text) for text in steps]
    like = _milliseconds(_like, shelf, "学习")
    print(
        f"\nfirst page after each of {len(steps)} keys, ms: p50 {statistics.median(times):.2f}, p95 {_p95(times):.2f}"
    )
    slowest = sorted(zip(times, steps, strict=True))[-5:]
    print("limit of p95: 5; slowest: " + ", ".join(f"{text!r} {took:.1f}" for took, text in reversed(slowest)))
    assert like / _p95(times) >= 20


def test_size_and_speed_of_the_index(shelf: Shelf) -> None:
    statement = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'papers_fts%'"
    size = shelf.connection.execute(statement).fetchone()[0] / 1024**2
    texts = [
        text
        for record in shelf.connection.execute(f"SELECT {', '.join(TEXTS)} FROM entries LIMIT 5000")
        for text in record
    ]
    amount = sum(len(text.encode()) for text in texts) / 1e6
    speed = 1000 * amount / _milliseconds(lambda: [index_text(text) for text in texts])
    print(f"\nindex: {size:.0f} MiB (limit 180), made in {shelf.indexing:.1f} s of CPU")
    print(f"index_text: {speed:.0f} MB/s (goal 40)")
    assert size <= 180


def test_chinese_words_are_found_as_often_as_like_finds_them(shelf: Shelf, full_run: bool) -> None:
    chance = random.Random(8)
    words = [_piece(shelf, chance, number % 6 + 1) for number in range(200 if full_run else 20)]
    for word in words:
        assert sorted(search_ids(shelf.connection, compile_query(parse(word)))) == _like(shelf, word), word
    print(f"\n{len(words)} Chinese words: hits equal to those of LIKE")
