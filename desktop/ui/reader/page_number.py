"""The number of the page that is read, and a way to another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop.ui.library.labels import plain_label
from desktop.ui.reader.pages.document import Document
from desktop.ui.theme import theme

_WIDTH = 44
"""Pixels at 100 %."""


class PageNumber(QWidget):
    """Shows what the page calls itself, and its number where that is another one. Takes both."""

    wanted = Signal(int)
    """Go to that page, from 0."""
    left = Signal()
    """The keyboard goes back to the pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._page = 0
        self.field = QLineEdit()
        self.field.setFixedWidth(theme().scaled(_WIDTH))
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setAccessibleName(self.tr("Page"))
        self.field.setToolTip(self.tr("Page: a number, or what the page calls itself"))
        self.field.returnPressed.connect(self._go)
        self._of = plain_label("muted")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme().space(), 0, theme().space(), 0)
        layout.setSpacing(theme().space())
        layout.addWidget(self.field)
        layout.addWidget(self._of)
        self.field.installEventFilter(self)

    def show_page(self, document: Document | None, page: int) -> None:
        """Show where the reader is."""
        self._document, self._page = document, page
        count = document.page_count if document is not None else 0
        label = document.page_label(page) if document is not None and count else ""
        typing = self.field.hasFocus()
        if not (typing and self.field.isModified()):
            self.field.setText(label)
            if typing:
                self.field.selectAll()
        if not count:
            self._of.setText("")
        elif label == str(page + 1):
            self._of.setText(f"/ {count}")
        else:
            self._of.setText(f"({page + 1} / {count})")

    def ask(self) -> None:
        """Let a person type a page."""
        self.field.setFocus()
        self.field.selectAll()

    def _go(self) -> None:
        page = self._meant(self.field.text().strip())
        if page is None:
            self.field.selectAll()
            return
        self.wanted.emit(page)
        self.left.emit()

    def _meant(self, text: str) -> int | None:
        """The page of that label, else of that number; None if there is none."""
        document = self._document
        if document is None or not text:
            return None
        labels = [document.page_label(page) for page in range(document.page_count)]
        if text in labels:
            return labels.index(text)
        if text.isdecimal() and 1 <= int(text) <= len(labels):
            return int(text) - 1
        return None

    # Qt

    def eventFilter(self, watched: object, event: object) -> bool:
        """Escape leaves the field as it was; so does going elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() is QKeyEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus():
            self.field.setText(self._document.page_label(self._page) if self._document is not None else "")
        return False
