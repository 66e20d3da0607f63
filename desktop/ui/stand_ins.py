"""A plain search field, until the one with suggestions takes its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget


class SearchBox(QLineEdit):
    """Sends what is typed."""

    query_changed = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search"))
        self.textEdited.connect(lambda text: self.query_changed.emit(text, True))

    def set_query(self, text: str) -> None:
        """Show that text without sending it."""
        self.setText(text)
