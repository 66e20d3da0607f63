"""What stands before the papers of a digest, typed as plain text."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.ui.theme import theme

_LINES = 3.5


class PrefaceField(QPlainTextEdit):
    """Stored when the keyboard leaves it; Tab leaves it."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("A few words before the papers"))
        self.setAccessibleName(self.tr("Preface"))
        theme().changed.connect(self._apply_height)
        self._apply_height()

    @property
    def text(self) -> str:
        """What is typed."""
        # toPlainText would turn no-break spaces into spaces.
        return self.document().toRawText().replace("\u2029", "\n")

    def _apply_height(self) -> None:
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * _LINES) + theme().space(4))

    # Qt

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()
