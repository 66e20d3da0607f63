"""A paper that was deleted, or taken back, is a new one when it comes again: nothing is left of what a person said."""

from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.own_digest import MadeOf
from desktop.domain.paper import Fact
from desktop.domain.progress import Job
from desktop.domain.reading_list import Priority, Status
from desktop.services.library import LibraryServices
from tests.db.arxiv import add
from tests.unit.services.conftest import ImportEntries, entry, give_pdf, papers_in
from tests.unit.services.test_importing_again import TYPED, file_away, filed_so

NEW: tuple[object, ...] = (Status.INBOX, False, Priority.NONE, "", (), frozenset())


def say_all(library: LibraryServices, paper: PaperId) -> None:
    """All that a person may say of a paper."""
    file_away(library, [paper])
    for kind, language in TYPED:
        library.editing.edit_text(paper, kind, language, f"typed {kind} {language}")
    library.editing.edit_fact(paper, Fact.AUTHORS, "Ada Lovelace")
    library.editing.edit_fact(paper, Fact.CITE_KEY, "lovelace")


def delete(library: LibraryServices, paper: PaperId) -> None:
    library.organising.move_to_trash([paper])
    library.trash.empty()


def check_is_new(library: LibraryServices, paper: PaperId, title: str) -> None:
    details = library.browse.details(paper)
    assert details is not None
    assert filed_so(library, paper) == NEW
    assert paper in papers_in(library, Listing(Place.INBOX))
    assert (details.row.title, details.row.authors, details.cite_key) == (title, (), "")
    assert not any(text.value.startswith("typed") for text in details.texts)
    assert papers_in(library, Listing(query="typed")) == []
    assert library.checking.check(Job()).whole


def test_a_deleted_paper_that_a_digest_tells_of_is_new(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", entry(1), entry(2))
    paper = min(papers_in(library))
    title = library.browse.rows([paper])[0].title
    say_all(library, paper)
    said = library.browse.details(paper), filed_so(library, paper)
    delete(library, paper)

    result = import_entries("b.md", entry(1), entry(2))

    assert result.papers_added == 1
    check_is_new(library, paper, title)
    for _ in range(3):  # the import, the emptying, the way into the Trash
        library.undo.undo()
    assert (library.browse.details(paper), filed_so(library, paper)) == said
    for _ in range(3):
        library.undo.redo()
    check_is_new(library, paper, title)


def test_a_deleted_paper_that_comes_again_stands_in_no_digest_of_ones_own(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", entry(1), entry(2))
    papers = papers_in(library)
    digest = library.own_digests.create(MadeOf(name="Mine"), papers=papers)[0].id
    delete(library, papers[0])

    import_entries("b.md", entry(1), entry(2))

    assert papers_in(library) == papers
    assert library.own_digests.digest(digest).papers == (papers[1],)
    for _ in range(3):
        library.undo.undo()
    assert library.own_digests.digest(digest).papers == tuple(papers)


def test_a_deleted_paper_that_is_added_by_its_id_is_new(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    title = library.browse.rows([paper])[0].title
    say_all(library, paper)
    said = library.browse.details(paper), filed_so(library, paper)
    delete(library, paper)

    assert add(library, "2403.00001") == [paper]

    check_is_new(library, paper, title)
    for _ in range(3):
        library.undo.undo()
    assert (library.browse.details(paper), filed_so(library, paper)) == said


def test_a_paper_that_was_opened_and_taken_back_is_unread_when_it_comes_again(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", entry(1))
    (paper,) = papers_in(library)
    give_pdf(library, paper)
    library.reading_list.opened(paper)
    library.undo.undo()

    import_entries("b.md", entry(1))

    assert papers_in(library, Listing(Place.INBOX)) == [paper]


def test_a_digest_out_of_the_trash_brings_papers_that_were_deleted_there(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", entry(1), entry(2))
    papers = sorted(papers_in(library))
    library.organising.remove_digest(library.browse.sidebar().digests[0].id)
    library.trash.delete_for_good(papers[:1])

    import_entries("a.md", entry(1), entry(2))

    assert sorted(papers_in(library)) == papers


def test_what_was_deleted_is_not_restored_by_who_still_sees_it(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", entry(1), entry(2))
    deleted, kept = sorted(papers_in(library))
    delete(library, deleted)

    assert not library.organising.restore([deleted])
    assert papers_in(library) == [kept]
