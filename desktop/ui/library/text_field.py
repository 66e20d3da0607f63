"""A text edited where it stands: a click, F2 or Enter opens it, Ctrl+Enter or leaving it saves, Esc does not."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.domain.latex_text import readable
from desktop.domain.search_marks import Needles
from desktop.ui.library.exact_edit import exact_edit
from desktop.ui.library.growing_text import GrowingText

_READING = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_PARAGRAPHS = str.maketrans({"\u2029": "\n"})


class TextField(GrowingText):
    """Shows a text as it is read and edits it as it is written (LaTeX and all)."""

    submitted = Signal(str)
    """The person finished an edit that changed the text."""
    cancelled = Signal()
    """The person gave an edit up."""

    def __init__(
        self,
        name: str,
        look: str,
        *,
        field: str,
        one_line: bool = False,
        latex: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._value = ""
        self._before = ""
        self._field = field
        self._one_line = one_line
        self._latex = latex
        self._needles = Needles()
        self._pressed_at = QPoint()
        self.editing = False
        """True while the person types."""
        self.setAccessibleName(name)
        self.setTextInteractionFlags(_READING)

    def show_text(self, value: str, needles: Needles) -> None:
        """Show another value. An edit that is under way must have been finished before."""
        self.editing = False
        self._value = value
        self._needles = needles
        self._show_reading()

    def begin_edit(self, draft: str | None = None) -> None:
        """Open the text, or an unsaved draft of it, for typing."""
        if not self.editing:
            # Where LaTeX is read as text, its raw form is longer: the cursor goes about there.
            part = self.textCursor().position() / max(self.document().characterCount() - 1, 1)
            self.editing = True
            self.setExtraSelections([])
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
            self.set_plain(self._value)
            self._before = self._typed()
            self._move_to(round(part * (self.document().characterCount() - 1)))
        if draft is not None:
            self.set_plain(draft)
            self._move_to(len(draft))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """End an edit and submit what was typed, if it differs."""
        if not self.editing:
            return
        value = self.typed_value
        changed = value != self._value
        self._value = value
        self.editing = False
        self._show_reading()
        if changed:
            self.submitted.emit(value)

    @property
    def typed_value(self) -> str:
        """What would be submitted now; the text as it is while nobody types."""
        if not self.editing:
            return self._value
        typed = self._typed()
        if self._one_line:
            typed = " ".join(typed.split("\n")) if "\n" not in self._before else typed
        return exact_edit(self._value, self._before, typed)

    def cancel(self) -> None:
        """End an edit and go back to the text as it was."""
        self.editing = False
        self._show_reading()
        self.cancelled.emit()

    def shown_text(self, value: str) -> str:
        """The value as it is read."""
        return readable(value) if self._latex else value

    def _typed(self) -> str:
        # toPlainText would turn no-break spaces into spaces.
        return self.document().toRawText().translate(_PARAGRAPHS)

    def _show_reading(self) -> None:
        self.setTextInteractionFlags(_READING)
        self.set_plain(self.shown_text(self._value))
        self.mark(self._needles, self._field)

    def _move_to(self, place: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    # Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Keys that mean something to the text while it is open, whatever they mean to the window."""
        keys = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return event.key() in keys if self.editing else self._begins(event)

    def _begins(self, event: QKeyEvent) -> bool:
        """A letter in an empty text, which looks like a field that waits for it."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        return not self._value and plain and event.text().strip().isprintable() and bool(event.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not self.editing and (event.key() == Qt.Key.Key_F2 or enter):
            self.begin_edit()
        elif self.editing and event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif self.editing and enter and (control or self._one_line):
            self.finish()
        else:
            if not self.editing and self._begins(event):
                self.begin_edit()
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        still = (event.position().toPoint() - self._pressed_at).manhattanLength() < 4
        left = event.button() is Qt.MouseButton.LeftButton
        if left and still and not self.editing and not self.textCursor().hasSelection():
            self.begin_edit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        leaving = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in leaving:
            self.finish()
            cursor: QTextCursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
