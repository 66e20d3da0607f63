"""One part of a check's result: whether it is well, what was found, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop.ui.assets import icon_pixmap
from desktop.ui.keeping.check_words import Finding
from desktop.ui.library.labels import plain_label
from desktop.ui.theme import theme
from desktop.ui.tokens import ICON_LARGE, Color


class FindingRow(QFrame):
    """`buttons` are its own from now on."""

    def __init__(self, finding: Finding, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._finding = finding
        self._icon = QLabel()
        self.setProperty("kind", "card")
        self.setAccessibleName(finding.text)
        look = theme()
        space = look.space()
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * space, 2 * space, 3 * space, 2 * space)
        row.setSpacing(3 * space)
        beside = Qt.AlignmentFlag.AlignTop if finding.named else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._icon, alignment=beside)
        words = QVBoxLayout()
        words.setSpacing(space)
        words.addWidget(plain_label("", finding.text, wraps=True))
        if finding.named:
            words.addWidget(plain_label("muted", "\n".join(finding.named), wraps=True))
        row.addLayout(words, 1)
        for button in buttons:
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        look.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        good = self._finding.good
        name, color = ("good", Color.GOOD) if good else ("warn", Color.WARN)
        pixmap = icon_pixmap(name, theme().scaled(ICON_LARGE), color, self.devicePixelRatioF())
        self._icon.setPixmap(pixmap)
