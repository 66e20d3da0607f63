"""The index of the words of PDFs: how a file gets into it, and out again."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import page_texts
from db.search_text import PAGES
from desktop.domain.errors import Reason
from desktop.domain.page_index import IndexOverview
from tests.db.pages import add_file, index_file, read
from tests.db.searchable import add_paper, new_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with new_library(tmp_path / "library.sqlite") as connection:
        for paper in (1, 2):
            add_paper(connection, paper, title=f"Paper {paper}")
        yield connection


def found(connection: sqlite3.Connection, words: str) -> list[int]:
    statement = "SELECT rowid FROM pages_fts WHERE pages_fts MATCH ? ORDER BY rowid"
    return [number % PAGES for (number,) in connection.execute(statement, (words,))]


def waiting(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    return [(task.file.sha256, task.start) for task in page_texts.waiting(connection, 10)]


def test_the_newest_file_waits_first_and_each_content_once(library: sqlite3.Connection) -> None:
    add_file(library, 1, "a")
    add_file(library, 2, "b")
    add_file(library, 2, "a")
    assert waiting(library) == [("a", 0), ("b", 0)]
    assert page_texts.overview(library) == IndexOverview(2)


def test_pages_are_found_as_they_come_and_reading_goes_on_behind_them(library: sqlite3.Connection) -> None:
    add_file(library, 1, "a")
    add_file(library, 1, "b")
    assert page_texts.store(library, read("a", "deep nets", "注意力机制", pages=3))
    assert found(library, "nets") == [0]
    assert found(library, '"注 意 力"') == [1]
    assert waiting(library) == [("a", 2), ("b", 0)]
    assert page_texts.store(library, read("a", "deep end", start=2, pages=3))
    assert found(library, "deep") == [0, 2]
    assert waiting(library) == [("b", 0)]
    assert page_texts.overview(library) == IndexOverview(2, done=1)


def test_what_is_not_waited_for_is_not_stored(library: sqlite3.Connection) -> None:
    assert not page_texts.store(library, read("a", "of no paper"))
    add_file(library, 1, "a")
    assert page_texts.store(library, read("a", "one", pages=3))
    assert not page_texts.store(library, read("a", "one", pages=3))
    assert not page_texts.store(library, read("a", "three", start=2))
    assert found(library, "one") == [0]
    assert found(library, "three") == []


def test_a_scan_is_told_as_such(library: sqlite3.Connection) -> None:
    index_file(library, 1, "a", "", " \n")
    assert page_texts.overview(library) == IndexOverview(1, done=1, without_text=1)
    assert waiting(library) == []


def test_a_file_that_failed_is_not_tried_again_by_itself(library: sqlite3.Connection) -> None:
    add_file(library, 1, "a")
    page_texts.failed(library, "a", Reason.PDF_FAILED)
    assert waiting(library) == []
    assert page_texts.overview(library) == IndexOverview(1, done=1, failed=1)
    (told,) = page_texts.unread(library)
    assert (told.paper, told.title, told.sha256, told.reason) == (1, "Paper 1", "a", Reason.PDF_FAILED)
    assert page_texts.to_try_again(library) == ()
    page_texts.forget(library, page_texts.failures(library))
    assert waiting(library) == [("a", 0)]


def test_a_file_that_came_again_is_tried_again(library: sqlite3.Connection) -> None:
    add_file(library, 1, "a")
    page_texts.failed(library, "a", Reason.UNREADABLE)
    assert page_texts.temporary_failures(library) == ("a",)
    library.execute("UPDATE files SET added_at = 1 << 50")
    assert page_texts.to_try_again(library) == ("a",)


def test_a_locked_file_is_tried_again_once_its_password_is_known(library: sqlite3.Connection) -> None:
    add_file(library, 1, "a")
    add_file(library, 1, "b")
    page_texts.failed(library, "a", Reason.PDF_LOCKED)
    page_texts.failed(library, "b", Reason.PDF_FAILED)
    assert page_texts.to_try_again(library, {"a", "b", "c"}) == ("a",)
    assert page_texts.temporary_failures(library) == ()


def test_one_bad_page_leaves_the_others_to_be_found(library: sqlite3.Connection) -> None:
    add_file(library, 1, "a")
    assert page_texts.store(library, read("a", "one", "", pages=3, unread=True))
    assert page_texts.store(library, read("a", "three", start=2))
    assert found(library, "one OR three") == [0, 2]
    assert page_texts.overview(library) == IndexOverview(1, done=1, failed=1)
    (told,) = page_texts.unread(library)
    assert told.reason is Reason.PDF_FAILED


def test_a_file_leaves_the_index_with_all_its_words(library: sqlite3.Connection) -> None:
    index_file(library, 1, "a", "deep nets", "学习")
    index_file(library, 2, "b", "deep sea")
    library.execute("DELETE FROM files WHERE sha256 = 'a'")
    assert page_texts.stray(library, 10) == ("a",)
    page_texts.forget(library, ["a"])
    assert found(library, "deep") == [0]
    assert found(library, "学 OR nets") == []
    library.execute("INSERT INTO pages_fts (pages_fts) VALUES ('integrity-check')")
    assert library.execute("SELECT count(*) FROM page_texts").fetchone() == (1,)
    assert library.execute("SELECT sha256 FROM indexed_files").fetchall() == [("b",)]


def test_files_of_the_trash_do_not_wait(library: sqlite3.Connection) -> None:
    add_file(library, 1, "a")
    library.execute("UPDATE papers SET trashed_at = 5")
    assert waiting(library) == []
    assert page_texts.overview(library) == IndexOverview()
    assert page_texts.stray(library, 10) == ()
