"""Bitmaps of pages: what makes up a page, and what is kept."""

import sys

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion
from pytestqt.qtbot import QtBot

from desktop.domain.pdf_document import PageBitmap, RenderRequest
from desktop.ui.reader.pages.page_cache import TILE, WHOLE_PIXELS, Bitmap, BitmapCache, Look, pieces, preview
from desktop.ui.reader.pages.page_layout import Box

KILOBYTE = Bitmap(PageBitmap(16, 16, bytes(1024)))
SIDES = st.integers(1, 200_000)


def page(number: int, scale: float = 1.0) -> RenderRequest:
    return RenderRequest(number, scale)


def test_what_was_used_longest_ago_goes_first() -> None:
    cache = BitmapCache(3 * 1024)
    for number in range(3):
        cache.put(page(number), KILOBYTE)
    assert cache.get(page(0)) is KILOBYTE
    cache.put(page(3), KILOBYTE)
    assert [number for number in range(4) if page(number) in cache] == [0, 2, 3]
    assert cache.size == 3 * 1024


def test_what_is_seen_stays_even_beyond_the_limit() -> None:
    cache = BitmapCache(1024)
    seen = {page(number) for number in range(3)}
    for request in seen:
        cache.put(request, KILOBYTE, seen)
    assert cache.size == 3 * 1024
    cache.shrink(1024)
    assert cache.size == 1024


def test_a_bitmap_that_comes_twice_counts_once() -> None:
    cache = BitmapCache()
    cache.put(page(0), KILOBYTE)
    cache.put(page(0), KILOBYTE)
    assert cache.size == 1024
    assert list(cache.of_page(0)) == [page(0)]


def test_memory_is_given_back_between_other_things(qtbot: QtBot) -> None:
    pixels = [bytes([number]) * 1024 for number in range(20)]
    unused = sys.getrefcount(pixels[0])
    cache = BitmapCache()
    for number in range(20):
        cache.put(page(number), Bitmap(PageBitmap(16, 16, pixels[number])))

    def in_use() -> int:
        return sum(sys.getrefcount(pixels[number]) > unused for number in range(20))

    cache.clear()
    assert (cache.size, in_use()) == (0, 20)
    qtbot.waitUntil(lambda: in_use() == 0)


def test_a_page_of_four_megapixels_is_one_bitmap() -> None:
    assert pieces(7, Box(0, 0, 2000, 2000), Look(2.0), QRect(500, 500, 10, 10)) == [RenderRequest(7, 2.0)]


@given(SIDES, SIDES, st.integers(-2000, 200_000), st.integers(-2000, 200_000), st.integers(1, 4000))
def test_tiles_cover_what_is_seen_and_stay_on_the_page(width: int, height: int, x: int, y: int, seen: int) -> None:
    view = QRect(x, y, seen, seen)
    paper = QRect(0, 0, width, height)
    requests = pieces(0, Box(0, 0, width, height), Look(1.0), view)
    if width * height <= WHOLE_PIXELS:
        assert len(requests) == view.intersects(paper)
        return
    covered = QRegion()
    for request in requests:
        assert request.clip is not None
        left, top, right, bottom = request.clip
        tile = QRect(left, top, right - left, bottom - top)
        assert paper.contains(tile)
        assert tile.intersects(view)
        assert max(tile.width(), tile.height()) <= TILE
        covered += tile
    assert QRegion(view.intersected(paper)).subtracted(covered).isEmpty()
    assert len(requests) <= (seen // TILE + 2) ** 2


def test_the_tile_in_the_middle_comes_first() -> None:
    first, *_ = pieces(0, Box(0, 0, 10_000, 10_000), Look(1.0), QRect(0, 0, 3072, 3072))
    assert first.clip == (1024, 1024, 2048, 2048)


def test_a_preview_is_small_however_large_the_page_is() -> None:
    request = preview(0, Box(0, 0, 60_000, 90_000), Look(100.0, 90, dark=True))
    pixels = 60_000 * 90_000 * (request.scale / 100.0) ** 2
    assert pixels < 500_000
    assert (request.rotation, request.dark) == (90, True)
