"""Papers of ids: new, known, in the Trash, taken back."""

from db import adding, held_papers
from desktop.domain.adding import AddState, PlannedId
from desktop.domain.arxiv_id import ArxivId
from desktop.domain.fetching import FetchKind
from desktop.domain.import_plan import ImportOptions, RowState
from desktop.domain.listing import Listing, Place
from desktop.domain.paper import ORIGINAL, Fact, TextKind
from desktop.domain.progress import Job
from desktop.domain.title_key import title_hash
from desktop.services.library import LibraryServices
from tests.db.arxiv import add, answer, details, hear, in_transaction, record, want
from tests.unit.services.conftest import ImportEntries, digest_bytes, entry, papers_in


def test_ids_are_papers_at_once(library: LibraryServices) -> None:
    first, second, third = add(library, "2403.02774", "hep-th/9901001", "2401.00001v2")

    assert papers_in(library) == [first, second, third]
    rows = library.browse.rows([first, second, third])
    assert [row.title for row in rows] == ["arXiv:2403.02774", "arXiv:hep-th/9901001", "arXiv:2401.00001"]
    assert [row.published for row in rows] == ["2024-03", "1999-01", "2024-01"]
    assert [row.arxiv_version for row in rows] == [None, None, 2]
    assert papers_in(library, Listing(query="id:2403")) == [first]
    assert papers_in(library, Listing(query="9901001")) == [second]
    assert library.checking.check(Job()).whole


