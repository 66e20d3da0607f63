"""Tags of papers, and their tree."""

import pytest

from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId, TagId
from desktop.domain.labels import MAX_NAME
from desktop.domain.listing import Listing, Place
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, papers_in


@pytest.fixture
def papers(import_entries: ImportEntries, library: LibraryServices) -> list[PaperId]:
    import_entries("one.md", *(entry(number) for number in range(1, 7)))
    return sorted(papers_in(library))


def counts(library: LibraryServices) -> dict[str, int]:
    return {tag.name: tag.papers for tag in library.labels.tags()}


def tag_id(library: LibraryServices, name: str) -> TagId:
    return next(tag.id for tag in library.labels.tags() if tag.name == name)


def found(library: LibraryServices, query: str) -> list[PaperId]:
    return sorted(papers_in(library, Listing(query=query, typing=False)))


def test_tagging_makes_tags_that_are_not_there(library: LibraryServices, papers: list[PaperId]) -> None:
    changes = library.labels.tag(papers[:2], [" ml / vision", "ML/Vision", "to read"])
    assert sorted(changes.papers_changed) == papers[:2]
    assert changes.labels
    assert counts(library) == {"ML/Vision": 2, "to read": 2}
    assert library.undo.state().undo == UndoLabel(UndoKind.TAG, 2, "ML/Vision, to read")


def test_a_known_tag_is_found_in_any_case_and_keeps_its_name(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers[:1], ["Vision"])
    library.labels.tag(papers, ["ｖｉｓｉｏｎ"])
    assert counts(library) == {"Vision": 6}
    assert library.undo.state().undo == UndoLabel(UndoKind.TAG, 5, "ｖｉｓｉｏｎ")


def test_tagging_twice_changes_nothing(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers, ["a"])
    assert not library.labels.tag(papers, ["A"])
    assert not library.labels.tag([PaperId(999)], ["b"])
    assert counts(library) == {"a": 6}


def test_untagging_leaves_the_tag_and_those_below(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers, ["ml", "ml/vision"])
    library.labels.untag(papers, ["ML", "never given"])
    assert counts(library) == {"ml": 6, "ml/vision": 6}
    assert [len(row.tags) for row in library.browse.rows(papers)] == [1] * 6
    assert library.undo.state().undo == UndoLabel(UndoKind.UNTAG, 6, "ML, never given")


@pytest.mark.parametrize("name", ["", " / ", "x" * (MAX_NAME + 1)])
def test_a_name_that_cannot_be_is_refused(library: LibraryServices, papers: list[PaperId], name: str) -> None:
    with pytest.raises(InputError) as refused:
        library.labels.tag(papers, ["good", name])
    assert refused.value.reason is Reason.BAD_NAME
    assert counts(library) == {}


def test_renaming_a_tag_takes_along_what_lies_below(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers[:3], ["ml", "ml/vision/3d", "mlops"])
    library.labels.edit_tag(tag_id(library, "ml"), "Learning", 4)
    assert counts(library) == {"Learning": 3, "Learning/vision/3d": 3, "mlops": 3}
    assert {tag.name: tag.color for tag in library.labels.tags()}["Learning"] == 4
    assert library.undo.undo().labels
    assert counts(library) == {"ml": 3, "ml/vision/3d": 3, "mlops": 3}


def test_a_level_that_is_no_tag_of_its_own_is_renamed(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers[:2], ["ml/vision", "ml/speech"])
    library.labels.rename_level("ml", "ml/old")
    assert counts(library) == {"ml/old/speech": 2, "ml/old/vision": 2}
    library.labels.rename_level("ml/old", "ml")
    assert counts(library) == {"ml/speech": 2, "ml/vision": 2}


def test_tags_that_take_each_others_names_are_renamed_in_order(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers[:1], ["a", "a/a", "a/a/a"])
    library.labels.rename_level("a", "a/a")
    assert counts(library) == {"a/a": 1, "a/a/a": 1, "a/a/a/a": 1}
    library.labels.rename_level("a/a", "a")
    assert counts(library) == {"a": 1, "a/a": 1, "a/a/a": 1}


def test_a_name_that_is_taken_is_refused_and_told(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers, ["ml/Vision", "cv/vision"])
    with pytest.raises(InputError) as refused:
        library.labels.rename_level("cv", "ML")
    assert (refused.value.reason, refused.value.about) == (Reason.NAME_TAKEN, "ml/Vision")
    assert counts(library) == {"cv/vision": 6, "ml/Vision": 6}


