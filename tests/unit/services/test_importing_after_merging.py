"""What comes again of a paper that was merged away finds the one that was kept (RELIABILITY promise 15)."""

import pytest
from hypothesis import given as with_
from hypothesis import settings
from hypothesis import strategies as st

from desktop.domain.adding import AddState
from desktop.domain.ids import PaperId
from desktop.domain.import_plan import ImportOptions, RowState
from desktop.domain.listing import Listing, Place
from desktop.domain.merging import TextField
from desktop.domain.paper import ORIGINAL, Fact, TextKind
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.db.arxiv import details
from tests.unit.pdf.made_pdfs import made_pdf
from tests.unit.services.conftest import ImportEntries, digest_bytes, entry, papers_in
from tests.unit.services.marked_papers import attach
from tests.unit.services.pdf_files import Give, given, plain
from tests.unit.services.random_library import empty_library
from tests.unit.services.test_importing_again import bring, told

__all__ = ["given"]

TITLE = TextField(TextKind.TITLE, ORIGINAL)


@pytest.fixture
def two(library: LibraryServices, import_entries: ImportEntries) -> tuple[PaperId, PaperId]:
    """Two papers with ids of their own: the one that is kept, and the one that will be merged into it."""
    keep, away = (import_entries(f"{number}.md", entry(number)).changes.papers_added[0] for number in (1, 2))
    return keep, away


def test_both_ids_are_known(library: LibraryServices, two: tuple[PaperId, PaperId]) -> None:
    keep, away = two
    library.duplicates.merge(keep, [away], {})
    plan = library.adding.plan("2403.00001 2403.00002v1")
    assert [(planned.state, planned.paper) for planned in plan.ids] == [(AddState.KNOWN, keep)] * 2
    assert library.adding.add(plan, download=False).added == ()
    library.undo.undo()
    assert [planned.paper for planned in library.adding.plan("2403.00001 2403.00002").ids] == [keep, away]


def test_a_kept_paper_takes_either_id_and_both_stay_known(
    library: LibraryServices, two: tuple[PaperId, PaperId]
) -> None:
    keep, away = two
    library.duplicates.merge(keep, [away], {Fact.ARXIV_ID: away})
    assert details(library, keep).row.arxiv_id == "2403.00002"
    assert {planned.paper for planned in library.adding.plan("2403.00001 2403.00002").ids} == {keep}
    library.undo.undo()
    assert [planned.paper for planned in library.adding.plan("2403.00001 2403.00002").ids] == [keep, away]


def test_a_digest_under_another_name_adds_nothing_and_changes_no_choice(
    library: LibraryServices, import_entries: ImportEntries, two: tuple[PaperId, PaperId]
) -> None:
    keep, away = two
    library.duplicates.merge(keep, [away], {})
    before = details(library, keep).row
    newer = entry(2, abstract="arXiv:2403.00002v7 Announce Type: replace  Abstract: Newer.", summary="更好的摘要。")
    result = import_entries("again.md", newer, entry(1))
    assert result.papers_added == 0
    after = details(library, keep).row
    assert (after.title, after.arxiv_id, after.arxiv_version) == (before.title, "2403.00001", 1)
    assert after.digest_count == before.digest_count + 1
    plan = import_entries("once more.md", entry(2))
    assert plan.papers_added == 0


def test_a_plan_says_which_paper_a_row_is_about(library: LibraryServices, two: tuple[PaperId, PaperId]) -> None:
    keep, away = two
    library.duplicates.merge(keep, [away], {})
    plan = library.importing.plan_texts([("again.md", digest_bytes(entry(2)))], ImportOptions(), Job())
    (row,) = plan.digests[0].rows
    assert (row.state, row.paper, row.by_title) == (RowState.KNOWN, keep, False)


def test_a_title_without_an_id_finds_the_kept_paper(
    library: LibraryServices, import_entries: ImportEntries, two: tuple[PaperId, PaperId]
) -> None:
    keep, away = two
    library.duplicates.merge(keep, [away], {})
    result = import_entries("no ids.md", entry(2, link="", abstract="A page without ids."))
    assert (result.papers_added, papers_in(library)) == (0, [keep])


