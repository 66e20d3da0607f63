"""Which mark is chosen, which is under the pointer, and the colour of the next."""

from PySide6.QtCore import QObject, Signal


class MarkChoice(QObject):
    """Marks are told by their ids; an empty one is none."""

    changed = Signal()
    """Another mark is chosen or hovered, or the colour is another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen = ""
        self.hovered = ""
        self.color = 1
        """Of the mark that is made next."""

    def choose(self, mark: str) -> None:
        """Choose another mark."""
        if mark != self.chosen:
            self.chosen = mark
            self.changed.emit()

    def hover(self, mark: str) -> None:
        """The pointer is over that mark."""
        if mark != self.hovered:
            self.hovered = mark
            self.changed.emit()

    def use_color(self, color: int) -> None:
        """Make the next mark in that colour."""
        if color != self.color:
            self.color = color
            self.changed.emit()
