"""Places between the characters of a page: which one a point means, and where one lies."""

from dataclasses import dataclass

from desktop.domain.pdf_document import PageText, Point, Quad, TextLine

_SIDE_BY_SIDE = 3.0
"""Points: blocks that are so much farther to the side than the nearest one still count as beside the point."""
_BEYOND = 0.75
"""Of a line's height: a point so far below it means its end, one so far above it its beginning."""


@dataclass(frozen=True, order=True, slots=True)
class Caret:
    """A place before character `index` of a line, or behind its last one. Sorted in reading order."""

    line: int
    index: int


@dataclass(frozen=True, order=True, slots=True)
class TextPlace:
    """A caret on a page."""

    page: int
    caret: Caret


@dataclass(frozen=True, slots=True)
class _Box:
    """Bounds in the direction of reading (`left` to `right`) and across it."""

    left: float
    top: float
    right: float
    bottom: float

    def beside(self, along: float) -> float:
        return max(self.left - along, along - self.right, 0.0)

    def apart(self, across: float) -> float:
        return max(self.top - across, across - self.bottom, 0.0)

    def shares_column(self, other: "_Box") -> bool:
        """Whether one stands above the other by half the width of the narrower one."""
        common = min(self.right, other.right) - max(self.left, other.left)
        return common >= min(self.right - self.left, other.right - other.left) / 2

    def united(self, other: "_Box") -> "_Box":
        return _Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


START = Caret(0, 0)
"""The beginning of any page."""


def last_caret(page: PageText) -> Caret:
    """The end of a page; its beginning if it has no text."""
    return Caret(len(page.lines) - 1, len(page.lines[-1].text)) if page.lines else START


def clamped(page: PageText, caret: Caret) -> Caret:
    """The nearest caret that the page has."""
    if caret.line < 0 or not page.lines:
        return START
    if caret.line >= len(page.lines):
        return last_caret(page)
    return Caret(caret.line, min(max(caret.index, 0), len(page.lines[caret.line].text)))


def quad_between(line: TextLine, start: int, end: int) -> Quad:
    """The part of a line from character `start` up to, not including, character `end`."""
    stops = line.stops[start : end + 1] or (0.0,)
    first, last = min(stops), max(stops)
    left, top, right, right_top, low_left, low, low_right, low_right_y = line.quad
    ux, uy = right - left, right_top - top
    wx, wy = low_right - low_left, low_right_y - low
    return (
        left + first * ux,
        top + first * uy,
        left + last * ux,
        top + last * uy,
        low_left + first * wx,
        low + first * wy,
        low_left + last * wx,
        low + last * wy,
    )


def quads_between(page: PageText, start: Caret, end: Caret) -> tuple[Quad, ...]:
    """The text between two carets of a page: one quad a line, in reading order; lines without characters have none."""
    start, end = clamped(page, start), clamped(page, end)
    found = []
    for number in range(start.line, min(end.line + 1, len(page.lines))):
        line = page.lines[number]
        first = start.index if number == start.line else 0
        last = end.index if number == end.line else len(line.text)
        if first < last:
            found.append(quad_between(line, first, last))
    return tuple(found)


