"""What stands at the beginning of reading: sizes of all pages, what they call themselves, the table of contents."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pymupdf
from pymupdf import mupdf

from desktop.domain.pdf_document import DocumentFacts, OutlineItem, PageSize
from desktop.pdf.messages import ReadFacts
from desktop.pdf.plausible import LARGEST_SIDE
from desktop.pdf.worker.documents import Documents
from desktop.pdf.worker.plain import clean, finite
from desktop.pdf.worker.shelf import Shelf

_LETTER = PageSize(612.0, 792.0)
_Item = TypeVar("_Item")
_OUTLINE_LIMIT = 20_000
_TITLE_LIMIT = 500
_LABEL_LIMIT = 40
_HIGHEST = 1_000_000
"""Number that a label counts to."""
_ROMAN = {
    1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl",
    10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i",
}  # fmt: skip


def read_facts(request: ReadFacts, documents: Documents, _shelf: Shelf) -> DocumentFacts:
    """Facts of a document."""
    document = documents.get(request.path, request.password).document
    pdf = mupdf.pdf_document_from_fz_document(document.this)
    count = document.page_count
    return DocumentFacts(
        pages=tuple(_size(pdf, number) for number in range(count)),
        labels=_unless_broken(lambda: _labels(document, count)),
        outline=_unless_broken(lambda: tuple(_outline(document))),
        repaired=document.is_repaired,
    )


def _unless_broken(read: Callable[[], tuple[_Item, ...]]) -> tuple[_Item, ...]:
    """What is read; nothing where the file is broken there, which does not hide its pages."""
    try:
        return read()
    except (mupdf.FzErrorBase, RuntimeError, ValueError, LookupError):
        return ()


def _size(pdf: mupdf.PdfDocument, number: int) -> PageSize:
    """As MuPDF displays it. A page that is not there does not hide the others."""
    box, matrix = mupdf.FzRect(), mupdf.FzMatrix()
    try:
        mupdf.pdf_page_obj_transform(mupdf.pdf_lookup_page_obj(pdf, number), box, matrix)
    except mupdf.FzErrorBase:
        return _LETTER
    shown = mupdf.fz_transform_rect(box, matrix)
    width, height = (min(max(side, 1.0), LARGEST_SIDE) for side in (shown.x1 - shown.x0, shown.y1 - shown.y0))
    return PageSize(width, height)


def _labels(document: pymupdf.Document, count: int) -> tuple[str, ...]:
    """ISO 32000-1, 12.4.2."""
    rules = {rule["startpage"]: rule for rule in document.get_page_labels()}
    if not rules:
        return ()
    labels = []
    rule = {"startpage": 0, "style": "D", "firstpagenum": 1}
    for page in range(count):
        rule = rules.get(page, rule)
        number = rule.get("firstpagenum", 1) + page - rule["startpage"]
        label = rule.get("prefix", "") + _numeral(number, rule.get("style", ""))
        labels.append(clean(label)[:_LABEL_LIMIT])
    return tuple(labels)


def _numeral(number: int, style: str) -> str:
    if style == "D" or not 0 < number < _HIGHEST:
        return str(number)
    if style in "Rr" and style:
        return _roman(number).upper() if style == "R" else _roman(number)
    if style in "Aa" and style:
        rounds, letter = divmod(number - 1, 26)
        return chr(ord(style) + letter) * min(rounds + 1, _LABEL_LIMIT)
    return ""


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN.items():
        times, number = divmod(number, value)
        text += letters * min(times, _LABEL_LIMIT)
    return text


def _outline(document: pymupdf.Document) -> Iterator[OutlineItem]:
    """Depth first, each item once."""
    waiting = [(1, mupdf.fz_load_outline(document.this))]
    for _ in range(2 * _OUTLINE_LIMIT):
        if not waiting:
            return
        level, item = waiting.pop()
        if item.m_internal:
            yield _outline_item(level, item, document.page_count)
            waiting += (level, item.next()), (level + 1, item.down())


def _outline_item(level: int, item: mupdf.FzOutline, count: int) -> OutlineItem:
    page = item.m_internal.page.page
    title = " ".join(clean(item.m_internal.title or "").split())[:_TITLE_LIMIT]
    if not 0 <= page < count:
        return OutlineItem(level, title, -1)
    return OutlineItem(level, title, page, finite(item.m_internal.y))
