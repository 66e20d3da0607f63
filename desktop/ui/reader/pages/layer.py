"""What the view of pages lets others do: paint over a page, and take what the mouse does on it."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QMouseEvent, QPainter, QTransform

from desktop.domain.pdf_document import Point


@dataclass(frozen=True, slots=True)
class PagePoint:
    """A point on a page, in page space (`domain.pdf_document`)."""

    page: int
    x: float
    y: float

    @property
    def point(self) -> Point:
        """The same without its page."""
        return self.x, self.y


class PageLayer(Protocol):
    """Paints over the pages: hits of a search, marks, the selection."""

    def paint(self, painter: QPainter, page: int, transform: QTransform) -> None:
        """Paint what lies on that page. `transform` leads from page space to the pixels of the view; the painter is not
        transformed, and clipped to the page. Called for visible pages at each paint: at most a millisecond."""


class PageTool:
    """Takes what the mouse does on pages. The first tool that takes a press gets what follows it, up to the release.

    A point beside all pages is that of the nearest page, so it may lie outside of it.
    """

    def press(self, at: PagePoint, event: QMouseEvent) -> bool:
        """Whether the tool takes this press."""
        return False

    def move(self, at: PagePoint, event: QMouseEvent) -> None:
        """The mouse moved with its button down, after a press that was taken."""

    def release(self, at: PagePoint, event: QMouseEvent) -> None:
        """The button was let go, after a press that was taken."""

    def double_click(self, at: PagePoint, event: QMouseEvent) -> bool:
        """Whether the tool takes it; a double click follows a press and a release."""
        return False

    def hover(self, at: PagePoint) -> Qt.CursorShape | None:
        """The cursor over this point if the tool would take a press there; None leaves it to the next tool."""
        return None

    def left(self) -> None:
        """The mouse is no longer over any page."""

    def menu(self, at: PagePoint) -> list[QAction]:
        """What a right click there offers."""
        return []
