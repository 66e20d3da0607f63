"""The text of a page in the order in which it is read: character by character, or its words alone."""

from collections.abc import Iterable, Iterator

import pymupdf
from pymupdf import mupdf

from desktop.domain.page_words import plain_text
from desktop.domain.pdf_document import PageText, TextLine
from desktop.pdf.messages import PlainText, ReadPlainText, ReadText
from desktop.pdf.worker.documents import Documents
from desktop.pdf.worker.reading_order import in_reading_order
from desktop.pdf.worker.shelf import Shelf
from desktop.pdf.worker.stopping import stoppable
from desktop.pdf.worker.text_runs import Run, holds_leftwards, plain_runs, runs

# Without PRESERVE_LIGATURES, so that each letter of one is a character.
_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
_CHARACTERS = 200_000
"""Of a page; one of a paper has 5,000."""
_LONGEST = 2000
"""Characters of a line."""


def read_text(request: ReadText, documents: Documents, _shelf: Shelf) -> PageText:
    """Text of a page."""
    page = documents.get(request.path, request.password).page(request.page).page
    found = runs(_content(page).extractRAWDICT())
    return PageText(tuple(_numbered(in_reading_order(list(_bounded(found))))))


def read_plain_text(request: ReadPlainText, documents: Documents, _shelf: Shelf) -> PlainText:
    """Words of a page."""
    content = _content(documents.get(request.path, request.password).page(request.page).page)
    pieces = content.extractDICT()
    found = runs(content.extractRAWDICT()) if holds_leftwards(pieces) else plain_runs(pieces)
    return PlainText(plain_text([(run.text, run.block) for run in in_reading_order(list(_bounded(found)))]))


def _content(page: pymupdf.Page) -> pymupdf.TextPage:
    """What is printed on the page as it is displayed, without annotations. PyMuPDF's own way turns the page upright."""
    content = mupdf.FzStextPage(mupdf.fz_bound_page(page.this))
    device = mupdf.fz_new_stext_device(content, mupdf.FzStextOptions(_FLAGS))
    with stoppable() as cookie:
        mupdf.fz_run_page_contents(page.this, device, mupdf.FzMatrix(), cookie)
        mupdf.fz_close_device(device)
    return pymupdf.TextPage(content)


def _bounded(found: Iterable[Run]) -> Iterator[Run]:
    left = _CHARACTERS
    for run in found:
        left -= len(run.text)
        if left < 0:
            return
        if len(run.text) <= _LONGEST:
            yield run


def _numbered(ordered: Iterable[Run]) -> Iterator[TextLine]:
    """Blocks get new numbers: one of the file may have been parted into columns."""
    number, latest = -1, -1
    for run in ordered:
        if run.block != latest:
            number, latest = number + 1, run.block
        yield TextLine(run.text, run.quad, run.stops(), number)
