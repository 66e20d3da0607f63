"""What an empty place shows: a small drawing, one sentence, and what to do next."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.assets import drawing
from desktop.ui.theme import theme

_DRAWING = 96


class EmptyState(QWidget):
    """Shown instead of a list that is empty. `acted` is sent by its button, `other_acted` by the one beside it."""

    acted = Signal()
    other_acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing_name = ""
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setWordWrap(True)
        self._text.setProperty("kind", "muted")
        self._button = QPushButton(self)
        self._button.clicked.connect(self.acted)
        self._other_button = QPushButton(self)
        self._other_button.clicked.connect(self.other_acted)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._button)
        self._buttons.addWidget(self._other_button)
        self._buttons.addStretch(1)
        layout = self._layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(self._text)
        layout.addLayout(self._buttons)
        layout.addStretch(3)
        theme().changed.connect(self._draw)

    def tell(self, drawing_name: str, text: str, button: str = "", other_button: str = "") -> None:
        """Show that drawing, that sentence and, if given, these buttons."""
        self._drawing_name = drawing_name
        self._text.setText(text)
        self.setAccessibleName(text)
        for shown, words in ((self._button, button), (self._other_button, other_button)):
            shown.setText(words)
            shown.setVisible(bool(words))
        self._draw()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def _draw(self) -> None:
        if self._drawing_name:
            look = theme()
            self._layout.setSpacing(look.space(3))
            self._buttons.setSpacing(look.space(2))
            self._picture.setPixmap(drawing(self._drawing_name, look.scaled(_DRAWING), self.devicePixelRatioF()))

    # Qt
    def changeEvent(self, event: QEvent) -> None:
        """Draw anew on a screen of another density."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._draw()
        super().changeEvent(event)
