"""A field for plain text over a page. Saves half a second after the last key, and every five while keys go on."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

AUTOSAVE_MS = 500
LATEST_SAVE_MS = 5000


class PlainEditor(QPlainTextEdit):
    """What is pasted loses its looks. Tab leaves the field; Esc and Ctrl+Return end typing."""

    save_wanted = Signal()
    """What is typed is to be stored now."""
    ended = Signal()
    """The person has finished."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._shown = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MS)
        self._timer.timeout.connect(self.flush)
        self._latest = QTimer(self)
        """Keys do not begin it anew."""
        self._latest.setSingleShot(True)
        self._latest.setInterval(LATEST_SAVE_MS)
        self._latest.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text_changed)

    def show_text(self, text: str) -> None:
        """Begin with this text, the cursor behind it."""
        self._shown = text
        self.setPlainText(text)
        self._stop()
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    @property
    def text(self) -> str:
        """What is typed."""
        # toPlainText would turn no-break spaces into spaces.
        return self.document().toRawText().replace("\u2029", "\n")

    @property
    def waits(self) -> bool:
        """Whether something was typed that was not yet to be stored."""
        return self._timer.isActive()

    def flush(self) -> None:
        """Ask for what is typed to be stored, if it is not."""
        self._stop()
        if self.text != self._shown:
            self._shown = self.text
            self.save_wanted.emit()

    def _on_text_changed(self) -> None:
        if self.text != self._shown:
            self._timer.start()
            if not self._latest.isActive():
                self._latest.start()

    def _stop(self) -> None:
        self._timer.stop()
        self._latest.stop()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (enter and control):
            self.flush()
            self.ended.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()
