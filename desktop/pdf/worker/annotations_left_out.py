"""Pages without the annotations that stand in the library as marks, which are painted there."""

from typing import Any

import pymupdf

from desktop.domain.annotation_marks import KINDS

mupdf: Any = pymupdf.mupdf


def run_without_marks(page: pymupdf.Page, device: Any, cookie: Any) -> None:
    """Give the device what is to be painted of a page: its contents, its form, and annotations that no mark can stand
    for."""
    made, as_it_is = mupdf.pdf_page_from_fz_page(page.this), mupdf.FzMatrix()
    mupdf.fz_run_page_contents(page.this, device, as_it_is, cookie)
    annotation = mupdf.pdf_first_annot(made)
    while annotation.m_internal:
        if mupdf.pdf_string_from_annot_type(mupdf.pdf_annot_type(annotation)) not in KINDS:
            mupdf.pdf_run_annot(annotation, device, as_it_is, cookie)
        annotation = mupdf.pdf_next_annot(annotation)
    mupdf.fz_run_page_widgets(page.this, device, as_it_is, cookie)
