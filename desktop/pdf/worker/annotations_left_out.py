"""Pages without the annotations that stand in the library as marks, which are painted there."""

from typing import Any

import pymupdf

from desktop.domain.annotation_marks import KINDS

mupdf: Any = pymupdf.mupdf


def without_marks(page: pymupdf.Page) -> pymupdf.DisplayList:
    """What is to be painted of a page: its contents, its form, and annotations that no mark can stand for."""
    made = mupdf.pdf_page_from_fz_page(page.this)
    drawing = mupdf.fz_new_display_list(mupdf.fz_bound_page(page.this))
    device = mupdf.fz_new_list_device(drawing)
    as_it_is, cookie = mupdf.FzMatrix(), mupdf.FzCookie()
    mupdf.fz_run_page_contents(page.this, device, as_it_is, cookie)
    annotation = mupdf.pdf_first_annot(made)
    while annotation.m_internal:
        if mupdf.pdf_string_from_annot_type(mupdf.pdf_annot_type(annotation)) not in KINDS:
            mupdf.pdf_run_annot(annotation, device, as_it_is, cookie)
        annotation = mupdf.pdf_next_annot(annotation)
    mupdf.fz_run_page_widgets(page.this, device, as_it_is, cookie)
    mupdf.fz_close_device(device)
    return pymupdf.DisplayList(drawing)
