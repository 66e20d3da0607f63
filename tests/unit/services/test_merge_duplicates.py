"""Merging papers: what the kept one shows and is known by, and that nothing a person typed goes."""

import pytest
from hypothesis import given as with_
from hypothesis import settings
from hypothesis import strategies as st

from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.merging import TextField
from desktop.domain.paper import ORIGINAL, Fact, TextKind
from desktop.domain.progress import Job
from desktop.domain.reading import ReadingPlace
from desktop.domain.reading_list import Priority, Status
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.services.library import LibraryServices
from tests.db.arxiv import add, answer, details, due, in_transaction, record, want
from tests.unit.pdf.made_pdfs import made_pdf
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.marked_papers import added, attach, mark_on, sha256s
from tests.unit.services.pdf_files import Give, given

__all__ = ["given"]

TITLE, TITLE_ZH = TextField(TextKind.TITLE, ORIGINAL), TextField(TextKind.TITLE, "zh")
BARE = {
    "link": "",
    "abstract": "As a friend tells it.",
    "translated_title": "",
    "summary": "",
    "translated_abstract": "",
}


@pytest.fixture
def two(import_entries: ImportEntries) -> tuple[PaperId, PaperId]:
    """One that a digest tells well, and one without an id."""
    known = import_entries("known.md", entry(1)).changes.papers_added[0]
    bare = import_entries("bare.md", entry(2, title="A study", **BARE)).changes.papers_added[0]
    return known, bare


def test_one_paper_is_left_and_shows_what_either_has(library: LibraryServices, two: tuple[PaperId, PaperId]) -> None:
    known, bare = two
    library.editing.edit_fact(bare, Fact.DOI, "10.1000/1")
    library.editing.edit_fact(bare, Fact.PUBLISHED, "2024-03-07")
    done = library.duplicates.merge(known, [bare], {})
    assert (done.papers_removed, known in done.papers_changed) == ((bare,), True)
    assert papers_in(library) == [known]
    assert papers_in(library, Listing(place=Place.TRASH)) == []
    shown = details(library, known)
    assert (shown.row.title, shown.row.translated_title) == ("A study of subject 1", "关于课题1的研究")
    assert (shown.row.arxiv_id, shown.doi, shown.row.published) == ("2403.00001", "10.1000/1", "2024-03-07")
    assert {seen.name for seen in shown.seen_in} == {"known.md", "bare.md"}
    assert library.undo.state().undo == UndoLabel(UndoKind.MERGE_PAPERS, 2)


def test_merged_the_other_way_round_the_better_texts_stay(
    library: LibraryServices, two: tuple[PaperId, PaperId]
) -> None:
    known, bare = two
    library.duplicates.merge(bare, [known], {})
    shown = details(library, bare)
    assert (shown.row.title, shown.row.translated_title) == ("A study", "关于课题1的研究")
    assert (shown.row.arxiv_id, shown.row.arxiv_version) == ("2403.00001", 1)
    assert shown.text(TextKind.ABSTRACT, "zh") == "我们研究课题1，并给出结果。 "
    library.undo.undo()
    assert details(library, known).row.arxiv_id == "2403.00001"
    assert details(library, bare).row.arxiv_id == ""


def test_each_field_is_taken_from_the_paper_that_was_chosen(
    library: LibraryServices, two: tuple[PaperId, PaperId]
) -> None:
    known, bare = two
    library.editing.edit_fact(bare, Fact.AUTHORS, "Ada Lovelace")
    library.editing.edit_fact(known, Fact.AUTHORS, "Alan Turing")
    library.duplicates.merge(known, [bare], {TITLE: bare, Fact.AUTHORS: bare})
    shown = details(library, known)
    assert (shown.row.title, shown.row.authors) == ("A study", ("Ada Lovelace",))
    assert shown.row.translated_title == "关于课题1的研究"
    library.editing.revert_text(known, *TITLE)
    assert details(library, known).row.title == "A study of subject 1"


def test_notes_are_joined_each_once(library: LibraryServices, import_entries: ImportEntries) -> None:
    papers = import_entries("many.md", *(entry(number) for number in range(1, 5))).changes.papers_added
    for paper, note in zip(papers, ("First.", "Second.\nIn two lines.", "First.", ""), strict=True):
        library.editing.edit_text(paper, TextKind.NOTE, "", note)
    library.duplicates.merge(papers[0], papers[1:], {})
    assert details(library, papers[0]).text(TextKind.NOTE, "") == "First.\n\nSecond.\nIn two lines."
    library.undo.undo()
    assert details(library, papers[0]).text(TextKind.NOTE, "") == "First."


