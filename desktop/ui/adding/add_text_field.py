"""The field for everything that names papers: links, ids, BibTeX, whole pages."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.ui.adding.drop import local_files, offered_text

LONGEST = 1_000_000
"""Characters; the field would stall the window over more."""


class AddTextField(QPlainTextEdit):
    """Takes plain text alone. Enter adds, Shift+Enter begins a new line; files and endless texts go elsewhere."""

    entered = Signal()
    files_pasted = Signal(object)
    """Paths of files and folders."""
    long_text_pasted = Signal(str)
    """More than the field takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.viewport().setAcceptDrops(False)  # the window around it takes them, files too

    def add_text(self, text: str) -> None:
        """Put the text on lines of its own behind what is there; one that is too long goes elsewhere."""
        if self._is_too_long(text):
            self.long_text_pasted.emit(text)
            return
        there = self.toPlainText()
        between = "\n" if there and not there.endswith("\n") else ""
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        cursor.insertText(between + text.rstrip("\n"))  # as a person's own step: Ctrl+Z takes it back
        self.setTextCursor(cursor)

    def complete_line(self, line: str, addition: str) -> None:
        """Write something behind a line that was not understood; on a line of its own if that is not here."""
        cursor = self.document().find(line)
        if cursor.isNull():
            self.add_text(addition)
        else:
            cursor.movePosition(cursor.MoveOperation.EndOfBlock)
            cursor.insertText(f" {addition}")

    def _is_too_long(self, text: str) -> bool:
        return len(text) + self.document().characterCount() > LONGEST

    # Qt

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = local_files(source)
        if paths:
            self.files_pasted.emit(paths)
            return
        text = offered_text(source)
        if self._is_too_long(text):
            self.long_text_pasted.emit(text)
        else:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.ignore()
