"""Marks go to the next version of a PDF, read by the real PDF process."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.errors import Cancelled, FileError
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.unit.pdf.made_pdfs import made_pdf, text
from tests.unit.services.conftest import papers_in
from tests.unit.services.marked_papers import added, attach, mark_on
from tests.unit.services.pdf_files import Give, given

__all__ = ["given"]

V1 = (
    ("The flow of water through walls depends on the", "mortar more than on the stones, as Table 2 shows."),
    ("We leave the simulation of frost to future work.",),
)
V2 = (
    ("A new chapter about towers stands before all else.",),
    (
        "Water flows. The flow of water through walls",
        "depends on the mortar more than on the",
        "stones, as Table 3 shows.",
    ),
)


def pdf(pages: tuple[tuple[str, ...], ...]) -> bytes:
    return made_pdf(*("".join(text(line, 12, 60, 700 - 20 * row) for row, line in enumerate(page)) for page in pages))


@pytest.fixture
def marks(library: LibraryServices, given: Give) -> tuple[Mark, ...]:
    """Three marks on the first version of a paper that has two."""
    library.organising.add_pdf(given("v1.pdf", pdf(V1)), "On Walls")
    (paper,) = papers_in(library)
    old = library.reading.open(paper).file.sha256
    attach(library, paper, given("v2.pdf", pdf(V2)), 2)
    flow = mark_on(paper, old, quote="depends on the mortar more than on the stones", before="walls", after=", as")
    frost = mark_on(paper, old, quote="the simulation of frost to future work", page=1, before="We leave")
    area = mark_on(
        paper, old, kind=MarkKind.AREA, quads=(), quote="", before="", after="", box=(60.0, 80.0, 300.0, 130.0)
    )
    library.marking.apply(added(flow, area, frost))
    return library.marking.marks(paper)


def test_marks_are_carried_with_pictures_and_those_without_a_place_are_told(
    library: LibraryServices, marks: tuple[Mark, ...]
) -> None:
    opened = library.reading.open(marks[0].paper)
    assert set(opened.elsewhere) == set(marks)
    carried = library.carrying.plan(opened, marks, Job())
    library.marking.apply(carried.step, carried.pictures)
    again = library.reading.open(marks[0].paper)
    placed = {mark.kind: mark for mark in again.marks if mark.placed}
    (lost,) = (mark for mark in again.marks if not mark.placed)
    assert (lost.quote, lost.page, carried.not_placed) == ("the simulation of frost to future work", 1, (lost,))
    flow, area = placed[MarkKind.HIGHLIGHT], placed[MarkKind.AREA]
    assert (flow.page, flow.quote, len(flow.quads)) == (1, "depends on the mortar more than on the stones", 2)
    picture = library.marking.picture(area.id)
    assert area.page == 1
    assert picture
    assert picture.startswith(b"\x89PNG")
    assert again.elsewhere == ()
    assert library.carrying.plan(again, library.marking.marks(flow.paper), Job()).step.changes == ()


def test_an_old_file_that_is_gone_leaves_boxes_without_a_place(
    library: LibraryServices, marks: tuple[Mark, ...]
) -> None:
    opened = library.reading.open(marks[0].paper)
    (old,) = (file for file in opened.files if file != opened.file)
    Path(old.path).unlink()
    carried = library.carrying.plan(opened, marks, Job())
    assert {mark.kind for mark in carried.not_placed} == {MarkKind.HIGHLIGHT, MarkKind.AREA}
    assert carried.pictures == {}


def test_carrying_stops_where_it_is_asked_to_or_cannot_read(library: LibraryServices, marks: tuple[Mark, ...]) -> None:
    opened = library.reading.open(marks[0].paper)
    stopped = Job()
    stopped.cancel()
    with pytest.raises(Cancelled):
        library.carrying.plan(opened, marks, stopped)
    Path(opened.file.path).unlink()
    with pytest.raises(FileError):
        library.carrying.plan(opened, marks, Job())
    gone = replace(opened, file=replace(opened.file, path="/nowhere.pdf"))
    with pytest.raises(FileError):
        library.carrying.plan(gone, marks, Job())
