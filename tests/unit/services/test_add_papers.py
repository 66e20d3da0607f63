"""What adding ids would do, and what it does: each paper once, in one step, with wishes for what arXiv tells."""

from desktop.domain.adding import AddState
from desktop.domain.fetching import FetchKind
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, papers_in

THREE = "2403.02774 and https://arxiv.org/abs/2403.02775v2, hep-th/9901001"


def wishes(library: LibraryServices, paper: PaperId) -> set[tuple[FetchKind, int | None]]:
    details = library.browse.details(paper)
    assert details is not None
    return {(fetch.kind, fetch.version) for fetch in details.fetches}


def by_id(library: LibraryServices) -> dict[str, PaperId]:
    return {row.arxiv_id: row.id for row in library.browse.rows(papers_in(library))}


def test_a_plan_writes_nothing(library: LibraryServices) -> None:
    plan = library.adding.plan(THREE + "\nnothing")
    assert [(planned.id.value, planned.state) for planned in plan.ids] == [
        ("2403.02774", AddState.NEW),
        ("2403.02775", AddState.NEW),
        ("hep-th/9901001", AddState.NEW),
    ]
    assert plan.not_understood == ("nothing",)
    assert papers_in(library) == []


def test_papers_appear_at_once_with_what_is_known(library: LibraryServices) -> None:
    result = library.adding.add(library.adding.plan(THREE), download=True)
    rows = library.browse.rows(papers_in(library))
    assert [row.id for row in rows] == list(result.added)
    assert set(result.changes.papers_added) == set(result.added)
    assert [(row.title, row.published, row.arxiv_version) for row in rows] == [
        ("arXiv:2403.02774", "2024-03", None),
        ("arXiv:2403.02775", "2024-03", 2),
        ("arXiv:hep-th/9901001", "1999-01", None),
    ]
    assert wishes(library, rows[0].id) == {(FetchKind.METADATA, None), (FetchKind.PDF, None)}
    assert wishes(library, rows[1].id) == {(FetchKind.METADATA, 2), (FetchKind.PDF, 2)}


def test_pdfs_are_wished_for_only_where_a_person_wants_them(library: LibraryServices) -> None:
    (paper,) = library.adding.add(library.adding.plan("2403.02774"), download=False).added
    assert wishes(library, paper) == {(FetchKind.METADATA, None)}


def test_adding_is_one_step_of_undo(library: LibraryServices) -> None:
    library.adding.add(library.adding.plan(THREE), download=True)
    assert library.undo.state().undo == UndoLabel(UndoKind.ADD, 3)
    library.undo.undo()
    assert papers_in(library) == []
    assert library.fetching.next_metadata() == ()
    library.undo.redo()
    assert set(by_id(library)) == {"2403.02774", "2403.02775", "hep-th/9901001"}
    assert len(library.fetching.next_metadata()) > 0


def test_a_known_paper_is_not_added_twice(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("cs.CL.md", entry(2774))
    plan = library.adding.plan("arXiv:2403.02774")
    (planned,) = plan.ids
    assert (planned.state, planned.title, planned.has_pdf) == (AddState.KNOWN, "A study of subject 2774", False)
    result = library.adding.add(plan, download=False)
    assert (result.added, result.restored, bool(result.changes)) == ((), (), False)
    assert len(papers_in(library)) == 1


def test_a_known_paper_without_a_pdf_gets_one_if_wanted(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("cs.CL.md", entry(2774))
    result = library.adding.add(library.adding.plan("arXiv:2403.02774"), download=True)
    (paper,) = papers_in(library)
    assert result.changes.papers_changed == (paper,)
    assert wishes(library, paper) == {(FetchKind.PDF, None)}


def test_a_newer_version_of_a_known_paper_is_fetched(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("cs.CL.md", entry(2774))
    plan = library.adding.plan("2403.02774v3")
    assert [planned.state for planned in plan.ids] == [AddState.NEWER]
    library.adding.add(plan, download=True)
    (paper,) = papers_in(library)
    assert wishes(library, paper) == {(FetchKind.METADATA, 3), (FetchKind.PDF, 3)}
    assert library.adding.plan("2403.02774v1").ids[0].state is AddState.KNOWN


def test_a_paper_in_the_trash_comes_back(library: LibraryServices) -> None:
    (paper,) = library.adding.add(library.adding.plan("2403.02774"), download=False).added
    library.organising.move_to_trash([paper])
    plan = library.adding.plan("2403.02774")
    assert [planned.state for planned in plan.ids] == [AddState.IN_TRASH]
    result = library.adding.add(plan, download=False)
    assert (result.added, result.restored) == ((), (paper,))
    assert papers_in(library) == [paper]
    assert papers_in(library, Listing(place=Place.TRASH)) == []
    library.undo.undo()
    assert papers_in(library, Listing(place=Place.TRASH)) == [paper]


def test_a_paper_that_undo_took_back_is_new_again(library: LibraryServices) -> None:
    (paper,) = library.adding.add(library.adding.plan("2403.02774"), download=False).added
    library.undo.undo()
    plan = library.adding.plan("2403.02774v2")
    assert [planned.state for planned in plan.ids] == [AddState.NEW]
    assert library.adding.add(plan, download=False).added == (paper,)
    (row,) = library.browse.rows(papers_in(library))
    assert row.arxiv_version == 2


def test_a_plan_that_was_made_before_counts_as_the_library_is_now(library: LibraryServices) -> None:
    plan = library.adding.plan(THREE)
    library.adding.add(library.adding.plan("2403.02775"), download=False)
    assert len(library.adding.add(plan, download=False).added) == 2
    assert len(papers_in(library)) == 3


def test_two_spellings_of_an_id_are_one_paper(library: LibraryServices) -> None:
    library.adding.add(library.adding.plan("math.GT/0309136"), download=False)
    plan = library.adding.plan("https://arxiv.org/abs/math/0309136v1")
    assert [planned.state for planned in plan.ids] == [AddState.KNOWN]
    assert list(by_id(library)) == ["math/0309136"]


def test_nothing_is_added_by_an_empty_plan(library: LibraryServices) -> None:
    result = library.adding.add(library.adding.plan("no id at all"), download=True)
    assert not result.changes
    assert library.undo.state().undo is None


def test_the_papers_of_a_list_stand_in_its_order(library: LibraryServices) -> None:
    ids = [f"2403.{number:05}" for number in range(1, 51)]
    library.adding.add(library.adding.plan("\n".join(ids)), download=True)
    assert [row.arxiv_id for row in library.browse.rows(papers_in(library))] == ids
    assert [fetch.arxiv_id for fetch in library.fetching.next_metadata()] == ids
