"""Where pages stand in a reader: pure geometry, in device pixels of the whole scrolled content.

Tops of rows follow from running sums over the sizes in points, so another zoom costs nothing, and which pages are
visible is found by halving, however many there are.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from statistics import median_low

from desktop.domain.pdf_document import PageSize, Rect
from desktop.domain.reading import Fit, Spread

MIN_ZOOM, MAX_ZOOM = 0.1, 64.0
"""What a person can choose; a fit may be smaller for absurd pages."""
_LEAST_ZOOM = 0.005
_POINT_RANGE = (1.0, 1_000_000.0)
"""Sides of pages outside of this are taken for the nearest in it."""
_EPSILON = 0.001
"""Of a pixel: a rounding error gets no pixel of its own."""
_OUTLIER = 2.0
"""A page this many times as wide or high as the usual one decides on no fit."""

Matrix = tuple[float, float, float, float, float, float]
"""x' = a x + c y + e, y' = b x + d y + f."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the pages stand in, in device pixels."""

    width: int
    height: int
    gap: int = 0
    """Between pages."""
    margin: int = 0
    """Around all of them."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in device pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel to the right of it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first pixel below it."""
        return self.top + self.height


class PageRows:
    """The turned sizes of pages and what stands in a row. Made once for a document, spread and rotation."""

    def __init__(self, sizes: Sequence[PageSize], spread: Spread, rotation: int) -> None:
        self.spread = spread
        self.rotation = rotation % 360
        turned = self.rotation in (90, 270)
        self.widths = [_sane(size.height if turned else size.width) for size in sizes]
        self.heights = [_sane(size.width if turned else size.height) for size in sizes]
        self.columns = 2 if spread is Spread.TWO else 1
        rows = range(0, len(self.widths), self.columns)
        self.row_widths = [sum(self.widths[first : first + self.columns]) for first in rows]
        self._row_heights = [max(self.heights[first : first + self.columns]) for first in rows]
        self.sums = [0.0, *accumulate(self._row_heights)]
        self.usual_width = _usual(self.row_widths)
        self.usual_height = _usual(self._row_heights)
        self.widest = max(self.row_widths, default=1.0)

    def fit(self, fit: Fit, frame: Frame, page: int) -> float:
        """Device pixels a point so that the pages fit; in the single spread that very page."""
        columns = self.columns
        if self.spread is Spread.SINGLE:
            width, height = self.widths[page], self.heights[page]
        else:
            width, height = self.usual_width, self.usual_height
        free = frame.width - 2 * frame.margin - (columns - 1) * frame.gap
        scale = max(free, 1) / width
        if fit is Fit.PAGE:
            scale = min(scale, max(frame.height - 2 * frame.margin, 1) / height)
        return max(scale, _LEAST_ZOOM)