def test_the_spelling_of_a_tag_can_be_changed(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers[:1], ["nlp", "nlp/qa"])
    library.labels.edit_tag(tag_id(library, "nlp"), "NLP", 0)
    assert counts(library) == {"NLP": 1, "NLP/qa": 1}


def test_merged_tags_are_one_and_each_paper_has_it_once(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers[:4], ["vision"])
    library.labels.tag(papers[2:5], ["cv"])
    library.labels.tag([papers[1], papers[4]], ["seeing"])  # the last one has both that go, and not the one that stays
    into = tag_id(library, "vision")
    library.labels.merge_tags([tag_id(library, "cv"), tag_id(library, "seeing"), into], into)
    assert counts(library) == {"vision": 5}
    assert library.undo.state().undo == UndoLabel(UndoKind.MERGE_TAGS, 4, "vision")
    library.undo.undo()
    assert counts(library) == {"cv": 3, "seeing": 2, "vision": 4}


def test_what_lies_below_a_merged_tag_moves_below_the_other(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers[:2], ["cv", "cv/3d", "cv/ocr"])
    library.labels.tag(papers[2:4], ["vision", "vision/3d"])
    library.labels.merge_tags([tag_id(library, "cv")], tag_id(library, "vision"))
    assert counts(library) == {"vision": 4, "vision/3d": 4, "vision/ocr": 2}


def test_a_tag_is_merged_into_one_below_it_and_back(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers[:2], ["a", "a/b", "a/c", "a/b/d"])
    library.labels.merge_tags([tag_id(library, "a")], tag_id(library, "a/b"))
    assert counts(library) == {"a/b": 2, "a/b/c": 2, "a/b/d": 2}
    library.labels.tag(papers[4:], ["a"])
    library.labels.merge_tags([tag_id(library, "a/b")], tag_id(library, "a"))
    assert counts(library) == {"a": 4, "a/c": 2, "a/d": 2}


@pytest.mark.parametrize(("below", "left"), [(False, {"ml/vision": 6, "mlops": 6}), (True, {"mlops": 6})])
def test_a_tag_is_deleted_with_or_without_what_lies_below(
    library: LibraryServices, papers: list[PaperId], below: bool, left: dict[str, int]
) -> None:
    library.labels.tag(papers, ["ml", "ml/vision", "mlops"])
    library.labels.delete_tag(tag_id(library, "ml"), below=below)
    assert counts(library) == left
    library.undo.undo()
    assert counts(library) == {"ml": 6, "ml/vision": 6, "mlops": 6}


def test_a_level_is_deleted_with_all_below_it(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers, ["ml/vision", "ml/nlp", "x"])
    library.labels.delete_level("ml")
    assert counts(library) == {"x": 6}


def test_a_tag_counts_papers_below_it_once_and_none_in_the_trash(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    library.labels.tag(papers[:3], ["ml"])
    library.labels.tag(papers[2:5], ["ml/vision"])
    library.organising.move_to_trash(papers[:1])
    assert counts(library) == {"ml": 4, "ml/vision": 3}
    shown = papers_in(library, Listing(Place.TAG, tag_id(library, "ml")))
    assert sorted(shown) == papers[1:5]


def test_a_tag_that_is_gone_is_told(library: LibraryServices) -> None:
    with pytest.raises(InputError) as refused:
        library.labels.edit_tag(TagId(7), "x", 0)
    assert refused.value.reason is Reason.NO_SUCH_LABEL


def test_saved_searches_follow_a_tag_to_its_new_name(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers[:2], ["ml", "ml/vision"])
    library.labels.tag(papers[4:], ["other"])
    library.labels.save_search("mine", "标签：ML OR tag:(ml/vision other) OR tag:ml*")
    library.labels.rename_level("ml", "machine learning")
    (saved,) = library.labels.searches()
    assert saved.query == '标签："machine learning" OR tag:("machine learning/vision" other) OR tag:ml*'
    library.labels.merge_tags([tag_id(library, "machine learning")], tag_id(library, "other"))
    (saved,) = library.labels.searches()
    assert saved.query == "标签：other OR tag:(other/vision other) OR tag:ml*"
    library.undo.undo()
    library.undo.undo()
    assert library.labels.searches()[0].query == "标签：ML OR tag:(ml/vision other) OR tag:ml*"
