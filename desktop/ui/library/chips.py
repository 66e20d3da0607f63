"""Tags and collections of a paper as chips that can be followed and taken off."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from desktop.ui.library.labels import IconButton, button_text, tool_tip
from desktop.ui.mark_colors import fill
from desktop.ui.theme import theme
from desktop.ui.tokens import RADIUS, Color


@dataclass(frozen=True, slots=True)
class ChipLabel:
    """What a chip says. `key` is handed back when it is used."""

    key: object
    name: str
    color: int
    follow: str
    """What a click on the name does, in words."""
    remove: str
    """What the cross does, in words."""


class ChipName(QPushButton):
    """A name that is cut in its middle where there is no room for all of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideMiddle, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class Chip(QWidget):
    """A name to follow, and a cross that takes it off."""

    followed = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._key: object = None
        self._color = 0
        self.name = ChipName(self)
        self.cross = IconButton("close", self)
        self.name.clicked.connect(lambda: self.followed.emit(self._key))
        self.cross.clicked.connect(lambda: self.removed.emit(self._key))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().space(), 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.name)
        row.addWidget(self.cross)

    def show_label(self, label: ChipLabel) -> None:
        """Say that."""
        self._key, self._color = label.key, label.color
        self.name.setText(button_text(label.name))
        self.name.setToolTip(tool_tip(label.follow))
        self.name.setAccessibleName(label.follow)
        self.cross.set_name(label.remove)
        self.update()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.color(Color.LINE))
        painter.setBrush(fill(self._color, look.dark) if self._color else look.color(Color.WINDOW))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)


class Chips(list[Chip]):
    """Chips in a parent's layout; those that are there are used again for another paper."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        self._parent = parent

    def show_labels(self, labels: Sequence[ChipLabel]) -> list[Chip]:
        """One chip for each; returns those that were made for it, which no layout holds yet."""
        made = [Chip(self._parent) for _ in labels[len(self) :]]
        self.extend(made)
        for chip, label in zip(self, labels, strict=False):
            chip.show_label(label)
        for place, chip in enumerate(self):
            chip.setVisible(place < len(labels))
        return made
