"""Light text on dark paper."""

from collections.abc import Iterator

from pymupdf import mupdf

from desktop.pdf.worker.documents import OpenPage

_PAPER, _INK = 0x242320, 0xE8E4DB


def darken(pixmap: mupdf.FzPixmap, page: OpenPage, matrix: mupdf.FzMatrix) -> None:
    """Turn light into dark and keep hues; pictures stay as they are."""
    kept = list(_pictures(pixmap, page, matrix))
    mupdf.fz_invert_pixmap_luminance(pixmap)
    mupdf.fz_tint_pixmap(pixmap, _PAPER, _INK)
    for picture in kept:
        _copy(pixmap, picture, mupdf.fz_pixmap_bbox(picture))


def _pictures(pixmap: mupdf.FzPixmap, page: OpenPage, matrix: mupdf.FzMatrix) -> Iterator[mupdf.FzPixmap]:
    """Copies of the parts that show pictures."""
    for box in page.pictures:
        area = mupdf.fz_round_rect(mupdf.fz_transform_rect(box, matrix))
        area = mupdf.fz_intersect_irect(area, mupdf.fz_pixmap_bbox(pixmap))
        if not mupdf.fz_is_empty_irect(area):
            copy = mupdf.fz_new_pixmap_with_bbox(pixmap.colorspace(), area, mupdf.FzSeparations(), 1)
            _copy(copy, pixmap, area)
            yield copy


def _copy(to: mupdf.FzPixmap, source: mupdf.FzPixmap, area: mupdf.FzIrect) -> None:
    mupdf.fz_copy_pixmap_rect(to, source, area, mupdf.FzDefaultColorspaces())
