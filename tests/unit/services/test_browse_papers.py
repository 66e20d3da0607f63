"""Lists: places, order, and what a sort does with what is not known."""

import pytest

from desktop.domain.errors import Cancelled
from desktop.domain.listing import Column, Listing, Place, Sort
from desktop.domain.paper import Fact
from desktop.domain.progress import Job
from desktop.domain.reading_list import Status
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, papers_in


@pytest.fixture
def shelf(library: LibraryServices, import_entries: ImportEntries) -> LibraryServices:
    import_entries(
        "a.md", entry(1, title="beta"), entry(2, title="Alpha"), entry(3, title="gamma", translated_title="")
    )
    import_entries("b.md", entry(3, title="gamma", translated_title=""), entry(4, title="delta"))
    first, *_ = papers_in(library, Listing(query="beta"))
    library.editing.edit_fact(first, Fact.AUTHORS, "Zoe")
    return library


def titles(library: LibraryServices, listing: Listing) -> list[str]:
    return [row.title for row in library.browse.rows(papers_in(library, listing))]


def test_the_newest_import_comes_first_each_in_the_order_of_its_file(shelf: LibraryServices) -> None:
    assert titles(shelf, Listing()) == ["delta", "beta", "Alpha", "gamma"]


def test_a_digest_stands_in_its_own_order(shelf: LibraryServices) -> None:
    (newest, oldest) = sorted(shelf.browse.sidebar().digests, key=lambda digest: digest.name, reverse=True)
    assert titles(shelf, Listing(place=Place.DIGEST, item=newest.id)) == ["gamma", "delta"]
    assert titles(shelf, Listing(place=Place.DIGEST, item=oldest.id)) == ["beta", "Alpha", "gamma"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort(Column.TITLE), ["Alpha", "beta", "delta", "gamma"]),
        (Sort(Column.TITLE, descending=True), ["gamma", "delta", "beta", "Alpha"]),
        (Sort(Column.DIGESTS, descending=True), ["gamma", "delta", "beta", "Alpha"]),
        (Sort(Column.ARXIV_ID), ["beta", "Alpha", "gamma", "delta"]),
    ],
)
def test_a_column_sorts_and_equal_rows_stay_newest_first(
    shelf: LibraryServices, sort: Sort, expected: list[str]
) -> None:
    assert titles(shelf, Listing(sort=sort)) == expected


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(("column", "known"), [(Column.AUTHORS, "beta"), (Column.TRANSLATED_TITLE, "")])
def test_what_is_not_known_stands_last_in_both_directions(
    shelf: LibraryServices, column: Column, known: str, descending: bool
) -> None:
    found = titles(shelf, Listing(sort=Sort(column, descending)))
    assert (found[0] == known) if known else (found[-1] == "gamma")


def test_a_search_can_be_sorted_and_stays_in_its_place(shelf: LibraryServices) -> None:
    (oldest,) = [digest for digest in shelf.browse.sidebar().digests if digest.name == "a.md"]
    listing = Listing(place=Place.DIGEST, item=oldest.id, query="研究", sort=Sort(Column.TITLE))
    assert titles(shelf, listing) == ["Alpha", "beta", "gamma"]


def test_rows_of_papers_that_are_gone_are_left_out(shelf: LibraryServices) -> None:
    papers = papers_in(shelf)
    shelf.undo.undo()
    shelf.undo.undo()  # takes the second import back
    assert [row.title for row in shelf.browse.rows(papers)] == ["beta", "Alpha", "gamma"]


def test_counts_follow_every_change(shelf: LibraryServices) -> None:
    shelf.organising.move_to_trash(papers_in(shelf)[:1])
    sidebar = shelf.browse.sidebar()
    assert (sidebar.all, sidebar.recent, sidebar.trash) == (3, 3, 1)
    assert {digest.name: digest.papers for digest in sidebar.digests} == {"a.md": 3, "b.md": 1}


@pytest.mark.parametrize("place", [Place.ALL, Place.INBOX])
def test_the_first_page_is_the_beginning_of_the_list(shelf: LibraryServices, place: Place) -> None:
    delta, beta, *_ = papers_in(shelf)
    shelf.organising.move_to_trash([delta])
    shelf.reading_list.set_status([beta], Status.READ)
    every = list(shelf.browse.list_papers(Listing(place)).ids)
    assert [list(shelf.browse.list_papers(Listing(place, limit=limit)).ids) for limit in (1, 2, 9)] == [
        every[:1],
        every[:2],
        every,
    ]
    assert delta not in every
    assert (beta in every) is (place is Place.ALL)


def test_a_list_can_be_stopped(shelf: LibraryServices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.errors._OPERATIONS", 1)
    job = Job()
    assert shelf.browse.list_papers(Listing(sort=Sort(Column.TITLE)), job).ids
    job.cancel()
    with pytest.raises(Cancelled):
        shelf.browse.list_papers(Listing(sort=Sort(Column.TITLE)), job)
    assert shelf.browse.list_papers(Listing()).ids
