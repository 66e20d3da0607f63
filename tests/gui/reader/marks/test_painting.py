"""How marks look on the page: letters stay black, tiles show what painting at once would show."""

import random

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QApplication

from desktop.domain.ids import PaperId
from desktop.domain.mark import TEXT_KINDS, Mark, MarkKind
from desktop.domain.pdf_document import Quad
from desktop.ui.mark_colors import fill
from desktop.ui.reader.marks import mark_tiles
from desktop.ui.reader.marks.mark_painting import paint_fills, paint_lines
from desktop.ui.reader.marks.mark_sheet import sheet_of
from desktop.ui.reader.marks.mark_tile import TILE
from desktop.ui.reader.marks.mark_tiles import LIMIT, MarkTiles


def quad(x: float, y: float, width: float = 200.0) -> Quad:
    return x, y, x + width, y, x, y + 12, x + width, y + 12


def some_marks(count: int, kinds: tuple[MarkKind, ...] = tuple(MarkKind)) -> list[Mark]:
    chance = random.Random(count)
    marks = []
    for number in range(count):
        x, y, kind = chance.uniform(20, 380), chance.uniform(20, 700), kinds[number % len(kinds)]
        mark = Mark(str(number), PaperId(1), "f", 0, kind, chance.randint(1, 8), comment="some words")
        place = {
            "quads": (quad(x, y), quad(x, y + 14)) if kind in TEXT_KINDS else (),
            "box": None if kind in TEXT_KINDS else (x, y, x + 90, y + 40),
            "strokes": (((x, y), (x + 20, y + 9), (x + 50, y)),) if kind is MarkKind.INK else (),
        }
        marks.append(mark.__class__(**{name: getattr(mark, name) for name in mark.__slots__} | place))
    return marks


def painted(marks: list[Mark], scale: float, *, tiles: bool, dark: bool = False) -> QImage:
    image = QImage(round(612 * scale), round(792 * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black if dark else Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setClipRect(image.rect())
    transform = QTransform.fromScale(scale, scale)
    if tiles:
        kept = MarkTiles(lambda page: marks)
        while not kept.paint(painter, 0, transform, dark):
            painter.fillRect(image.rect(), Qt.GlobalColor.black if dark else Qt.GlobalColor.white)
    else:
        painter.setTransform(transform)
        sheet = sheet_of(marks)
        paint_fills(painter, sheet, dark)
        paint_lines(painter, sheet, dark)
    painter.end()
    return image


def different(one: QImage, other: QImage) -> float:
    """The part of the pixels that are far from equal."""
    far = 0
    for y in range(0, one.height(), 3):
        for x in range(0, one.width(), 3):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            far += max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())) > 40
    return far * 9 / (one.width() * one.height())


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1.0, 2.3])
def test_tiles_show_what_painting_at_once_would_show(qapp: QApplication, scale: float, dark: bool) -> None:
    # One kind at a time: of different kinds, lines lie over all highlights in both ways.
    marks = some_marks(28)
    at_once, by_tiles = (painted(marks, scale, tiles=tiles, dark=dark) for tiles in (False, True))
    assert different(at_once, by_tiles) < 0.002


def test_black_letters_stay_black_under_a_highlight(qapp: QApplication) -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.fillRect(QRect(40, 0, 20, 100), Qt.GlobalColor.black)
    painter.setClipRect(image.rect())
    mark = Mark("a", PaperId(1), "f", 0, MarkKind.HIGHLIGHT, 2, quads=(quad(10, 40, 80),))
    tiles = MarkTiles(lambda page: [mark])
    while not tiles.paint(painter, 0, QTransform(), False):
        continue
    painter.end()
    assert image.pixelColor(50, 46) == QColor(Qt.GlobalColor.black)
    assert image.pixelColor(20, 46) == fill(2, False)
    assert image.pixelColor(20, 80) == QColor(Qt.GlobalColor.white)


def test_two_highlights_of_a_colour_over_each_other_are_no_darker(qapp: QApplication) -> None:
    marks = [Mark(name, PaperId(1), "f", 0, MarkKind.HIGHLIGHT, 1, quads=(quad(10, 40),)) for name in "ab"]
    assert painted(marks, 1.0, tiles=True).pixelColor(20, 46) == fill(1, False)


def test_many_marks_are_painted_over_several_paints_that_come_to_an_end(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mark_tiles, "PATIENCE_S", 0.0)
    marks = some_marks(100)
    tiles = MarkTiles(lambda page: marks)
    image = QImage(TILE, TILE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setClipRect(image.rect())
    paints = 1
    while not all([tiles.paint(painter, page, QTransform(), False) for page in range(2)]):
        paints += 1
    painter.end()
    assert 100 < paints < 400


def test_pictures_of_tiles_stay_within_bounds(qapp: QApplication) -> None:
    marks = some_marks(50, (MarkKind.HIGHLIGHT,))
    tiles = MarkTiles(lambda page: marks)
    image = QImage(2 * TILE, 2 * TILE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for step in range(60):
        painter.setClipRect(image.rect())
        tiles.paint(painter, step, QTransform.fromScale(2 + step / 60, 2 + step / 60), False)
    painter.end()
    assert tiles._bytes <= LIMIT
