"""What the places of the reading list show, and in which order."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.ids import PaperId
from desktop.domain.labels import TagLabel
from desktop.domain.listing import Column, Listing, Place, Sort
from desktop.domain.reading import ReadingPlace
from desktop.domain.reading_list import Priority, Status
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, give_pdf, papers_in


@pytest.fixture
def papers(library: LibraryServices, import_entries: ImportEntries) -> list[PaperId]:
    """Five papers, the oldest first: the last row of the digest, about subject 5."""
    import_entries("a.md", *(entry(number) for number in range(1, 6)))
    return sorted(papers_in(library))


def day(ahead: int) -> str:
    """So many days from today, where the person is."""
    return str(datetime.now(UTC).astimezone().date() + timedelta(days=ahead))


def sunday() -> int:
    """In how many days this week ends."""
    return 6 - datetime.now(UTC).astimezone().date().weekday()


def read(library: LibraryServices, paper: PaperId, at_ms: int) -> None:
    library.reading.remember(paper, f"{paper:064}", ReadingPlace())
    library._file.connection.execute("UPDATE reading_places SET read_at = ? WHERE paper_id = ?", (at_ms, paper))


def test_due_shows_what_is_unfinished_until_sunday_the_most_urgent_first(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    late, soon, urgent, next_week, done = papers
    for paper, due in ((late, -40), (soon, sunday()), (urgent, sunday()), (next_week, sunday() + 1), (done, 0)):
        library.reading_list.set_due([paper], day(due))
    library.reading_list.set_priority([urgent], Priority.HIGH)
    library.reading_list.set_status([done], Status.READ)
    assert papers_in(library, Listing(Place.DUE)) == [late, urgent, soon]


def test_recently_read_shows_the_last_thirty_days_the_last_one_first(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    first, second, third, *_ = papers
    now = datetime.now(UTC).timestamp() * 1000
    for paper, days in ((first, 29), (second, 1), (third, 31)):
        read(library, paper, int(now - days * 86_400_000))
    assert papers_in(library, Listing(Place.RECENTLY_READ)) == [second, first]
    (row,) = library.browse.rows([second])
    assert row.last_read == datetime.fromtimestamp(int(now - 86_400_000) / 1000, UTC)


def test_what_was_marked_as_read_of_late_is_recently_read(library: LibraryServices, papers: list[PaperId]) -> None:
    opened, marked, long_ago, unread, _ = papers
    read(library, opened, int(datetime.now(UTC).timestamp() * 1000) - 86_400_000)
    library.reading_list.set_status([marked, long_ago, unread], Status.READ)
    library._file.connection.execute("UPDATE papers SET finished_at = 1 WHERE id = ?", (long_ago,))
    library.reading_list.set_status([unread], Status.INBOX)
    assert papers_in(library, Listing(Place.RECENTLY_READ)) == [marked, opened]
    assert library.browse.sidebar().recently_read == 2


def test_reading_shows_what_was_begun_last_first(library: LibraryServices, papers: list[PaperId]) -> None:
    library.reading_list.set_status(papers[3:4], Status.READING)
    give_pdf(library, papers[1])
    library.reading_list.opened(papers[1])
    library._file.connection.execute("UPDATE papers SET status_at = 1 WHERE id = ?", (papers[3],))
    assert papers_in(library, Listing(Place.READING)) == [papers[1], papers[3]]


def test_a_tag_shows_papers_of_the_tags_below_it(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.tag(papers[:1], ["ML/Vision"])
    library.labels.tag(papers[1:2], ["ml"])
    library.labels.tag(papers[2:3], ["ml-ops"])
    tags = {tag.name: tag.id for tag in library.browse.sidebar().tags}
    assert papers_in(library, Listing(Place.TAG, tags["ml"])) == [papers[1], papers[0]]
    assert papers_in(library, Listing(Place.TAG, tags["ML/Vision"])) == papers[:1]
    assert [row.tags for row in library.browse.rows(papers[:2])] == [(TagLabel("ML/Vision"),), (TagLabel("ml"),)]


def test_a_collection_shows_papers_of_those_below_it_once(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.new_collection("Thesis")
    (thesis,) = library.labels.collections()
    library.labels.new_collection("Chapter 1", thesis.id)
    chapter = library.labels.collections()[1]
    library.labels.collect(papers[:2], chapter.id)
    library.labels.collect(papers[1:3], thesis.id)
    assert papers_in(library, Listing(Place.COLLECTION, thesis.id)) == papers[2::-1]
    assert papers_in(library, Listing(Place.COLLECTION, chapter.id)) == papers[1::-1]


def test_a_saved_search_is_live_and_can_be_searched_in(library: LibraryServices, papers: list[PaperId]) -> None:
    library.labels.save_search("Next", "status:queued")
    (saved,) = library.labels.searches()
    place = Listing(Place.SEARCH, saved.id)
    assert papers_in(library, place) == []
    library.reading_list.set_status(papers[:3], Status.QUEUED)
    assert papers_in(library, place) == papers[2::-1]
    assert papers_in(library, Listing(Place.SEARCH, saved.id, query='"subject 4"')) == [papers[1]]
    library.labels.delete_search(saved.id)
    assert papers_in(library, place) == []


def test_words_are_looked_for_in_the_place_that_is_shown(library: LibraryServices, papers: list[PaperId]) -> None:
    library.reading_list.set_status(papers[1:3], Status.QUEUED)
    assert papers_in(library, Listing(Place.QUEUE, query='"subject 4"')) == [papers[1]]
    assert papers_in(library, Listing(Place.INBOX, query='"subject 4"')) == []


@pytest.mark.parametrize("column", [Column.STATUS, Column.STARRED, Column.PRIORITY, Column.DUE, Column.TAGS])
def test_a_column_orders_papers_both_ways(library: LibraryServices, papers: list[PaperId], column: Column) -> None:
    first, second, *_ = papers
    library.reading_list.set_status([second], Status.READ)
    library.reading_list.set_status([first], Status.ARCHIVED)
    library.reading_list.set_priority([second], Priority.LOW)
    library.reading_list.set_priority([first], Priority.HIGH)
    library.reading_list.set_starred([first], True)
    library.reading_list.set_due([first], day(2))
    library.reading_list.set_due([second], day(1))
    library.labels.tag([first], ["zebra"])
    library.labels.tag([second], ["ant"])
    last_first = papers_in(library, Listing(sort=Sort(column, descending=True)))
    assert last_first[0] == first
    if column is not Column.STARRED:
        assert last_first[1] == second
    rising = papers_in(library, Listing(sort=Sort(column)))
    unknown_last = column in (Column.DUE, Column.TAGS)
    assert rising.index(second) < rising.index(first)
    assert (rising[:2] == [second, first]) is unknown_last


def test_what_was_never_read_stands_at_the_end(library: LibraryServices, papers: list[PaperId]) -> None:
    read(library, papers[1], 5)
    read(library, papers[2], 9)
    assert papers_in(library, Listing(sort=Sort(Column.LAST_READ)))[:2] == [papers[1], papers[2]]
    assert papers_in(library, Listing(sort=Sort(Column.LAST_READ, descending=True)))[:2] == [papers[2], papers[1]]
