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
        self.setAccessibleName(self.tr("Welcome"))
        self._picture = QLabel()
        self._where = self._label(str(default), "muted")
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._where.setAccessibleName(self.tr("Library folder"))
        look = theme()
        card = QFrame()
        card.setFixedWidth(look.scaled(520))
        column = QVBoxLayout(card)
        column.setSpacing(look.space(3))
        column.addWidget(self._picture)
        column.addWidget(self._label(self.tr("Welcome to Papershelf"), "title"))
        column.addWidget(self._label(self._purpose()))
        column.addSpacing(look.space(3))
        column.addWidget(self._label(self.tr("Library folder"), "section"))
        column.addWidget(self._where)
        self._add_buttons(column)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        look.changed.connect(self._draw)
        self._draw()

    def _purpose(self) -> str:
        return self.tr(
            "Papershelf keeps the papers of your digests in one folder, in two languages. "
            "The folder is yours: you can copy it, move it and back it up."
        )

    @staticmethod
    def _label(text: str, kind: str = "") -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("kind", kind)
        return label

    def _add_buttons(self, column: QVBoxLayout) -> None:
        start = QPushButton(self.tr("Start here"))
        start.setProperty("kind", "primary")
        start.clicked.connect(lambda: self.library_chosen.emit(self._folder))
        other = QPushButton(self.tr("Choose another folder…"))
        other.clicked.connect(self._on_other)
        sample = QPushButton(self.tr("Look at the sample library first"))
        sample.setProperty("kind", "link")
        sample.clicked.connect(self.sample_chosen)
        row = QHBoxLayout()
        row.setSpacing(theme().space(2))
        row.addWidget(start)
        row.addWidget(other)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(sample, alignment=Qt.AlignmentFlag.AlignLeft)
        start.setFocus()

    def _draw(self) -> None:
        self._picture.setPixmap(drawing("welcome", theme().scaled(112), self.devicePixelRatioF()))

    def _on_other(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Library folder"), str(self._folder.parent))
        if chosen:
            self._folder = Path(chosen)
            self._where.setText(chosen)
