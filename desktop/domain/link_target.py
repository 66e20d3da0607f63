"""What to show of the place that a link within a PDF leads to."""

from desktop.domain.pdf_document import PageSize, PageText, Point, Rect, TextLine

_HEIGHT = 150.0
_LEAST_WIDTH = 240.0
_MOST_WIDTH = 420.0
_ABOVE = 14.0
_BESIDE = 10.0
_NEAR = 60.0
"""Points: a line that begins so near to the target tells which column it is in."""


def target_area(text: PageText, size: PageSize, target: Point) -> Rect:
    """The surroundings of a link's target, in points of its page: the column that it is in, from just above it."""
    x, y = target
    top = min(max(y - _ABOVE, 0.0), max(size.height - _HEIGHT, 0.0))
    left, right = _column(text, target) or (x, x + _LEAST_WIDTH)
    if right - left > _MOST_WIDTH:
        right = left + _MOST_WIDTH
    spare = max(_LEAST_WIDTH - (right - left), 0.0) / 2
    left, right = left - _BESIDE - spare, right + _BESIDE + spare
    width = min(right - left, size.width)
    left = min(max(left, 0.0), size.width - width)
    return left, top, left + width, min(top + _HEIGHT, size.height)


def _column(text: PageText, target: Point) -> tuple[float, float] | None:
    """From where to where the block reaches that the target stands before."""
    x, y = target
    boxes = [(line, _box(line)) for line in text.lines]
    near = [
        (abs(box[0] - x) + abs(box[1] - y), line.block)
        for line, box in boxes
        if abs(box[1] - y) < _NEAR and box[0] - _NEAR < x < box[2]
    ]
    if not near:
        return None
    block = min(near)[1]
    own = [box for line, box in boxes if line.block == block]
    return min(box[0] for box in own), max(box[2] for box in own)


def _box(line: TextLine) -> Rect:
    quad = line.quad
    return min(quad[0::2]), min(quad[1::2]), max(quad[0::2]), max(quad[1::2])
