"""What happened to a paper is told, the newest first."""

import pytest

from db.undo_log import KEPT_STEPS
from desktop.domain.history import MOST_ENTRIES, Event
from desktop.domain.ids import PaperId
from desktop.domain.paper import TextKind
from desktop.domain.reading_list import Priority, Status
from desktop.domain.undo import UndoKind
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, give_pdf, papers_in
from tests.unit.services.marked_papers import added, hold, mark_on
from tests.unit.services.pdf_files import Give, given

__all__ = ["given"]

Told = list[tuple[str, str]]


@pytest.fixture
def paper(library: LibraryServices, import_entries: ImportEntries) -> PaperId:
    import_entries("a.md", entry(1))
    return papers_in(library)[0]


def told(library: LibraryServices, paper: PaperId) -> Told:
    return [(entry.what.value, entry.detail) for entry in library.reading_list.history(paper)]


def test_it_begins_with_the_digest_that_brought_the_paper(library: LibraryServices, paper: PaperId) -> None:
    assert sorted(told(library, paper)) == [(Event.ADDED, ""), (Event.IN_DIGEST, "a.md")]


def test_what_a_person_did_is_told(library: LibraryServices, paper: PaperId) -> None:
    library.reading_list.set_status([paper], Status.QUEUED)
    library.reading_list.set_starred([paper], True)
    library.reading_list.set_priority([paper], Priority.LOW)
    library.labels.tag([paper], ["ml", "vision"])
    library.editing.edit_text(paper, TextKind.NOTE, "", "Read it.")
    library.organising.move_to_trash([paper])
    library.organising.restore([paper])
    give_pdf(library, paper)
    library.reading_list.opened(paper)
    assert told(library, paper)[:-3] == [
        ("status", "reading"),
        ("restore", ""),
        ("trash", ""),
        ("edit-text", "note"),
        ("tag", "ml, vision"),
        ("priority", "1"),
        ("star", ""),
        ("status", "queued"),
    ]


def test_undo_takes_it_along_and_redo_brings_it_back(library: LibraryServices, paper: PaperId) -> None:
    library.reading_list.set_status([paper], Status.READ)
    library.reading_list.set_due([paper], "2024-03-05")
    before = library.reading_list.history(paper)
    library.undo.undo()
    library.undo.undo()
    assert len(library.reading_list.history(paper)) == 2
    library.undo.redo()
    library.undo.redo()
    assert library.reading_list.history(paper) == before


def test_the_order_of_the_queue_and_imports_leave_no_rows(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", *(entry(number) for number in range(1, 4)))
    papers = papers_in(library)
    library.reading_list.set_status(papers, Status.QUEUED)
    library.reading_list.move_in_queue(papers[2:], papers[0])
    kinds = library._file.connection.execute("SELECT kind, count(*) FROM history GROUP BY kind").fetchall()
    assert kinds == [(UndoKind.STATUS, 3)]


def test_it_outlives_the_steps_of_undo_and_is_bounded(library: LibraryServices, paper: PaperId) -> None:
    for number in range(MOST_ENTRIES + 1):
        library.reading_list.set_starred([paper], number % 2 == 0)
    assert KEPT_STEPS < MOST_ENTRIES
    assert told(library, paper) == [("star", ""), ("unstar", "")] * (MOST_ENTRIES // 2)


def test_files_and_marks_are_told(library: LibraryServices, given: Give) -> None:
    held = hold(library, given)
    assert sorted(told(library, held.paper)) == [(Event.ADDED, ""), (Event.PDF_CAME, "")]
    first = mark_on(held.paper, held.sha256)
    library.marking.apply(added(first))
    assert [what for what, _ in told(library, held.paper)][-1] == Event.FIRST_MARK
    library.marking.apply(added(mark_on(held.paper, held.sha256, created_at_ms=first.created_at_ms + 1)))
    assert [what for what, _ in told(library, held.paper)][-2:] == [Event.LAST_MARK, Event.FIRST_MARK]