def test_a_pdf_is_recognised_by_content_and_doi(
    library: LibraryServices, two: tuple[PaperId, PaperId], given: Give
) -> None:
    keep, away = two
    path = given("theirs.pdf", made_pdf("a text"))
    attach(library, away, path, None)
    library.editing.edit_fact(away, Fact.DOI, "10.1000/Away")
    library.editing.edit_fact(keep, Fact.DOI, "10.1000/keep")
    library.duplicates.merge(keep, [away], {Fact.DOI: keep})
    other = given("other.pdf", plain("A title of its own", doi="10.1000/away"))
    plan = library.adding.plan_files([path, other], Job())
    assert {pdf.paper for pdf in plan.pdfs} == {keep}
    library.adding.add(plan, download=False)
    assert papers_in(library) == [keep]


def test_a_kept_paper_comes_back_from_the_trash(
    library: LibraryServices, import_entries: ImportEntries, two: tuple[PaperId, PaperId]
) -> None:
    keep, away = two
    library.duplicates.merge(keep, [away], {})
    library.organising.move_to_trash([keep])
    import_entries("again.md", entry(2))
    assert papers_in(library) == [keep]


def test_where_the_kept_paper_is_gone_what_was_merged_into_it_comes_as_new(
    library: LibraryServices, import_entries: ImportEntries, two: tuple[PaperId, PaperId]
) -> None:
    keep, away = two
    library.duplicates.merge(keep, [away], {})
    library.organising.move_to_trash([keep])
    library.trash.empty()
    result = import_entries("again.md", entry(2))
    assert result.papers_added == 1
    (paper,) = papers_in(library)
    assert details(library, paper).row.arxiv_id == "2403.00002"
    import_entries("the other.md", entry(1))
    assert len(papers_in(library)) == 2
    for _ in range(3):
        library.undo.undo()
    assert papers_in(library, Listing(place=Place.TRASH)) == [keep]
    assert library.checking.check(Job()).whole


NUMBERS = st.lists(st.integers(1, 6), min_size=2, max_size=6, unique=True)
MERGES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), min_size=1, max_size=4)
AGAIN = st.lists(
    st.tuples(NUMBERS, st.integers(1, 4), st.sampled_from(["same", "plain", "first feed", "no id"])), max_size=4
)


def check(
    first: list[int], merges: list[tuple[int, int, bool]], again: list[tuple[list[int], int, str]], undo: bool
) -> None:
    with empty_library() as (library, folder):
        bring(library, folder, "first.md", [entry(number) for number in first])
        of_number = {number: paper for paper, number in zip(papers_in(library), first, strict=True)}
        for one, other, take_id in merges:
            papers = papers_in(library)
            keep, away = papers[one % len(papers)], papers[other % len(papers)]
            library.duplicates.merge(keep, [away], {Fact.ARXIV_ID: away} if take_id else {})
        kept = papers_in(library)
        for paper in kept:
            library.editing.edit_text(paper, *TITLE, f"typed {paper}")
        for number, (numbers, version, manner) in enumerate(again):
            bring(library, folder, f"{number}.md", [told(paper, version, manner) for paper in numbers])
        fresh = {number for numbers, *_ in again for number in numbers} - set(first)
        assert len(papers_in(library)) == len(kept) + len(fresh)
        assert all(details(library, paper).row.title == f"typed {paper}" for paper in kept)
        assert not set(library.duplicates.find(Job()))
        if undo:
            (steps,) = library._file.connection.execute("SELECT count(*) FROM undo_steps").fetchone()
            for _ in range(steps - 1):  # all but the first import
                library.undo.undo()
            found = {paper: details(library, paper).row.arxiv_id for paper in papers_in(library)}
            assert found == {paper: f"2403.{number:05}" for number, paper in of_number.items()}


@pytest.mark.timeout(1800)  # the whole figure takes minutes
def test_nothing_comes_twice_however_papers_were_merged(full_run: bool) -> None:
    runner = settings(max_examples=500 if full_run else 30, deadline=None, database=None)
    runner(with_(NUMBERS, MERGES, AGAIN, st.booleans())(check))()