def test_tags_collections_and_how_far_one_is_come_together(
    library: LibraryServices, two: tuple[PaperId, PaperId]
) -> None:
    known, bare = two
    library.labels.tag([known], ["ml", "vision"])
    library.labels.tag([bare], ["ml", "seminar"])
    library.reading_list.set_status([bare], Status.READ)
    library.reading_list.set_starred([bare], True)
    library.reading_list.set_priority([known], Priority.HIGH)
    library.reading_list.set_due([bare], "2026-12-01")
    library.duplicates.merge(known, [bare], {})
    row = details(library, known).row
    assert [tag.name for tag in row.tags] == ["ml", "seminar", "vision"]
    assert (row.status, row.starred, row.priority, row.due) == (Status.READ, True, Priority.HIGH, "2026-12-01")
    library.undo.undo()
    assert [tag.name for tag in details(library, known).row.tags] == ["ml", "vision"]
    assert details(library, known).row.status is Status.INBOX


def test_a_queued_paper_keeps_its_place(library: LibraryServices, import_entries: ImportEntries) -> None:
    papers = import_entries("many.md", *(entry(number) for number in range(1, 5))).changes.papers_added
    library.reading_list.set_status([papers[0], papers[1], papers[2]], Status.QUEUED)
    library.duplicates.merge(papers[3], [papers[1]], {})
    assert papers_in(library, Listing(place=Place.QUEUE)) == [papers[0], papers[3], papers[2]]


def test_a_paper_that_was_read_before_it_was_merged_is_no_more_in_the_queue(
    library: LibraryServices, two: tuple[PaperId, PaperId]
) -> None:
    library.reading_list.set_status([two[0]], Status.QUEUED)
    library.reading_list.set_status([two[1]], Status.READ)
    library.duplicates.merge(two[0], [two[1]], {})
    assert papers_in(library, Listing(place=Place.QUEUE)) == []
    library.undo.undo()
    assert papers_in(library, Listing(place=Place.QUEUE)) == [two[0]]


def test_files_and_marks_go_along_and_come_back(
    library: LibraryServices, two: tuple[PaperId, PaperId], given: Give
) -> None:
    known, bare = two
    ours = attach(library, known, given("ours.pdf", made_pdf("1")), None)
    theirs = attach(library, bare, given("theirs.pdf", made_pdf("2")), None)
    marks = (mark_on(known, ours), mark_on(bare, theirs))
    library.marking.apply(added(*marks))
    library.duplicates.merge(known, [bare], {})
    assert sha256s(library, known) == [ours, theirs]
    assert {mark.id for mark in library.marking.marks(known)} == {mark.id for mark in marks}
    library.undo.undo()
    assert (sha256s(library, known), sha256s(library, bare)) == ([ours], [theirs])
    assert library.marking.marks(bare) == (marks[1],)


def test_who_reads_on_in_a_paper_that_was_merged_marks_the_one_that_was_kept(
    library: LibraryServices, two: tuple[PaperId, PaperId], given: Give
) -> None:
    known, bare = two
    sha256 = attach(library, bare, given("theirs.pdf", made_pdf("")), None)
    library.duplicates.merge(known, [bare], {})
    assert library.reading.open(bare, sha256).paper == known
    library.marking.apply(added(mark_on(bare, sha256)))
    library.reading.remember(bare, sha256, ReadingPlace(page=2))
    assert len(library.marking.marks(known)) == len(library.marking.marks(bare)) == 1
    assert left_at(library, known) == 2
    library.undo.undo()
    assert (len(library.marking.marks(known)), len(library.marking.marks(bare))) == (0, 1)


def left_at(library: LibraryServices, paper: PaperId) -> int:
    """The page at which its file was left."""
    statement = "SELECT json_extract(place, '$.page') FROM reading_places WHERE paper_id = ?"
    (page,) = library._file.connection.execute(statement, (paper,)).fetchone()
    return int(page)


def test_the_same_file_is_there_once_with_the_marks_of_both(
    library: LibraryServices, two: tuple[PaperId, PaperId], given: Give
) -> None:
    known, bare = two
    same = attach(library, known, given("same.pdf", made_pdf("")), None)
    with library._file.transaction() as connection:  # as two downloads of one paper under two ids leave it
        connection.exec_driver_sql(
            "INSERT INTO files (paper_id, path, sha256, size, added_at) VALUES (?, 'papers/twin.pdf', ?, 1, 0)",
            (bare, same),
        )
    marks = (mark_on(known, same), mark_on(bare, same))
    library.marking.apply(added(*marks))
    library.reading.remember(bare, same, ReadingPlace(page=3))
    library.duplicates.merge(known, [bare], {})
    assert sha256s(library, known) == [same]
    assert left_at(library, known) == 3
    assert {mark.id for mark in library.marking.marks(known)} == {mark.id for mark in marks}
    library.undo.undo()
    assert (library.marking.marks(known), library.marking.marks(bare)) == ((marks[0],), (marks[1],))
    library.reading.remember(known, same, ReadingPlace(page=1))
    library.undo.redo()
    assert (len(library.marking.marks(known)), left_at(library, known)) == (2, 3)


