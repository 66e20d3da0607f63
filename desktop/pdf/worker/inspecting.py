"""What a PDF tells of itself, for whoever wants to know which paper it is."""

from collections.abc import Iterator
from typing import Any

import pymupdf

from desktop.domain.errors import Reason
from desktop.domain.pdf_facts import PdfFacts
from desktop.pdf.likely_title import Line, likely_title
from desktop.pdf.messages import Inspect
from desktop.pdf.worker.documents import Documents, open_pdf
from desktop.pdf.worker.plain import clean
from desktop.pdf.worker.refusal import Refusal
from desktop.pdf.worker.shelf import Shelf

_TEXT_LIMIT = 20_000
_METADATA_LIMIT = 1000
_LEVEL = 0.99
"""Cosine of the slope of a line that is read from left to right; scans lie a little askew."""
_TEXT_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP


def inspect(request: Inspect, _documents: Documents, _shelf: Shelf) -> PdfFacts:
    """Facts of a file that may be anything."""
    with open_pdf(request.path) as document:
        return _facts(document)


def _facts(document: pymupdf.Document) -> PdfFacts:
    if document.needs_pass:
        return PdfFacts(pages=0, needs_password=True)
    pages = document.page_count
    if pages == 0:
        raise Refusal(Reason.PDF_EMPTY, "it has no pages")
    page = document.load_page(0)
    text = page.get_textpage(flags=_TEXT_FLAGS)
    return PdfFacts(
        pages=pages,
        first_text=clean(text.extractText()[:_TEXT_LIMIT]),
        title=likely_title(_horizontal_lines(text.extractDICT()), page.rect.height),
        metadata_title=clean((document.metadata or {}).get("title") or "")[:_METADATA_LIMIT],
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
    return Line(clean("".join(span["text"] for span in spans)), size, line["bbox"][1], line["bbox"][3])
