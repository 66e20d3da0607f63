"""Importing: what is new, what is known, and that nothing typed is lost."""

from pathlib import Path

from desktop.domain.exporting import DigestSource
from desktop.domain.import_plan import ImportOptions, RowState
from desktop.domain.listing import Listing, Place
from desktop.domain.paper import ORIGINAL, TextKind
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, digest_bytes, entry, papers_in


def titles(library: LibraryServices, listing: Listing | None = None) -> list[str]:
    return [row.title for row in library.browse.rows(papers_in(library, listing))]


def test_papers_stand_in_the_order_of_the_file_with_clean_texts(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    result = import_entries("cs.CV.md", entry(1), entry(2), entry(3))

    assert (result.digests_added, result.papers_added) == (1, 3)
    assert titles(library) == ["A study of subject 1", "A study of subject 2", "A study of subject 3"]
    (first, *_) = papers_in(library)
    details = library.browse.details(first)
    assert details is not None
    assert details.text(TextKind.ABSTRACT, ORIGINAL) == "We study subject 1 at length. "
    assert details.text(TextKind.TITLE, "zh") == "关于课题1的研究"
    assert (details.row.arxiv_id, details.row.arxiv_version, details.row.published) == ("2403.00001", 1, "2024-03")
    assert [(seen.name, seen.position) for seen in details.seen_in] == [("cs.CV.md", 1)]


def test_planning_writes_nothing(library: LibraryServices, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(digest_bytes(entry(1)))

    plan = library.importing.plan([path], ImportOptions(), Job())

    assert plan.count(RowState.NEW) == 1
    assert titles(library) == []


def test_a_known_paper_is_not_added_twice(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("monday.md", entry(1), entry(2))

    result = import_entries("tuesday.md", entry(2), entry(3))

    assert result.papers_added == 1
    assert sorted(titles(library)) == ["A study of subject 1", "A study of subject 2", "A study of subject 3"]
    assert [row.digest_count for row in library.browse.rows(papers_in(library))] == [
        1,
        1,
        2,
    ]


def test_the_same_file_twice_changes_nothing(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", entry(1))
    before = library.undo.state()

    result = import_entries("a.md", entry(1))

    assert (result.digests_added, result.digests_already, result.papers_added) == (0, 1, 0)
    assert not result.changes
    assert library.undo.state() == before


def test_one_plan_with_the_same_paper_twice_adds_one_paper(library: LibraryServices, tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_bytes(digest_bytes(entry(1), entry(2)))

    plan = library.importing.plan([tmp_path / "a.md", tmp_path / "b.md"], ImportOptions(), Job())
    result = library.importing.apply(plan, Job())

    assert (plan.count(RowState.NEW), plan.count(RowState.KNOWN)) == (2, 2)
    assert (result.digests_added, result.papers_added) == (2, 2)


def test_an_unticked_row_brings_no_paper_and_stays_in_the_digest(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    result = import_entries("a.md", entry(1), entry(2), unticked=frozenset({(0, 0)}))

    assert titles(library) == ["A study of subject 2"]
    document = library.exporting.document(DigestSource(result.changes.digests[0]))
    assert document.data == digest_bytes(entry(1), entry(2))


def test_a_newer_version_is_shown_and_an_older_one_is_not(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    newer = entry(1, title="A better study", abstract="arXiv:2403.00001v2 Announce Type: replace  Abstract: Better.")
    import_entries("a.md", entry(1))

    assert import_entries("b.md", newer).papers_changed == 1
    assert titles(library) == ["A better study"]
    assert import_entries("c.md", entry(1)).papers_changed == 0
    assert titles(library) == ["A better study"]
    assert len(library.browse.list_papers(Listing(query="title:better")).ids) == 1
    assert len(library.browse.list_papers(Listing(query="subject")).ids) == 0


def test_a_newer_version_without_translation_takes_none_away(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    newer = "arXiv:2403.00001v2 Announce Type: replace  Abstract: Better."
    import_entries("a.md", entry(1))

    import_entries("b.md", entry(1, abstract=newer, translated_abstract="", summary=""))

    (row,) = library.browse.rows(papers_in(library))
    details = library.browse.details(row.id)
    assert details is not None
    assert details.text(TextKind.ABSTRACT, "zh") == "我们研究课题1，并给出结果。 "
    assert row.arxiv_version == 2

    import_entries("c.md", entry(1, abstract=newer.replace("Better", "Translated")))

    details = library.browse.details(row.id)
    assert details is not None
    assert details.text(TextKind.ABSTRACT, ORIGINAL) == "Translated."


def test_a_translation_that_comes_later_with_an_older_version_is_shown(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    newer = "arXiv:2403.00001v2 Announce Type: replace  Abstract: Better."
    untranslated = entry(1, abstract=newer, translated_title="", translated_abstract="", summary="")

    import_entries("a.md", untranslated, entry(1))

    (row,) = library.browse.rows(papers_in(library))
    assert (row.translated_title, row.arxiv_version) == ("关于课题1的研究", 2)


def test_what_a_person_typed_outlives_a_newer_version(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", entry(1))
    (paper,) = papers_in(library)
    library.editing.edit_text(paper, TextKind.TITLE, ORIGINAL, "My title")
    library.editing.edit_text(paper, TextKind.SUMMARY, "zh", "我的总结")

    import_entries(
        "b.md", entry(1, title="X", summary="Y", abstract="arXiv:2403.00001v7 Announce Type: new  Abstract: Z")
    )

    details = library.browse.details(paper)
    assert details is not None
    assert (details.row.title, details.row.arxiv_version) == ("My title", 7)
    assert details.text(TextKind.SUMMARY, "zh") == "我的总结"
    assert details.text(TextKind.ABSTRACT, ORIGINAL) == "Z"


def test_a_paper_without_id_is_known_by_its_title_and_can_be_split(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", entry(1))
    (paper,) = papers_in(library)
    import_entries("b.md", entry(1, link="", abstract="Another paper."))
    details = library.browse.details(paper)
    assert details is not None
    (guess,) = [seen for seen in details.seen_in if seen.by_title]

    library.editing.split(paper, guess.digest, guess.position)

    assert len(papers_in(library)) == 2
    again = import_entries("c.md", entry(1, link="", abstract="Another paper."))
    assert (again.papers_added, again.papers_changed) == (0, 0)
    library.undo.undo()
    library.undo.undo()
    assert papers_in(library) == [paper]


def test_papers_without_title_and_id_are_different_papers(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    result = import_entries("a.md", entry(1, title="", link=""), entry(2, title="", link=""))

    assert result.papers_added == 2


def test_undo_takes_an_import_back_and_importing_again_brings_it_back(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", entry(1), entry(2))

    library.undo.undo()
    assert titles(library) == []
    assert library.browse.sidebar().digests == ()
    assert titles(library, Listing(place=Place.TRASH)) == []

    assert import_entries("a.md", entry(1), entry(2)).papers_added == 2
    assert titles(library) == ["A study of subject 1", "A study of subject 2"]


def test_an_import_that_was_taken_back_leaves_no_texts_for_the_next(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("bad.md", entry(1, translated_title="坏"))
    library.undo.undo()

    import_entries("good.md", entry(1, translated_title="好"))

    assert [row.translated_title for row in library.browse.rows(papers_in(library))] == ["好"]
    assert papers_in(library, Listing(query="坏")) == []


def test_a_removed_digest_comes_back_with_its_papers(library: LibraryServices, import_entries: ImportEntries) -> None:
    (digest,) = import_entries("a.md", entry(1), entry(2)).changes.digests
    library.organising.remove_digest(digest)
    assert titles(library) == []
    assert len(titles(library, Listing(place=Place.TRASH))) == 2

    again = import_entries("a.md", entry(1), entry(2), unticked=frozenset({(0, 0)}))

    assert (again.digests_added, again.papers_added) == (1, 1)
    assert titles(library) == ["A study of subject 2"]


def test_removing_a_digest_keeps_papers_that_others_hold_or_somebody_worked_on(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    (digest,) = import_entries("a.md", entry(1), entry(2), entry(3)).changes.digests
    import_entries("b.md", entry(2))
    library.editing.edit_text(papers_in(library)[-1], TextKind.NOTE, "", "keep")

    library.organising.remove_digest(digest)

    assert sorted(titles(library)) == ["A study of subject 2", "A study of subject 3"]
