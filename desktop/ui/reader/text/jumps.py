"""Back and forward: where the reader was before each jump."""

from collections import deque
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

from desktop.domain.pdf_document import Point
from desktop.domain.reading import ReadingPlace
from desktop.ui.reader.pages.page_view import PageView

_MOST = 1000
_SAME = 1.0
"""Points: places so near are one."""


class Jumps(QObject):
    """Jumps of one view. The side buttons of the mouse go back and forward, too."""

    changed = Signal()

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._behind: deque[ReadingPlace] = deque(maxlen=_MOST)
        self._ahead: deque[ReadingPlace] = deque(maxlen=_MOST)
        view.viewport().installEventFilter(self)

    @property
    def can_go_back(self) -> bool:
        """Whether there was a jump."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether a jump was taken back."""
        return bool(self._ahead)

    def leave(self) -> None:
        """Remember this place: what follows is a jump."""
        here = self._view.place()
        if not self._behind or not _same(self._behind[-1], here):
            self._behind.append(here)
        self._ahead.clear()
        self.changed.emit()

    def jump(self, page: int, target: Point) -> None:
        """Show that point of a page at the top."""
        self.leave()
        x, y = target
        self._view.reveal(page, (x, y, x, y), top=True)

    def back(self) -> None:
        """To where the last jump came from; pages stay as large as they are."""
        self._go(self._behind, self._ahead)

    def forward(self) -> None:
        """Undo `back`."""
        self._go(self._ahead, self._behind)

    def _go(self, source: deque[ReadingPlace], other: deque[ReadingPlace]) -> None:
        if source:
            here, there = self._view.place(), source.pop()
            other.append(here)
            self._view.go_to(replace(here, page=there.page, x=there.x, y=there.y))
            self.changed.emit()

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The side buttons."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() is Qt.MouseButton.BackButton:
                self.back()
                return True
            if event.button() is Qt.MouseButton.ForwardButton:
                self.forward()
                return True
        return False


def _same(one: ReadingPlace, other: ReadingPlace) -> bool:
    return one.page == other.page and abs(one.y - other.y) < _SAME
