"""Papers open in the file and at the place where they were left."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from desktop.domain.errors import AppError, InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.reading import Fit, ReadingPlace, Spread
from desktop.services.library import LibraryServices
from tests.unit.pdf.made_pdfs import made_pdf, text
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.marked_papers import Held, added, attach, deleted, hold, mark_on
from tests.unit.services.pdf_files import Give, given

__all__ = ["given"]

PLACE = ReadingPlace(7, 12.5, 400.25, Fit.FREE, 1.75, Spread.TWO, 270, "marks", "texts")


@pytest.fixture
def held(library: LibraryServices, given: Give) -> Held:
    return hold(library, given)


@pytest.fixture
def newer(library: LibraryServices, held: Held, given: Give) -> str:
    """The sha256 of a newer version of the paper that is held."""
    return attach(library, held.paper, pdf(given, 2), 2)


def pdf(given: Give, version: int) -> Path:
    return given(f"v{version}.pdf", made_pdf(text(f"Version {version}", 12, 60, 700)))


def failure(library: LibraryServices, paper: PaperId, sha256: str = "") -> Reason:
    with pytest.raises(AppError) as error:
        library.reading.open(paper, sha256)
    return error.value.reason


def test_a_paper_opens_where_it_was_left(library: LibraryServices, held: Held) -> None:
    opened = library.reading.open(held.paper)
    assert (opened.title, opened.place, opened.color_names) == ("On Walls", None, ("",) * 8)
    assert Path(opened.file.path).is_file()
    library.reading.remember(held.paper, held.sha256, PLACE)
    library.reading.remember(held.paper, held.sha256, replace(PLACE, page=8))
    assert library.reading.open(held.paper).place == replace(PLACE, page=8)


def test_the_newest_version_opens_if_none_was_read(library: LibraryServices, held: Held, newer: str) -> None:
    opened = library.reading.open(held.paper)
    assert opened.file.sha256 == newer
    assert [file.version for file in opened.files] == [2, None]
    assert library.reading.open(held.paper, held.sha256).file.sha256 == held.sha256


def test_the_version_that_was_read_last_opens_again(library: LibraryServices, held: Held, newer: str) -> None:
    library.reading.remember(held.paper, held.sha256, PLACE)
    assert library.reading.open(held.paper).file.sha256 == held.sha256


@pytest.mark.parametrize("marked", [False, True])
def test_a_version_that_came_after_reading_opens_unless_marks_stand_in_the_old_one(
    library: LibraryServices, held: Held, newer: str, marked: bool
) -> None:
    library.reading.remember(held.paper, held.sha256, PLACE)
    if marked:
        library.marking.apply(added(mark_on(held.paper, held.sha256)))
    library._file.connection.execute("UPDATE reading_places SET read_at = read_at - 60000")
    assert library.reading.open(held.paper).file.sha256 == (held.sha256 if marked else newer)


def test_a_file_that_is_gone_yields_to_another(library: LibraryServices, held: Held, newer: str) -> None:
    Path(library.reading.open(held.paper, newer).file.path).unlink()
    assert library.reading.open(held.paper).file.sha256 == held.sha256
    assert library.reading.open(held.paper, newer).file.sha256 == newer


def test_what_cannot_be_opened_says_why(library: LibraryServices, held: Held, import_entries: ImportEntries) -> None:
    import_entries("a.md", entry(1))
    without = next(paper for paper in papers_in(library) if paper != held.paper)
    assert failure(library, without) is Reason.NOTHING_TO_READ
    assert failure(library, held.paper, "0" * 64) is Reason.UNREADABLE
    assert failure(library, PaperId(4711)) is Reason.NO_SUCH_PAPER


def test_marks_are_those_of_the_file_and_others_are_told_apart(
    library: LibraryServices, held: Held, newer: str
) -> None:
    first, second = mark_on(held.paper, held.sha256), mark_on(held.paper, held.sha256, page=1)
    carried = mark_on(held.paper, newer, carried_from=first.id)
    library.marking.apply(added(first, second, carried))
    opened = library.reading.open(held.paper, newer)
    assert (opened.marks, opened.elsewhere) == ((carried,), (second,))
    opened = library.reading.open(held.paper, held.sha256)
    assert (opened.marks, opened.elsewhere) == ((first, second), ())
    library.marking.apply(deleted(carried))
    assert library.reading.open(held.paper, newer).elsewhere == (first, second)


def test_the_last_carried_marks_stand_for_those_they_came_from(
    library: LibraryServices, held: Held, newer: str, given: Give
) -> None:
    third = attach(library, held.paper, pdf(given, 3), 3)
    first = mark_on(held.paper, held.sha256)
    upper, lower = (mark_on(held.paper, newer, carried_from=first.id, page=page) for page in (0, 1))
    library.marking.apply(added(first, upper, lower))
    assert library.reading.open(held.paper, third).elsewhere == (upper, lower)
    library.marking.apply(added(mark_on(held.paper, third, carried_from=upper.id)))
    assert library.reading.open(held.paper, third).elsewhere == ()


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[",
        "null",
        "[]",
        "7",
        "{}",
        *(
            json.dumps({**asdict(PLACE), **wrong})
            for wrong in (
                {"page": -1},
                {"page": 1.5},
                {"x": float("nan")},
                {"zoom": 0},
                {"zoom": 10**400},
                {"rotation": 45},
                {"fit": "tight"},
                {"left": None},
            )
        ),
    ],
)
def test_a_place_that_makes_no_sense_counts_as_absent(library: LibraryServices, held: Held, damage: str) -> None:
    library.reading.remember(held.paper, held.sha256, PLACE)
    library._file.connection.execute("UPDATE reading_places SET place = ?", (damage,))
    assert library.reading.open(held.paper).place is None


def test_what_is_no_place_is_not_remembered(library: LibraryServices, held: Held) -> None:
    with pytest.raises(InputError):
        library.reading.remember(held.paper, held.sha256, replace(PLACE, zoom=float("inf")))
    with pytest.raises(InputError):
        library.reading.remember(PaperId(4711), held.sha256, PLACE)


def test_colours_have_the_names_that_a_person_gives(library: LibraryServices, held: Held) -> None:
    names = ("claim", "", " 方法 ", "", "", "", "", "see\nagain")
    library.reading.name_colors(names)
    assert library.reading.open(held.paper).color_names == ("claim", "", "方法", "", "", "", "", "see again")
    library.reading.name_colors(("",) * 8)
    assert library.reading.open(held.paper).color_names == ("",) * 8


@pytest.mark.parametrize("names", [("claim",) * 7, ("c" * 101, *("",) * 7), ("a\0b", *("",) * 7)])
def test_names_that_cannot_be_kept_are_refused(library: LibraryServices, names: tuple[str, ...]) -> None:
    with pytest.raises(InputError):
        library.reading.name_colors(names)
