"""The person's own note: always open, saved half a second after the last key, and whenever the paper changes."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.search_marks import Needles
from desktop.ui.library.exact_edit import exact_edit
from desktop.ui.library.growing_text import GrowingText

AUTOSAVE_MS = 500


class NoteField(GrowingText):
    """Emits `submitted` with the note whenever there is something to be saved."""

    submitted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("body", parent)
        self.setProperty("boxed", True)
        self._value = ""
        self._before = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MS)
        self._timer.timeout.connect(self.flush)
        self.set_language("en")
        self.set_least_lines(3)
        self.textChanged.connect(self._on_text_changed)

    def show_note(self, value: str, needles: Needles, unsaved: str | None = None) -> None:
        """Show another note, or what was typed in its place and could not be saved; call `flush` before.

        While it is typed into, the same note is not put back.
        """
        if self._timer.isActive():
            return
        if value != self._value or unsaved is not None or not self.hasFocus():
            place = self.textCursor().position()
            self._value = value
            self.set_plain(value)
            self._before = self._typed()
            if unsaved is not None:
                self.set_plain(unsaved)
            self._timer.stop()
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1) if self.hasFocus() else 0)
            self.setTextCursor(cursor)
        self.mark(needles, "note")

    def flush(self) -> None:
        """Submit what was typed and not yet submitted."""
        self._timer.stop()
        typed = self._typed()
        value = exact_edit(self._value, self._before, typed)
        if value != self._value:
            self._value, self._before = value, typed
            self.submitted.emit(value)

    def _typed(self) -> str:
        return self.document().toRawText().replace("\u2029", "\n")

    def _on_text_changed(self) -> None:
        if self._typed() != self._before:
            self._timer.start()

    # Qt

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()
