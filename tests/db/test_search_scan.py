"""What is found equals what a plain scan of the texts finds."""

import json
import random
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.search import add_to_index, empty, search_ids
from db.search_query import compile_query
from desktop.domain.query import And, DateRange, Filter, Not, Or, Query, Term
from desktop.domain.query_parser import parse
from desktop.domain.search_marks import find_marks, needles
from desktop.domain.search_words import BREAK, fold
from tests.db.searchable import add_paper, new_library, row


@pytest.fixture
def library(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with new_library(tmp_path / "library.sqlite") as connection:
        yield connection


def _scan_tokens(text: str) -> list[str]:
    """The words of a text: letters together, Chinese characters alone, "|" for signs between two of these."""
    words: list[str] = []
    gap = True
    for character in text:
        if "\u4e00" <= character <= "\u9fff":
            if gap and words and "\u4e00" <= words[-1] <= "\u9fff":
                words.append("|")
            words.append(character)
            gap = False
        elif character.isalnum():
            if gap or not words[-1].isascii():
                words.append("")
            words[-1] += character.lower()
            gap = False
        else:
            gap = True
    return words


def _stands_in(word: str, text: str, *, prefix: bool) -> bool:
    wanted, words = _scan_tokens(word), _scan_tokens(text)
    for start in range(len(words) - len(wanted) + 1):
        part = words[start : start + len(wanted)]
        if part == wanted or (prefix and part[:-1] == wanted[:-1] and part[-1].startswith(wanted[-1])):
            return True
    return False


TEXTS = st.text(st.sampled_from("ab深度学，。 -\n\0" + BREAK), max_size=14)
WORDS = st.text(st.sampled_from("ab深度学，-"), min_size=1, max_size=4).filter(_scan_tokens)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, min_size=1, max_size=6), st.lists(WORDS, min_size=1, max_size=6), st.booleans())
def test_hits_equal_a_scan_of_the_texts(
    library: sqlite3.Connection, texts: list[str], words: list[str], prefix: bool
) -> None:
    empty(library)
    add_to_index(library, [(paper, *row(abstract=text)) for paper, text in enumerate(texts)])
    for word in words:
        begins = prefix and word[-1] in "ab"
        scanned = [paper for paper, text in enumerate(texts) if _stands_in(word, text, prefix=begins)]
        query = Term(word, prefix=begins)
        assert sorted(search_ids(library, compile_query(query))) == scanned
        assert [paper for paper, text in enumerate(texts) if find_marks(text, needles(query))] == scanned


def _trees() -> st.SearchStrategy[str]:
    leaf = st.sampled_from(["a", "b*", "学", "title:a", "abstract:(学 OR b)", "year:2020", "has:note", "id:2"])
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' '.join(parts)})"),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' OR '.join(parts)})"),
            inner.map(lambda part: f"-({part})"),
        ),
        max_leaves=8,
    )


def _holds(query: Query, paper: dict[str, str]) -> bool:
    """Whether the tree finds the paper, straightforwardly."""
    match query:
        case Term(text, field, prefix):
            shown = [paper[field]] if field else [paper["title"], paper["abstract"], paper["note"]]
            return any(_stands_in(text, part, prefix=prefix) for part in shown)
        case Filter("id", value):
            return paper["arxiv_id"].startswith(value)
        case Filter():
            return bool(paper["note"])
        case DateRange(_, since, before):
            return since <= paper["published"] < before
        case Not(part):
            return not _holds(part, paper)
        case And(parts):
            return all(_holds(part, paper) for part in parts)
        case Or(parts):
            return any(_holds(part, paper) for part in parts)
    raise AssertionError(query)


PAPERS = [
    {"title": title, "abstract": abstract, "note": note, "published": published, "arxiv_id": str(number)}
    for number, (title, abstract, note, published) in enumerate(
        product(["a", "bb 学"], ["", "a 学", "b"], ["", "学 a"], ["", "2020-01"]), start=1
    )
]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with new_library(tmp_path_factory.mktemp("shelf") / "library.sqlite") as connection:
        for number, paper in enumerate(PAPERS, start=1):
            add_paper(connection, number, **paper)
        yield connection


@settings(max_examples=300, deadline=None)
@given(st.lists(_trees(), min_size=1, max_size=3).map(" ".join), st.booleans())
def test_a_query_finds_what_its_tree_says(shelf: sqlite3.Connection, text: str, ranked: bool) -> None:
    tree = parse(text)
    found = search_ids(shelf, compile_query(tree), ranked=ranked)
    assert sorted(found) == [number for number, paper in enumerate(PAPERS, start=1) if _holds(tree, paper)]


def _chinese_words(texts: list[str], count: int) -> list[str]:
    chance = random.Random(7)
    runs = [run for text in texts for run in re.findall("[\u4e00-\u9fff]{6,}", text)]
    words: set[str] = set()
    while len(words) < count:
        run, length = chance.choice(runs), len(words) % 6 + 1
        start = chance.randrange(len(run) - length + 1)
        words.add(run[start : start + length])
    return sorted(words)


def test_chinese_words_are_found_as_often_as_a_like_scan_finds_them(library: sqlite3.Connection, shared: Path) -> None:
    with (shared / "data" / "papers-sample.jsonl").open(encoding="utf-8") as lines:
        papers = [json.loads(line) for line in lines]
    names = ("title", "translated_title", "abstract", "translated_abstract")
    library.execute(f"CREATE TABLE plain (id INTEGER PRIMARY KEY, {', '.join(names)}, tldr)")
    for number, paper in enumerate(papers):
        texts = {name: paper.get(name) or "" for name in names}
        library.execute(
            "INSERT INTO plain VALUES (?, ?, ?, ?, ?, ?)", (number, *texts.values(), paper.get("tldr") or "")
        )
        add_to_index(library, [(number, *row(**texts, summary=paper.get("tldr") or ""))])
    like = " OR ".join(f"{name} LIKE :word" for name in (*names, "tldr"))
    for word in _chinese_words([paper.get("translated_abstract") or "" for paper in papers], 200):
        scanned = [record[0] for record in library.execute(f"SELECT id FROM plain WHERE {like}", {"word": f"%{word}%"})]
        assert sorted(search_ids(library, compile_query(parse(word)))) == scanned, word
        assert scanned


def test_letters_fold_in_the_index_as_in_the_marks(library: sqlite3.Connection) -> None:
    library.execute("CREATE VIRTUAL TABLE words USING fts5vocab(papers_fts, instance)")
    characters = [chr(code) for code in range(0x20, 0x500) if unicodedata.category(chr(code))[0] in "LN"]
    add_to_index(library, ((ord(character), *row(title=character)) for character in characters))
    folded = {chr(document): term for term, document in library.execute("SELECT term, doc FROM words")}
    assert "".join(character for character in characters if fold(character) != folded[character]) == "ǠǡͿ"
