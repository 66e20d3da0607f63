"""Small plain-text labels and buttons of the details."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.ui.assets import icon
from desktop.ui.theme import theme
from desktop.ui.tokens import ICON, Color


def plain_label(kind: str, text: str = "", *, wraps: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label in the look `kind` of the style sheet; its text is never read as markup and can be copied."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    label.setWordWrap(wraps)
    if wraps:
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def link_button(text: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button that looks like a link."""
    button = QPushButton(text, parent)
    button.setProperty("kind", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


class IconButton(QToolButton):
    """A small button with an icon alone; what it does is its tool tip and its accessible name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon(name, Color.TEXT_MUTED))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme().changed.connect(self._apply_scale)
        self._apply_scale()

    def set_name(self, what: str) -> None:
        """Say what the button does."""
        self.setToolTip(what)
        self.setAccessibleName(what)

    def _apply_scale(self) -> None:
        side = theme().scaled(ICON)
        self.setIconSize(QSize(side, side))


def button_text(text: str) -> str:
    """Text from elsewhere as a button shows it: an ampersand is an ampersand, a line break a space."""
    return " ".join(text.split()).replace("&", "&&")
