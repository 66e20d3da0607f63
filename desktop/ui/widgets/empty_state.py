"""What an empty place shows: a small drawing, one sentence, and what to do next."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.assets import drawing
from desktop.ui.theme import theme

_DRAWING = 96


class EmptyState(QWidget):
    """Shown instead of a list that is empty. `acted` is sent by its button."""

    acted = Signal()

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
        layout = self._layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(self._text)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        theme().changed.connect(self._draw)

    def tell(self, drawing_name: str, text: str, button: str = "") -> None:
        """Show that drawing, that sentence and, if given, that button."""
        self._drawing_name = drawing_name
        self._text.setText(text)
        self.setAccessibleName(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._draw()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def _draw(self) -> None:
        if self._drawing_name:
            look = theme()
            self._layout.setSpacing(look.space(3))
            self._picture.setPixmap(drawing(self._drawing_name, look.scaled(_DRAWING), self.devicePixelRatioF()))

    # Qt
    def changeEvent(self, event: QEvent) -> None:
        """Draw anew on a screen of another density."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._draw()
        super().changeEvent(event)
