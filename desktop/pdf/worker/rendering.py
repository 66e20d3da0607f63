"""Pages as pixels."""

from math import ceil, sqrt

import pymupdf
from pymupdf import mupdf

from desktop.domain.errors import Reason
from desktop.domain.pdf_document import RenderRequest
from desktop.pdf.messages import Data, Pixels, Render, TakePicture
from desktop.pdf.tray import PIXELS_LIMIT
from desktop.pdf.worker.dark_pages import darken
from desktop.pdf.worker.documents import Documents, OpenPage
from desktop.pdf.worker.refusal import Refusal
from desktop.pdf.worker.shelf import Shelf
from desktop.pdf.worker.stopping import stoppable

_SMALLEST_SCALE, _LARGEST_SCALE = 0.001, 256.0
_PICTURE_SCALE = 200 / 72
_PICTURE_PIXELS = 3_000_000
"""Three bytes each: a picture of noise is no larger than one that can be stored."""
_EPSILON = 0.001
"""Of a pixel: what a rounding error adds gets no row of its own."""


def render(request: Render, documents: Documents, shelf: Shelf) -> Pixels:
    """Lays the pixels onto the shelf. A whole page that would be too large comes smaller; a part of it is refused."""
    wanted = request.request
    page = documents.get(request.path, request.password).page(wanted.page)
    matrix, area = _view(page, wanted)
    pixmap = mupdf.fz_new_pixmap_with_bbox_and_data(
        mupdf.FzColorspace(mupdf.FzColorspace.Fixed_BGR),
        area,
        mupdf.FzSeparations(),
        1,  # with a byte for opacity: nothing is transparent on white paper
        mupdf.python_mutable_buffer_data(shelf.memory),
    )
    _paint(page.drawing_without_marks if wanted.without_marks else page.drawing, matrix, area, pixmap)
    if wanted.dark:
        darken(pixmap, page, matrix)
    return Pixels(pixmap.w(), pixmap.h())


def take_picture(request: TakePicture, documents: Documents, shelf: Shelf) -> Data:
    """Lays a PNG of the area onto the shelf, 200 dots an inch or fewer."""
    page = documents.get(request.path, request.password).page(request.page)
    box = pymupdf.Rect(request.box).normalize() & page.page.rect
    if box.is_empty:
        raise Refusal(Reason.PDF_FAILED, "nothing of the page is there")
    scale = min(_PICTURE_SCALE, _scale_of(_PICTURE_PIXELS, box.width, box.height))
    area = pymupdf.IRect(*(round(side * scale) for side in box))
    rect = mupdf.FzIrect(area.x0, area.y0, max(area.x1, area.x0 + 1), max(area.y1, area.y0 + 1))
    pixmap = mupdf.fz_new_pixmap_with_bbox(
        mupdf.FzColorspace(mupdf.FzColorspace.Fixed_RGB), rect, mupdf.FzSeparations(), 0
    )
    _paint(page.drawing, mupdf.fz_scale(scale, scale), rect, pixmap)
    return shelf.put(pymupdf.Pixmap("raw", pixmap).tobytes("png"))


def _view(page: OpenPage, wanted: RenderRequest) -> tuple[mupdf.FzMatrix, mupdf.FzIrect]:
    """How points become pixels, and which of these are wanted."""
    width, height = page.size
    scale = min(max(wanted.scale, _SMALLEST_SCALE), _LARGEST_SCALE)
    if wanted.clip is None:
        scale = min(scale, _scale_of(PIXELS_LIMIT, width, height))
    turned = {
        0: mupdf.FzMatrix(scale, 0, 0, scale, 0, 0),
        90: mupdf.FzMatrix(0, scale, -scale, 0, height * scale, 0),
        180: mupdf.FzMatrix(-scale, 0, 0, -scale, width * scale, height * scale),
        270: mupdf.FzMatrix(0, -scale, scale, 0, 0, width * scale),
    }
    if wanted.rotation in (90, 270):
        width, height = height, width
    whole = (0, 0, *(max(1, ceil(side * scale - _EPSILON)) for side in (width, height)))
    area = pymupdf.IRect(whole) & pymupdf.IRect(wanted.clip or whole)
    if area.is_empty or area.width * area.height > PIXELS_LIMIT:
        raise Refusal(Reason.PDF_FAILED, f"{tuple(area)} is no part of the page that can be painted")
    return turned[wanted.rotation], mupdf.FzIrect(*area)


def _scale_of(pixels: int, width: float, height: float) -> float:
    """At which so many pixels are not exceeded, sides rounded up included: (ws + 1)(hs + 1) = pixels."""
    half = (width + height) / (2 * width * height)
    return sqrt(half * half + (pixels - 1) / (width * height)) - half


def _paint(drawing: pymupdf.DisplayList, matrix: mupdf.FzMatrix, area: mupdf.FzIrect, pixmap: mupdf.FzPixmap) -> None:
    mupdf.fz_clear_pixmap_with_value(pixmap, 255)
    device = mupdf.fz_new_draw_device(mupdf.FzMatrix(), pixmap)
    with stoppable() as cookie:
        mupdf.fz_run_display_list(drawing.this, device, matrix, mupdf.FzRect(area), cookie)
        mupdf.fz_close_device(device)
