"""A layout that sets its items one after the other and goes on in the next line where the room ends."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Line = list[tuple[QLayoutItem, QSize]]


class FlowLayout(QLayout):
    """Items keep their preferred size; those of a line stand centred to each other, lines at the left or, about equally
    long, `centred`."""

    def __init__(self, parent: QWidget | None = None, *, centred: bool = False) -> None:
        super().__init__(parent)
        self._centred = centred
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """By width: the layouts around this one ask a dozen times for each paper shown."""
        self.setContentsMargins(0, 0, 0, 0)

    # Qt

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return height

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        margins: QMargins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Set the items into the rectangle; the height they take, margins included."""
        margins: QMargins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        gap = self.spacing()
        sizes = [(item, item.sizeHint().boundedTo(QSize(max(area.width(), 1), 16777215))) for item in self._shown()]
        lines = _lines(sizes, area.width(), gap)
        if self._centred and len(lines) > 1:
            lines = _even_lines(sizes, area.width(), gap)
        top = area.top()
        for line in lines:
            height = max(size.height() for _, size in line)
            if move:
                self._place(line, area, top, height)
            top += height + gap
        return top - (gap if lines else 0) - rect.top() + margins.bottom()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, line: Line, area: QRect, top: int, height: int) -> None:
        room = area.width() - _width(line, self.spacing())
        left = area.left() + (max(room, 0) // 2 if self._centred else 0)
        for item, size in line:
            item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
            left += size.width() + self.spacing()


def _lines(sizes: Line, width: int, gap: int) -> list[Line]:
    """As many items in each line as it has room for, one at least."""
    lines: list[Line] = []
    for entry in sizes:
        if lines and _width([*lines[-1], entry], gap) <= width:
            lines[-1].append(entry)
        else:
            lines.append([entry])
    return lines


def _even_lines(sizes: Line, width: int, gap: int) -> list[Line]:
    """In no more lines than are needed, but none of them much shorter than the others: no last item stands alone."""
    needed = len(_lines(sizes, width, gap))
    too_narrow, enough = width // (needed + 1), width
    while enough - too_narrow > 1:
        middle = (too_narrow + enough) // 2
        if len(_lines(sizes, middle, gap)) > needed:
            too_narrow = middle
        else:
            enough = middle
    return _lines(sizes, enough, gap)


def _width(line: Line, gap: int) -> int:
    return sum(size.width() for _, size in line) + gap * (len(line) - 1)
