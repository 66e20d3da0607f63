"""Statistics of a real library."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from desktop.domain.errors import FileError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.plot import Bar, Plot
from desktop.domain.reading_list import Status
from desktop.domain.statistics import CategoryCount, ReadingFigures
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, papers_in

NOW = datetime.now(UTC)
TODAY = NOW.date()
PLOT = Plot("Read", "Week", ("Read",), (Bar("16 Nov", "2026-11-16", (3,)),))
HEADS = ("Plot", "Bar", "Series", "Papers")


def figures(library: LibraryServices) -> ReadingFigures:
    return library.statistics.figures(NOW, UTC)


@pytest.fixture
def five(library: LibraryServices, import_entries: ImportEntries) -> list[PaperId]:
    import_entries("cs.CV.md", *(entry(number) for number in range(1, 6)))
    return papers_in(library)


def dated(library: LibraryServices, paper: PaperId, **days: int | None) -> None:
    """Put moments of a paper so many days before now, as if it had been then."""
    for column, ago in days.items():
        moment = None if ago is None else round((NOW - timedelta(days=ago)).timestamp() * 1000)
        library._file.connection.execute(f"UPDATE papers SET {column} = ? WHERE id = ?", (moment, paper))


def test_an_empty_library_has_no_figures(library: LibraryServices) -> None:
    told = figures(library)
    assert (told.papers, told.added, told.read, told.categories, told.tags) == (0, {}, {}, (), ())


def test_new_papers_were_added_today_and_wait(library: LibraryServices, five: list[PaperId]) -> None:
    told = figures(library)
    assert sum(told.added.values()) == sum(told.waiting.values()) == len(five)
    assert told.statuses == {Status.INBOX: 5}
    assert not told.triaged


def test_reading_counts_for_the_day_on_which_it_was_done(library: LibraryServices, five: list[PaperId]) -> None:
    library.reading_list.set_status(five[:2], Status.READ)
    dated(library, five[0], finished_at=9)
    assert figures(library).read == {TODAY: 1, TODAY - timedelta(days=9): 1}


def test_what_went_back_to_the_inbox_is_not_read(library: LibraryServices, five: list[PaperId]) -> None:
    library.reading_list.set_status(five[:2], Status.READ)
    library.reading_list.set_status(five[:1], Status.INBOX)
    told = figures(library)
    assert sum(told.read.values()) == 1
    assert sum(told.triaged.values()) == 1


def test_a_paper_is_triaged_when_it_first_leaves_the_inbox(library: LibraryServices, five: list[PaperId]) -> None:
    library.reading_list.set_status(five[:1], Status.QUEUED)
    past = round((NOW - timedelta(days=30)).timestamp() * 1000)
    library._file.connection.execute("UPDATE history SET at = ?", (past,))
    library.reading_list.set_status(five[:1], Status.READ)
    assert figures(library).triaged == {TODAY - timedelta(days=30): 1}


def test_to_the_trash_is_triaged_too_and_taken_back_it_never_was(library: LibraryServices, five: list[PaperId]) -> None:
    library.organising.move_to_trash(five[:2])
    told = figures(library)
    assert sum(told.triaged.values()) == 2
    assert sum(told.added.values()) == 5
    assert told.papers == 3
    library.undo.undo()
    assert not figures(library).triaged


def test_an_import_that_was_taken_back_is_not_counted(library: LibraryServices, five: list[PaperId]) -> None:
    library.undo.undo()
    told = figures(library)
    assert (told.papers, sum(told.added.values())) == (0, 0)


def test_days_are_those_of_the_persons_calendar(library: LibraryServices, five: list[PaperId]) -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    library._file.connection.execute("UPDATE papers SET added_at = ?", (round(late.timestamp() * 1000),))
    east = timezone(timedelta(hours=8))
    assert library.statistics.figures(late, UTC).added == {date(2026, 11, 22): 5}
    told = library.statistics.figures(late, east)
    assert told.added == {date(2026, 11, 23): 5}
    assert told.today == date(2026, 11, 23)


def test_papers_are_counted_by_their_first_category(library: LibraryServices, five: list[PaperId]) -> None:
    for paper, categories in zip(five, ("cs.CV cs.LG", "cs.CV", "cs.LG", "cs.CV", ""), strict=True):
        library._file.connection.execute("UPDATE papers SET categories = ? WHERE id = ?", (categories, paper))
    library.reading_list.set_status(five[:1], Status.READ)
    assert figures(library).categories == (
        CategoryCount("cs.CV", 1, 2),
        CategoryCount("", 0, 1),
        CategoryCount("cs.LG", 0, 1),
    )


def test_tags_come_with_those_below_them(library: LibraryServices, five: list[PaperId]) -> None:
    library.labels.tag(five[:1], ["ml"])
    library.labels.tag(five[1:4], ["ml/vision"])
    assert [(tag.name, tag.papers) for tag in figures(library).tags] == [("ml", 4), ("ml/vision", 3)]


def test_a_table_and_a_picture_are_written_whole(library: LibraryServices, tmp_path: Path) -> None:
    library.statistics.write_table(tmp_path / "a.csv", [PLOT], HEADS)
    library.statistics.write_picture(tmp_path / "a.png", b"\x89PNG")
    assert (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()[1] == "Read,2026-11-16,Read,3"
    assert (tmp_path / "a.png").read_bytes() == b"\x89PNG"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "a.png", "library"]


def test_a_folder_that_is_not_there_is_told(library: LibraryServices, tmp_path: Path) -> None:
    with pytest.raises(FileError) as refused:
        library.statistics.write_table(tmp_path / "none" / "a.csv", [PLOT], HEADS)
    assert refused.value.reason is Reason.NOT_WRITABLE
