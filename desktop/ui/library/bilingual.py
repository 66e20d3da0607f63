"""Two texts side by side where there is room, else one above the other with a switch."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH

WIDE = 700
"""Pixels at 100 % from which two texts stand side by side."""


class Bilingual(QWidget):
    """Holds the original and its translation."""

    def __init__(self, original: QWidget, translation: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = (original, translation)
        self._alone: QWidget | None = None
        self._switch = QWidget(self)
        self._buttons = tuple(QToolButton(self._switch) for _ in range(3))
        self._group = QButtonGroup(self)
        switch = self._switch_line = QHBoxLayout(self._switch)
        switch.setSpacing(theme().space(0.5))
        for number, button in enumerate(self._buttons):
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button, number)
            switch.addWidget(button)
        switch.addStretch(1)
        self._buttons[0].setChecked(True)
        self._group.idClicked.connect(self._arrange)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for text in self._texts:
            self._columns.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().space())
        layout.addWidget(self._switch)
        layout.addLayout(self._columns)
        theme().changed.connect(self._arrange)
        self.retranslate()
        self._arrange()

    @property
    def side_by_side(self) -> bool:
        """True where there is room for both."""
        return self.width() > theme().scaled(WIDE)

    def show_alone(self, text: QWidget | None) -> None:
        """Show this one of the two alone: there is no other. None: both."""
        self._alone = text
        self._arrange()

    def retranslate(self) -> None:
        """Take the words from the present language."""
        names = (self.tr("Both"), self.tr("Original"), self.tr("Translation"))
        for button, name in zip(self._buttons, names, strict=True):
            button.setText(name)

    def _arrange(self) -> None:
        wide = self.side_by_side
        chosen = 0 if wide else self._group.checkedId()
        self._switch.setVisible(not wide and self._alone is None)
        self._switch_line.setContentsMargins(theme().space(), 0, FOCUS_WIDTH, 0)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._columns.setSpacing(theme().space(4 if wide else 3))
        for number, text in enumerate(self._texts, 1):
            text.setVisible(text is self._alone if self._alone is not None else chosen in (0, number))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
