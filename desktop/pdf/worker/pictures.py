"""Where the pictures of a page are."""

from typing import Any

import pymupdf
from pymupdf import mupdf

from desktop.pdf.worker.stopping import stoppable

_LIMIT = 2000
_SCAN = 0.9
"""Part of a page: pictures that cover more are the page itself, photographed."""


def pictures(drawing: pymupdf.DisplayList, width: float, height: float) -> tuple[mupdf.FzRect, ...]:
    """Where a page of this size shows pictures, in points; none if it is a scan."""
    everywhere = mupdf.FzRect(0, 0, width, height)
    device = _PictureDevice(everywhere)
    with stoppable() as cookie:
        mupdf.fz_run_display_list(drawing.this, device, mupdf.FzMatrix(), everywhere, cookie)
        mupdf.fz_close_device(device)
    found = {box for box in device.boxes if box[0] < box[2] and box[1] < box[3]}
    if sum((right - left) * (bottom - top) for left, top, right, bottom in found) > _SCAN * width * height:
        return ()
    return tuple(mupdf.FzRect(*box) for box in sorted(found)[:_LIMIT])


class _PictureDevice(mupdf.FzDevice2):  # type: ignore[misc]
    """Is told what is painted and notes what is visible of each picture. Stencils (image masks) are ink, not pictures.

    MuPDF calls the methods with its context and with C structures.
    """

    def __init__(self, everywhere: mupdf.FzRect) -> None:
        super().__init__()
        self.boxes: list[tuple[float, float, float, float]] = []
        self._visible = [everywhere]
        self.use_virtual_fill_image()
        self.use_virtual_clip_path()
        self.use_virtual_clip_stroke_path()
        self.use_virtual_clip_text()
        self.use_virtual_clip_stroke_text()
        self.use_virtual_clip_image_mask()
        self.use_virtual_begin_mask()
        self.use_virtual_pop_clip()

    def fill_image(self, _context: Any, _image: Any, matrix: Any, *_: Any) -> None:
        box = mupdf.fz_transform_rect(mupdf.FzRect(mupdf.FzRect.Fixed_UNIT), mupdf.FzMatrix(matrix))
        box = mupdf.fz_intersect_rect(box, self._visible[-1])
        self.boxes.append((box.x0, box.y0, box.x1, box.y1))

    def clip_path(self, _context: Any, _path: Any, _even_odd: Any, _matrix: Any, visible: Any) -> None:
        self._narrow(visible)

    def clip_stroke_path(self, _context: Any, _path: Any, _stroke: Any, _matrix: Any, visible: Any) -> None:
        self._narrow(visible)

    def clip_text(self, _context: Any, _text: Any, _matrix: Any, visible: Any) -> None:
        self._narrow(visible)

    def clip_stroke_text(self, _context: Any, _text: Any, _stroke: Any, _matrix: Any, visible: Any) -> None:
        self._narrow(visible)

    def clip_image_mask(self, _context: Any, _image: Any, _matrix: Any, visible: Any) -> None:
        self._narrow(visible)

    def begin_mask(self, _context: Any, visible: Any, *_: Any) -> None:
        self._narrow(visible)

    def pop_clip(self, _context: Any) -> None:
        if len(self._visible) > 1:
            self._visible.pop()

    def _narrow(self, visible: Any) -> None:
        self._visible.append(mupdf.fz_intersect_rect(mupdf.FzRect(visible), self._visible[-1]))
