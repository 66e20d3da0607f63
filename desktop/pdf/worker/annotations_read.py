"""Reading the annotations of a PDF: raw facts in page space, whichever program wrote them.

Objects are read as they stand, not through MuPDF's own view of annotations, which refuses odd ones.
"""

import math
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pymupdf

from desktop.domain.annotation import Annotation, FoundAnnotations
from desktop.domain.annotation_marks import KINDS
from desktop.domain.mark_bounds import LAST_MS
from desktop.domain.mark_geometry import points_box
from desktop.domain.pdf_document import Point, Quad, Rect
from desktop.pdf.messages import FindAnnotations, HashPages, PageHashes
from desktop.pdf.worker.annotation_entries import MOST, readable_pages, seen_entries
from desktop.pdf.worker.annotations_write import KEPT
from desktop.pdf.worker.documents import Documents
from desktop.pdf.worker.shelf import Shelf

mupdf: Any = pymupdf.mupdf
_MOST_POINTS = 200_000
"""Of all lines drawn by hand."""
_LONGEST_TEXT = 100_000
_LONGEST_KEPT = 1_000_000
_MOST_TEXT = 10_000_000
"""Characters of all annotations together."""
_ROOM = 24.0
"""Points that a line may reach beyond its rectangle: ends of arrows, and carelessness."""
Strokes = tuple[tuple[Point, ...], ...]


def find_annotations(request: FindAnnotations, documents: Documents, _shelf: Shelf) -> FoundAnnotations:
    """The annotations that a person could have made."""
    return found_annotations(documents.get(request.path, request.password).document)


def hash_pages(request: HashPages, documents: Documents, _shelf: Shelf) -> PageHashes:
    """What tells the text of pages from any other; annotations are no part of it."""
    document = documents.get(request.path, request.password).document
    last = min(request.page + request.count, document.page_count)
    return PageHashes(tuple(_hash(document, number) for number in range(request.page, last)))


def _hash(document: pymupdf.Document, number: int) -> str:
    try:
        text: str = document.load_page(number).get_displaylist(annots=0).get_textpage().extractText()
    except Exception:  # noqa: BLE001 - MuPDF's errors have no narrower base; what cannot be read has no text
        return ""
    return sha256(text.encode("utf-8", "replace")).hexdigest()


def found_annotations(document: pymupdf.Document) -> FoundAnnotations:
    """The annotations of a document that is open."""
    pdf = mupdf.pdf_document_from_fz_document(document.this)
    reading = _Reading()
    for number, page in readable_pages(pdf):
        reading.read_page(page, number)
    return FoundAnnotations(reading.linked(), reading.left_out, _signed(pdf))


def _signed(pdf: Any) -> bool:
    form = mupdf.pdf_dict_getp(mupdf.pdf_trailer(pdf), "Root/AcroForm/Fields")
    for number in range(min(mupdf.pdf_array_len(form), MOST)):
        field = mupdf.pdf_array_get(form, number)
        if _name(field, "FT") == "Sig" and mupdf.pdf_dict_gets(field, "V").m_internal:
            return True
    return False


class _Reading:
    """What was read so far, within bounds for the whole file."""

    def __init__(self) -> None:
        self.left_out = 0
        self._found: list[tuple[Annotation, int, int]] = []
        """Each with its object's number, and that of what it replies to."""
        self._points = _MOST_POINTS
        self._text = _MOST_TEXT

    def linked(self) -> tuple[Annotation, ...]:
        """All, with replies linked to what they reply to."""
        numbers = {number: place for place, (_, number, _) in enumerate(self._found) if number}
        return tuple(replace(one, answers=numbers.get(parent, -1)) for one, _, parent in self._found)

    def read_page(self, page: Any, number: int) -> None:
        """Read those of one page."""
        to_page = _to_page_space(page)
        for _, entry, kind in seen_entries(page):
            if kind not in KINDS or len(self._found) >= MOST:
                self.left_out += 1
                continue
            parent = mupdf.pdf_dict_gets(entry, "IRT")
            one = self._annotation(entry, kind, number, to_page)
            self._found.append((one, mupdf.pdf_to_num(entry), mupdf.pdf_to_num(parent)))

    def _annotation(self, entry: Any, kind: str, page: int, to_page: Any) -> Annotation:
        corners = _moved(_numbers(entry, "QuadPoints"), to_page)
        rect = _rect(_moved(_box(entry, kind), to_page))
        return Annotation(
            page=page,
            kind=kind,
            name=self._string(entry, "NM", 200),
            rect=rect,
            quads=tuple(_quads(corners)),
            strokes=fitted(self._strokes(entry, kind, to_page), rect),
            color=_rgb(_numbers(entry, "C")),
            contents=self._string(entry, "Contents", _LONGEST_TEXT),
            author=self._string(entry, "T", 200),
            created_at_ms=_time(entry, "CreationDate"),
            changed_at_ms=_time(entry, "M"),
            kept=self._string(entry, KEPT, _LONGEST_KEPT),
        )

    def _string(self, entry: Any, key: str, longest: int) -> str:
        text: str = mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(entry, key))
        text = text[: min(longest, self._text)]
        self._text -= len(text)
        return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")

    def _strokes(self, entry: Any, kind: str, to_page: Any) -> Strokes:
        if kind == "Ink":
            lists = mupdf.pdf_dict_gets(entry, "InkList")
            raw = [_array(mupdf.pdf_array_get(lists, at)) for at in range(min(mupdf.pdf_array_len(lists), MOST))]
        else:
            raw = [_numbers(entry, "L") or _numbers(entry, "Vertices")]
        strokes = []
        for numbers in raw:
            points = _moved(numbers, to_page)[: self._points]
            self._points -= len(points)
            if kind == "Polygon":
                points += points[:1]
            if points:
                strokes.append(tuple(points))
        return tuple(strokes)