class PageLayout:
    """The places of pages at one scale, in device pixels a point. `page` is the one that the single spread shows."""

    def __init__(self, rows: PageRows, frame: Frame, scale: float, page: int = 0) -> None:
        self.rows = rows
        self.frame = frame
        self.scale = scale
        self.count = len(rows.widths)
        columns = rows.columns
        self._first, self._end = (page, page + 1) if rows.spread is Spread.SINGLE else (0, len(rows.row_widths))
        self._end = min(self._end, len(rows.row_widths))
        widest = rows.row_widths[page] if rows.spread is Spread.SINGLE and self.count else rows.widest
        inner = round(widest * scale) + (columns - 1) * frame.gap
        self.width = max(inner + 2 * frame.margin, frame.width)
        bottom = self._row_bottom(self._end - 1) if self._end > self._first else 0
        self.height = max(bottom + frame.margin, frame.height)
        # Where all fits, it stands in the middle rather than at the top.
        self._shift = (self.height - frame.margin - bottom) // 2 if rows.spread is Spread.SINGLE else 0

    @property
    def turned(self) -> int:
        """Degrees clockwise."""
        return self.rows.rotation

    def box(self, page: int) -> Box:
        """Where the page stands."""
        rows, gap = self.rows, self.frame.gap
        row, column = divmod(page, rows.columns)
        first = row * rows.columns
        widths = [_drawn(width * self.scale) for width in rows.widths[first : first + rows.columns]]
        left = (self.width - sum(widths) - gap * (len(widths) - 1)) // 2
        left += sum(widths[:column]) + gap * column
        return Box(left, self._row_top(row) + self._shift, widths[column], _drawn(rows.heights[page] * self.scale))

    def pages_between(self, top: float, bottom: float) -> range:
        """The pages of the rows that reach into this stretch; empty where only a gap or margin does."""
        rows = range(self._first, self._end)
        first = bisect_right(rows, top - self._shift, key=self._row_bottom) + self._first
        end = bisect_right(rows, bottom - self._shift - 1e-6, key=self._row_top) + self._first
        return range(first * self.rows.columns, min(end * self.rows.columns, self.count))

    def page_near(self, x: float, y: float) -> int:
        """The page there, or the nearest one. There must be a page."""
        rows = range(self._first, self._end)
        row = bisect_right(rows, y - self._shift + self.frame.gap / 2, key=self._row_top) + self._first - 1
        row = max(row, self._first)
        pages = range(row * self.rows.columns, min((row + 1) * self.rows.columns, self.count))
        return min(pages, key=lambda page: _distance(x, self.box(page)))

    def shows(self, page: int) -> bool:
        """Whether the page is among those that can be scrolled to."""
        return self._first <= page // self.rows.columns < self._end and 0 <= page < self.count

    def matrix(self, page: int) -> Matrix:
        """From page space to device pixels of the content."""
        box, scale = self.box(page), self.scale
        width, height = self.rows.widths[page] * scale, self.rows.heights[page] * scale
        turns: dict[int, Matrix] = {
            0: (scale, 0.0, 0.0, scale, box.left, box.top),
            90: (0.0, scale, -scale, 0.0, box.left + width, box.top),
            180: (-scale, 0.0, 0.0, -scale, box.left + width, box.top + height),
            270: (0.0, -scale, scale, 0.0, box.left, box.top + height),
        }
        return turns[self.turned]

    def to_content(self, page: int, x: float, y: float) -> tuple[float, float]:
        """A point of page space in device pixels of the content."""
        a, b, c, d, e, f = self.matrix(page)
        return a * x + c * y + e, b * x + d * y + f

    def to_page(self, page: int, x: float, y: float) -> tuple[float, float]:
        """A place of the content in the space of that page; it may lie beside the page."""
        a, b, c, d, e, f = self.matrix(page)
        x, y = x - e, y - f
        divisor = a * d - b * c
        return (d * x - c * y) / divisor, (a * y - b * x) / divisor

    def rect_of(self, page: int, rect: Rect) -> tuple[float, float, float, float]:
        """A rectangle of page space in device pixels of the content: left, top, right, bottom."""
        x0, y0 = self.to_content(page, rect[0], rect[1])
        x1, y1 = self.to_content(page, rect[2], rect[3])
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def _row_top(self, row: int) -> int:
        above = self.rows.sums[row] - self.rows.sums[self._first]
        return self.frame.margin + round(above * self.scale) + (row - self._first) * self.frame.gap

    def _row_bottom(self, row: int) -> int:
        above = self.rows.sums[row + 1] - self.rows.sums[self._first]
        return self.frame.margin + round(above * self.scale) + (row - self._first) * self.frame.gap


def _drawn(pixels: float) -> int:
    """So many pixels of the device the PDF process draws for a side of a page."""
    return max(ceil(pixels - _EPSILON), 1)


def _sane(points: float) -> float:
    least, most = _POINT_RANGE
    return min(max(points, least), most) if points == points else least  # a number that is none equals nothing


def _usual(lengths: list[float]) -> float:
    """The longest that is not out of all proportion to the rest."""
    if not lengths:
        return 1.0
    limit = _OUTLIER * median_low(lengths)
    return max(length for length in lengths if length <= limit)


def _distance(x: float, box: Box) -> float:
    return max(box.left - x, x - box.right, 0.0)