def test_what_was_to_be_fetched_is_fetched_for_the_paper_that_has_the_id_now(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    bare = import_entries("bare.md", entry(2, title="A study", **BARE)).changes.papers_added[0]
    (with_id,) = add(library, "2403.00001")
    library.duplicates.merge(bare, [with_id], {})
    assert [(wish.paper, wish.arxiv_id) for wish in due(library)] == [(bare, "2403.00001")]
    answer(library, record("2403.00001"))
    shown = details(library, bare)
    assert (shown.row.authors, shown.row.title) == (("Ada Lovelace", "Alan Turing"), "A study")


def test_a_fact_that_was_chosen_against_arxiv_stays_when_arxiv_answers(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    papers = import_entries("two.md", entry(1), entry(2)).changes.papers_added
    for paper, doi in zip(papers, ("10.1000/one", "10.1000/two"), strict=True):
        want(library, paper)
        answer(library, record(details(library, paper).row.arxiv_id, doi=doi))
    library.duplicates.merge(papers[0], [papers[1]], {Fact.DOI: papers[1]})
    want(library, papers[0])
    answer(library, record("2403.00001", doi="10.1000/one"))
    assert details(library, papers[0]).doi == "10.1000/two"


def test_papers_can_be_merged_again_and_again(library: LibraryServices, import_entries: ImportEntries) -> None:
    papers = import_entries("many.md", *(entry(number) for number in range(1, 5))).changes.papers_added
    library.duplicates.merge(papers[0], [papers[1]], {})
    library.duplicates.merge(papers[2], [papers[0], papers[3]], {Fact.ARXIV_ID: papers[0]})
    assert papers_in(library) == [papers[2]]
    assert details(library, papers[2]).row.arxiv_id == "2403.00004"
    plan = library.adding.plan(" ".join(f"2403.{number:05}" for number in range(1, 5)))
    assert {planned.paper for planned in plan.ids} == {papers[2]}
    library.undo.undo()
    library.undo.undo()
    assert papers_in(library) == sorted(papers, reverse=True)
    assert library.checking.check(Job()).whole


@pytest.mark.parametrize("gone", ["never there", "in the Trash"])
def test_only_papers_of_the_list_are_merged(library: LibraryServices, two: tuple[PaperId, PaperId], gone: str) -> None:
    other = PaperId(99)
    if gone == "in the Trash":
        library.organising.move_to_trash([two[1]])
        other = two[1]
    with pytest.raises(InputError) as refused:
        library.duplicates.merge(two[0], [other], {})
    assert refused.value.reason is Reason.NO_SUCH_PAPER
    assert not library.duplicates.merge(two[0], [two[0]], {})


TYPED = [(TextKind.TITLE, ORIGINAL), (TextKind.TITLE, "zh"), (TextKind.SUMMARY, "zh"), (TextKind.ABSTRACT, ORIGINAL)]
EDITS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3)), max_size=8)


@pytest.fixture
def three(import_entries: ImportEntries) -> tuple[PaperId, ...]:
    return import_entries("three.md", *(entry(number) for number in (1, 2, 3))).changes.papers_added


@pytest.mark.timeout(1800)  # the whole figure takes minutes
def test_nothing_typed_is_lost(library: LibraryServices, three: tuple[PaperId, ...], full_run: bool) -> None:
    def check(edits: list[tuple[int, int]], keep: int, notes: list[str]) -> None:
        steps = 1
        typed: dict[tuple[TextKind, str], list[str]] = {}
        for number, which in edits:
            value = f"typed {number} 手写"
            steps += bool(library.editing.edit_text(three[number], *TYPED[which], value))
            typed.setdefault(TYPED[which], []).append(value)
        for paper, note in zip(three, notes, strict=True):
            steps += bool(library.editing.edit_text(paper, TextKind.NOTE, "", note))
        before = [details(library, paper) for paper in three]
        library.duplicates.merge(three[keep], [paper for paper in three if paper != three[keep]], {})
        merged = details(library, three[keep])
        assert all(merged.text(*field) in values for field, values in typed.items())
        assert all(note in merged.text(TextKind.NOTE, "") for note in notes)
        stored = in_transaction(library, lambda c: c.exec_driver_sql("SELECT value FROM texts").scalars().all())
        assert {value for values in typed.values() for value in values} <= set(stored)
        library.undo.undo()
        assert [details(library, paper) for paper in three] == before
        for _ in range(steps - 1):
            library.undo.undo()

    note = st.text("ab 注", max_size=4).map(str.strip)
    checked = with_(EDITS, st.integers(0, 2), st.lists(note, min_size=3, max_size=3))(check)
    settings(max_examples=500 if full_run else 30, deadline=None, database=None)(checked)()
