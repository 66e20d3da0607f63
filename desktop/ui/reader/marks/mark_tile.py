"""A square of a page's marks as a picture, made step by step: hundreds of marks take longer than a paint may."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from desktop.domain.mark import Mark
from desktop.ui.reader.marks.mark_painting import fill_steps, line_steps
from desktop.ui.reader.marks.mark_sheet import MarkSheet

TILE = 512
"""Device pixels."""


@dataclass(slots=True, eq=False)
class Tile:
    """What the marks look like there."""

    marks: tuple[Mark, ...]
    fills: QImage | None
    """To be multiplied with the page: the part of the tile that has highlights."""
    fills_at: QPoint
    lines: QImage | None
    age: int = 0
    """When it was found to be true last."""

    @property
    def size(self) -> int:
        """Bytes of its pictures."""
        return sum(image.sizeInBytes() for image in (self.fills, self.lines) if image is not None)


def tile_steps(marks: tuple[Mark, ...], turned: QTransform, area: QRectF, dark: bool) -> Generator[None, None, Tile]:
    """Make the picture of an area of the turned and scaled page, a little with each step; the last returns it."""
    sheet = MarkSheet()
    for mark in marks:
        sheet.add(mark)
        yield
    fills = lines = None
    covered = _covered(sheet, turned, area) if not dark else QRect()
    if not covered.isEmpty():
        fills = QImage(covered.size(), QImage.Format.Format_RGB32)
        fills.fill(Qt.GlobalColor.white)
        for step in fill_steps(sheet, dark):
            with _painting(fills, turned, covered.toRectF()) as painter:
                step(painter)
            yield
    if marks and (dark or sheet.has_lines):
        lines = QImage(TILE, TILE, QImage.Format.Format_ARGB32_Premultiplied)
        lines.fill(Qt.GlobalColor.transparent)
        for step in (*(fill_steps(sheet, dark) if dark else ()), *line_steps(sheet, dark)):
            with _painting(lines, turned, area) as painter:
                step(painter)
            yield
    return Tile(marks, fills, covered.topLeft() - area.topLeft().toPoint(), lines)


def _covered(sheet: MarkSheet, turned: QTransform, area: QRectF) -> QRect:
    """The part of the area that has highlights."""
    around = QRectF()
    for path in sheet.fills.values():
        around = around.united(turned.mapRect(path.boundingRect()))
    return around.toAlignedRect().intersected(area.toRect())


@contextmanager
def _painting(image: QImage, turned: QTransform, area: QRectF) -> Iterator[QPainter]:
    painter = QPainter(image)
    painter.setTransform(turned * QTransform.fromTranslate(-area.left(), -area.top()))
    yield painter
    painter.end()
