"""Marks are stored as they are made, found by their words, and go where their file goes."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest

from db.undo_log import RowsChange
from desktop.domain.changes import Changes
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.listing import Column, Listing, Sort
from desktop.domain.mark import Mark, MarkKind, MarkStep
from desktop.domain.progress import Job
from desktop.domain.reading import ReadingPlace
from desktop.domain.undo import UndoKind
from desktop.services.library import LibraryServices
from tests.db.arxiv import step
from tests.unit.pdf.made_pdfs import made_pdf
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.marked_papers import Held, added, attach, changed, deleted, hold, mark_on
from tests.unit.services.pdf_files import Give, given

__all__ = ["given"]

PNG = b"\x89PNG\r\n\x1a\nnot really"


@pytest.fixture
def held(library: LibraryServices, given: Give) -> Held:
    return hold(library, given)


def found(library: LibraryServices, words: str) -> list[str]:
    """Ids of the marks that the index finds."""
    statement = "SELECT m.id FROM marks_fts f JOIN marks m ON m.number = f.rowid WHERE marks_fts MATCH ? ORDER BY m.id"
    return [mark for (mark,) in library._file.connection.execute(statement, (words,))]


def test_a_mark_comes_back_as_it_was_made(library: LibraryServices, held: Held) -> None:
    ink = mark_on(
        held.paper,
        held.sha256,
        kind=MarkKind.INK,
        quads=(),
        box=(1.5, 2.0, 30.25, 4.125),
        strokes=(((1.5, 2.0), (30.25, 4.125)), ((0.1, 0.2),)),
        comment="Ein Gedanke – 一个想法\nin two lines",
        tags=("method", "看"),
        author="Ada",
        carried_from="another",
        placed=False,
        page=3,
    )
    assert library.marking.apply(added(ink)) == Changes(papers_changed=(held.paper,))
    assert library.marking.marks(held.paper) == (ink,)
    details = library.browse.details(held.paper)
    assert details
    assert (details.marks, details.row.marks) == ((ink,), 1)


def test_marks_come_page_by_page_from_top_to_bottom(library: LibraryServices, held: Held) -> None:
    box = (10.0, 10.0, 28.0, 28.0)
    last = mark_on(held.paper, held.sha256, page=2)
    low = mark_on(held.paper, held.sha256)
    high = mark_on(held.paper, held.sha256, kind=MarkKind.NOTE, quads=(), box=box)
    library.marking.apply(added(last, low, high))
    assert library.marking.marks(held.paper) == (high, low, last)


def test_a_step_and_its_reverse_leave_nothing(library: LibraryServices, held: Held) -> None:
    one, other = mark_on(held.paper, held.sha256), mark_on(held.paper, held.sha256)
    library.marking.apply(added(one, other))
    recoloured = changed(one, replace(one, color=5, comment="Why?"))
    library.marking.apply(recoloured)
    assert library.marking.marks(held.paper) == (replace(one, color=5, comment="Why?"), other)
    library.marking.apply(recoloured.reversed())
    assert library.marking.marks(held.paper) == (one, other)
    library.marking.apply(added(one, other).reversed())
    assert library.marking.marks(held.paper) == ()


def test_what_is_so_already_changes_nothing(library: LibraryServices, held: Held) -> None:
    mark = mark_on(held.paper, held.sha256)
    assert library.marking.apply(added(mark))
    assert not library.marking.apply(added(mark))
    assert library.marking.apply(deleted(mark))
    assert not library.marking.apply(deleted(mark))
    assert not library.marking.apply(MarkStep(()))


def test_the_picture_of_a_deleted_mark_is_there_after_undo_and_gone_in_the_next_session(
    library: LibraryServices, held: Held
) -> None:
    area = mark_on(held.paper, held.sha256, kind=MarkKind.AREA, quads=(), box=(0.0, 0.0, 99.0, 99.0))
    library.marking.apply(added(area), {area.id: PNG})
    library.marking.apply(deleted(area))
    library.marking.apply(added(area))
    assert library.marking.picture(area.id) == PNG
    assert library.marking.picture("none") is None
    library.marking.apply(deleted(area))
    library.close()
    again = LibraryServices(library.folder)
    again.open()
    again.marking.apply(added(mark_on(held.paper, held.sha256)))
    assert again.marking.picture(area.id) is None
    again.close()


def test_words_of_marks_are_found_as_they_change(library: LibraryServices, held: Held) -> None:
    mark = mark_on(held.paper, held.sha256, quote="Café walls", comment="扩散模型", tags=("method",))
    library.marking.apply(added(mark))
    assert [found(library, words) for words in ("cafe", '"扩 散"', "tags : method")] == [[mark.id]] * 3
    other = replace(mark, comment="Transformers", tags=())
    library.marking.apply(changed(mark, other))
    assert [found(library, words) for words in ("cafe", '"扩 散"', "method", "transf*")] == [
        [mark.id],
        [],
        [],
        [mark.id],
    ]
    library.marking.apply(deleted(other))
    assert found(library, "cafe") == []
    assert library.checking.check(Job()).whole


CANNOT_BE: dict[str, Callable[[Mark], Mark]] = {
    "page": lambda mark: replace(mark, page=-1),
    "color": lambda mark: replace(mark, color=9),
    "place": lambda mark: replace(mark, quads=((float("nan"),) * 8,)),
    "quote": lambda mark: replace(mark, quote="q" * 20_001),
    "comment": lambda mark: replace(mark, comment="a\0b"),
    "before": lambda mark: replace(mark, before="\ud800"),
    "tags": lambda mark: replace(mark, tags=tuple(map(str, range(51)))),
    "strokes": lambda mark: replace(mark, strokes=(((0.0, 0.0),) * 20_001,)),
    "id": lambda mark: replace(mark, id=""),
    "created_at_ms": lambda mark: replace(mark, created_at_ms=1 << 60),
}


@pytest.mark.parametrize("about", CANNOT_BE)
def test_what_cannot_be_stored_is_refused_and_nothing_of_its_step_is_written(
    library: LibraryServices, held: Held, about: str
) -> None:
    good, bad = mark_on(held.paper, held.sha256), CANNOT_BE[about](mark_on(held.paper, held.sha256))
    with pytest.raises(InputError) as error:
        library.marking.apply(added(good, bad))
    assert (error.value.reason, error.value.about) == (Reason.BAD_VALUE, about)
    assert library.marking.marks(held.paper) == ()


def test_a_picture_that_is_too_large_is_refused(library: LibraryServices, held: Held) -> None:
    mark = mark_on(held.paper, held.sha256)
    with pytest.raises(InputError) as error:
        library.marking.apply(added(mark), {mark.id: bytes(10_000_001)})
    assert error.value.about == "picture"


def test_a_mark_of_a_paper_that_is_gone_is_refused(library: LibraryServices, held: Held) -> None:
    with pytest.raises(InputError) as error:
        library.marking.apply(added(mark_on(held.paper, held.sha256), mark_on(PaperId(4711), held.sha256)))
    assert error.value.reason is Reason.NO_SUCH_PAPER
    assert library.marking.marks(held.paper) == ()


def test_damaged_rows_count_as_empty_where_they_make_no_sense(library: LibraryServices, held: Held) -> None:
    mark = mark_on(held.paper, held.sha256)
    library.marking.apply(added(mark, mark_on(held.paper, held.sha256)))
    connection = library._file.connection
    damage = "quads = ?, box = '[1, 2]', strokes = '[[[1e999, 2]], 5]', color = 77, tags = '['"
    connection.execute(f"UPDATE marks SET {damage} WHERE id = ?", (f"[[{'9' * 400},0,0,0,0,0,0,0]]", mark.id))
    connection.execute("UPDATE marks SET kind = 'hologram' WHERE id <> ?", (mark.id,))
    assert library.marking.marks(held.paper) == (replace(mark, quads=(), strokes=((),), color=1),)


def test_marks_go_to_the_trash_and_back_with_their_paper(library: LibraryServices, held: Held) -> None:
    mark = mark_on(held.paper, held.sha256)
    library.marking.apply(added(mark))
    library.organising.move_to_trash([held.paper])
    assert library.marking.marks(held.paper) == (mark,)
    library.organising.restore([held.paper])
    assert library.marking.marks(held.paper) == (mark,)


def test_marks_of_a_paper_that_was_taken_back_are_there_when_it_comes_again(
    library: LibraryServices, held: Held
) -> None:
    mark = mark_on(held.paper, held.sha256)
    library.marking.apply(added(mark))
    library.undo.undo()
    assert papers_in(library) == []
    library.undo.redo()
    assert library.marking.marks(held.paper) == (mark,)


def test_marks_follow_their_file_to_the_paper_that_gets_it(
    library: LibraryServices, held: Held, import_entries: ImportEntries, given: Give
) -> None:
    library.marking.apply(added(mark_on(held.paper, held.sha256)))
    library.reading.remember(held.paper, held.sha256, ReadingPlace(page=3))
    library.undo.undo()
    import_entries("walls.md", entry(7))
    (paper,) = papers_in(library)
    attach(library, paper, given("again.pdf", made_pdf("")), None)
    assert [mark.paper for mark in library.marking.marks(paper)] == [paper]
    assert library.reading.open(paper).place == ReadingPlace(page=3)
    assert library.marking.marks(held.paper) == ()
    assert library.checking.check(Job()).whole


def test_marks_go_back_with_a_file_whose_move_is_undone(
    library: LibraryServices, held: Held, import_entries: ImportEntries
) -> None:
    import_entries("walls.md", entry(7))
    (other,) = (paper for paper in papers_in(library) if paper != held.paper)
    library.marking.apply(added(mark_on(held.paper, held.sha256)))
    library.reading.remember(held.paper, held.sha256, ReadingPlace(page=3))
    move = [RowsChange("files", ({"sha256": held.sha256},), {"paper_id": held.paper}, {"paper_id": other})]
    step(library, UndoKind.ATTACH, lambda _: move)
    assert (len(library.marking.marks(other)), library.marking.marks(held.paper)) == (1, ())
    assert library.reading.open(other).place == ReadingPlace(page=3)
    library.undo.undo()
    assert (len(library.marking.marks(held.paper)), library.marking.marks(other)) == (1, ())
    assert library.reading.open(held.paper).place == ReadingPlace(page=3)


def test_marks_follow_a_file_that_was_taken_from_one_paper_and_given_to_another(
    library: LibraryServices, import_entries: ImportEntries, given: Give
) -> None:
    import_entries("walls.md", entry(7), entry(8))
    one, other = papers_in(library)
    pdf = given("walls.pdf", made_pdf(""))
    mark = mark_on(one, attach(library, one, pdf, 1))
    library.marking.apply(added(mark))
    library.undo.undo()
    assert library.marking.marks(one) == (mark,)
    attach(library, other, pdf, 1)
    assert library.marking.marks(other) == (replace(mark, paper=other),)
    library.undo.undo()
    attach(library, one, pdf, 1)
    assert library.marking.marks(one) == (mark,)


def test_two_papers_with_the_same_file_have_marks_of_their_own(
    library: LibraryServices, held: Held, import_entries: ImportEntries
) -> None:
    import_entries("walls.md", entry(7))
    (other,) = (paper for paper in papers_in(library) if paper != held.paper)
    own, others = mark_on(held.paper, held.sha256), mark_on(other, held.sha256)
    library.marking.apply(added(own))
    columns = "(paper_id, path, sha256, size, added_at)"
    copied = f"INSERT INTO files {columns} SELECT ?, 'papers/copy.pdf', sha256, size, 0 FROM files"
    library._file.connection.execute(copied, (other,))
    library.marking.apply(added(others))
    assert (library.marking.marks(held.paper), library.marking.marks(other)) == ((own,), (others,))


def test_a_marked_paper_stays_when_its_digest_goes(
    library: LibraryServices, import_entries: ImportEntries, given: Give
) -> None:
    import_entries("walls.md", entry(7), entry(8))
    marked, _ = papers_in(library)
    sha256 = attach(library, marked, given("walls.pdf", made_pdf("")), 1)
    library.marking.apply(added(mark_on(marked, sha256)))
    library.undo.undo()
    library.organising.remove_digest(library.browse.sidebar().digests[0].id)
    assert papers_in(library) == [marked]


def test_the_list_counts_marks_and_sorts_by_them(
    library: LibraryServices, held: Held, import_entries: ImportEntries
) -> None:
    import_entries("a.md", entry(1))
    library.marking.apply(added(mark_on(held.paper, held.sha256), mark_on(held.paper, held.sha256)))
    papers = papers_in(library, Listing(sort=Sort(Column.MARKS, descending=True)))
    assert [row.marks for row in library.browse.rows(papers)] == [2, 0]


def test_an_index_that_lost_marks_is_noticed_and_made_anew(library: LibraryServices, held: Held) -> None:
    mark = mark_on(held.paper, held.sha256, comment="扩散模型")
    library.marking.apply(added(mark))
    library._file.connection.execute("INSERT INTO marks_fts (marks_fts) VALUES ('delete-all')")
    assert library.checking.check(Job()).search_index == ("1 mark is not in the index as in the library",)
    library.checking.rebuild_index(Job())
    assert library.checking.check(Job()).whole
    assert found(library, '"扩 散"') == [mark.id]


def test_marks_without_a_paper_cannot_be(library: LibraryServices, held: Held) -> None:
    library.marking.apply(added(mark_on(held.paper, held.sha256)))
    with pytest.raises(sqlite3.IntegrityError):
        library._file.connection.execute("UPDATE marks SET paper_id = 4711")
