"""The Trash is emptied, which can be undone; what no step can bring back is deleted with all that belonged to it."""

from pathlib import Path

import pytest

from db import steps
from db.stored_values import TAKEN_BACK
from db.undo_log import KEPT_STEPS, RowsChange
from desktop.domain.exporting import DigestSource
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.mark import MarkKind
from desktop.domain.paper import TextKind
from desktop.domain.progress import Job
from desktop.domain.trash import DAY_MS, DAYS_IN_TRASH
from desktop.domain.undo import UndoKind
from desktop.services.library import LibraryServices
from tests.db.arxiv import add, answer, record
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.indexed_library import Put, pages_with, printed, put
from tests.unit.services.marked_papers import added, mark_on

__all__ = ["put"]

TRASH = Listing(place=Place.TRASH)
LONG = (DAYS_IN_TRASH + 1) * DAY_MS


@pytest.fixture
def papers(library: LibraryServices, import_entries: ImportEntries) -> list[PaperId]:
    import_entries("a.md", entry(1), entry(2), entry(3))
    return sorted(papers_in(library))


def count(library: LibraryServices, table: str) -> int:
    (number,) = library._file.connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(number)


def is_there(library: LibraryServices, paper: PaperId) -> bool:
    return library._file.connection.execute("SELECT 1 FROM papers WHERE id = ?", (paper,)).fetchone() is not None


def purge(library: LibraryServices) -> None:
    while library.trash.purge():
        pass
    assert library.checking.check(Job()).whole


def pass_time(library: LibraryServices, milliseconds: int = LONG) -> None:
    """As if all that is in the Trash, and all steps, were older."""
    connection = library._file.connection
    connection.execute("UPDATE undo_steps SET at = at - ?", (milliseconds,))
    for table in ("papers", "digests"):
        connection.execute(f"UPDATE {table} SET trashed_at = trashed_at - ? WHERE trashed_at > 0", (milliseconds,))


def forget_steps(library: LibraryServices, paper: PaperId) -> None:
    """Do so many other things that no earlier step is kept."""
    for number in range(KEPT_STEPS):
        library.editing.edit_text(paper, TextKind.NOTE, "", f"note {number}")


