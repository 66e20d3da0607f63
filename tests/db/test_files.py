"""Files of papers: attached, downloaded, undone, found again."""

import pytest

from db import fetch_queue
from db.checks import files as stored_files
from db.files import attach_changes, held_files, store_file
from db.held_papers import by_sha256
from db.new_papers import new_paper_of_file
from desktop.domain.arxiv_id import ArxivId
from desktop.domain.changes import Changes
from desktop.domain.errors import PdfError, Reason
from desktop.domain.fetching import Downloaded, Fetch, FetchKind
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.paper import Fact, PaperFile
from desktop.domain.progress import Job
from desktop.domain.undo import UndoKind
from desktop.services.library import LibraryServices
from tests.db.arxiv import add, answer, details, in_transaction, record, step, want
from tests.unit.services.conftest import papers_in

FILE = PaperFile("papers/abc.pdf", "a" * 64, 7, 2, "paper.pdf")


def attach(library: LibraryServices, paper: PaperId, file: PaperFile = FILE) -> Changes:
    return step(library, UndoKind.ATTACH, lambda connection: attach_changes(connection, paper, file, 12))


def add_file(library: LibraryServices, title: str, file: PaperFile = FILE, arxiv_id: ArxivId | None = None) -> Changes:
    return step(library, UndoKind.ADD, lambda connection: new_paper_of_file(connection, title, file, arxiv_id=arxiv_id))


def wish(library: LibraryServices, paper: PaperId) -> Fetch:
    want(library, paper, kind=FetchKind.PDF)
    (found,) = [found for found in fetch_queue.fetches_of(library._file.connection, paper) if found.kind == "pdf"]
    return found


def store(library: LibraryServices, fetch: Fetch, path: str = FILE.path) -> Changes:
    downloaded = Downloaded(path, "d" * 64, 99, 3, 1)
    return in_transaction(library, lambda connection: store_file(connection, fetch, downloaded))


def test_a_paper_gets_a_file_and_loses_it_by_undo(library: LibraryServices) -> None:
    paper, other = add(library, "2403.00001", "2403.00002")
    assert attach(library, paper).papers_changed == (paper,)
    assert (details(library, paper).files, details(library, paper).row.has_pdf) == ((FILE,), True)
    assert attach(library, other) == Changes()
    library.undo.undo()
    assert details(library, paper).files == ()
    attach(library, other)
    library.undo.undo()
    library.undo.redo()
    assert details(library, other).files == (FILE,)


def test_a_download_is_stored_and_its_wish_is_fulfilled(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    fetch = wish(library, paper)
    assert store(library, fetch).papers_changed == (paper,)
    assert details(library, paper).files == (PaperFile(FILE.path, "d" * 64, 99, 1),)
    assert [left.kind for left in details(library, paper).fetches] == [FetchKind.METADATA]
    assert store(library, fetch) == Changes()
    assert [held.id for held in by_sha256(library._file.connection, ["d" * 64])["d" * 64]] == [paper]


def test_a_download_of_what_redo_brings_again_is_one_file(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    attach(library, paper)
    library.undo.undo()
    store(library, wish(library, paper))
    library.undo.redo()
    assert details(library, paper).files == (FILE,)
    assert library._file.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_both_papers_are_told_of_a_file_that_goes_from_one_to_the_other(library: LibraryServices) -> None:
    (other,) = add(library, "2403.00002")
    (paper,) = add(library, "2403.00001")
    store(library, wish(library, paper))
    library.undo.undo()
    assert other in attach(library, other).papers_changed
    assert details(library, other).files != ()
    changes = library.undo.undo()
    assert details(library, other).files == ()
    assert other in changes.papers_changed


def test_a_download_for_a_paper_that_has_another_id_by_now_is_not_kept(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    fetch = wish(library, paper)
    library.editing.edit_fact(paper, Fact.ARXIV_ID, "2403.00002")
    assert store(library, fetch) == Changes()
    assert details(library, paper).files == ()


def test_a_file_is_of_one_paper(library: LibraryServices) -> None:
    paper, other = add(library, "2403.00001", "2403.00002")
    attach(library, other)
    with pytest.raises(PdfError) as refused:
        store(library, wish(library, paper))
    assert refused.value.reason is Reason.WRONG_PAPER
    assert [(held.paper, held.file) for held in held_files(library._file.connection)] == [(other, FILE)]
    assert stored_files(library._file.connection) == (FILE,)


def test_a_file_that_nobody_knows_is_a_paper(library: LibraryServices) -> None:
    (paper,) = add_file(library, "Notes on PDFs").papers_added
    assert papers_in(library, Listing(query="notes has:pdf")) == [paper]
    assert add_file(library, "Another title") == Changes()
    library.organising.move_to_trash([paper])
    assert add_file(library, "Another title").papers_added == (paper,)
    library.undo.undo()
    library.undo.undo()
    library.undo.undo()
    assert papers_in(library) == []
    (again,) = add_file(library, "Notes").papers_added
    assert (details(library, again).row.title, details(library, again).files) == ("Notes", (FILE,))


def test_a_file_with_an_arxiv_id_shows_its_title_until_arxiv_tells_it(library: LibraryServices) -> None:
    (paper,) = add_file(library, "AS PRINTED", arxiv_id=ArxivId("2403.00001", 2)).papers_added
    row = details(library, paper).row
    assert (row.title, row.arxiv_id, row.arxiv_version) == ("AS PRINTED", "2403.00001", 2)
    assert papers_in(library, Listing(query="printed")) == [paper]
    want(library, paper)
    answer(library, record("2403.00001", 2))
    assert details(library, paper).row.title == "The title of 2403.00001, version 2"
    assert library.checking.check(Job(), index=True).search_index == ()


def test_a_file_of_a_paper_that_is_there_is_attached(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    library.organising.move_to_trash([paper])
    add_file(library, "As printed", arxiv_id=ArxivId("2403.00001"))
    assert papers_in(library) == [paper]
    assert details(library, paper).files == (FILE,)


def test_an_id_that_undo_took_back_goes_to_the_paper_of_the_file(library: LibraryServices) -> None:
    add(library, "2403.00001")
    library.undo.undo()
    (paper,) = add_file(library, "As printed", arxiv_id=ArxivId("2403.00001")).papers_added
    assert details(library, paper).row.arxiv_id == "2403.00001"
    library.undo.undo()
    library.undo.redo()
    assert details(library, paper).files == (FILE,)
