"""The first page of the first start: where shall the library be?"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.assets import drawing
from desktop.ui.theme import theme


class WelcomePage(QWidget):
    """Chooses a library folder, or opens the sample."""

    library_chosen = Signal(object)  # Path
    sample_chosen = Signal()

    def __init__(self, default: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = default
        look = theme()
        self.setAccessibleName(self.tr("Welcome"))
        self._picture = QLabel()
        title = QLabel(self.tr("Welcome to Papershelf"))
        title.setProperty("kind", "title")
        text = QLabel(
            self.tr(
                "Papershelf keeps the papers of your digests in one folder, in two languages. "
                "The folder is yours: you can copy it, move it and back it up."
            )
        )
        text.setWordWrap(True)
        caption = QLabel(self.tr("Library folder"))
        caption.setProperty("kind", "section")
        self._where = QLabel(str(default))
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setWordWrap(True)
        self._where.setProperty("kind", "muted")
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._where.setAccessibleName(self.tr("Library folder"))
        start = QPushButton(self.tr("Start here"))
        start.setProperty("kind", "primary")
        start.clicked.connect(lambda: self.library_chosen.emit(self._folder))
        other = QPushButton(self.tr("Choose another folder…"))
        other.clicked.connect(self._on_other)
        sample = QPushButton(self.tr("Look at the sample library first"))
        sample.setProperty("kind", "link")
        sample.clicked.connect(self.sample_chosen)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.space(2))
        buttons.addWidget(start)
        buttons.addWidget(other)
        buttons.addStretch(1)
        card = QFrame()
        card.setFixedWidth(look.scaled(520))
        column = QVBoxLayout(card)
        column.setSpacing(look.space(3))
        for widget in (self._picture, title, text):
            column.addWidget(widget)
        column.addSpacing(look.space(3))
        column.addWidget(caption)
        column.addWidget(self._where)
        column.addLayout(buttons)
        column.addWidget(sample, alignment=Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        start.setFocus()
        look.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self._picture.setPixmap(drawing("welcome", theme().scaled(112), self.devicePixelRatioF()))

    def _on_other(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Library folder"), str(self._folder.parent))
        if chosen:
            self._folder = Path(chosen)
            self._where.setText(chosen)
