"""What the details show while several papers are selected: how many, and what can be done with all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.library.action_row import ActionRow
from desktop.ui.library.labels import plain_label
from desktop.ui.theme import theme
from desktop.ui.tokens import GROUP_GAP


class SeveralPapers(QWidget):
    """A row for each group of actions. Those that cannot be done here, such as in the Trash, are not offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = plain_label("section", wraps=True)
        self._count.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._rows = QVBoxLayout()
        layout = self._layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(self._count)
        layout.addLayout(self._rows)
        layout.addStretch(3)
        theme().changed.connect(self._apply_spacing)
        self._apply_spacing()

    def tell(self, words: str) -> None:
        """Say how many are selected."""
        self._count.setText(words)

    def set_actions(self, groups: Sequence[list[QAction]]) -> None:
        """Offer these actions, each group in lines of its own."""
        for actions in groups:
            row = ActionRow(self, centred=True, only_enabled=True)
            row.set_actions(actions)
            self._rows.addWidget(row)

    def _apply_spacing(self) -> None:
        space = theme().space
        self._layout.setSpacing(space(GROUP_GAP))
        self._rows.setSpacing(space(2))
