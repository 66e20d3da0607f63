"""Saved searches, which may refer to others."""

from collections.abc import Callable

import pytest

from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId, SearchId
from desktop.domain.listing import Column, Listing, Place, Sort
from desktop.domain.passage import PassageQuery
from desktop.domain.query_references import QueryTrouble, Trouble
from desktop.domain.query_values import name_value
from desktop.domain.reading_list import Status
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, papers_in


@pytest.fixture
def papers(import_entries: ImportEntries, library: LibraryServices) -> list[PaperId]:
    import_entries("one.md", *(entry(number) for number in range(1, 7)))
    return papers_in(library)  # of subjects 1 to 6


def saved(library: LibraryServices, name: str, query: str) -> SearchId:
    library.labels.save_search(name, query)
    return library.labels.searches()[-1].id


def found(library: LibraryServices, query: str) -> list[PaperId]:
    return sorted(papers_in(library, Listing(query=query, typing=False)), reverse=True)


def troubles(library: LibraryServices, query: str) -> list[QueryTrouble]:
    return list(library.labels.troubles(Listing(query=query, typing=False)))


def test_a_saved_search_is_shown_searched_and_counted(library: LibraryServices, papers: list[PaperId]) -> None:
    library.reading_list.set_status(papers[:2], Status.READ)
    search = saved(library, "Unread", "subject status:unread")
    place = Listing(Place.SEARCH, search)
    assert papers_in(library, place) == papers[2:]
    assert papers_in(library, Listing(Place.SEARCH, search, sort=Sort(Column.TITLE))) == papers[2:]
    assert papers_in(library, Listing(Place.SEARCH, search, "subject 5")) == [papers[4]]
    assert library.labels.count_search(search) == 4
    library.organising.move_to_trash(papers[4:])
    assert library.labels.count_search(search) == 2
    assert library.labels.count_search(SearchId(99)) == 0


def test_names_are_unique(library: LibraryServices) -> None:
    saved(library, "To read", "a")
    other = saved(library, "Other", "b")
    refused_changes: list[Callable[[], object]] = [
        lambda: library.labels.save_search("to  READ", "x"),
        lambda: library.labels.edit_search(other, "TO READ", "b"),
    ]
    for change in refused_changes:
        with pytest.raises(InputError) as refused:
            change()
        assert (refused.value.reason, refused.value.about) == (Reason.NAME_TAKEN, "To read")
    with pytest.raises(InputError):
        library.labels.save_search("empty", "  ")


def test_searches_are_put_in_order(library: LibraryServices) -> None:
    searches = [saved(library, name, name) for name in "abc"]
    library.labels.move_search(searches[2], 0)
    assert [search.name for search in library.labels.searches()] == ["c", "a", "b"]
    library.undo.undo()
    assert [search.name for search in library.labels.searches()] == ["a", "b", "c"]


def test_a_search_refers_to_others(library: LibraryServices, papers: list[PaperId]) -> None:
    saved(library, "few (mine)", "id:2403.00001 OR id:2403.00002")
    saved(library, "others", '-search:"few (mine)"')
    assert found(library, 'search:"FEW (mine)"') == papers[:2]
    assert found(library, "search:others subject") == papers[2:]
    assert found(library, "search:others OR search:nowhere OR 1") == [papers[0], *papers[2:]]
    assert found(library, "-(search:others 3)") == [*papers[:2], *papers[3:]]


def test_search_everything_understands_the_fields_of_papers(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers[:3], ["ml/vision"])
    library.reading_list.set_starred(papers[2:], True)
    saved(library, "mine", "tag:ml is:starred")
    saved(library, "others", "-search:mine")

    def passages(text: str) -> list[PaperId]:
        found = library.searching.search(PassageQuery(text))
        return sorted((passage.paper for passage in found.papers), reverse=True)

    assert passages("subject tag:ml -is:starred") == papers[:2]
    assert passages("subject search:mine") == [papers[2]]
    assert passages("subject search:others") == [*papers[:2], *papers[3:]]
    assert passages("subject search:nowhere") == []


@pytest.mark.parametrize(
    "name", ['a "b" (c)', "“quoted”", "100%_", "a:b", "[x]", "😀 ！", "OR", "-x", "x*", "'; --", "「"]
)
def test_hostile_names_find_themselves(library: LibraryServices, papers: list[PaperId], name: str) -> None:
    library.labels.tag(papers[:1], [name])
    library.labels.tag(papers[1:2], ["b", "c", "x", "a"])
    saved(library, name, "id:2403.00002")
    library.labels.new_collection(name)
    library.labels.collect(papers[2:3], library.labels.collections()[0].id)
    value = name_value(name)
    assert [found(library, f"{field}:{value}") for field in ("tag", "search", "collection")] == [
        [paper] for paper in papers[:3]
    ]
    assert troubles(library, f"tag:{value} search:({value}) collection:{value}") == []


def test_circles_find_nothing_and_are_told(library: LibraryServices, papers: list[PaperId]) -> None:
    round_search = saved(library, "Round", "subject OR search:about")
    saved(library, "about", "search:round")
    saved(library, "uses it", "search:round OR 3")
    assert found(library, "search:round") == []
    assert found(library, "search:round OR 1") == [papers[0]]
    assert found(library, 'search:"uses it"') == [papers[2]]
    assert library.labels.count_search(round_search) == 0
    told = [QueryTrouble(Trouble.CIRCLE, "about"), QueryTrouble(Trouble.CIRCLE, "Round")]
    assert troubles(library, 'search:"uses it"') == told
    assert list(library.labels.troubles(Listing(Place.SEARCH, round_search))) == told


def test_names_that_find_nothing_are_told(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers, ["ml/vision"])
    saved(library, "old", "search:Deleted tag:Gone")
    assert troubles(library, "tag:ML search:old collection:Nowhere deep") == [
        QueryTrouble(Trouble.NO_SUCH_COLLECTION, "Nowhere"),
        QueryTrouble(Trouble.NO_SUCH_TAG, "Gone"),
        QueryTrouble(Trouble.NO_SUCH_SEARCH, "Deleted"),
    ]


def test_those_that_refer_to_a_renamed_search_follow(library: LibraryServices) -> None:
    first = saved(library, "first", "a")
    saved(library, "second", "-search:FIRST (搜索：first OR x)")
    library.labels.edit_search(first, 'the "first"', "a")
    assert library.labels.searches()[1].query == '-search:"the ""first""" (搜索："the ""first""" OR x)'
    library.undo.undo()
    assert library.labels.searches()[1].query == "-search:FIRST (搜索：first OR x)"


def test_those_that_refer_to_a_deleted_search_find_nothing_there(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    first = saved(library, "first", "1")
    saved(library, "second", "search:first OR 2")
    library.labels.delete_search(first)
    assert found(library, "search:second") == [papers[1]]
    library.undo.undo()
    assert found(library, "search:second") == papers[:2]


def test_names_are_offered_for_what_is_typed(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers[:1], ["ml/vision"])
    library.labels.tag(papers, ["video"])
    saved(library, "views", "a")
    library.labels.new_collection("Reviews")
    library.labels.new_collection("reviews")
    assert library.labels.names("tag", "vi") == ["video", "ml/vision"]
    assert library.labels.names("tag", "ml") == ["ml/vision", "ml"]
    assert library.labels.names("search", "VI") == ["views"]
    assert len(library.labels.names("collection", "views")) == 1
