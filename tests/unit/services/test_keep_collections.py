"""Collections: a tree of folders, and the papers in them."""

from collections.abc import Callable

import pytest

from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import CollectionId, PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, papers_in


@pytest.fixture
def papers(import_entries: ImportEntries, library: LibraryServices) -> list[PaperId]:
    import_entries("one.md", *(entry(number) for number in range(1, 7)))
    return sorted(papers_in(library))


def made(library: LibraryServices, name: str, parent: CollectionId | None = None) -> CollectionId:
    before = {known.id for known in library.labels.collections()}
    library.labels.new_collection(name, parent)
    (new,) = {known.id for known in library.labels.collections()} - before
    return new


def tree(library: LibraryServices) -> list[tuple[str, int]]:
    """Names with their depths, in order."""
    depths: dict[CollectionId | None, int] = {None: -1}
    shown = []
    for known in library.labels.collections():
        depths[known.id] = depths[known.parent] + 1
        shown.append((known.name, depths[known.id]))
    return shown


def test_new_collections_come_last(library: LibraryServices) -> None:
    thesis = made(library, " My  thesis ")
    made(library, "Talks")
    made(library, "Chapter 1", thesis)
    made(library, "Chapter 1", thesis)
    assert tree(library) == [("My thesis", 0), ("Chapter 1", 1), ("Chapter 1", 1), ("Talks", 0)]
    assert library.undo.state().undo == UndoLabel(UndoKind.NEW_COLLECTION, 0, "Chapter 1")


def test_a_paper_may_be_in_many_and_counts_once_above(library: LibraryServices, papers: list[PaperId]) -> None:
    thesis = made(library, "Thesis")
    chapter = made(library, "Chapter", thesis)
    library.labels.collect(papers[:3], thesis)
    assert sorted(library.labels.collect(papers[1:4], chapter).papers_changed) == papers[1:4]
    assert not library.labels.collect(papers[1:4], chapter)
    assert {known.name: known.papers for known in library.labels.collections()} == {"Thesis": 4, "Chapter": 3}
    assert sorted(papers_in(library, Listing(Place.COLLECTION, thesis))) == papers[:4]


def test_what_leaves_a_collection_leaves_those_below_too(library: LibraryServices, papers: list[PaperId]) -> None:
    thesis = made(library, "Thesis")
    chapter = made(library, "Chapter", thesis)
    library.labels.collect(papers[:3], thesis)
    library.labels.collect(papers[2:4], chapter)
    library.labels.uncollect(papers[2:], thesis)
    assert sorted(papers_in(library, Listing(Place.COLLECTION, thesis))) == papers[:2]
    assert library.undo.state().undo == UndoLabel(UndoKind.UNCOLLECT, 2, "Thesis")
    library.undo.undo()
    assert sorted(papers_in(library, Listing(Place.COLLECTION, thesis))) == papers[:4]


def test_collections_are_put_in_order(library: LibraryServices) -> None:
    first, second, third = (made(library, name) for name in "abc")
    library.labels.move_collection(third, None, 0)
    assert tree(library) == [("c", 0), ("a", 0), ("b", 0)]
    library.labels.move_collection(third, None, 99)
    assert tree(library) == [("a", 0), ("b", 0), ("c", 0)]
    library.labels.move_collection(first, second, 0)
    library.labels.move_collection(third, second, 0)
    assert tree(library) == [("b", 0), ("c", 1), ("a", 1)]
    assert not library.labels.move_collection(first, second, 1)


def test_a_collection_cannot_lie_inside_of_itself(library: LibraryServices) -> None:
    above = made(library, "above")
    below = made(library, "below", made(library, "between", above))
    for parent in (above, below):
        with pytest.raises(InputError) as refused:
            library.labels.move_collection(above, parent, 0)
        assert (refused.value.reason, refused.value.about) == (Reason.INSIDE_ITSELF, "above")
    assert tree(library) == [("above", 0), ("between", 1), ("below", 2)]


def test_a_deleted_collection_takes_those_below_along_and_leaves_the_papers(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    above = made(library, "above")
    below = made(library, "below", above)
    library.labels.collect(papers, above)
    library.labels.collect(papers[:2], below)
    library.labels.delete_collection(above)
    assert tree(library) == []
    assert sorted(papers_in(library)) == papers
    library.undo.undo()
    assert [known.papers for known in library.labels.collections()] == [6, 2]


def test_a_collection_that_is_gone_is_told(library: LibraryServices, papers: list[PaperId]) -> None:
    refused_changes: list[Callable[[], object]] = [
        lambda: library.labels.collect(papers, CollectionId(9)),
        lambda: library.labels.new_collection("x", CollectionId(9)),
        lambda: library.labels.delete_collection(CollectionId(9)),
    ]
    for change in refused_changes:
        with pytest.raises(InputError) as refused:
            change()
        assert refused.value.reason is Reason.NO_SUCH_LABEL


def test_saved_searches_follow_a_renamed_collection_that_alone_has_its_name(library: LibraryServices) -> None:
    one, other = made(library, "Talks"), made(library, "Posters")
    library.labels.save_search("mine", "collection:talks collection:posters")
    library.labels.edit_collection(one, "Posters (old)")
    library.labels.edit_collection(one, "Posters")
    assert library.labels.searches()[0].query == "collection:Posters collection:posters"
    library.labels.edit_collection(other, "Slides")
    assert library.labels.searches()[0].query == "collection:Posters collection:posters"
