"""A layout that sets its items one after the other and goes on in the next line where the room ends."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items keep their preferred size; those of a line stand centred to each other, lines at the left or `centred`."""

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
        top, left = area.top(), area.left()
        line: list[tuple[QLayoutItem, int, QSize]] = []
        tallest = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(area.width(), 1), 16777215))
            if line and left + size.width() > area.left() + area.width():
                if move:
                    self._place(line, area, top, tallest)
                top, left, tallest, line = top + tallest + gap, area.left(), 0, []
            line.append((item, left, size))
            left += size.width() + gap
            tallest = max(tallest, size.height())
        if move:
            self._place(line, area, top, tallest)
        return top + tallest - rect.top() + margins.bottom()

    def _place(self, line: list[tuple[QLayoutItem, int, QSize]], area: QRect, top: int, height: int) -> None:
        room = area.left() + area.width() - (line[-1][1] + line[-1][2].width()) if line else 0
        shift = max(room, 0) // 2 if self._centred else 0
        for item, left, size in line:
            item.setGeometry(QRect(QPoint(left + shift, top + (height - size.height()) // 2), size))
