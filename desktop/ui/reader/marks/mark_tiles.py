"""Marks as pictures, tile by tile of a page: hundreds of marks cost a paint no more than a few copies of pixels."""

import math
from collections import OrderedDict
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform

from desktop.domain.mark import Mark, MarkKind
from desktop.ui.reader.marks.mark_sheet import box_of, laid_out
from desktop.ui.reader.marks.mark_tile import TILE, Tile, tile_steps

PATIENCE_S = 0.006
"""How long a paint may make new tiles; it goes on with the next one."""
LIMIT = 96 << 20
"""Bytes of pictures kept: a little more than a large screen needs."""
_MOST_MAKING = 8
"""Pages whose tiles are being made."""
_MARGIN = 4.0
"""Points that the look of a mark reaches beyond its box."""

Linear = tuple[float, float, float, float]
Key = tuple[int, Linear, bool, int, int]
"""Page, transformation, whether dark, column, row."""


@dataclass(slots=True)
class _Making:
    """A tile that is being made."""

    key: Key
    age: int
    steps: Generator[None, None, Tile]


@dataclass(slots=True)
class _PageMarks:
    """The marks of a page with the rectangles they are painted in, as they were when the page was looked at last."""

    age: int
    marks: list[tuple[Mark, QRectF]]
    around: QRectF


class MarkTiles:
    """Paints the marks that `marks_of(page)` gives; `forget` tells that they are others."""

    def __init__(self, marks_of: Callable[[int], list[Mark]]) -> None:
        self._marks_of = marks_of
        self._tiles: OrderedDict[Key, Tile] = OrderedDict()
        self._pages: dict[int, _PageMarks] = {}
        self._making: dict[int, _Making] = {}
        """One a page."""
        self._age = 0
        self._bytes = 0

    def forget(self, page: int) -> None:
        """The marks of this page changed. Tiles that show the same as before stay."""
        self._pages.pop(page, None)

    def clear(self) -> None:
        """All looks different."""
        self._tiles.clear()
        self._pages.clear()
        self._making.clear()
        self._bytes = 0

    def paint(self, painter: QPainter, page: int, transform: QTransform, dark: bool) -> bool:
        """Paint the marks of the page, where the painter's clip lets them be seen; False if some are still to come,
        with the next paint."""
        found = self._page(page)
        if not found.marks:
            return True
        ratio = painter.device().devicePixelRatio()
        linear = (transform.m11() * ratio, transform.m12() * ratio, transform.m21() * ratio, transform.m22() * ratio)
        origin = QPointF(round(transform.dx() * ratio), round(transform.dy() * ratio))
        seen = painter.clipBoundingRect()
        seen = QRectF(seen.topLeft() * ratio - origin, seen.size() * ratio)
        extent = _turned(linear).mapRect(found.around)
        until = perf_counter() + PATIENCE_S
        whole = True
        for column, row in _tiles_in(seen.intersected(extent)):
            key = (page, linear, dark, column, row)
            # Behind a tile that is not made yet others wait: what is there of them is shown.
            whole = whole and self._make(key, found, until)
            if (tile := self._tiles.get(key)) is not None:
                self._tiles.move_to_end(key)
                self._draw(painter, tile, origin + QPointF(column * TILE, row * TILE), ratio)
        return whole

    @staticmethod
    def _draw(painter: QPainter, tile: Tile, corner: QPointF, ratio: float) -> None:
        if tile.fills is not None:
            tile.fills.setDevicePixelRatio(ratio)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawImage((corner + tile.fills_at) / ratio, tile.fills)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if tile.lines is not None:
            tile.lines.setDevicePixelRatio(ratio)
            painter.drawImage(corner / ratio, tile.lines)

    def _page(self, page: int) -> _PageMarks:
        found = self._pages.get(page)
        if found is None:
            self._age += 1
            marks = [(mark, _extent(mark)) for mark in self._marks_of(page) if mark.placed]
            found = self._pages[page] = _PageMarks(self._age, marks, _around(marks))
        return found

    def _make(self, key: Key, page: _PageMarks, until: float) -> bool:
        """Go on making the tile until that moment; whether it shows the marks as they are."""
        tile = self._tiles.get(key)
        if tile is not None and tile.age == page.age:
            return True
        making = self._making.get(key[0])
        if making is None or making.key != key or making.age != page.age:
            _, linear, dark, column, row = key
            turned = _turned(linear)
            area = QRectF(column * TILE, row * TILE, TILE, TILE)
            marks = tuple(mark for mark, extent in page.marks if turned.mapRect(extent).intersects(area))
            if tile is not None and tile.marks == marks:
                tile.age = page.age
                return True
            making = _Making(key, page.age, tile_steps(marks, turned, area, dark))
            self._making.pop(key[0], None)
            self._making[key[0]] = making
            if len(self._making) > _MOST_MAKING:
                del self._making[next(iter(self._making))]
        return self._advance(making, until)

    def _advance(self, making: _Making, until: float) -> bool:
        while True:
            try:
                next(making.steps)
            except StopIteration as end:
                self._keep(making, end.value)
                return True
            if perf_counter() > until:
                return False

    def _keep(self, making: _Making, tile: Tile) -> None:
        del self._making[making.key[0]]
        self._drop(making.key)
        tile.age = making.age
        self._tiles[making.key] = tile
        self._bytes += tile.size
        while self._bytes > LIMIT and len(self._tiles) > 1:
            self._drop(next(iter(self._tiles)))

    def _drop(self, key: Key) -> None:
        tile = self._tiles.pop(key, None)
        if tile is not None:
            self._bytes -= tile.size


def _turned(linear: Linear) -> QTransform:
    return QTransform(*linear, 0.0, 0.0)


def _extent(mark: Mark) -> QRectF:
    area = laid_out(mark).area if mark.kind is MarkKind.TEXT else box_of(mark)
    return area.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)


def _around(marks: list[tuple[Mark, QRectF]]) -> QRectF:
    found = QRectF()
    for _, extent in marks:
        found = found.united(extent)
    return found


def _tiles_in(area: QRectF) -> Iterator[tuple[int, int]]:
    """Columns and rows of the tiles that the area touches."""
    if area.isEmpty():
        return
    for row in range(math.floor(area.top() / TILE), math.ceil(area.bottom() / TILE)):
        for column in range(math.floor(area.left() / TILE), math.ceil(area.right() / TILE)):
            yield column, row