def fitted(strokes: Strokes, rect: Rect) -> Strokes:
    """The lines where the rectangle says they are seen: some programs turn a page and move the rectangles alone."""
    points = [point for stroke in strokes for point in stroke]
    if not points or rect[0] >= rect[2] or rect[1] >= rect[3]:
        return strokes
    box = points_box(points)
    outside = max(rect[0] - box[0], rect[1] - box[1], box[2] - rect[2], box[3] - rect[3])
    if outside <= _ROOM:
        return strokes

    def along(place: float, axis: int) -> float:
        start, end, first, last = box[axis], box[axis + 2], rect[axis], rect[axis + 2]
        return first + (place - start) / (end - start) * (last - first) if end > start else (first + last) / 2

    return tuple(tuple((along(x, 0), along(y, 1)) for x, y in stroke) for stroke in strokes)


def _to_page_space(page: Any) -> Any:
    box, matrix = mupdf.FzRect(), mupdf.FzMatrix()
    mupdf.pdf_page_transform(page, box, matrix)
    return matrix


def _name(entry: Any, key: str) -> str:
    found: str = mupdf.pdf_to_name(mupdf.pdf_dict_gets(entry, key))
    return found


def _numbers(entry: Any, key: str) -> list[float]:
    return _array(mupdf.pdf_dict_gets(entry, key))


def _box(entry: Any, kind: str) -> list[float]:
    """The rectangle as a person drew it: without the room that is left for the width of its frame."""
    rect, room = _numbers(entry, "Rect"), _numbers(entry, "RD")
    if kind not in ("Square", "Circle") or len(rect) != 4 or len(room) != 4:
        return rect
    left, bottom, right, top = min(rect[0::2]), min(rect[1::2]), max(rect[0::2]), max(rect[1::2])
    return [left + room[0], bottom + room[1], right - room[2], top - room[3]]


def _array(array: Any) -> list[float]:
    count = min(mupdf.pdf_array_len(array), 2 * _MOST_POINTS)
    return [mupdf.pdf_to_real(mupdf.pdf_array_get(array, number)) for number in range(count)]


def _moved(numbers: list[float], to_page: Any) -> list[Point]:
    """Pairs of numbers as points of page space; what is no place at all is left out."""
    points = []
    for x, y in zip(numbers[0::2], numbers[1::2], strict=False):
        moved = mupdf.fz_transform_point_xy(x, y, to_page)
        if math.isfinite(moved.x) and math.isfinite(moved.y) and max(abs(moved.x), abs(moved.y)) < 1e6:
            points.append((moved.x, moved.y))
    return points


def _quads(corners: list[Point]) -> Iterator[Quad]:
    for first in range(0, len(corners) - 3, 4):
        (a, b), (c, d), (e, f), (g, h) = corners[first : first + 4]
        yield a, b, c, d, e, f, g, h


def _rect(corners: list[Point]) -> Rect:
    if len(corners) != 2:
        return 0.0, 0.0, 0.0, 0.0
    (a, b), (c, d) = corners
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _rgb(color: list[float]) -> tuple[float, ...]:
    if len(color) == 1:
        return color[0], color[0], color[0]
    if len(color) == 4:
        cyan, magenta, yellow, black = color
        return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
    return tuple(color) if len(color) == 3 else ()


def _time(entry: Any, key: str) -> int:
    """Milliseconds since 1970, 0 where no possible time is told."""
    seconds: int = mupdf.pdf_to_date(mupdf.pdf_dict_gets(entry, key))
    return seconds * 1000 if 0 < seconds * 1000 < LAST_MS else 0
