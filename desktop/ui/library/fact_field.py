"""A short fact in the line of facts: shown as text or as a link, edited where it stands."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop.ui.library.labels import IconButton, button_text, link_button
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH


class FactEdit(QLineEdit):
    """As wide as its text; opens for typing by a click, F2 or Enter."""

    submitted = Signal(str)
    cancelled = Signal()
    edit_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self.editing = False
        """True while the person types."""
        self.setProperty("kind", "inplace")
        self.setReadOnly(True)
        self.setTextMargins(-2, 0, -2, 0)  # takes back the line edit's own, which a text above it does not have
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def show_value(self, value: str) -> None:
        """Show another value."""
        self._value = value
        self._read()
        self.setCursorPosition(0)

    def begin_edit(self, draft: str | None = None) -> None:
        """Open the value, or an unsaved draft of it, for typing."""
        self.editing = True
        self.setReadOnly(False)
        self.setText(self._value if draft is None else draft)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()
        self.updateGeometry()

    def finish(self) -> None:
        """End an edit and submit what was typed, if it differs."""
        if not self.editing:
            return
        typed = self.text().strip()
        changed = typed != self._value
        self._value = typed
        self._read()
        if changed:
            self.submitted.emit(typed)
        self.edit_ended.emit()

    def cancel(self) -> None:
        """End an edit and go back to the value as it was."""
        self._read()
        self.cancelled.emit()
        self.edit_ended.emit()

    def _read(self) -> None:
        self.editing = False
        self.setReadOnly(True)
        self.setText(self._value)
        self.deselect()
        self.updateGeometry()

    # Qt

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        text = self.text() or self.placeholderText()
        least = theme().space(24) if self.editing else 0
        room = metrics.horizontalAdvance(text) + 2 * (FOCUS_WIDTH + theme().space()) + theme().space(2)
        return QSize(max(room, least), metrics.height() + 2 * FOCUS_WIDTH + theme().space())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().space(8), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.editing and event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif self.editing and enter:
            self.finish()
        elif not self.editing and (enter or event.key() == Qt.Key.Key_F2):
            self.begin_edit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.editing and not self.hasSelectedText() and event.button() is Qt.MouseButton.LeftButton:
            self.begin_edit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.finish()


class FactField(QWidget):
    """A fact, or, where it leads somewhere, a link with a small pencil beside it."""

    followed = Signal()
    """The link was clicked."""

    def __init__(self, *, link: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = FactEdit(self)
        self._link = link_button(parent=self) if link else None
        self._pencil = IconButton("edit", self) if link else None
        self.setFocusProxy(self._link or self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if self._link is not None and self._pencil is not None:
            layout.addWidget(self._link)
            layout.addWidget(self._pencil)
            self._link.clicked.connect(self.followed)
            self._pencil.clicked.connect(self.begin_edit)
        layout.addWidget(self.edit)
        self.edit.edit_ended.connect(self._arrange)

    def set_names(self, name: str, empty: str, edit: str) -> None:
        """Accessible name, what stands there while there is no value, and what the pencil says."""
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(empty)
        if self._pencil is not None:
            self._pencil.set_name(edit)

    def show_value(self, value: str, label: str = "") -> None:
        """Show a value; a link is shown as `label`."""
        self.edit.show_value(value)
        if self._link is not None:
            self._link.setText(button_text(label))
        self._arrange()

    def begin_edit(self, draft: str | None = None) -> None:
        """Open it for typing."""
        if self._link is not None and self._pencil is not None:
            self._link.hide()
            self._pencil.hide()
        self.edit.show()
        self.edit.begin_edit(draft if isinstance(draft, str) else None)

    def _arrange(self) -> None:
        if self._link is None or self._pencil is None:
            return
        as_link = bool(self._link.text()) and not self.edit.editing
        self._link.setVisible(as_link)
        self._pencil.setVisible(as_link)
        self.edit.setVisible(not as_link)
