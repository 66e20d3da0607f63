"""Pages, and parts of pages, as bitmaps: which ones make up a page, and which are kept."""

from collections import OrderedDict, defaultdict, deque
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QImage

from desktop.domain.pdf_document import PageBitmap, RenderRequest
from desktop.ui.reader.pages.page_layout import Box

CACHE_BYTES = 160 << 20
HIDDEN_BYTES = 16 << 20
"""What a view keeps that is not shown, such as one in another tab."""
WHOLE_PIXELS = 4_000_000
"""A page of more pixels is drawn in tiles."""
TILE = 1024
"""Pixels of the device in each direction."""
PREVIEW_PIXELS = 400_000
"""Of the small bitmap that stands in for a page in tiles."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the pages of a document are drawn at present."""

    scale: float
    """Device pixels a point."""
    rotation: int = 0
    dark: bool = False


class Bitmap:
    """Pixels that can be painted. Made on any thread."""

    __slots__ = ("_pixels", "image")

    def __init__(self, bitmap: PageBitmap) -> None:
        self._pixels = bitmap.pixels  # the image looks at these bytes, and does not own them
        self.image = QImage(self._pixels, bitmap.width, bitmap.height, 4 * bitmap.width, QImage.Format.Format_RGB32)

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self._pixels)


class BitmapCache:
    """Bitmaps up to so many bytes; those used last stay."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self._limit = limit
        self._kept: OrderedDict[RenderRequest, Bitmap] = OrderedDict()
        self._pages: defaultdict[int, set[RenderRequest]] = defaultdict(set)
        self.size = 0
        """Bytes of all bitmaps."""

    def __contains__(self, request: RenderRequest) -> bool:
        return request in self._kept

    def get(self, request: RenderRequest) -> Bitmap | None:
        """The bitmap if it is there; it counts as used now."""
        found = self._kept.get(request)
        if found is not None:
            self._kept.move_to_end(request)
        return found

    def put(self, request: RenderRequest, bitmap: Bitmap, keep: Collection[RenderRequest] = ()) -> None:
        """Keep it, and let go what was used longest ago until all fits; what is in `keep` stays in any case."""
        self._remove(request)
        self._kept[request] = bitmap
        self._pages[request.page].add(request)
        self.size += bitmap.size
        if self.size > self._limit:
            self.shrink(self._limit, {request, *keep})

    def shrink(self, limit: int, keep: Container[RenderRequest] = ()) -> None:
        """Let go what was used longest ago, but for what is in `keep`, until so many bytes are left."""
        gone: deque[Bitmap] = deque()
        for request in [request for request in self._kept if request not in keep]:
            if self.size <= limit:
                break
            gone.append(self._kept[request])
            self._remove(request)
        _free(gone)

    def of_page(self, page: int) -> Iterator[RenderRequest]:
        """What is kept of a page, in no order."""
        return iter(self._pages.get(page, ()))

    def clear(self) -> None:
        """Keep nothing."""
        _free(deque(self._kept.values()))
        self._kept.clear()
        self._pages.clear()
        self.size = 0

    def _remove(self, request: RenderRequest) -> None:
        bitmap = self._kept.pop(request, None)
        if bitmap is not None:
            self.size -= bitmap.size
            self._pages[request.page].discard(request)


def _free(bitmaps: deque[Bitmap]) -> None:
    """Give the memory back between what else the window does, for all at once it would stand still: a bitmap takes up
    to a millisecond."""
    if bitmaps:
        QTimer.singleShot(0, partial(_free_one, bitmaps))


def _free_one(bitmaps: deque[Bitmap]) -> None:
    bitmaps.popleft()
    _free(bitmaps)


def pieces(page: int, size: Box, look: Look, seen: QRect) -> list[RenderRequest]:
    """What shows the part `seen` of a page as large as `size`: the page itself, or tiles of it from the middle on.

    Both are in device pixels, `seen` from the upper left corner of the page.
    """
    paper = QRect(0, 0, size.width, size.height)
    seen = seen.intersected(paper)
    if seen.isEmpty():
        return []
    if size.width * size.height <= WHOLE_PIXELS:
        return [RenderRequest(page, look.scale, look.rotation, dark=look.dark)]
    middle = seen.center()
    tiles = [
        QRect(left, top, TILE, TILE).intersected(paper)
        for top in range(seen.top() // TILE * TILE, seen.bottom() + 1, TILE)
        for left in range(seen.left() // TILE * TILE, seen.right() + 1, TILE)
    ]
    tiles.sort(key=lambda tile: (tile.center() - middle).manhattanLength())
    return [RenderRequest(page, look.scale, look.rotation, _corners(tile), look.dark) for tile in tiles]


def _corners(tile: QRect) -> tuple[int, int, int, int]:
    return tile.left(), tile.top(), tile.left() + tile.width(), tile.top() + tile.height()


def preview(page: int, size: Box, look: Look) -> RenderRequest:
    """All of a page in a small bitmap."""
    smaller = min((PREVIEW_PIXELS / (size.width * size.height)) ** 0.5, 1.0)
    return RenderRequest(page, look.scale * smaller, look.rotation, dark=look.dark)