def test_emptying_is_one_step_that_can_be_undone_and_done_again(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    library.organising.move_to_trash(papers[:2])

    changes = library.trash.empty()

    assert (changes.papers_removed, changes.membership) == (tuple(papers[:2]), True)
    assert (papers_in(library, TRASH), papers_in(library)) == ([], [papers[2]])
    undo = library.undo.state().undo
    assert undo is not None
    assert (undo.kind, undo.count) == (UndoKind.EMPTY_TRASH, 2)
    library.undo.undo()
    assert sorted(papers_in(library, TRASH)) == papers[:2]
    library.undo.redo()
    assert papers_in(library, TRASH) == []


def test_emptying_an_empty_trash_is_no_step(library: LibraryServices, papers: list[PaperId]) -> None:
    before = library.undo.state()

    assert not library.trash.empty()
    assert library.undo.state() == before


def test_only_papers_of_the_trash_are_deleted_for_good(library: LibraryServices, papers: list[PaperId]) -> None:
    library.organising.move_to_trash(papers[:2])

    changes = library.trash.delete_for_good([papers[0], papers[2]])

    assert changes.papers_removed == (papers[0],)
    assert (papers_in(library, TRASH), papers_in(library)) == ([papers[1]], [papers[2]])


def test_a_digest_in_the_trash_is_emptied_too(library: LibraryServices, papers: list[PaperId]) -> None:
    (digest,) = library.browse.sidebar().digests
    library.organising.remove_digest(digest.id)
    changes = library.trash.empty()
    assert changes.digests == (digest.id,)

    pass_time(library)
    library.trash.empty_old()
    purge(library)

    assert [count(library, table) for table in ("papers", "digests", "digest_entries", "entries")] == [0] * 4


def test_a_digest_stays_as_long_as_a_paper_shows_what_it_tells(library: LibraryServices, papers: list[PaperId]) -> None:
    library.reading_list.set_starred(papers[:1], True)
    (digest,) = library.browse.sidebar().digests
    library.organising.remove_digest(digest.id)
    library.trash.empty()
    before = library.browse.details(papers[0])
    forget_steps(library, papers[0])
    library.editing.revert_text(papers[0], TextKind.NOTE, "")
    purge(library)
    assert (count(library, "papers"), count(library, "digests")) == (1, 1)
    assert library.browse.details(papers[0]) == before


def test_nothing_is_deleted_while_a_step_can_bring_it_back(library: LibraryServices, papers: list[PaperId]) -> None:
    library.organising.move_to_trash(papers[:1])
    library.trash.empty()
    purge(library)
    assert is_there(library, papers[0])

    forget_steps(library, papers[1])
    purge(library)

    assert not is_there(library, papers[0])
    assert count(library, "papers") == 2


def test_an_emptying_of_long_ago_is_let_go_of_with_what_was_before(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    library.organising.move_to_trash(papers[:1])
    library.trash.empty()
    pass_time(library)
    library.editing.edit_text(papers[1], TextKind.NOTE, "", "later")

    library.trash.empty_old()
    purge(library)

    assert not is_there(library, papers[0])
    undo = library.undo.state().undo
    assert undo is not None
    assert undo.kind is UndoKind.EDIT_TEXT
    library.undo.undo()
    assert library.undo.state().undo is None


def test_after_thirty_days_the_program_empties_the_trash_and_undo_still_brings_back(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    library.organising.move_to_trash(papers[:2])
    library.organising.restore(papers[1:2])
    connection = library._file.connection
    connection.execute("UPDATE papers SET trashed_at = trashed_at - ? WHERE trashed_at > 0", (LONG,))
    steps_before = library.undo.state()

    changes = library.trash.empty_old()
    purge(library)

    assert changes.papers_removed == (papers[0],)
    assert papers_in(library, TRASH) == []
    assert library.undo.state() == steps_before
    library.undo.undo()
    library.undo.undo()
    assert sorted(papers_in(library)) == papers


def test_what_was_in_the_trash_for_less_stays(library: LibraryServices, papers: list[PaperId]) -> None:
    library.organising.move_to_trash(papers[:1])
    pass_time(library, (DAYS_IN_TRASH - 1) * DAY_MS)

    assert not library.trash.empty_old()
    assert papers_in(library, TRASH) == papers[:1]


def test_a_paper_that_was_emptied_by_itself_comes_back_with_its_id(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    library.organising.move_to_trash([paper])
    connection = library._file.connection
    connection.execute("UPDATE papers SET trashed_at = trashed_at - ? WHERE trashed_at > 0", (LONG,))
    library.trash.empty_old()
    (other,) = add(library, "2403.00002")
    library.editing.edit_text(other, TextKind.NOTE, "", "other")
    for _ in range(3):
        library.undo.undo()

    (row,) = library.browse.rows([paper])
    assert papers_in(library) == [paper]
    assert row.arxiv_id == "2403.00001"


def test_all_that_belonged_to_a_paper_goes_with_it(library: LibraryServices, put: Put, papers: list[PaperId]) -> None:
    paper = put(printed("walls of stone"))
    library.indexing.run(Job())
    (file,) = library.browse.details(paper).files  # type: ignore[union-attr]
    mark = mark_on(paper, file.sha256, kind=MarkKind.AREA, box=(10.0, 10.0, 50.0, 50.0), quads=())
    library.marking.apply(added(mark), {mark.id: b"\x89PNG\r\n\x1a\n"})
    path = library.folder / file.path
    assert path.exists()
    assert pages_with(library, "walls")

    empty_for_good(library, [paper], papers[0])

    assert not path.exists()
    for table in ("files", "marks", "mark_pictures", "indexed_files", "page_texts"):
        assert count(library, table) == 0, table


def empty_for_good(library: LibraryServices, gone: list[PaperId], other: PaperId) -> None:
    library.organising.move_to_trash(gone)
    library.trash.empty()
    forget_steps(library, other)
    purge(library)


def test_wishes_and_what_arxiv_told_go_with_the_last_paper_of_that_id(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    told, wished, kept = add(library, "2405.00001", "2405.00002", "2405.00003")
    answer(library, record("2405.00001"))
    wishes = count(library, "fetches")

    empty_for_good(library, [told, wished], kept)

    assert count(library, "fetches") == wishes - 1
    assert library._file.connection.execute("SELECT arxiv_id FROM arxiv_records").fetchall() == []


def test_a_digest_keeps_its_rows_and_is_exported_as_it_was_imported(
    library: LibraryServices, papers: list[PaperId], tmp_path: Path
) -> None:
    (digest,) = library.browse.sidebar().digests
    empty_for_good(library, [papers[1]], papers[0])

    source = DigestSource(digest.id)
    assert library.exporting.document(source).data == (tmp_path / "a.md").read_bytes()


def test_a_purged_paper_comes_anew_with_the_next_import(
    library: LibraryServices, papers: list[PaperId], import_entries: ImportEntries
) -> None:
    empty_for_good(library, [papers[1]], papers[0])

    result = import_entries("b.md", entry(2), entry(4))

    assert result.papers_added == 2
    assert len(papers_in(library)) == 4
    assert library.checking.check(Job()).whole


def merge(library: LibraryServices, paper: PaperId, into: PaperId) -> None:
    before = {"trashed_at": None, "merged_into": None}
    after = {"trashed_at": TAKEN_BACK, "merged_into": into}
    with library._file.transaction() as connection:
        steps.do(connection, UndoKind.MERGE_PAPERS, [RowsChange("papers", ({"id": paper},), before, after)])


def test_a_merged_paper_stays_while_the_one_it_went_into_exists(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    merge(library, papers[0], papers[1])
    forget_steps(library, papers[2])
    purge(library)
    assert is_there(library, papers[0])

    library.organising.move_to_trash([papers[1]])
    purge(library)
    assert is_there(library, papers[0])

    library.trash.empty()
    forget_steps(library, papers[2])
    purge(library)
    assert [is_there(library, paper) for paper in papers] == [False, False, True]
