"""What a PDF tells of itself, for whoever wants to know which paper it is."""

from collections.abc import Iterator
from mmap import ACCESS_READ, mmap
from typing import Any

import pymupdf

from desktop.domain.errors import Reason
from desktop.domain.pdf_facts import PdfFacts
from desktop.domain.pdf_marks import HEAD, begins_like_pdf
from desktop.pdf.likely_title import Line, likely_title
from desktop.pdf.messages import Failed, Inspect

_TEXT_LIMIT = 20_000
_METADATA_LIMIT = 1000
_DETAIL_LIMIT = 300
_LEVEL = 0.99
"""Cosine of the slope of a line that is read from left to right; scans lie a little askew."""
_TEXT_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP


def inspect(request: Inspect) -> PdfFacts | Failed:
    """Facts of a file, or why there are none."""
    try:
        with open(request.path, "rb") as file:
            if not begins_like_pdf(file.read(HEAD)):
                return Failed(Reason.NOT_A_PDF, "it does not begin like a PDF")
            # Mapped, so that MuPDF never sees a path: it can open no other file, and names in any encoding will do.
            content = mmap(file.fileno(), 0, access=ACCESS_READ)
    except OSError as error:
        return Failed(Reason.UNREADABLE, str(error))
    try:
        with pymupdf.open(stream=memoryview(content), filetype="pdf") as document:
            return _facts(document)
    except Exception as error:  # noqa: BLE001 - MuPDF's own errors have no narrower base
        return Failed(Reason.PDF_FAILED, str(error.__cause__ or error)[:_DETAIL_LIMIT])


def _facts(document: pymupdf.Document) -> PdfFacts | Failed:
    if not document.is_pdf:
        return Failed(Reason.NOT_A_PDF, "it is another kind of document")
    if document.needs_pass:
        return PdfFacts(pages=0, needs_password=True)
    pages = document.page_count
    if pages == 0:
        return Failed(Reason.PDF_EMPTY, "it has no pages")
    page = document.load_page(0)
    text = page.get_textpage(flags=_TEXT_FLAGS)
    return PdfFacts(
        pages=pages,
        first_text=_clean(text.extractText()[:_TEXT_LIMIT]),
        title=likely_title(_horizontal_lines(text.extractDICT()), page.rect.height),
        metadata_title=_clean((document.metadata or {}).get("title") or "")[:_METADATA_LIMIT],
        repaired=document.is_repaired,
    )


def _horizontal_lines(content: dict[str, Any]) -> Iterator[Line]:
    for block in content["blocks"]:
        for line in block["lines"]:
            if line["dir"][0] > _LEVEL:
                yield _line(line)


def _line(line: dict[str, Any]) -> Line:
    """A line without the footnote marks at its end. An initial letter does not make it large."""
    spans = line["spans"]
    while len(spans) > 1 and spans[-1]["flags"] & pymupdf.TEXT_FONT_SUPERSCRIPT:
        spans.pop()
    size = max((span["size"] for span in spans if len(span["text"].strip()) > 1), default=0.0)
    return Line(_clean("".join(span["text"] for span in spans)), size, line["bbox"][1], line["bbox"][3])


def _clean(text: str) -> str:
    """Text that can be stored: bytes that were no characters become question marks, zeros go."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
