"""Searching everything in a real library file."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.browse import list_papers
from db.passage_search import mark_labels, passages_of, search
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.passage import MarkLabels, Passage, PassageQuery, Passages, Scope
from tests.db.pages import index_file
from tests.db.searchable import add_paper, new_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with new_library(tmp_path / "library.sqlite") as connection:
        add_paper(connection, 1, title="Deep nets", abstract="On nets.", published="2020")
        add_paper(connection, 2, title="Attention", note="a deep thought", published="2021")
        add_paper(connection, 3, title="Nothing", published="2022")
        yield connection


def add_mark(connection: sqlite3.Connection, number: int, paper: int, **told: object) -> None:
    values = {"quote": "", "comment": "", "tags": (), "color": 1, "changed_at": number, "page": 0, **told}
    values["tags"] = json.dumps(values["tags"])
    row = {
        **{"number": number, "id": f"mark-{number}", "paper_id": paper, "sha256": "a", "kind": "highlight"},
        **{"quads": "[]", "box": "[]", "strokes": "[]", "before": "", "after": "", "author": ""},
        **{"created_at": 0, "carried_from": "", "placed": 1, **values},
    }
    names = ", ".join(row)
    connection.execute(f"INSERT INTO marks ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
    words = (number, values["quote"], values["comment"], " ".join(json.loads(str(values["tags"]))))
    connection.execute("INSERT INTO marks_fts (rowid, quote, comment, tags) VALUES (?, ?, ?, ?)", words)


def look(connection: sqlite3.Connection, text: str, scope: Scope = Scope.ALL, **more: object) -> Passages:
    return search(connection, PassageQuery(text, scope, **more))  # type: ignore[arg-type]


def told(found: Passages) -> list[tuple[int, list[tuple[Scope, int]]]]:
    return [(entry.paper, [(passage.source, passage.page) for passage in entry.passages]) for entry in found.papers]


def passages(found: Passages) -> list[Passage]:
    return [passage for entry in found.papers for passage in entry.passages]


def test_pages_marks_and_notes_are_found_together(library: sqlite3.Connection) -> None:
    index_file(library, 1, "a", "nothing", "very deep water")
    add_mark(library, 1, 1, quote="a deep insight", page=1)
    found = look(library, "deep")
    assert told(found) == [
        (1, [(Scope.MARKS, 1), (Scope.NOTES, -1), (Scope.PDFS, 1)]),
        (2, [(Scope.NOTES, -1)]),
    ]
    assert [found.count(scope) for scope in (Scope.ALL, Scope.PDFS, Scope.MARKS, Scope.NOTES)] == [4, 1, 1, 2]
    assert [passage.words.lower() for passage in passages(found)] == ["deep"] * 4
    assert [passage.field for passage in passages(found)] == ["", "title", "", "note"]


def test_a_scope_holds_one_kind_and_counts_all(library: sqlite3.Connection) -> None:
    index_file(library, 1, "a", "deep")
    for scope, papers in ((Scope.PDFS, [1]), (Scope.MARKS, []), (Scope.NOTES, [2, 1])):
        found = look(library, "deep", scope)
        assert sorted(entry.paper for entry in found.papers) == sorted(papers)
        assert found.counts == ((Scope.PDFS, 1), (Scope.MARKS, 0), (Scope.NOTES, 2))


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("gradient descent", [0]),
        ('"descent gradient"', []),
        ("grad*", [0, 1]),
        ("gradient -descent", [1]),
        ("gradient OR 注意", [0, 1, 2]),
        ("注意力", [2]),
        ("意力机", [2]),
        ("力注", []),
        ("gradient 注意力", []),
        ("pdf:gradient descent", [0]),
        ("gradient year:2020", [0, 1]),
        ("gradient year:2021", []),
        ("gradient title:deep", [0, 1]),
        ("gradient -title:deep", []),
        ("gradient note:deep", []),
        ("year:2020", []),
        ("-gradient", []),
        ("", []),
    ],
)
def test_the_language_of_the_list_s_search_holds_for_pages(
    library: sqlite3.Connection, text: str, pages: list[int]
) -> None:
    index_file(library, 1, "a", "Gradient and descent", "gradients and a gradient", "我们的注意力机制")
    found = look(library, text, Scope.PDFS)
    assert sorted(passage.page for passage in passages(found)) == pages


def test_while_typing_a_word_may_go_on(library: sqlite3.Connection) -> None:
    index_file(library, 1, "a", "gradient")
    assert not look(library, "grad").papers
    for text in ("g", "gr", "grad"):
        assert told(look(library, text, typing=True)) == [(1, [(Scope.PDFS, 0)])]


def test_hits_of_the_trash_are_not_shown(library: sqlite3.Connection) -> None:
    index_file(library, 1, "a", "deep")
    add_mark(library, 1, 1, quote="deep")
    for trashed_at in (7, 0):
        library.execute("UPDATE papers SET trashed_at = ? WHERE id = 1", (trashed_at,))
        assert [entry.paper for entry in look(library, "deep").papers] == [2]
        assert not look(library, "", Scope.MARKS).papers
        assert passages_of(library, PassageQuery("deep"), PaperId(1)) is None


def test_a_file_of_two_papers_is_found_in_both(library: sqlite3.Connection) -> None:
    index_file(library, 1, "a", "gradient")
    library.execute("INSERT INTO files (paper_id, path, sha256, size, added_at) VALUES (3, 'b.pdf', 'a', 1, 0)")
    assert sorted(entry.paper for entry in look(library, "gradient").papers) == [1, 3]


def test_of_two_versions_the_newest_that_was_found_is_shown(library: sqlite3.Connection) -> None:
    index_file(library, 1, "a", "gradient", "only before", version=1)
    index_file(library, 1, "b", "gradient", version=2)
    assert [(passage.version, passage.page) for passage in passages(look(library, "gradient"))] == [(2, 0)]
    assert [(passage.version, passage.page) for passage in passages(look(library, "before"))] == [(1, 1)]


def test_more_pages_are_told_and_shown_when_asked_for(library: sqlite3.Connection) -> None:
    index_file(library, 1, "a", *(f"gradient {number}" for number in range(9)))
    (entry,) = look(library, "gradient").papers
    assert (len(entry.passages), entry.more) == (2, 7)
    (entry,) = look(library, "gradient", Scope.PDFS).papers
    assert (len(entry.passages), entry.more) == (5, 4)
    whole = passages_of(library, PassageQuery("gradient"), PaperId(1))
    assert whole is not None
    assert ([passage.page for passage in whole.passages], whole.more) == (list(range(9)), 0)


def test_more_papers_are_told(library: sqlite3.Connection) -> None:
    for paper in range(10, 20):
        add_paper(library, paper, title="Gradient")
    found = look(library, "gradient", papers=4)
    assert (len(found.papers), found.more, found.count(Scope.ALL)) == (4, 6, 10)


def test_without_words_the_newest_marks_are_listed(library: sqlite3.Connection) -> None:
    add_mark(library, 1, 1, quote="old", color=2, tags=("todo",))
    add_mark(library, 2, 2, comment="new", tags=("method", "todo"))
    add_mark(library, 3, 1, quote="newest")
    found = look(library, "", Scope.MARKS)
    assert [passage.excerpt for passage in passages(found)] == ["newest", "old", "new"]
    assert [passage.excerpt for passage in passages(look(library, "", Scope.MARKS, color=2))] == ["old"]
    assert [passage.excerpt for passage in passages(look(library, "", Scope.MARKS, tag="method"))] == ["new"]
    assert [passage.excerpt for passage in passages(look(library, "todo", Scope.MARKS, color=1))] == ["new"]
    assert look(library, "") == Passages(counts=((Scope.PDFS, 0), (Scope.MARKS, 0), (Scope.NOTES, 0)))
    assert mark_labels(library).tags == ("todo", "method")


def test_a_mark_is_found_by_quote_comment_and_tag(library: sqlite3.Connection) -> None:
    add_mark(library, 1, 3, quote="the quote", comment="my words", tags=("claim",), page=4)
    for text in ("quote", "words", "claim", "mark:claim quote", "quote year:2022"):
        (passage,) = passages(look(library, text, Scope.MARKS))
        assert passage.mark is not None
        assert (passage.mark.id, passage.page, passage.sha256) == ("mark-1", 4, "a")
    assert not look(library, "quote year:2020", Scope.MARKS).papers


def test_damaged_tags_hide_no_mark(library: sqlite3.Connection) -> None:
    add_mark(library, 1, 3, quote="words")
    library.execute("UPDATE marks SET tags = '{'")
    assert len(passages(look(library, "words", Scope.MARKS))) == 1
    assert mark_labels(library) == MarkLabels(color_names=("",) * 8)


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        ("mark:insight", [1]),
        ("-mark:insight", [3, 2]),
        ("mark:(insight OR nothing)", [1]),
        ("pdf:gradient", [3, 1]),
        ('pdf:"deep gradient"', [3]),
        ("pdf:gradient deep", [1]),
        ("pdf:grad*", [3, 1]),
        ("pdf:gradient -pdf:deep", [1]),
        ("pdf:学习 OR mark:insight", [3, 1]),
        ("has:marks", [1]),
        ("-has:marks", [3, 2]),
        ("insight", []),
    ],
)
@pytest.mark.parametrize("ranked", [False, True])
def test_the_list_finds_papers_by_marks_and_pdfs(
    library: sqlite3.Connection, query: str, papers: list[int], *, ranked: bool
) -> None:
    index_file(library, 1, "a", "a gradient")
    index_file(library, 3, "b", "a deep gradient", "学习")
    add_mark(library, 1, 1, quote="deep insight")
    assert list(list_papers(library, Listing(query=query, ranked=ranked)).ids) == papers