def test_a_known_paper_is_not_added_twice(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", entry(1))
    (known,) = papers_in(library)
    steps_before = library.undo.state()

    assert add(library, "2403.00001") == [known]
    assert add(library, "2403.00001v7", "2403.00001") == [known, known]
    assert papers_in(library) == [known]
    assert library.undo.state() == steps_before


def test_the_same_id_twice_is_one_paper(library: LibraryServices) -> None:
    first, second = add(library, "2403.00001", "2403.00001v3")
    assert first == second
    assert papers_in(library) == [first]


def test_a_paper_in_the_trash_comes_back(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    library.editing.edit_text(paper, TextKind.NOTE, "", "mine")
    library.organising.move_to_trash([paper])

    assert add(library, "2403.00001") == [paper]
    assert papers_in(library) == [paper]
    assert details(library, paper).row.note == "mine"
    library.undo.undo()
    assert papers_in(library, Listing(place=Place.TRASH)) == [paper]


def test_adding_is_undone_and_done_again(library: LibraryServices) -> None:
    papers = add(library, "2403.00001", "2403.00002")
    library.undo.undo()
    assert papers_in(library) == []
    assert papers_in(library, Listing(place=Place.TRASH)) == []
    answer(library)
    library.undo.redo()
    assert papers_in(library) == papers
    answer(library, record("2403.00001"), record("2403.00002"))
    library.undo.undo()
    library.undo.redo()
    assert details(library, papers[1]).row.title == "The title of 2403.00002, version 1"


def test_what_was_taken_back_is_added_as_if_it_had_never_been_there(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", entry(1))
    (paper,) = papers_in(library)
    library.undo.undo()

    assert add(library, "2403.00001v2") == [paper]
    found = details(library, paper)
    assert (found.row.title, found.row.translated_title, found.row.arxiv_version) == ("arXiv:2403.00001", "", 2)
    assert (found.texts, found.seen_in) == ((), ())
    answer(library, record("2403.00001", 2))
    assert details(library, paper).row.title == "The title of 2403.00001, version 2"
    library.undo.undo()
    assert papers_in(library) == []
    assert library.checking.check(Job()).whole


def test_a_plan_that_is_too_old_adds_nothing_twice(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    stale = [PlannedId(ArxivId("2403.00001"), AddState.NEW)]
    added = in_transaction(library, lambda connection: adding.add_ids(connection, stale))
    assert (added.changes, added.new, added.papers) == ([], (), {"2403.00001": paper})


def test_a_digest_that_comes_later_brings_its_translations(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    (paper,) = add(library, "2403.00001")
    answer(library, record("2403.00001", 2))
    assert import_entries("a.md", entry(1)).papers_changed == 1

    found = details(library, paper)
    assert papers_in(library) == [paper]
    assert (found.row.title, found.row.arxiv_version) == ("The title of 2403.00001, version 2", 2)
    assert found.row.translated_title == entry(1).translated_title
    assert found.text(TextKind.ABSTRACT, ORIGINAL) == "What version 2 of 2403.00001 is about."
    assert found.text(TextKind.ABSTRACT, "zh") == entry(1).translated_abstract

    library.undo.undo()
    assert details(library, paper).row.translated_title == ""
    library.undo.redo()
    assert details(library, paper) == found
    assert library.checking.check(Job()).whole


def test_a_plan_knows_a_paper_that_came_from_arxiv(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    digest = ("a.md", digest_bytes(entry(1), entry(2)))
    (planned,) = library.importing.plan_texts([digest], ImportOptions(), Job()).digests
    assert [(row.state, row.paper, row.by_title) for row in planned.rows] == [
        (RowState.CHANGED, paper, False),
        (RowState.NEW, None, False),
    ]


def test_a_digest_of_a_newer_version_is_shown_in_place_of_the_record(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    (paper,) = add(library, "2403.00001")
    answer(library, record("2403.00001", 1))
    hear(library, paper, record("2403.00001", 2))
    text = "arXiv:2403.00001v2 Announce Type: replace  Abstract: Newer words."
    import_entries("a.md", entry(1, abstract=text))

    found = details(library, paper)
    assert (found.row.title, found.row.arxiv_version, found.row.newer_version) == (entry(1).title, 2, None)
    assert found.text(TextKind.ABSTRACT, ORIGINAL) == "Newer words."
    library.undo.undo()
    row = details(library, paper).row
    assert (row.title, row.arxiv_version, row.newer_version) == ("The title of 2403.00001, version 1", 1, 2)


def test_a_digest_that_goes_does_not_take_a_paper_that_was_there_before(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    (mine,) = add(library, "2403.00001")
    import_entries("a.md", entry(1), entry(2))
    wanted, brought = import_papers(library, import_entries)
    (digest, _) = library.browse.sidebar().digests
    library.organising.remove_digest(digest.id)
    library.organising.remove_digest(library.browse.sidebar().digests[0].id)
    assert set(papers_in(library)) == {mine, wanted}
    assert brought in papers_in(library, Listing(place=Place.TRASH))


def import_papers(library: LibraryServices, import_entries: ImportEntries) -> tuple[int, int]:
    """Two papers of a digest; a person asks for the PDF of the first."""
    import_entries("b.md", entry(3), entry(4))
    first, second = (papers_in(library, Listing(query=f"id:2403.0000{number}"))[0] for number in (3, 4))
    want(library, first, kind=FetchKind.PDF)
    return first, second


def test_papers_are_found_by_doi_title_and_words_of_the_title(library: LibraryServices) -> None:
    attention, other = add(library, "1706.03762", "2403.00002")
    answer(library, record("1706.03762", title="Attention Is All You Need", doi="10.1000/AbC"), record("2403.00002"))
    connection = library._file.connection

    assert [held.id for held in held_papers.by_doi(connection, ["10.1000/aBc"])["10.1000/abc"]] == [attention]
    key = title_hash("attention is all you need!")
    assert [held.id for held in held_papers.by_title_hash(connection, [key])[key]] == [attention]
    similar = held_papers.similar_titles(connection, "Is attention really needed? All about it")
    assert [held.id for held in similar] == [attention]
    assert held_papers.similar_titles(connection, "???") == ()
    library.organising.move_to_trash([other])
    assert held_papers.known_ids(connection, ["2403.00002"])["2403.00002"].in_trash


def test_a_match_gives_a_paper_its_id_until_it_is_undone(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", entry(1, link="", abstract=""))
    (paper,) = papers_in(library)
    before = details(library, paper)
    library.matching.accept([(paper, record("2403.00001", 3))])
    answer(library, record("2403.00001", 3))
    matched = details(library, paper)
    assert (matched.row.arxiv_id, matched.row.arxiv_version) == ("2403.00001", 3)
    assert matched.row.authors == ("Ada Lovelace", "Alan Turing")

    library.undo.undo()
    assert details(library, paper) == before
    library.undo.redo()
    assert details(library, paper) == matched


def test_the_id_of_a_paper_that_was_taken_back_is_free(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", entry(2, link="", abstract=""))
    (paper,) = papers_in(library)
    add(library, "2403.00001")
    library.undo.undo()
    library.editing.edit_fact(paper, Fact.ARXIV_ID, "2403.00001")
    assert details(library, paper).row.arxiv_id == "2403.00001"
    library.undo.undo()
    assert details(library, paper).row.arxiv_id == ""
