"""Searching a real library file: what is found, in which order, and that the index follows its papers."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.migrations.versions.r0001_first_schema import STATEMENTS
from db.search import INDEX_DDL, RANKED_HITS, add_to_index, check, empty, replace_in_index, search_ids
from db.search_query import compile_query
from desktop.domain.query_parser import parse
from tests.db.searchable import add_paper, new_library, row


@pytest.fixture
def library(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with new_library(tmp_path / "library.sqlite") as connection:
        yield connection


def _found(connection: sqlite3.Connection, text: str, *, ranked: bool = False) -> list[int]:
    return list(search_ids(connection, compile_query(parse(text)), ranked=ranked))


def test_the_migration_makes_the_documented_index() -> None:
    (made,) = [statement for statement in STATEMENTS if "fts5" in statement]
    assert made.split() == INDEX_DDL.split()


# What is found


@pytest.fixture
def shelf(library: sqlite3.Connection) -> sqlite3.Connection:
    add_paper(
        library, 1, title="Deep learning", translated_title="深度学习", authors="Yann LeCun; A B", published="2015-05"
    )
    add_paper(
        library,
        2,
        title="Fourier features",
        abstract="We learn with deep nets.",
        published="2020-06-01",
        arxiv_id="2006.10739",
    )
    add_paper(
        library, 3, title="Attention", translated_title="注意力机制", summary="关于注意，力学习的论文", published="2017"
    )
    add_paper(
        library,
        4,
        title="Poincaré balls",
        translated_abstract="用Boosting算法学习。深度 学习",
        note="todo: deep",
        arxiv_id="math/0309136",
    )
    return library


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        ("", [4, 3, 2, 1]),
        ("deep", [4, 2, 1]),
        ("DEEP", [4, 2, 1]),
        ("dee", []),
        ("dee*", [4, 2, 1]),
        ("d*", [4, 2, 1]),
        ("deep learning", [1]),
        ('"deep nets"', [2]),
        ('"nets deep"', []),
        ("学", [4, 3, 1]),
        ("学习", [4, 3, 1]),
        ("深度学习", [1]),
        ("注意力", [3]),
        ("意力", [3]),
        ("boosting算法", [4]),
        ("poincare", [4]),
        ("deep -fourier", [4, 1]),
        ("deep -(fourier OR todo)", [1]),
        ("-deep", [3]),
        ("-deep -attention", []),
        ("deep OR attention", [4, 3, 2, 1]),
        ("(fourier OR lecun) deep", [2, 1]),
        ("title:deep", [1]),
        ("-title:deep deep", [4, 2]),
        ("title:深度", [1]),
        ("author:lecun", [1]),
        ("abstract:(deep OR 算法)", [4, 2]),
        ("summary:学习", [3]),
        ("note:deep", [4]),
        ("year:2020", [2]),
        ("year:2015-2017", [3, 1]),
        ("year:>=2017 deep", [2]),
        ("-year:2020", [4, 3, 1]),
        ("year:2020 OR 深度学习", [2, 1]),
        ("-(year:2020 OR 深度学习)", [4, 3]),
        ("deep (year:2020 OR -fourier)", [4, 2, 1]),
        ("id:2006", [2]),
        ("2006.10739v2", [2]),
        ("id:math.GT/03", [4]),
        ("id:2007", []),
        ("has:note", [4]),
        ("has:summary", [3]),
        ("has:abstract", [2]),
        ("has:translation", [4, 3, 1]),
        ("has:pdf", []),
        ("-has:pdf deep", [4, 2, 1]),
        ("in:seed", []),
        ("foo:deep", []),
        ('learning") OR ("x', []),
        ("'; DROP TABLE papers; --", []),
        ("c++ NEAR(deep) {title} : ^x", []),
    ],
)
def test_queries(shelf: sqlite3.Connection, query: str, papers: list[int]) -> None:
    assert _found(shelf, query) == papers
    assert sorted(_found(shelf, query, ranked=True), reverse=True) == papers
    compiled = compile_query(parse(query))
    condition = f"SELECT p.id FROM papers p WHERE {compiled.condition()} ORDER BY p.id DESC"
    assert [record[0] for record in shelf.execute(condition, compiled.parameters)] == papers


def test_a_digest_is_found_by_any_part_of_its_name(shelf: sqlite3.Connection) -> None:
    for digest, name, trashed in ((1, "cs.CV_50%.md", None), (2, "other.md", None), (3, "cs.CV gone.md", 1)):
        shelf.execute(
            "INSERT INTO digests (id, name, format, generation, language, head, spans, not_understood, sha256,"
            " source_path, imported_at, trashed_at) VALUES (?, ?, 'digest', 2, 'zh', '', '[]', '[]', '', '', 0, ?)",
            (digest, name, trashed),
        )
        shelf.execute(
            "INSERT INTO digest_entries (digest_id, position, entry_id, paper_id, by_title) VALUES (?, 0, ?, ?, 0)",
            [digest] * 3,
        )
    assert _found(shelf, "in:cs.cv") == [1]
    assert _found(shelf, "in:CV_50%") == [1]
    assert _found(shelf, "in:cs_CV") == []
    assert _found(shelf, "in:.md deep") == [2, 1]
    assert _found(shelf, "-in:.md") == [4, 3]


def test_a_text_of_ones_own_counts_before_that_of_the_digest(shelf: sqlite3.Connection) -> None:
    change = "INSERT INTO texts VALUES (?, ?, ?, ?, 'person', '', 0, 1)"
    shelf.execute(change, (2, "abstract", "en", ""))
    shelf.execute(change, (1, "abstract", "en", "typed"))
    assert _found(shelf, "has:abstract") == [1]


def test_the_pdf_of_a_paper_is_a_file_of_the_library(shelf: sqlite3.Connection) -> None:
    shelf.execute("INSERT INTO files (paper_id, path, sha256, size, added_at) VALUES (2, 'papers/a.pdf', '', 1, 0)")
    assert _found(shelf, "has:pdf") == [2]


@pytest.mark.parametrize(
    "scope", ["p.trashed_at IS NULL", "p.rowid NOT IN (SELECT t.id FROM papers t WHERE t.trashed_at IS NOT NULL)"]
)
def test_a_scope_narrows_every_kind_of_query(shelf: sqlite3.Connection, scope: str) -> None:
    shelf.execute("UPDATE papers SET trashed_at = 1 WHERE id = 2")
    for query, papers in (("", [4, 3, 1]), ("deep", [4, 1]), ("year:2020", []), ("-attention", [4, 1])):
        for ranked in (False, True):
            found = search_ids(
                shelf, compile_query(parse(query)), f"{scope} AND p.rowid <> :not", {"not": 99}, ranked=ranked
            )
            assert sorted(found, reverse=True) == papers


# Order


def test_a_hit_in_the_title_ranks_before_one_in_the_abstract(library: sqlite3.Connection) -> None:
    add_paper(library, 1, title="Diffusion", abstract="A b c d e f.")
    add_paper(library, 2, title="Other", abstract="Diffusion b c d e f.")
    add_paper(library, 3, title="Nothing", abstract="A b c d e f.")
    assert _found(library, "diffusion") == [2, 1]
    assert _found(library, "diffusion", ranked=True) == [1, 2]


def test_of_very_many_hits_the_newest_are_ranked_and_all_are_there(library: sqlite3.Connection) -> None:
    count = RANKED_HITS + 500
    best = {7, 400, 700, count - 3}
    library.execute("BEGIN")
    add_to_index(
        library, ((paper, *row(title="net" if paper in best else "a net of b")) for paper in range(1, count + 1))
    )
    library.execute("COMMIT")
    compiled = compile_query(parse("net"))
    ranked = list(search_ids(library, compiled, ranked=True))
    assert ranked[:2] == [count - 3, 700]
    assert sorted(ranked) == list(range(1, count + 1))
    assert ranked[RANKED_HITS:] == list(range(500, 0, -1))
    assert list(search_ids(library, compiled, ranked=True, limit=200)) == ranked[:200]
    assert list(search_ids(library, compiled, ranked=True, limit=RANKED_HITS + 5)) == ranked[: RANKED_HITS + 5]


def test_a_first_page_holds_the_newest(library: sqlite3.Connection) -> None:
    add_to_index(library, ((paper, *row(title="alpha b1 x" if paper % 2 else "beta")) for paper in range(1, 100)))
    for text in ("alpha", "a*", "b*", "x", '"alpha b"*'):
        compiled = compile_query(parse(text))
        assert search_ids(library, compiled, limit=10) == search_ids(library, compiled)[:10]
    assert len(_found(library, "b*")) == 99


def test_beginnings_of_one_letter_are_not_ranked() -> None:
    assert not compile_query(parse("a*")).rankable
    assert not compile_query(parse("year:2020")).rankable
    assert compile_query(parse("a ab*")).rankable


def test_short_beginnings_find_words_that_go_on_in_any_script(library: sqlite3.Connection) -> None:
    add_to_index(
        library, ((paper, *row(title=title)) for paper, title in enumerate(["xλ", "xaλ", "x", "xa", "xab", "y"]))
    )
    for ranked in (False, True):
        assert sorted(_found(library, "x*", ranked=ranked)) == [0, 1, 2, 3, 4]
        assert sorted(_found(library, "xa*", ranked=ranked)) == [1, 3, 4]
        assert sorted(_found(library, "xa* -x*", ranked=ranked)) == []
    for limit in range(1, 5):
        assert len(search_ids(library, compile_query(parse("xa*")), ranked=True, limit=limit)) == min(limit, 3)


# Upkeep of the index


def test_a_replaced_paper_is_found_by_its_new_words_only(library: sqlite3.Connection) -> None:
    old, new = row(title="Old words", translated_title="旧"), row(title="New words", translated_title="新")
    add_to_index(library, [(1, *old)])
    replace_in_index(library, 1, old, new)
    assert [_found(library, word) for word in ("old", "旧", "new", "新", "words")] == [[], [], [1], [1], [1]]
    assert check(library) == ""


def test_a_removed_paper_is_found_no_more(library: sqlite3.Connection) -> None:
    old = row(title="Old words")
    add_to_index(library, [(1, *old), (2, *old)])
    replace_in_index(library, 1, old, None)
    assert _found(library, "words") == [2]
    replace_in_index(library, 1, None, old)
    assert _found(library, "words") == [2, 1]


def test_a_rebuilt_index_holds_the_new_rows_alone(library: sqlite3.Connection) -> None:
    add_to_index(library, [(1, *row(title="one")), (2, *row(title="two"))])
    empty(library)
    add_to_index(library, [(2, *row(title="three"))])
    assert [_found(library, word) for word in ("one", "two", "three")] == [[], [], [2]]
    assert check(library) == ""


def test_upkeep_is_part_of_the_transaction(library: sqlite3.Connection) -> None:
    library.execute("BEGIN IMMEDIATE")
    add_to_index(library, [(1, *row(title="words"))])
    library.execute("ROLLBACK")
    assert _found(library, "words") == []


def test_a_damaged_index_is_told(library: sqlite3.Connection) -> None:
    add_to_index(library, [(1, *row(title="words"))])
    library.execute("UPDATE papers_fts_data SET block = x'00ff00ff00ff' WHERE id > 1000")
    assert "malformed" in check(library)


DEEP = "(a{0} OR (b -(title:c{0} "


@pytest.mark.parametrize(
    "text",
    [
        "".join(DEEP.format(number) for number in range(30)),
        "((a b) OR " * 30,
        "title:(a OR -" * 30 + "b",
        " ".join(f"w{number}*" for number in range(300)),
        " OR ".join(f"w{number} -x" for number in range(150)),
        " ".join("abcdefghijklmnopqrstuvwxyz"),
        "a* " * 200,
        "\u19b0 AND \U0001f916",
    ],
)
def test_no_query_is_too_much_for_sqlite(library: sqlite3.Connection, text: str) -> None:
    compiled = compile_query(parse(text, typing=True))
    for ranked in (False, True):
        search_ids(library, compiled, ranked=ranked)
        search_ids(library, compiled, ranked=ranked, limit=5)
