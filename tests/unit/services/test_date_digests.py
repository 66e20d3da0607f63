"""The timeline of real libraries."""

from datetime import UTC, date, datetime
from pathlib import Path

from desktop.domain.digest_dates import DigestDate, ToldBy
from desktop.domain.import_plan import ImportOptions
from desktop.domain.progress import Job
from desktop.domain.reading_list import Status
from desktop.domain.timeline import TimelineDigest
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, papers_in


def by_name(library: LibraryServices) -> dict[str, TimelineDigest]:
    return {digest.name: digest for digest in library.timeline.digests(UTC)}


def test_a_digest_tells_what_it_brought(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("cs.CV-2024-03-01.md", entry(1), entry(2))
    import_entries("cs.LG-2024-03-02.md", entry(2), entry(3), entry(4))
    found = by_name(library)
    first, second = found["cs.CV-2024-03-01.md"], found["cs.LG-2024-03-02.md"]
    assert (first.papers, first.brought, first.known) == (2, 2, 0)
    assert (second.papers, second.brought, second.known) == (3, 2, 1)
    assert (second.category, second.language) == ("cs.LG", "zh")
    assert second.date == DigestDate(date(2024, 3, 2), ToldBy.NAME)


def test_what_was_there_before_any_digest_was_brought_by_none(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", entry(1))
    library._file.connection.execute("UPDATE papers SET added_at = added_at - 1000")
    assert by_name(library)["a.md"].known == 1


def test_a_digest_tells_how_far_a_person_is_with_it(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", *(entry(number) for number in range(1, 5)))
    papers = papers_in(library)
    library.reading_list.set_status(papers[:1], Status.READ)
    library.reading_list.set_status(papers[1:2], Status.ARCHIVED)
    library.reading_list.set_starred(papers[:3], True)
    library.organising.move_to_trash(papers[3:])
    digest = by_name(library)["a.md"]
    assert (digest.papers, digest.inbox, digest.read, digest.starred, digest.triaged) == (3, 1, 1, 3, 2)


def test_a_paper_that_a_digest_holds_twice_is_one(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", entry(1), entry(1, summary="又一次。"))
    assert by_name(library)["a.md"].papers == 1


def test_an_empty_digest_stands_there_too(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("empty.md")
    digest = by_name(library)["empty.md"]
    assert (digest.papers, digest.date.told_by) == (0, ToldBy.IMPORT)
    assert digest.date.day == datetime.now(UTC).date()


def test_an_old_digest_without_a_date_is_of_the_month_of_its_papers(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("cs.CV.75f0eeab.md", entry(1))
    assert by_name(library)["cs.CV.75f0eeab.md"].date == DigestDate(date(2024, 3, 1), ToldBy.PAPERS, day_known=False)


def test_a_digest_in_the_trash_is_left_out(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", entry(1))
    library.organising.remove_digest(by_name(library)["a.md"].id)
    assert library.timeline.digests() == ()


def test_the_category_of_most_papers_is_that_of_a_digest_whose_name_tells_none(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("mine.md", *(entry(number) for number in range(1, 4)))
    library._file.connection.execute("UPDATE papers SET categories = 'cs.RO' WHERE id < 3")
    assert by_name(library)["mine.md"].category == "cs.RO"
    library._file.connection.execute("UPDATE papers SET categories = '' WHERE id = 2")
    assert by_name(library)["mine.md"].category == ""


def test_a_daily_papers_page_is_of_the_date_that_it_tells(library: LibraryServices, shared: Path) -> None:
    (page,) = (shared / "seeds").glob("003_*.txt")
    plan = library.importing.plan([page], ImportOptions(), Job())
    library.importing.apply(plan, Job())
    (digest,) = library.timeline.digests(UTC)
    assert digest.date.told_by is ToldBy.PAGE
    assert (digest.date.day.month, digest.date.day.day) == (12, 31)
    assert digest.brought == 38
