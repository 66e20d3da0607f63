"""Marks that were taken over are painted as marks, so the page is drawn without them."""

from collections.abc import Callable
from pathlib import Path

from desktop.domain.pdf_document import PageBitmap, RenderRequest
from desktop.pdf.engine import PdfEngine
from desktop.pdf.messages import Render
from tests.unit.pdf.made_pdfs import made_pdf, stream, text

PAGE = text("We walk through walls of stone.", 10, 60, 600)
LOOK = stream("1 0 0 rg 0 0 70 14 re f", "/Type/XObject/Subtype/Form/BBox[0 0 70 14]")


def drawn(engine: PdfEngine, path: Path, *, without_marks: bool) -> PageBitmap:
    return engine.render(Render(str(path), "", 0, RenderRequest(0, 1.0, without_marks=without_marks)))


def test_what_can_be_a_mark_is_left_out(engine: PdfEngine, write: Callable[[str, bytes], Path]) -> None:
    def page(kind: str) -> Path:
        annotation = f"<</Type/Annot/Subtype/{kind}/Rect[58 598 128 612]/AP<</N 7 0 R>>>>"
        return write(f"{kind}.pdf", made_pdf(PAGE, more=[annotation, LOOK], page="/Annots[6 0 R]"))

    bare = drawn(engine, write("bare.pdf", made_pdf(PAGE)), without_marks=False)
    for kind in ("Highlight", "Square", "FreeText"):
        assert drawn(engine, page(kind), without_marks=True) == bare
        assert drawn(engine, page(kind), without_marks=False) != bare


def test_what_cannot_be_a_mark_stays(engine: PdfEngine, write: Callable[[str, bytes], Path]) -> None:
    stamp = "<</Type/Annot/Subtype/Stamp/Rect[58 598 128 612]/AP<</N 7 0 R>>>>"
    path = write("stamp.pdf", made_pdf(PAGE, more=[stamp, LOOK], page="/Annots[6 0 R]"))
    assert drawn(engine, path, without_marks=True) == drawn(engine, path, without_marks=False)
