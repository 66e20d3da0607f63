"""The annotations of a PDF as the objects that stand in it, in the order in which everybody counts them."""

from collections.abc import Collection, Iterator
from typing import Any

import pymupdf

from desktop.domain.annotation_marks import KINDS

mupdf: Any = pymupdf.mupdf
MOST = 10_000
"""Annotations that are read of one file."""
_HIDDEN = mupdf.PDF_ANNOT_IS_HIDDEN | mupdf.PDF_ANNOT_IS_INVISIBLE | mupdf.PDF_ANNOT_IS_NO_VIEW
_NOT_COUNTED = frozenset({"Link", "Widget", "Popup"})


def readable_pages(pdf: Any) -> Iterator[tuple[int, Any]]:
    """The pages that can be read, with their numbers."""
    for number in range(mupdf.pdf_count_pages(pdf)):
        try:
            page = mupdf.pdf_load_page(pdf, number)
        except Exception:  # noqa: BLE001 - MuPDF's errors have no narrower base; the other pages can be read
            continue
        yield number, page


def seen_entries(page: Any) -> Iterator[tuple[int, Any, str]]:
    """What a person could have put on the page and sees there: place among the page's entries, entry, and kind."""
    entries = mupdf.pdf_dict_gets(page.obj(), "Annots")
    for place in range(min(mupdf.pdf_array_len(entries), 10 * MOST)):
        entry = mupdf.pdf_array_get(entries, place)
        kind = mupdf.pdf_to_name(mupdf.pdf_dict_gets(entry, "Subtype"))
        if kind and kind not in _NOT_COUNTED and not mupdf.pdf_to_int(mupdf.pdf_dict_gets(entry, "F")) & _HIDDEN:
            yield place, entry, kind


def remove(pdf: Any, wanted: Collection[int]) -> None:
    """Take the annotations away that stand at these places among all that marks can stand for, with their popups."""
    count = 0
    for _, page in readable_pages(pdf):
        gone: list[int] = []
        for place, _, kind in seen_entries(page):
            if kind in KINDS:
                if count in wanted:
                    gone.append(place)
                count += 1
        if gone:
            _remove(mupdf.pdf_dict_gets(page.obj(), "Annots"), gone)


def _remove(entries: Any, places: Collection[int]) -> None:
    numbers = {mupdf.pdf_to_num(mupdf.pdf_array_get(entries, place)) for place in places} - {0}
    for place in reversed(range(mupdf.pdf_array_len(entries))):
        parent = mupdf.pdf_dict_gets(mupdf.pdf_array_get(entries, place), "Parent")
        if place in places or mupdf.pdf_to_num(parent) in numbers:
            mupdf.pdf_array_delete(entries, place)
