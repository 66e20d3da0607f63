"""Where something small goes beside a place on the page: near it, not over it, whole on the view."""

from PySide6.QtCore import QPoint, QRect, QSize


def beside(place: QRect, size: QSize, room: QRect, gap: int) -> QPoint:
    """The upper left corner: to the right of the place, else to the left of it, else below or above; wherever it would
    not be seen whole, it is moved until it is."""
    right = QPoint(place.right() + gap, place.top())
    left = QPoint(place.left() - gap - size.width(), place.top())
    if right.x() + size.width() <= room.right():
        return kept_in(right, size, room)
    if left.x() >= room.left():
        return kept_in(left, size, room)
    return under(place, size, room, gap)


def under(place: QRect, size: QSize, room: QRect, gap: int) -> QPoint:
    """The upper left corner: centred below the place, above it where there is no room below."""
    x = place.center().x() - size.width() // 2
    below = place.bottom() + gap
    above = place.top() - gap - size.height()
    y = below if below + size.height() <= room.bottom() or above < room.top() else above
    return kept_in(QPoint(x, y), size, room)


def kept_in(at: QPoint, size: QSize, room: QRect) -> QPoint:
    """The corner moved so that all is inside of the room; the upper left part, if it is larger."""
    x = max(min(at.x(), room.right() - size.width()), room.left())
    y = max(min(at.y(), room.bottom() - size.height()), room.top())
    return QPoint(x, y)
