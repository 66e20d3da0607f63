"""What arXiv tells of papers, and which version of it they show."""

import pytest

from db import arxiv_records, fetches
from desktop.domain.arxiv_paper import ArxivAnswer
from desktop.domain.errors import Reason
from desktop.domain.fetching import FetchKind, FetchState
from desktop.domain.listing import Listing, Place
from desktop.domain.paper import ORIGINAL, Fact, OriginKind, TextKind
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.db.arxiv import add, adopt, answer, details, due, hear, in_transaction, record, want
from tests.unit.services.conftest import ImportEntries, entry, papers_in


def test_a_paper_fills_with_what_arxiv_tells(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.02774")
    assert details(library, paper).row.title == "arXiv:2403.02774"

    changes = answer(library, record("2403.02774", 2, doi="10.1000/1"))

    found = details(library, paper)
    assert changes.papers_changed == (paper,)
    assert (found.row.title, found.row.arxiv_version) == ("The title of 2403.02774, version 2", 2)
    assert (found.row.authors, found.row.categories) == (("Ada Lovelace", "Alan Turing"), ("cs.CL", "cs.LG"))
    assert (found.row.published, found.doi, found.link) == (
        "2024-03-05",
        "10.1000/1",
        "https://arxiv.org/abs/2403.02774",
    )
    assert found.text(TextKind.ABSTRACT, ORIGINAL) == "What version 2 of 2403.02774 is about."
    assert {(text.origin.kind, text.origin.name) for text in found.texts} == {(OriginKind.ARXIV, "v2")}
    assert (found.row.newer_version, found.fetches) == (None, ())
    assert [told.version for told in found.records] == [2]


def test_the_index_finds_what_arxiv_told(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.02774")
    answer(library, record("2403.02774", abstract="On xylophones."))

    assert papers_in(library, Listing(query="xylophones author:Lovelace")) == [paper]
    assert papers_in(library, Listing(query="has:abstract")) == [paper]
    assert library.checking.check(Job()).whole


def test_what_a_person_typed_stays(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.02774")
    library.editing.edit_text(paper, TextKind.TITLE, ORIGINAL, "My title")
    library.editing.edit_fact(paper, Fact.AUTHORS, "Me; Myself")
    answer(library, record("2403.02774"))

    found = details(library, paper)
    assert (found.row.title, found.row.authors) == ("My title", ("Me", "Myself"))
    assert found.text(TextKind.ABSTRACT, ORIGINAL) == "What version 1 of 2403.02774 is about."

    library.undo.undo()
    library.undo.undo()
    found = details(library, paper)
    assert (found.row.title, found.row.authors) == (
        "The title of 2403.02774, version 1",
        ("Ada Lovelace", "Alan Turing"),
    )
    assert library.checking.check(Job()).whole


def test_an_answer_between_undo_and_redo_loses_nothing(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.02774")
    library.editing.edit_fact(paper, Fact.AUTHORS, "Me")
    library.undo.undo()
    answer(library, record("2403.02774"))

    library.undo.redo()
    assert details(library, paper).row.authors == ("Me",)
    library.undo.undo()
    assert details(library, paper).row.authors == ("Ada Lovelace", "Alan Turing")


def test_an_id_that_arxiv_does_not_know_is_said(library: LibraryServices) -> None:
    paper, other = add(library, "2403.99999", "2403.02774")
    answer(library, record("2403.02774"), missing=("2403.99999",))

    (failed,) = details(library, paper).fetches
    assert (failed.state, failed.reason) == (FetchState.FAILED, Reason.NOT_ON_ARXIV)
    assert details(library, other).fetches == ()


def test_the_pdf_of_an_id_that_arxiv_does_not_know_waits_until_it_is_asked_about_again(
    library: LibraryServices,
) -> None:
    (paper,) = add(library, "2403.99999")
    want(library, paper, kind=FetchKind.PDF)
    answer(library, missing=("2403.99999",))
    (failed,) = library.wishes.queue().fetches
    assert failed.kind is FetchKind.METADATA
    assert library.fetching.next_pdf() is None

    library.wishes.retry([failed.id])
    (pdf,) = library.wishes.queue().fetches
    assert pdf.kind is FetchKind.PDF
    assert library.fetching.next_pdf() == pdf


def test_a_version_that_a_person_names_is_the_one_that_is_shown(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.02774v1")
    assert [(wish.arxiv_id, wish.version) for wish in due(library)] == [("2403.02774", 1)]
    answer(library, record("2403.02774", 1))
    hear(library, paper, record("2403.02774", 3))

    row = details(library, paper).row
    assert (row.arxiv_version, row.newer_version) == (1, 3)
    assert row.title == "The title of 2403.02774, version 1"


def test_a_newer_version_is_marked_and_not_shown(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.02774")
    answer(library, record("2403.02774", 1))
    hear(library, paper, record("2403.02774", 2))

    row = details(library, paper).row
    assert (row.arxiv_version, row.newer_version, row.title) == (1, 2, "The title of 2403.02774, version 1")
    assert library.browse.sidebar().new_versions == 1
    assert papers_in(library, Listing(place=Place.NEW_VERSIONS)) == [paper]
    assert papers_in(library, Listing(query="has:update")) == [paper]

    library.organising.move_to_trash([paper])
    assert library.browse.sidebar().new_versions == 0
    assert papers_in(library, Listing(place=Place.NEW_VERSIONS)) == []


def test_adopting_shows_the_newest_version_and_can_be_undone(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.02774")
    answer(library, record("2403.02774", 1))
    hear(library, paper, record("2403.02774", 2, authors=("Grace Hopper",)))
    before = details(library, paper)

    adopt(library, paper)
    after = details(library, paper)
    assert (after.row.title, after.row.arxiv_version) == ("The title of 2403.02774, version 2", 2)
    assert (after.row.newer_version, after.row.authors) == (None, ("Grace Hopper",))
    assert papers_in(library, Listing(query='"version 2"')) == [paper]

    library.undo.undo()
    assert details(library, paper) == before
    library.undo.redo()
    assert details(library, paper) == after
    assert adopt(library, paper).papers_changed == ()


def test_a_version_that_was_looked_at_is_not_marked_again(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.02774")
    answer(library, record("2403.02774", 1))
    hear(library, paper, record("2403.02774", 2))
    in_transaction(library, lambda connection: arxiv_records.dismiss(connection, [paper]))

    hear(library, paper, record("2403.02774", 2, comment="9 pages"))
    assert details(library, paper).row.newer_version is None
    hear(library, paper, record("2403.02774", 3))
    assert details(library, paper).row.newer_version == 3


def test_redo_of_an_adoption_keeps_the_mark_of_a_version_that_came_meanwhile(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.02774")
    answer(library, record("2403.02774", 1))
    hear(library, paper, record("2403.02774", 2))
    adopt(library, paper)
    library.undo.undo()
    hear(library, paper, record("2403.02774", 3))

    library.undo.redo()
    row = details(library, paper).row
    assert (row.arxiv_version, row.newer_version) == (2, 3)


@pytest.mark.parametrize(
    ("version", "abstract", "shown", "newer"),
    [
        (1, "Other words.", 1, None),
        (3, "We study  subject 7, at length.", 3, None),
        (3, "Other words.", None, 3),
    ],
)
def test_the_version_of_a_paper_whose_digest_told_none_follows_from_its_texts(
    library: LibraryServices,
    import_entries: ImportEntries,
    version: int,
    abstract: str,
    shown: int | None,
    newer: int | None,
) -> None:
    import_entries("a.md", entry(7, abstract="We study subject 7 at length."))
    (paper,) = papers_in(library)
    hear(library, paper, record("2403.00007", version, title="A study of subject 7", abstract=abstract))

    row = details(library, paper).row
    assert (row.arxiv_version, row.newer_version) == (shown, newer)


def test_a_digest_paper_keeps_its_texts_and_gets_facts(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", entry(7))
    (paper,) = papers_in(library)
    texts = details(library, paper).texts
    hear(library, paper, record("2403.00007", 2))

    found = details(library, paper)
    assert found.texts == texts
    assert (found.row.authors, found.row.newer_version) == (("Ada Lovelace", "Alan Turing"), 2)
    adopt(library, paper)
    assert details(library, paper).text(TextKind.ABSTRACT, ORIGINAL) == "What version 2 of 2403.00007 is about."
    assert details(library, paper).text(TextKind.ABSTRACT, "zh") == entry(7).translated_abstract
    library.undo.undo()
    assert details(library, paper).texts == texts
    assert library.checking.check(Job()).whole


def test_an_entry_without_an_abstract_shows_that_of_arxiv(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", entry(7, abstract=""))
    (paper,) = papers_in(library)
    hear(library, paper, record("2403.00007", 2))

    found = details(library, paper)
    assert (found.row.arxiv_version, found.row.newer_version) == (2, None)
    assert found.text(TextKind.ABSTRACT, ORIGINAL) == "What version 2 of 2403.00007 is about."


def test_an_answer_in_another_spelling_is_about_the_same_paper(library: LibraryServices) -> None:
    (paper,) = add(library, "math/0309136")
    library._file.connection.execute("UPDATE papers SET arxiv_id = 'math.GT/0309136'")
    answer(library, record("math/0309136"))

    row = details(library, paper).row
    assert (row.arxiv_id, row.title) == ("math.GT/0309136", "The title of math/0309136, version 1")


def test_an_answer_about_another_paper_of_the_library_is_refused(library: LibraryServices) -> None:
    paper, holder = add(library, "math/0309137", "math/0309136")
    library._file.connection.execute("UPDATE papers SET arxiv_id = 'math.GT/0309136' WHERE id = ?", (paper,))
    answer(library, record("math/0309136"))

    (failed,) = details(library, paper).fetches
    assert (failed.state, failed.reason) == (FetchState.FAILED, Reason.ID_TAKEN)
    assert details(library, holder).row.title == "The title of math/0309136, version 1"


def test_an_answer_comes_too_late_for_what_was_cancelled_or_has_another_id(library: LibraryServices) -> None:
    cancelled, renamed = add(library, "2403.00001", "2403.00002")
    wishes = due(library)
    in_transaction(
        library,
        lambda connection: fetches.cancel(connection, [wish.id for wish in wishes if wish.paper == cancelled]),
    )
    library.editing.edit_fact(renamed, Fact.ARXIV_ID, "2403.00003")
    told = ArxivAnswer((record("2403.00001"), record("2403.00002")))
    in_transaction(library, lambda connection: arxiv_records.store_answer(connection, wishes, told))

    assert details(library, cancelled).row.title == "arXiv:2403.00001"
    assert details(library, renamed).row.title == "arXiv:2403.00003"
    assert [wish.arxiv_id for wish in due(library)] == ["2403.00003"]


def test_what_arxiv_told_of_an_id_goes_and_comes_with_the_id(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    answer(library, record("2403.00001"))
    before = details(library, paper)
    library.editing.edit_fact(paper, Fact.ARXIV_ID, "2403.00002")
    assert details(library, paper).texts == ()
    want(library, paper)
    answer(library, record("2403.00002", 4))
    after = details(library, paper)
    assert (after.row.title, after.row.arxiv_version) == ("The title of 2403.00002, version 4", 4)

    library.undo.undo()
    assert details(library, paper) == before
    library.undo.redo()
    assert details(library, paper) == after
    assert library.checking.check(Job()).whole


def test_a_paper_in_the_trash_is_not_asked_about(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    library.organising.move_to_trash([paper])
    assert due(library) == ()
    library.organising.restore([paper])
    assert len(due(library)) == 1
    assert want(library, paper, kind=FetchKind.PDF).papers_changed == (paper,)
