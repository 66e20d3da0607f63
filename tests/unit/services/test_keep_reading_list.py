"""Status, star, priority, due dates and the order of the queue."""

import pytest

from desktop.domain.changes import Changes
from desktop.domain.errors import InputError
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.reading_list import Priority, Status
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, give_pdf, papers_in


@pytest.fixture
def papers(library: LibraryServices, import_entries: ImportEntries) -> list[PaperId]:
    """Five papers of the inbox, the oldest first."""
    import_entries("a.md", *(entry(number) for number in range(1, 6)))
    return sorted(papers_in(library))


def queue(library: LibraryServices) -> list[PaperId]:
    return papers_in(library, Listing(Place.QUEUE))


def status(library: LibraryServices, paper: PaperId) -> Status:
    return library.browse.rows([paper])[0].status


def test_a_new_paper_is_in_the_inbox(library: LibraryServices, papers: list[PaperId]) -> None:
    assert papers_in(library, Listing(Place.INBOX)) == papers[::-1]
    assert library.browse.sidebar().inbox == len(papers)


def test_papers_come_to_the_end_of_the_queue_in_the_given_order(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    first, second, third, *_ = papers
    library.reading_list.set_status([third], Status.QUEUED)
    changes = library.reading_list.set_status([second, third, first], Status.QUEUED)
    assert changes == Changes(papers_changed=(second, first), moved=True)
    assert queue(library) == [third, second, first]
    assert library.undo.state().undo == UndoLabel(UndoKind.STATUS, 2, "queued")


def test_a_paper_that_leaves_the_queue_comes_to_its_end_later(library: LibraryServices, papers: list[PaperId]) -> None:
    library.reading_list.set_status(papers[:3], Status.QUEUED)
    library.reading_list.set_status(papers[:1], Status.READ)
    assert queue(library) == papers[1:3]
    library.reading_list.set_status(papers[:1], Status.QUEUED)
    assert queue(library) == [*papers[1:3], papers[0]]


def test_the_status_that_papers_have_is_no_step(library: LibraryServices, papers: list[PaperId]) -> None:
    before = library.undo.state()
    assert not library.reading_list.set_status(papers, Status.INBOX)
    assert not library.reading_list.set_starred(papers, False)
    assert library.undo.state() == before


def test_a_block_moves_in_the_queue_and_keeps_its_order(library: LibraryServices, papers: list[PaperId]) -> None:
    a, b, c, d, e = papers
    library.reading_list.set_status(papers, Status.QUEUED)
    library.reading_list.move_in_queue([e, d], b)
    assert queue(library) == [a, e, d, b, c]
    library.reading_list.move_in_queue([a, e], None)
    assert queue(library) == [d, b, c, a, e]
    library.reading_list.move_in_queue([c], d)
    assert queue(library) == [c, d, b, a, e]
    library.undo.undo()
    library.undo.undo()
    assert queue(library) == [a, e, d, b, c]


def test_a_paper_moved_before_itself_stays(library: LibraryServices, papers: list[PaperId]) -> None:
    library.reading_list.set_status(papers, Status.QUEUED)
    assert not library.reading_list.move_in_queue(papers[1:3], papers[1])
    assert queue(library) == papers


def test_only_papers_of_the_queue_move_in_it(library: LibraryServices, papers: list[PaperId]) -> None:
    library.reading_list.set_status(papers[:2], Status.QUEUED)
    assert not library.reading_list.move_in_queue(papers[2:], papers[0])
    assert queue(library) == papers[:2]


def test_opening_sets_reading_and_never_read(library: LibraryServices, papers: list[PaperId]) -> None:
    inbox, queued, read, archived, _ = papers
    library.reading_list.set_status([queued], Status.QUEUED)
    library.reading_list.set_status([read], Status.READ)
    library.reading_list.set_status([archived], Status.ARCHIVED)
    for paper in papers[:4]:
        give_pdf(library, paper)
        library.reading_list.opened(paper)
    found = [status(library, paper) for paper in (inbox, queued, read, archived)]
    assert found == [Status.READING, Status.READING, Status.READ, Status.ARCHIVED]
    assert queue(library) == []
    assert not library.reading_list.opened(inbox)


def test_a_paper_without_a_pdf_is_not_being_read(library: LibraryServices, papers: list[PaperId]) -> None:
    assert not library.reading_list.opened(papers[0])
    assert status(library, papers[0]) is Status.INBOX


def test_undo_passes_by_what_was_opened(library: LibraryServices, papers: list[PaperId]) -> None:
    """It takes back what a person did before; the queue holds what its status says."""
    library.reading_list.set_status(papers[:3], Status.QUEUED)
    library.reading_list.move_in_queue([papers[2]], papers[0])
    give_pdf(library, papers[2])
    library.reading_list.opened(papers[2])
    assert library.undo.state().undo == UndoLabel(UndoKind.QUEUE_ORDER, 1)
    library.undo.undo()
    assert queue(library) == papers[:2]
    assert status(library, papers[2]) is Status.READING
    library.undo.undo()
    library.undo.redo()
    assert queue(library) == papers[:3]


def test_papers_that_share_a_place_in_the_queue_can_be_moved(library: LibraryServices, papers: list[PaperId]) -> None:
    """One was opened, which is no step, so another one got its place; undo and redo bring both back to it."""
    first, opened, later, _, _ = papers
    library.reading_list.set_status([first], Status.QUEUED)
    library.reading_list.set_status([opened], Status.QUEUED)
    give_pdf(library, opened)
    library.reading_list.opened(opened)
    library.reading_list.set_status([later], Status.QUEUED)
    for turn in (library.undo.undo, library.undo.undo, library.undo.redo, library.undo.redo):
        turn()
    library.reading_list.move_in_queue([later], opened)
    assert queue(library) == [first, later, opened]
    library.undo.undo()
    assert queue(library) == [first, opened, later]


def test_papers_move_before_one_that_was_merged_from_two_of_the_queue(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    kept, merged, other, *_ = papers
    library.reading_list.set_status([merged, kept, other], Status.QUEUED)
    library.duplicates.merge(kept, [merged], {})
    library.reading_list.move_in_queue([other], kept)
    assert queue(library) == [other, kept]


def test_star_priority_and_due_date_are_shown_and_taken_back(library: LibraryServices, papers: list[PaperId]) -> None:
    library.reading_list.set_starred(papers[:2], True)
    library.reading_list.set_priority(papers[:1], Priority.HIGH)
    library.reading_list.set_due(papers[:1], "2024-03-05")
    (row,) = library.browse.rows(papers[:1])
    assert (row.starred, row.priority, row.due) == (True, Priority.HIGH, "2024-03-05")
    assert library.undo.state().undo == UndoLabel(UndoKind.DUE, 1, "2024-03-05")
    for _ in range(3):
        library.undo.undo()
    (row,) = library.browse.rows(papers[:1])
    assert (row.starred, row.priority, row.due) == (False, Priority.NONE, "")


@pytest.mark.parametrize("due", ["tomorrow", "2024-3-5", "2024-02-30", "20240305", "２０２４-03-05"])
def test_what_is_no_day_is_refused(library: LibraryServices, papers: list[PaperId], due: str) -> None:
    with pytest.raises(InputError):
        library.reading_list.set_due(papers, due)


def test_papers_in_the_trash_stay_as_they_are(library: LibraryServices, papers: list[PaperId]) -> None:
    library.reading_list.set_status(papers[:2], Status.QUEUED)
    library.organising.move_to_trash(papers[:1])
    assert not library.reading_list.set_status(papers[:1], Status.READ)
    give_pdf(library, papers[0])
    assert not library.reading_list.opened(papers[0])
    assert queue(library) == papers[1:2]
    library.organising.restore(papers[:1])
    assert queue(library) == papers[:2]


def test_an_import_leaves_the_status_alone(
    library: LibraryServices, papers: list[PaperId], import_entries: ImportEntries
) -> None:
    library.reading_list.set_status(papers, Status.READ)
    import_entries("b.md", *(entry(number, abstract="Told anew.") for number in range(1, 7)))
    assert {status(library, paper) for paper in papers} == {Status.READ}
    assert library.browse.sidebar().inbox == 1


def test_a_paper_that_a_person_filed_stays_when_its_digest_goes(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    queued, starred, tagged, due, _ = papers
    library.reading_list.set_status([queued], Status.QUEUED)
    library.reading_list.set_starred([starred], True)
    library.labels.tag([tagged], ["ml"])
    library.reading_list.set_due([due], "2024-03-05")
    library.organising.remove_digest(library.browse.sidebar().digests[0].id)
    assert sorted(papers_in(library)) == papers[:4]
