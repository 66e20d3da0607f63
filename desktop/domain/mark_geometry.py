"""Where marks lie on a page, what a click meets, and what moving and resizing makes of them. All in page space."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from desktop.domain.mark import TEXT_KINDS, Mark, MarkKind
from desktop.domain.pdf_document import PageSize, Point, Quad, Rect

NOTE_SIDE = 18.0
"""Points: a sticky note is a square."""
INK_WIDTH = 2.0
"""Points: of a line drawn by hand."""
TEXT_SIZE = 11.0
"""Points: of the letters in a text box."""
LEAST_SIDE = 8.0
"""Points: a box does not become smaller."""

BOX_KINDS = frozenset({MarkKind.TEXT, MarkKind.AREA})
"""Marks that have a box of any size."""
MOVED_KINDS = frozenset({MarkKind.NOTE, MarkKind.TEXT, MarkKind.INK})
"""Marks that can be put elsewhere; an area shows what lies under it, and text marks belong to their text."""


def quad_box(quad: Quad) -> Rect:
    """The upright rectangle around a quad."""
    return min(quad[0::2]), min(quad[1::2]), max(quad[0::2]), max(quad[1::2])


def united(boxes: Iterable[Rect]) -> Rect:
    """The smallest rectangle around them all; there must be one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def bounds(mark: Mark) -> Rect:
    """The rectangle that a mark lies in; an empty one at the origin for a mark without any place."""
    if mark.quads:
        return united(quad_box(quad) for quad in mark.quads)
    if mark.box is not None:
        return mark.box
    points = [point for stroke in mark.strokes for point in stroke]
    return points_box(points) if points else (0.0, 0.0, 0.0, 0.0)


def points_box(points: Sequence[Point]) -> Rect:
    """The rectangle around points; there must be one."""
    return united((x, y, x, y) for x, y in points)


def reading_order(mark: Mark) -> tuple[int, float, float, str]:
    """The key that sorts marks by page, then from top to bottom."""
    left, top, _, _ = bounds(mark)
    return mark.page, top, left, mark.id


def met(marks: Iterable[Mark], at: Point, reach: float) -> Mark | None:
    """Of marks of one page the smallest that a click meets; of equals the one painted last. `reach` is how far beside
    a line still meets it."""
    found: Mark | None = None
    smallest = math.inf
    for mark in marks:
        if mark.placed and _meets(mark, at, reach):
            left, top, right, bottom = bounds(mark)
            area = (right - left) * (bottom - top)
            if area <= smallest:
                found, smallest = mark, area
    return found


def _meets(mark: Mark, at: Point, reach: float) -> bool:
    if not _inside(bounds(mark), at, reach):
        return False
    if mark.kind in TEXT_KINDS:
        return any(_inside(quad_box(quad), at, 0.0) for quad in mark.quads)
    if mark.kind is MarkKind.INK:
        return any(_near(stroke, at, reach + INK_WIDTH / 2) for stroke in mark.strokes)
    return True


def _inside(box: Rect, at: Point, reach: float) -> bool:
    left, top, right, bottom = box
    return left - reach <= at[0] <= right + reach and top - reach <= at[1] <= bottom + reach


def _near(stroke: Sequence[Point], at: Point, reach: float) -> bool:
    if len(stroke) == 1:
        return math.dist(stroke[0], at) <= reach
    return any(_distance(at, start, end) <= reach for start, end in pairwise(stroke))


def _distance(at: Point, start: Point, end: Point) -> float:
    """How far a point is from a line between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    part = 0.0 if not length else ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / length
    part = min(max(part, 0.0), 1.0)
    return math.dist(at, (start[0] + part * dx, start[1] + part * dy))


def box_between(one: Point, other: Point, page: PageSize) -> Rect:
    """The rectangle between two corners, cut to the page."""
    xs = sorted(min(max(x, 0.0), page.width) for x in (one[0], other[0]))
    ys = sorted(min(max(y, 0.0), page.height) for y in (one[1], other[1]))
    return xs[0], ys[0], xs[1], ys[1]


def moved(mark: Mark, dx: float, dy: float, page: PageSize) -> Mark:
    """The mark that far to the right and down, kept on its page."""
    left, top, right, bottom = bounds(mark)
    dx = min(max(dx, -left), max(page.width - right, -left))
    dy = min(max(dy, -top), max(page.height - bottom, -top))
    box = None if mark.box is None else (left + dx, top + dy, right + dx, bottom + dy)
    strokes = tuple(tuple((x + dx, y + dy) for x, y in stroke) for stroke in mark.strokes)
    return replace(mark, box=box, strokes=strokes)


def resized(mark: Mark, box: Rect, page: PageSize) -> Mark:
    """The mark in another box, which is put the right way round, made no smaller than can be seen, and cut to the
    page."""
    left, top, right, bottom = box_between((box[0], box[1]), (box[2], box[3]), page)
    left = max(min(left, page.width - LEAST_SIDE), 0.0)
    top = max(min(top, page.height - LEAST_SIDE), 0.0)
    return replace(mark, box=(left, top, max(right, left + LEAST_SIDE), max(bottom, top + LEAST_SIDE)))


def simplified(stroke: Sequence[Point], tolerance: float) -> tuple[Point, ...]:
    """The line with as few of its points as keep it within `tolerance` (Ramer, Douglas and Peucker)."""
    if len(stroke) < 3:
        return tuple(stroke)
    kept = {0, len(stroke) - 1}
    parts = [(0, len(stroke) - 1)]
    while parts:
        first, last = parts.pop()
        if last - first < 2:
            continue
        distances = [_distance(stroke[i], stroke[first], stroke[last]) for i in range(first + 1, last)]
        farthest = max(range(len(distances)), key=distances.__getitem__)
        if distances[farthest] > tolerance:
            middle = first + 1 + farthest
            kept.add(middle)
            parts += [(first, middle), (middle, last)]
    return tuple(stroke[i] for i in sorted(kept))
