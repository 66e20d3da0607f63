"""What one paper has for one field: a text that can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QWidget

from desktop.domain.text_difference import Part
from desktop.ui.library.growing_text import GrowingText
from desktop.ui.library.labels import plain_label
from desktop.ui.theme import theme


class OfferCell(QFrame):
    """A click anywhere chooses it."""

    chosen = Signal()

    def __init__(self, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "offer")
        self._parts: Sequence[Part] = ()
        self._to_choose = False
        self.radio = QRadioButton(self)
        self.radio.setAutoExclusive(False)  # the row has one answer, not the window
        self.radio.clicked.connect(self.chosen)
        self.text = GrowingText(look, self)
        self.text.setReadOnly(True)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._aside = plain_label("muted", parent=self)
        space = theme().space
        self._aside.setContentsMargins(space(1.5), space(0.5), 0, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space(), space(0.5), space(), space(0.5))
        layout.setSpacing(space())
        for widget, stretch in ((self.radio, 0), (self._aside, 1), (self.text, 1)):
            layout.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)

    def show_offer(self, name: str, value: str, parts: Sequence[Part], *, to_choose: bool) -> None:
        """Show this value, of which `parts` differ from another's. `name` tells a screen reader what is chosen."""
        self._parts, self._to_choose = parts, to_choose
        self.radio.setVisible(to_choose)
        self.radio.setAccessibleName(name)
        self.radio.setAccessibleDescription(value)
        self.setCursor(Qt.CursorShape.PointingHandCursor if to_choose else Qt.CursorShape.ArrowCursor)
        self._aside.hide()
        self.text.show()
        self.text.setAccessibleName(name)
        if self.text.toPlainText() != value:
            self.text.set_plain(value)
        self.mark_again()

    def show_aside(self, words: str) -> None:
        """There is nothing to choose, and this is why."""
        self._parts, self._to_choose = (), False
        self.radio.hide()
        self.text.hide()
        self._aside.setText(words)
        self._aside.show()
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def mark_again(self) -> None:
        """Mark what differs, in the colours of the present theme."""
        self.text.mark_parts(self._parts)

    def show_chosen(self, chosen: bool) -> None:
        """Whether this is the value that the merged paper takes."""
        self.radio.setChecked(chosen)
        shown = chosen and self._to_choose
        if shown != bool(self.property("chosen")):
            self.setProperty("chosen", shown)
            self.style().unpolish(self)
            self.style().polish(self)

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._to_choose and event.button() == Qt.MouseButton.LeftButton:
            self.radio.setFocus()
            self.chosen.emit()
        else:
            super().mousePressEvent(event)
