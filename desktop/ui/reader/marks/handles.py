"""What a chosen mark can be pulled at."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from desktop.domain.mark import TEXT_KINDS, Mark
from desktop.domain.mark_geometry import BOX_KINDS, bounds
from desktop.domain.pdf_document import Point, Rect

_Cursor = Qt.CursorShape
_SIDES = ((0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (1, 2), (0, 2), (0, 1))
"""Column and row of each handle of a box, 1 in the middle."""
_CURSORS = {
    (0, 0): _Cursor.SizeFDiagCursor,
    (2, 2): _Cursor.SizeFDiagCursor,
    (2, 0): _Cursor.SizeBDiagCursor,
    (0, 2): _Cursor.SizeBDiagCursor,
    (1, 0): _Cursor.SizeVerCursor,
    (1, 2): _Cursor.SizeVerCursor,
    (0, 1): _Cursor.SizeHorCursor,
    (2, 1): _Cursor.SizeHorCursor,
}


@dataclass(frozen=True, slots=True)
class Handle:
    """A place to pull at. Of a box: the sides that follow; of a text mark: its start (0, 0) or its end (2, 2)."""

    at: Point
    side: tuple[int, int]
    cursor: Qt.CursorShape


def handles(mark: Mark) -> list[Handle]:
    """The handles of a mark: eight of a box, two of a text mark, none of others."""
    if mark.kind in TEXT_KINDS and mark.quads:
        first, last = mark.quads[0], mark.quads[-1]
        return [
            Handle((first[0], first[1]), (0, 0), _Cursor.IBeamCursor),
            Handle((last[6], last[7]), (2, 2), _Cursor.IBeamCursor),
        ]
    if mark.kind not in BOX_KINDS:
        return []
    left, top, right, bottom = bounds(mark)
    xs, ys = (left, (left + right) / 2, right), (top, (top + bottom) / 2, bottom)
    return [Handle((xs[column], ys[row]), (column, row), _CURSORS[column, row]) for column, row in _SIDES]


def pulled(box: Rect, side: tuple[int, int], dx: float, dy: float) -> Rect:
    """The box with the sides of that handle moved."""
    left, top, right, bottom = box
    column, row = side
    return (
        left + dx * (column == 0),
        top + dy * (row == 0),
        right + dx * (column == 2),
        bottom + dy * (row == 2),
    )
