"""Documents and pages that the PDF process keeps open, so that scrolling and zooming need not read them again."""

import os
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from mmap import ACCESS_READ, mmap
from typing import TypeVar

import pymupdf
from pymupdf import mupdf

from desktop.domain.errors import Reason
from desktop.domain.pdf_marks import HEAD, begins_like_pdf
from desktop.pdf.worker.annotations_left_out import run_without_marks
from desktop.pdf.worker.pictures import pictures
from desktop.pdf.worker.refusal import Refusal
from desktop.pdf.worker.stopping import stoppable

_DOCUMENTS = 4
_PAGES = 16
"""Of a document: those on the screen, their neighbours, and some that were there before."""
_PAGES_LIMIT = 100_000
_AS_IT_IS = mupdf.FzMatrix()
_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


def open_pdf(path: str) -> pymupdf.Document:
    """The document, perhaps locked. Raises Refusal(NOT_A_PDF), OSError and whatever MuPDF raises."""
    with open(path, "rb") as file:
        if not begins_like_pdf(file.read(HEAD)):
            raise Refusal(Reason.NOT_A_PDF, "it does not begin like a PDF")
        # Mapped, so that MuPDF never sees a path: it can open no other file, and names in any encoding will do.
        content = mmap(file.fileno(), 0, access=ACCESS_READ)
    document = pymupdf.open(stream=memoryview(content), filetype="pdf")
    if not document.is_pdf:
        raise Refusal(Reason.NOT_A_PDF, "it is another kind of document")
    return document


def _recorded(page: pymupdf.Page, run: Callable[[mupdf.FzDevice, mupdf.FzCookie], object]) -> pymupdf.DisplayList:
    drawing = mupdf.fz_new_display_list(mupdf.fz_bound_page(page.this))
    device = mupdf.fz_new_list_device(drawing)
    with stoppable() as cookie:
        run(device, cookie)
        mupdf.fz_close_device(device)
    return pymupdf.DisplayList(drawing)


@dataclass
class OpenPage:
    """A page, and what was found out about it."""

    page: pymupdf.Page

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.page.rect.width, self.page.rect.height

    @cached_property
    def drawing(self) -> pymupdf.DisplayList:
        """What is to be painted, annotations too; painting it again takes a part of the time of reading it."""
        return _recorded(self.page, lambda device, cookie: mupdf.fz_run_page(self.page.this, device, _AS_IT_IS, cookie))

    @cached_property
    def drawing_without_marks(self) -> pymupdf.DisplayList:
        """The same without what a person could have marked."""
        return _recorded(self.page, lambda device, cookie: run_without_marks(self.page, device, cookie))

    @cached_property
    def pictures(self) -> tuple[mupdf.FzRect, ...]:
        """Where its pictures are."""
        return pictures(self.drawing, *self.size)


@dataclass
class OpenDocument:
    """A document that is unlocked and has pages."""

    document: pymupdf.Document
    pages: "OrderedDict[int, OpenPage]" = field(default_factory=OrderedDict)

    def page(self, number: int) -> OpenPage:
        """Raises whatever MuPDF raises."""
        if not 0 <= number < self.document.page_count:
            raise Refusal(Reason.PDF_FAILED, f"there is no page {number + 1}")
        return _kept(self.pages, number, _PAGES, lambda: OpenPage(self.document.load_page(number)))


class Documents:
    """The documents that were asked for last."""

    def __init__(self) -> None:
        self._open: OrderedDict[tuple[object, ...], OpenDocument] = OrderedDict()

    def get(self, path: str, password: str) -> OpenDocument:
        """The document in this file, which is another one when the file was replaced.

        Raises Refusal(NOT_A_PDF, PDF_EMPTY, PDF_LOCKED), OSError and whatever MuPDF raises.
        """
        found = os.stat(path)
        key = (path, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, password)
        return _kept(self._open, key, _DOCUMENTS, lambda: opened(path, password))


def opened(path: str, password: str) -> OpenDocument:
    """The document in this file, opened anew. Raises as `Documents.get`."""
    document = open_pdf(path)
    if document.needs_pass and not document.authenticate(password):
        raise Refusal(Reason.PDF_LOCKED, "it needs a password")
    if not 0 < document.page_count <= _PAGES_LIMIT:
        raise Refusal(Reason.PDF_EMPTY, f"it says that it has {document.page_count} pages")
    return OpenDocument(document)


def _kept(store: "OrderedDict[_Key, _Value]", key: _Key, limit: int, make: Callable[[], _Value]) -> _Value:
    """What is stored under the key, made now if it is not; the ones unused for longest go."""
    if key not in store:
        while len(store) >= limit:
            store.popitem(last=False)
        store[key] = make()
    store.move_to_end(key)
    return store[key]
