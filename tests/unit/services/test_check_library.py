"""The check finds a search index that is not that of the papers, and the index can be made anew."""

import sqlite3

import pytest

from db.errors import interruptible
from db.search import add_to_index, empty, replace_in_index
from desktop.domain.errors import Cancelled
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.paper import ORIGINAL, TextKind
from desktop.domain.progress import Job, Progress
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.indexed_library import Put, pages_with, printed, put

__all__ = ["put"]

NOTHING = ("",) * 6


@pytest.fixture(autouse=True)
def papers(library: LibraryServices, import_entries: ImportEntries) -> list[PaperId]:
    import_entries("a.md", entry(1), entry(2), entry(3))
    return papers_in(library)


def complaints(library: LibraryServices) -> tuple[str, ...]:
    report = library.checking.check(Job())
    assert report.whole is not bool(report.search_index)
    return report.search_index


def test_an_index_that_follows_every_change_is_whole(library: LibraryServices, papers: list[PaperId]) -> None:
    library.editing.edit_text(papers[0], TextKind.SUMMARY, "zh", "斑马")
    library.editing.edit_text(papers[1], TextKind.NOTE, "", "zebra")
    library.undo.undo()
    library.organising.move_to_trash(papers[2:])

    assert complaints(library) == ()


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("feed_papers VALUES (4711, '2026-11-20', 1, 0, 'new', 1, 0)", "feed_papers → feeds"),
        ("feed_days VALUES (4711, '2026-11-20', 0, 0, 0, 0)", "feed_days → feeds"),
        ("model_texts VALUES (4711, 'title', 'zh', 'x', 'm', 'p', 0)", "model_texts → papers"),
        ("text_wishes VALUES (4711, 'title', 'zh', 'wanted', 0, 0, '', '', 0)", "text_wishes → papers"),
        ("own_digest_papers VALUES (4711, 1, 0)", "own_digest_papers → own_digests"),
        ("handed_on VALUES (1, 4711, 0, 'page', '', 0, '')", "handed_on → own_digests"),
        ("mails VALUES (1, 4711, 'sent', '[]', '', '', 0, 0, '', '', 0, '', 0, 0, '')", "mails → own_digests"),
    ],
)
def test_what_belongs_to_a_feed_a_paper_or_a_digest_that_is_not_there_is_noticed(
    library: LibraryServices, row: str, found: str
) -> None:
    connection = library._file.connection
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute(f"INSERT INTO {row}")
    assert library.checking.check(Job()).references == (found,)


def test_papers_that_the_index_lacks_are_counted(library: LibraryServices) -> None:
    empty(library._file.connection)

    assert complaints(library) == ("3 papers are not in the index as in the library",)


def test_rows_of_papers_that_are_not_there_are_counted(library: LibraryServices) -> None:
    add_to_index(library._file.connection, [(4711, "stray", *NOTHING)])

    assert complaints(library) == ("1 row of the index without a paper",)


def test_other_words_of_the_same_number_are_noticed(library: LibraryServices, papers: list[PaperId]) -> None:
    connection = library._file.connection
    library.editing.edit_text(papers[0], TextKind.NOTE, "", "zebra")
    connection.execute("UPDATE texts SET value = 'tiger' WHERE value = 'zebra'")

    assert complaints(library) == ("words of the index are not those of the papers",)


def test_words_in_another_column_are_noticed(library: LibraryServices) -> None:
    connection = library._file.connection
    connection.execute("UPDATE entries SET title = abstract, abstract = title")

    assert complaints(library)


def test_the_index_is_made_anew(library: LibraryServices) -> None:
    connection = library._file.connection
    empty(connection)
    add_to_index(connection, [(4711, "stray", *NOTHING)])
    replace_in_index(connection, 1, None, ("x", *NOTHING))

    library.checking.rebuild_index(Job())

    assert complaints(library) == ()
    assert len(library.browse.list_papers(Listing(query="subject")).ids) == 3
    assert library.browse.details(PaperId(1)) is not None
    assert [row.title for row in library.browse.rows([PaperId(1)])] != []
    library.editing.edit_text(PaperId(1), TextKind.TITLE, ORIGINAL, "Zebra")
    assert complaints(library) == ()


def test_a_check_that_is_cancelled_leaves_the_library_usable(library: LibraryServices) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        library.checking.check(job)
    with pytest.raises(Cancelled):
        library.checking.rebuild_index(job)

    assert complaints(library) == ()


def test_a_check_tells_how_far_it_is_and_can_be_cancelled_anywhere(library: LibraryServices, put: Put) -> None:
    put(printed("walls of stone"))
    library.indexing.run(Job())
    told: list[Progress] = []
    library.checking.check(Job(told.append))
    assert [(step.done, step.total) for step in told] == [(0, 0), (0, 5), (4, 5), (0, 1)]  # papers, pages, files

    for number in range(1, len(told)):
        with pytest.raises(Cancelled):
            library.checking.check(_cancelled_after(number))
        assert complaints(library) == ()


def test_a_long_statement_is_cancelled(library: LibraryServices) -> None:
    connection = library._file.connection
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(Cancelled), interruptible(connection, lambda: True):
        connection.execute(endless)
    with pytest.raises(sqlite3.OperationalError, match="syntax"), interruptible(connection, lambda: False):
        connection.execute("SELEKT")

    assert complaints(library) == ()


def _cancelled_after(steps: int) -> Job:
    """A job that is cancelled when it has told how far it is so many times."""
    told: list[Progress] = []

    def report(step: Progress) -> None:
        told.append(step)
        if len(told) == steps:
            job.cancel()

    job = Job(report)
    return job


def test_a_pdf_without_a_paper_is_told_and_is_no_damage(library: LibraryServices) -> None:
    papers = library.folder / "papers"
    papers.mkdir(exist_ok=True)
    (papers / "0123.pdf").write_bytes(b"%PDF-1.7")

    report = library.checking.check(Job())

    assert (report.whole, report.stray_files) == (True, ("papers/0123.pdf",))


def test_pages_that_the_index_lacks_are_counted_and_damaged_ones_noticed(library: LibraryServices, put: Put) -> None:
    put(printed("walls of stone", "walls of wood"))
    library.indexing.run(Job())
    connection = library._file.connection
    empty(connection, "pages_fts")
    assert complaints(library) == ("2 pages are not in the index as in the library",)
    library.checking.rebuild_index(Job())
    assert (complaints(library), len(pages_with(library, "walls"))) == ((), 2)

    connection.execute("UPDATE page_texts SET text = x'00ff' WHERE id = (SELECT max(id) FROM page_texts)")
    assert complaints(library) == ("1 page is not in the index as in the library",)
    library.checking.rebuild_index(Job())
    assert (complaints(library), len(pages_with(library, "walls"))) == ((), 1)
