"""Small plain-text labels and buttons of the details."""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.ui.assets import icon
from desktop.ui.theme import theme
from desktop.ui.tokens import ICON, Color

LONGEST = 32
"""Characters of a name on a button; the whole name is in its tool tip."""


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


class ElidedLabel(QLabel):
    """One line of plain text that ends in an ellipsis where the room does; all of it is in the tool tip."""

    def __init__(self, kind: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    # Qt

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().space(8), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        whole = self.text()
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        self.setToolTip("" if shown == whole else tool_tip(whole))
        painter = QPainter(self)
        role = self.foregroundRole()
        self.style().drawItemText(
            painter, self.contentsRect(), self.alignment().value, self.palette(), self.isEnabled(), shown, role
        )


def tool_tip(text: str) -> str:
    """Text from elsewhere as a tool tip: what looks like HTML would be read as HTML, so it is HTML, escaped."""
    return f"<p>{html.escape(text)}</p>"


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


def short_text(text: str) -> str:
    """Text from elsewhere in one short line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST // 2]}…{line[-LONGEST // 2 + 1 :]}"


def button_text(text: str) -> str:
    """The same for buttons and menus, where an ampersand would underline a letter."""
    return short_text(text).replace("&", "&&")
