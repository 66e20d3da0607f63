"""Places on a page that lead somewhere."""

from collections.abc import Iterator

import pymupdf
from pymupdf import mupdf

from desktop.domain.pdf_document import PageLink, Rect
from desktop.pdf.messages import Links, ReadLinks
from desktop.pdf.plausible import SHOWN_ADDRESSES
from desktop.pdf.worker.documents import Documents
from desktop.pdf.worker.plain import clean, finite
from desktop.pdf.worker.shelf import Shelf

_LIMIT = 5000
_ADDRESS_LIMIT = 2000


def read_links(request: ReadLinks, documents: Documents, _shelf: Shelf) -> Links:
    """Links of a page, in the order of the file: a later one lies above an earlier one."""
    opened = documents.get(request.path, request.password)
    return Links(tuple(_links(opened.document, opened.page(request.page).page)))


def _links(document: pymupdf.Document, page: pymupdf.Page) -> Iterator[PageLink]:
    link = mupdf.fz_load_links(page.this)
    for _ in range(_LIMIT):
        if not link.m_internal:
            return
        found = _link(document, link)
        if found is not None:
            yield found
        link = link.next()


def _link(document: pymupdf.Document, link: mupdf.FzLink) -> PageLink | None:
    box = link.rect()
    rect: Rect = (finite(box.x0), finite(box.y0), finite(box.x1), finite(box.y1))
    address = link.uri() or ""
    if address.lower().startswith(SHOWN_ADDRESSES):
        return PageLink(rect, uri=clean(address)[:_ADDRESS_LIMIT])
    if mupdf.fz_is_external_link(address):
        return None
    return _inner_link(document, rect, address)


def _inner_link(document: pymupdf.Document, rect: Rect, address: str) -> PageLink | None:
    """Destinations with a name are looked up, too."""
    try:
        target = mupdf.ll_fz_resolve_link_dest(document.this.m_internal, address)
    except mupdf.FzErrorBase:
        return None
    page = target.loc.page
    if not 0 <= page < document.page_count:
        return None
    return PageLink(rect, page, (finite(target.x), finite(target.y)))
