"""A page of the settings that another part of the window brings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class SettingsPage(QWidget):
    """Every choice is sent at once, by the name of the setting."""

    changed = Signal(str, object)
    """Name of a setting and its new value."""

    def __init__(self, name: str, image: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.image = image
        """Name of its icon in the list of pages."""
        self.title = title