class PageCarets:
    """Tells which caret of a page a point means. Lines may be turned; those that are turned otherwise than most of the
    page count only where the point lies on them."""

    def __init__(self, page: PageText) -> None:
        self.page = page
        turns = [_turn(line.quad) for line in page.lines]
        weights: dict[_Turn, int] = {}
        for turn, line in zip(turns, page.lines, strict=True):
            weights[turn] = weights.get(turn, 0) + len(line.text)
        self._turn = max(weights, key=weights.__getitem__) if weights else ((1, 0), (0, 1))
        self._boxes = {
            number: self._box(line.quad)
            for number, line in enumerate(page.lines)
            if turns[number] == self._turn and line.text
        }
        self._blocks: dict[int, _Box] = {}
        for number, box in self._boxes.items():
            block = page.lines[number].block
            self._blocks[block] = self._blocks[block].united(box) if block in self._blocks else box

    def on_text(self, point: Point) -> bool:
        """Whether the point lies on a line."""
        return self._line_at(point) is not None

    def nearest(self, point: Point) -> Caret | None:
        """The caret that a point means; None without text.

        Beside text that is the nearest line of the column that the point is in or nearest to: below the last line of a
        column it is its end, whatever stands in the next column at the same height.
        """
        number = self._line_at(point)
        if number is not None:
            return Caret(number, _index_at(self.page.lines[number], point))
        along, across = self._turned(point)
        number = self._nearest_line(along, across)
        if number is None:
            return last_caret(self.page) if self.page.lines else None
        box = self._boxes[number]
        reach = _BEYOND * (box.bottom - box.top)
        if across > box.bottom + reach:
            return Caret(number, len(self.page.lines[number].text))
        if across < box.top - reach:
            return Caret(number, 0)
        return Caret(number, _index_at(self.page.lines[number], point))

    def character(self, point: Point) -> Caret | None:
        """The caret before the character that the point lies on or nearest to; None without text."""
        caret = self.nearest(point)
        if caret is None:
            return None
        line = self.page.lines[caret.line]
        part = _part(line.quad, point)
        index = caret.index
        if index == len(line.text) or (index and line.stops[index - 1] <= part < line.stops[index]):
            index -= 1
        return Caret(caret.line, max(index, 0))

    def on_line(self, number: int, point: Point) -> Caret:
        """The caret on that line nearest to a point."""
        return Caret(number, _index_at(self.page.lines[number], point))

    def point(self, caret: Caret) -> Point:
        """Where a caret stands: the middle of its line's height."""
        line = self.page.lines[caret.line]
        x0, y0, _, _, x1, y1, _, _ = quad_between(line, caret.index, caret.index)
        return (x0 + x1) / 2, (y0 + y1) / 2

    def _line_at(self, point: Point) -> int | None:
        return next((number for number, line in enumerate(self.page.lines) if _holds(line.quad, point)), None)

    def _nearest_line(self, along: float, across: float) -> int | None:
        if not self._blocks:
            return None
        beside = {block: box.beside(along) for block, box in self._blocks.items()}
        near = min(beside.values()) + _SIDE_BY_SIDE
        column = min(
            (block for block in self._blocks if beside[block] <= near),
            key=lambda block: (self._blocks[block].apart(across), beside[block]),
            default=next(iter(self._blocks)),
        )
        own = self._blocks[column]
        lines = (
            (box.apart(across), box.beside(along), number)
            for number, box in self._boxes.items()
            if self.page.lines[number].block == column or own.shares_column(self._blocks[self.page.lines[number].block])
        )
        return min(lines)[2]

    def _box(self, quad: Quad) -> _Box:
        corners = [self._turned((quad[at], quad[at + 1])) for at in (0, 2, 4, 6)]
        alongs, acrosses = zip(*corners, strict=True)
        return _Box(min(alongs), min(acrosses), max(alongs), max(acrosses))

    def _turned(self, point: Point) -> Point:
        (ax, ay), (bx, by) = self._turn
        return point[0] * ax + point[1] * ay, point[0] * bx + point[1] * by


_Turn = tuple[tuple[int, int], tuple[int, int]]
"""The axis of the page in which a line is read, and the one from its top to its bottom."""


def _turn(quad: Quad) -> _Turn:
    reading = _axis(quad[2] - quad[0], quad[3] - quad[1])
    down = _axis(quad[4] - quad[0], quad[5] - quad[1])
    return reading, down if down[0] * reading[0] + down[1] * reading[1] == 0 else (-reading[1], reading[0])


def _axis(x: float, y: float) -> tuple[int, int]:
    if abs(x) >= abs(y):
        return (-1 if x < 0 else 1), 0
    return 0, (-1 if y < 0 else 1)


def _projected(dx: float, dy: float, x: float, y: float) -> float:
    """How far along (x, y) a distance leads, in parts of its length; 0 if it has none."""
    length = x * x + y * y
    return (dx * x + dy * y) / length if length else 0.0


def _part(quad: Quad, point: Point) -> float:
    return _projected(point[0] - quad[0], point[1] - quad[1], quad[2] - quad[0], quad[3] - quad[1])


def _holds(quad: Quad, point: Point) -> bool:
    dx, dy = point[0] - quad[0], point[1] - quad[1]
    ux, uy, vx, vy = quad[2] - quad[0], quad[3] - quad[1], quad[4] - quad[0], quad[5] - quad[1]
    if not (ux or uy) or not (vx or vy):
        return False
    return 0.0 <= _projected(dx, dy, ux, uy) <= 1.0 and 0.0 <= _projected(dx, dy, vx, vy) <= 1.0


def _index_at(line: TextLine, point: Point) -> int:
    part = _part(line.quad, point)
    count = min(len(line.text) + 1, len(line.stops))
    return min(range(count), key=lambda index: abs(line.stops[index] - part), default=0)
