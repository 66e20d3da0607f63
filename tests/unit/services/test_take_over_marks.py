"""What other programs marked in a PDF becomes marks of the library, once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.annotated_copy import CopyWish, TakeOver
from desktop.domain.annotation_marks import was_taken_over
from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.mark_geometry import quad_box
from desktop.domain.pdf_document import PdfFile
from desktop.domain.progress import Job
from desktop.pdf.engine import PdfEngine
from desktop.services.annotated_copies import AnnotatedCopies
from desktop.services.read_pages import ReadPages
from desktop.services.take_over_marks import TakeOverMarks
from desktop.system.paper_files import file_sha256
from tests.unit.pdf.made_pdfs import made_pdf, text
from tests.unit.services.marked_pages import ME, marks_on, never

PAGE = text("We walk through walls of stone.", 10, 60, 600) + text("At night it is easy.", 10, 60, 586)
LINE = "/Rect[58 596 130 612]"
Plan = Callable[..., TakeOver]


@pytest.fixture(scope="module")
def engine() -> Iterator[PdfEngine]:
    engine = PdfEngine()
    yield engine
    engine.close()


@pytest.fixture
def pages(engine: PdfEngine) -> ReadPages:
    return ReadPages(engine, {})


@pytest.fixture
def copies(engine: PdfEngine, pages: ReadPages) -> AnnotatedCopies:
    return AnnotatedCopies(lambda: engine, lambda: pages)


@pytest.fixture
def annotated(tmp_path: Path) -> Callable[..., PdfFile]:
    """A PDF with these annotations, the numbers of their objects from 6 on."""

    def make(*annotations: str) -> PdfFile:
        references = " ".join(f"{6 + number} 0 R" for number in range(len(annotations)))
        objects = [f"<</Type/Annot{annotation}>>" for annotation in annotations]
        path = tmp_path / "annotated.pdf"
        path.write_bytes(made_pdf(PAGE, more=objects, page=f"/Annots[{references}]"))
        return PdfFile(str(path), file_sha256(path))

    return make


@pytest.fixture
def plan(copies: AnnotatedCopies, pages: ReadPages) -> Plan:
    """What there is to be taken over."""

    def planned(file: PdfFile, there: Sequence[Mark] = ()) -> TakeOver:
        return TakeOverMarks(copies, lambda: pages).plan(PaperId(7), file, there, ME, never)

    return planned


Annotated = Callable[..., PdfFile]


def only(found: TakeOver) -> Mark:
    (mark,) = found.marks
    return mark


@pytest.mark.parametrize(
    "corners",
    [
        "60 610 102 610 60 598 102 598",  # Z, as Acrobat writes them
        "60 598 102 598 102 610 60 610",  # around, as the standard says
        "60 598 102 598 60 610 102 610",  # Z from below
        "60 610 102 610 102 598 60 598",  # around from above
        "",  # none at all: the rectangle
    ],
)
def test_a_highlight_is_found_however_its_corners_are_told(annotated: Annotated, plan: Plan, corners: str) -> None:
    quads = f"/QuadPoints[{corners}]" if corners else ""
    rect = "/Rect[60 598 102 610]"
    found = only(
        plan(annotated(f"/Subtype/Highlight{rect}{quads}/C[1 1 0]/T(Ada)/Contents(Well\\rsaid)/M(D:20240305)"))
    )
    assert found.kind is MarkKind.HIGHLIGHT
    assert (found.color, found.author, found.comment) == (1, "Ada", "Well\nsaid")
    assert found.quads == ((60.0, 182.0, 102.0, 182.0, 60.0, 194.0, 102.0, 194.0),)
    assert found.quote.startswith("We walk")
    assert found.after
    assert found.created_at_ms == found.changed_at_ms == 1_709_596_800_000


@pytest.mark.parametrize(
    ("annotation", "kind"),
    [
        (f"/Subtype/Underline{LINE}", MarkKind.UNDERLINE),
        (f"/Subtype/Squiggly{LINE}", MarkKind.UNDERLINE),
        (f"/Subtype/StrikeOut{LINE}", MarkKind.STRIKE_OUT),
        (f"/Subtype/Text{LINE}", MarkKind.NOTE),
        (f"/Subtype/FreeText{LINE}", MarkKind.TEXT),
        (f"/Subtype/Square{LINE}/RD[1 1 1 1]", MarkKind.AREA),
        (f"/Subtype/Circle{LINE}", MarkKind.AREA),
        (f"/Subtype/Line{LINE}/L[60 600 100 600]", MarkKind.INK),
        (f"/Subtype/PolyLine{LINE}/Vertices[60 600 100 600 110 610]", MarkKind.INK),
        (f"/Subtype/Polygon{LINE}/Vertices[60 600 100 600 110 610]", MarkKind.INK),
        (f"/Subtype/Ink{LINE}/InkList[[60 600 100 600][1 2 3 4]]", MarkKind.INK),
    ],
)
def test_each_kind_of_annotation_becomes_a_mark(
    annotated: Annotated, plan: Plan, annotation: str, kind: MarkKind
) -> None:
    found = plan(annotated(f"{annotation}/Contents(x)"))
    mark = only(found)
    assert (mark.kind, mark.comment, mark.page) == (kind, "x", 0)
    assert was_taken_over(mark)
    assert bool(found.pictures) == (kind is MarkKind.AREA)


def test_replies_go_into_the_comment_and_popups_nowhere(annotated: Annotated, plan: Plan) -> None:
    found = plan(
        annotated(
            f"/Subtype/Highlight{LINE}/Contents(A thought)/Popup 7 0 R",
            f"/Subtype/Popup{LINE}/Parent 6 0 R",
            f"/Subtype/Text{LINE}/Contents(I doubt it)/T(Bo)/IRT 6 0 R",
            f"/Subtype/Text{LINE}/Contents()/IRT 6 0 R",
        )
    )
    assert only(found).comment == "A thought\n\nBo: I doubt it"


def test_what_no_mark_can_stand_for_is_counted(annotated: Annotated, plan: Plan) -> None:
    found = plan(
        annotated(
            f"/Subtype/Stamp{LINE}",
            f"/Subtype/Caret{LINE}",
            f"/Subtype/Link{LINE}",
            f"/Subtype/Widget{LINE}",
            f"/Subtype/Text{LINE}/F 2",
        )
    )
    assert (found.marks, found.left_out) == ((), 2)


@pytest.mark.parametrize(
    "annotation",
    [
        "",
        "/Subtype/Highlight",
        "/Subtype/Highlight/Rect 7/QuadPoints[1 2 3]",
        f"/Subtype/Highlight{LINE}/QuadPoints[(a) (b) /c null 1 2 3 4]",
        f"/Subtype/Ink{LINE}/InkList[7 [1] [1 2 3]]",
        f"/Subtype/Ink{LINE}/InkList 7",
        f"/Subtype/Square{LINE}/C[1]/RD[1]",
        f"/Subtype/Highlight{LINE}/C(red)/M(yesterday)/NM 7/T 7/Contents 7",
        f"/Subtype/Highlight{LINE}/PapershelfMark(no JSON)",
        f'/Subtype/Highlight{LINE}/PapershelfMark({{"kind":"highlight","page":-1}})',
        f"/Subtype/Highlight{LINE}/PapershelfMark({'[' * 5000})",
        "/Subtype/Highlight/Rect[1e38 1e38 -1e38 1e38]",
        f"/Subtype/Text{LINE}/IRT 6 0 R",
    ],
)
def test_odd_annotations_do_no_harm(annotated: Annotated, plan: Plan, annotation: str) -> None:
    found = plan(annotated(annotation, f"/Subtype/Underline{LINE}"))
    assert MarkKind.UNDERLINE in {mark.kind for mark in found.marks}


def test_nothing_is_taken_over_twice(annotated: Annotated, plan: Plan) -> None:
    file = annotated(f"/Subtype/Highlight{LINE}/NM(one)", f"/Subtype/Highlight{LINE}/Contents(two)")
    first = plan(file)
    assert len(first.marks) == 2
    again = plan(file, first.marks)
    assert (again.marks, again.there) == ((), 2)


def test_a_mark_at_the_same_place_with_the_same_words_is_there_already(annotated: Annotated, plan: Plan) -> None:
    file = annotated(f"/Subtype/Highlight{LINE}/Contents(mine)")
    own = replace(only(plan(file)), id="0f8b3c1e-5a44-4b0e-9c1e-2d6a3f7b9e10")
    assert plan(file, [own]).there == 1
    assert plan(file, [replace(own, comment="other")]).there == 0
    assert plan(file, [replace(own, sha256="other")]).there == 0


def test_marks_of_our_own_copy_are_taken_over_as_they_were(
    annotated: Annotated, plan: Plan, copies: AnnotatedCopies, pages: ReadPages, tmp_path: Path
) -> None:
    file = annotated()
    marks = marks_on(pages, file)
    target = tmp_path / "copies" / "copy.pdf"
    target.parent.mkdir()
    copies.export(CopyWish(file, marks, ME, str(target)), Job())
    copy = PdfFile(str(target), file_sha256(target))
    found = plan(copy, marks)
    assert found.left_out == 0
    kept = {replace(mark, id="", sha256="", paper=PaperId(0)) for mark in found.marks}
    assert kept == {replace(mark, id="", sha256="", paper=PaperId(0)) for mark in marks}
    assert not {mark.id for mark in found.marks} & {mark.id for mark in marks}
    assert plan(copy, [*marks, *found.marks]).marks == ()


@pytest.mark.parametrize("comment", ["A thought\n\nBo: I doubt it", "Another thought"])
def test_a_copy_shows_what_was_taken_over_once(
    annotated: Annotated, plan: Plan, copies: AnnotatedCopies, tmp_path: Path, comment: str
) -> None:
    """As it stood in the file, or, once it was changed, as the mark is."""
    file = annotated(
        f"/Subtype/Highlight{LINE}/C[1 1 0]/T(Ada)/Contents(A thought)/Popup 7 0 R",
        f"/Subtype/Popup{LINE}/Parent 6 0 R",
        f"/Subtype/Text{LINE}/Contents(I doubt it)/T(Bo)/IRT 6 0 R",
        f"/Subtype/Underline{LINE}/Contents(Not taken over)",
    )
    taken = next(mark for mark in plan(file).marks if mark.kind is MarkKind.HIGHLIGHT)
    mark = replace(taken, comment=comment)
    target = tmp_path / "copies" / "copy.pdf"
    target.parent.mkdir()
    assert copies.export(CopyWish(file, (mark,), ME, str(target)), Job()).marks == 1
    copy = PdfFile(str(target), file_sha256(target))
    underline, found = sorted(plan(copy).marks, key=lambda mark: mark.kind is MarkKind.HIGHLIGHT)
    assert underline.comment == "Not taken over"
    assert (found.kind, found.comment, found.author, found.quote) == (mark.kind, comment, "Ada", mark.quote)
    changed = comment != taken.comment
    assert len(copies.annotations(copy, never).annotations) == (2 if changed else 3)


def test_a_polygon_keeps_its_corners(annotated: Annotated, plan: Plan) -> None:
    """Ink is drawn smooth; it goes straight to a place that it is led to twice."""
    mark = only(plan(annotated(f"/Subtype/PolyLine{LINE}/Vertices[60 600 100 600 110 610 120 600]")))
    places = [(60, 192), (100, 192), (100, 192), (110, 182), (110, 182), (120, 192)]
    assert mark.strokes == (tuple((float(x), float(y)) for x, y in places),)


def test_lines_far_from_their_rectangle_are_drawn_within_it(annotated: Annotated, plan: Plan) -> None:
    """So pages look that a program has turned without the lines; the rectangle is where they are seen."""
    mark = only(plan(annotated(f"/Subtype/Ink{LINE}/InkList[[400 10 400 50][300 10 400 30]]")))
    assert mark.strokes == (((130.0, 196.0), (130.0, 180.0)), ((58.0, 196.0), (130.0, 188.0)))


def test_the_box_of_a_frame_is_what_was_drawn(annotated: Annotated, plan: Plan) -> None:
    mark = only(plan(annotated("/Subtype/Square/Rect[58 596 132 612]/RD[2 2 2 2]")))
    assert mark.box == (60.0, 182.0, 130.0, 194.0)


def test_real_annotations_of_other_programs_are_found(plan: Plan, shared: Path) -> None:
    path = shared / "data" / "pdf" / "pymupdf__4.pdf"
    found = plan(PdfFile(str(path), file_sha256(path)))
    assert len(found.marks) >= 10
    assert all(quad_box(quad)[0] < quad_box(quad)[2] for mark in found.marks for quad in mark.quads)
