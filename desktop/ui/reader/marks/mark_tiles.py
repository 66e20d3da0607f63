"""Marks as pictures, tile by tile of a page: hundreds of marks cost a paint no more than a few copies of pixels."""

import math
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from desktop.domain.mark import Mark, MarkKind
from desktop.ui.reader.marks.mark_painting import paint_fills, paint_lines
from desktop.ui.reader.marks.mark_sheet import box_of, laid_out, sheet_of

TILE = 512
"""Device pixels."""
PATIENCE_S = 0.008
"""How long a paint may make new tiles; the first is always made, the others with the next paint."""
LIMIT = 96 << 20
"""Bytes of pictures kept: a little more than a large screen needs."""
_MARGIN = 4.0
"""Points that the look of a mark reaches beyond its box."""

Linear = tuple[float, float, float, float]


@dataclass(slots=True, eq=False)
class _Tile:
    marks: tuple[Mark, ...]
    age: int
    fills: QImage | None
    """To be multiplied with the page: the part of the tile that has highlights."""
    fills_at: QPoint
    lines: QImage | None

    @property
    def size(self) -> int:
        return sum(image.sizeInBytes() for image in (self.fills, self.lines) if image is not None)


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
        self._tiles: OrderedDict[tuple[object, ...], _Tile] = OrderedDict()
        self._pages: dict[int, _PageMarks] = {}
        self._age = 0
        self._bytes = 0

    def forget(self, page: int) -> None:
        """The marks of this page changed. Tiles that show the same as before stay."""
        self._pages.pop(page, None)

    def clear(self) -> None:
        """All looks different."""
        self._tiles.clear()
        self._pages.clear()
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
        made, until = 0, perf_counter() + PATIENCE_S
        whole = True
        for column, row in _tiles_in(seen.intersected(extent)):
            key = (page, linear, dark, column, row)
            if made and perf_counter() > until and not self._is_fresh(key, found):
                whole = False
                continue
            made += not self._is_fresh(key, found)
            self._draw(painter, self._tile(key, found), origin + QPointF(column * TILE, row * TILE), ratio)
        return whole

    @staticmethod
    def _draw(painter: QPainter, tile: _Tile, corner: QPointF, ratio: float) -> None:
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

    def _is_fresh(self, key: tuple[int, Linear, bool, int, int], page: _PageMarks) -> bool:
        tile = self._tiles.get(key)
        return tile is not None and tile.age == page.age

    def _tile(self, key: tuple[int, Linear, bool, int, int], page: _PageMarks) -> _Tile:
        tile = self._tiles.get(key)
        if tile is None or tile.age != page.age:
            _, linear, dark, column, row = key
            turned = _turned(linear)
            area = QRectF(column * TILE, row * TILE, TILE, TILE)
            marks = tuple(mark for mark, extent in page.marks if turned.mapRect(extent).intersects(area))
            if tile is None or tile.marks != marks:
                self._drop(key)
                tile = self._tiles[key] = _painted(marks, turned, area, dark)
                self._bytes += tile.size
            tile.age = page.age
        self._tiles.move_to_end(key)
        while self._bytes > LIMIT and len(self._tiles) > 1:
            self._drop(next(iter(self._tiles)))
        return tile

    def _drop(self, key: tuple[object, ...]) -> None:
        tile = self._tiles.pop(key, None)
        if tile is not None:
            self._bytes -= tile.size


def _painted(marks: tuple[Mark, ...], turned: QTransform, area: QRectF, dark: bool) -> _Tile:
    sheet = sheet_of(list(marks))
    fills = lines = None
    covered = QRect()
    if sheet.fills and not dark:
        around = QRectF()
        for path in sheet.fills.values():
            around = around.united(turned.mapRect(path.boundingRect()))
        covered = around.toAlignedRect().intersected(area.toRect())
    if not covered.isEmpty():
        fills = QImage(covered.size(), QImage.Format.Format_RGB32)
        fills.fill(Qt.GlobalColor.white)
        painter = _painter(fills, turned, covered.toRectF())
        paint_fills(painter, sheet, dark)
        painter.end()
    if len(marks) > 0 and (dark or sheet.has_lines):
        lines = QImage(TILE, TILE, QImage.Format.Format_ARGB32_Premultiplied)
        lines.fill(Qt.GlobalColor.transparent)
        painter = _painter(lines, turned, area)
        if dark:
            paint_fills(painter, sheet, dark)
        paint_lines(painter, sheet, dark)
        painter.end()
    return _Tile(marks, 0, fills, covered.topLeft() - area.topLeft().toPoint(), lines)


def _painter(image: QImage, turned: QTransform, area: QRectF) -> QPainter:
    painter = QPainter(image)
    painter.setTransform(turned * QTransform.fromTranslate(-area.left(), -area.top()))
    return painter


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
