"""Writing marks into a PDF as annotations that every reader shows.

Everything goes through MuPDF's own functions, which take places in page space and make the appearance. Where the file
allows it, the annotations are appended: all bytes of the original stay as they are, a signature among them.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pymupdf

from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.mark_colors import LINE_COLORS, MARK_COLORS, rgb
from desktop.domain.mark_geometry import INK_WIDTH, TEXT_SIZE
from desktop.domain.mark_text import from_text, to_text
from desktop.domain.pdf_document import Quad
from desktop.pdf.messages import Annotate, Data
from desktop.pdf.worker.annotation_entries import remove
from desktop.pdf.worker.documents import Documents, opened
from desktop.pdf.worker.shelf import Shelf

mupdf: Any = pymupdf.mupdf
KEPT = "PapershelfMark"
"""The entry that holds what PDF has no place for. Other programs leave entries alone that they do not know."""
_FRAME_WIDTH = 1.5
_TEXT_FRAME_WIDTH = 1.0
_INK = 0.12
"""How far the letters of a text box are from black."""
_PRINTED = mupdf.PDF_ANNOT_IS_PRINT
_STICKS = mupdf.PDF_ANNOT_IS_NO_ZOOM | mupdf.PDF_ANNOT_IS_NO_ROTATE
"""A sticky note has the same size at any zoom and stands upright on a page that is turned."""


def annotate(request: Annotate, _documents: Documents, shelf: Shelf) -> Data:
    """The document with these marks. It is opened anew, so that the one that is being read stays as it is."""
    document = opened(request.path, request.password).document
    if request.removed:
        remove(_pdf(document), frozenset(request.removed))
    marks = [from_text(text, PaperId(0), "") for text in request.marks]
    return shelf.put(annotated(document, marks, request.author))


def annotated(document: pymupdf.Document, marks: Sequence[Mark], author: str) -> bytes:
    """The document with these marks. Raises what MuPDF raises, ValueError for a page that is not there."""
    by_page: dict[int, list[Mark]] = {}
    for mark in marks:
        by_page.setdefault(mark.page, []).append(mark)
    for number, here in sorted(by_page.items()):
        page = mupdf.pdf_load_page(_pdf(document), number)
        for mark in here:
            _add(page, mark, author)
    return _saved(document)


def _pdf(document: pymupdf.Document) -> Any:
    return mupdf.pdf_document_from_fz_document(document.this)


def _saved(document: pymupdf.Document) -> bytes:
    pdf = _pdf(document)
    options = mupdf.PdfWriteOptions()
    options.do_incremental = int(bool(mupdf.pdf_can_be_saved_incrementally(pdf)))
    options.do_encrypt = mupdf.PDF_ENCRYPT_KEEP
    buffer = mupdf.FzBuffer(1 << 16)
    output = mupdf.FzOutput(buffer)
    mupdf.pdf_write_document(pdf, output, options)
    output.fz_close_output()
    content: bytes = mupdf.fz_buffer_extract_copy(buffer)
    return content


def _add(page: Any, mark: Mark, author: str) -> None:
    kind, fill = _KINDS[mark.kind]
    annotation = mupdf.pdf_create_annot(page, kind)
    fill(annotation, mark)
    mupdf.pdf_set_annot_contents(annotation, mark.comment)
    mupdf.pdf_set_annot_author(annotation, mark.author or author)
    mupdf.pdf_set_annot_creation_date(annotation, mark.created_at_ms // 1000)
    for key, text in (("NM", mark.id), ("Subj", ", ".join(mark.tags)), (KEPT, to_text(mark))):
        if text:
            _put(annotation, key, text)
    mupdf.pdf_update_annot(annotation)
    if mark.kind is MarkKind.TEXT:
        _place(annotation, mark)  # the appearance took half a frame more at each side
    mupdf.pdf_set_annot_modification_date(annotation, mark.changed_at_ms // 1000)
    mupdf.pdf_set_annot_resynthesised(annotation)


def _fill_text_mark(annotation: Any, mark: Mark) -> None:
    for quad in mark.quads:
        mupdf.pdf_add_annot_quad_point(annotation, _quad(quad))
    colors = MARK_COLORS if mark.kind is MarkKind.HIGHLIGHT else LINE_COLORS
    _color(annotation, colors[mark.color - 1])


def _fill_note(annotation: Any, mark: Mark) -> None:
    _place(annotation, mark)
    mupdf.pdf_set_annot_flags(annotation, _PRINTED | _STICKS)
    mupdf.pdf_set_annot_icon_name(annotation, "Comment")
    _color(annotation, MARK_COLORS[mark.color - 1])


def _fill_text(annotation: Any, mark: Mark) -> None:
    _place(annotation, mark)
    _put(annotation, "DA", f"/Helv {TEXT_SIZE:g} Tf {_INK:g} g")
    mupdf.pdf_set_annot_border_width(annotation, _TEXT_FRAME_WIDTH)
    mupdf.pdf_dict_dels(mupdf.pdf_annot_obj(annotation), "CL")  # MuPDF begins every text box with a line to a corner
    _color(annotation, MARK_COLORS[mark.color - 1])


def _fill_area(annotation: Any, mark: Mark) -> None:
    _place(annotation, mark)
    mupdf.pdf_set_annot_border_width(annotation, _FRAME_WIDTH)
    _color(annotation, LINE_COLORS[mark.color - 1])


def _fill_ink(annotation: Any, mark: Mark) -> None:
    for stroke in mark.strokes:
        mupdf.pdf_add_annot_ink_list_stroke(annotation)
        for x, y in stroke:
            mupdf.pdf_add_annot_ink_list_stroke_vertex(annotation, mupdf.FzPoint(x, y))
    mupdf.pdf_set_annot_border_width(annotation, INK_WIDTH)
    _color(annotation, LINE_COLORS[mark.color - 1])


_KINDS: dict[MarkKind, tuple[int, Callable[[Any, Mark], None]]] = {
    MarkKind.HIGHLIGHT: (mupdf.PDF_ANNOT_HIGHLIGHT, _fill_text_mark),
    MarkKind.UNDERLINE: (mupdf.PDF_ANNOT_UNDERLINE, _fill_text_mark),
    MarkKind.STRIKE_OUT: (mupdf.PDF_ANNOT_STRIKE_OUT, _fill_text_mark),
    MarkKind.NOTE: (mupdf.PDF_ANNOT_TEXT, _fill_note),
    MarkKind.TEXT: (mupdf.PDF_ANNOT_FREE_TEXT, _fill_text),
    MarkKind.AREA: (mupdf.PDF_ANNOT_SQUARE, _fill_area),
    MarkKind.INK: (mupdf.PDF_ANNOT_INK, _fill_ink),
}


def _put(annotation: Any, key: str, text: str) -> None:
    mupdf.pdf_dict_puts(mupdf.pdf_annot_obj(annotation), key, mupdf.pdf_new_text_string(text))


def _color(annotation: Any, digits: str) -> None:
    mupdf.pdf_set_annot_color(annotation, list(rgb(digits)))


def _place(annotation: Any, mark: Mark) -> None:
    if mark.box is None:
        raise ValueError(f"a mark of kind {mark.kind} without a box")
    mupdf.pdf_set_annot_rect(annotation, mupdf.FzRect(*mark.box))


def _quad(quad: Quad) -> Any:
    made = mupdf.FzQuad()
    for corner, x, y in zip((made.ul, made.ur, made.ll, made.lr), quad[0::2], quad[1::2], strict=True):
        corner.x, corner.y = x, y
    return made
