"""The page that is read, as screen readers take it: a document whose text is that of the page, line by line."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextInsertEvent,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget

from desktop.domain.pdf_document import PageText, TextLine
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_surface import PageSurface

_FACTORIES: list[Callable[[str, QObject], QAccessibleInterface | None]] = []


class PageReading(QAccessibleTextInterface):
    """The text of the current page of a view. Offsets count characters from its beginning, line feeds included."""

    def __init__(self, view: PageSurface) -> None:
        super().__init__()
        self._view = view
        self._cursor = (0, 0)
        """Page, and offset on it, where the screen reader is."""

    def _text(self) -> str:
        return "\n".join(line.text for line in self._lines())

    def _lines(self) -> tuple[TextLine, ...]:
        document = self._view.document
        known = document.text(self._view.current_page) if document is not None and document.facts else None
        return (known or PageText(())).lines

    def _line_at(self, offset: int) -> tuple[TextLine, int] | None:
        """The line, and the offset in it."""
        lines = self._lines()
        starts = [0, *accumulate(len(line.text) + 1 for line in lines)]
        found = bisect_right(starts, offset) - 1
        return (lines[found], offset - starts[found]) if 0 <= found < len(lines) else None

    # Qt
    def text(self, start: int, end: int) -> str:
        """That part of the text; a negative end is the end of the page."""
        return self._text()[max(start, 0) : end if end >= 0 else None]

    def characterCount(self) -> int:
        """Of the page."""
        return len(self._text())

    def cursorPosition(self) -> int:
        """Where reading goes on; the beginning of a page that was just turned to."""
        page, offset = self._cursor
        return offset if page == self._view.current_page else 0

    def setCursorPosition(self, position: int) -> None:
        """Remember the place, and show it."""
        self._cursor = self._view.current_page, position
        self.scrollToSubstring(position, position + 1)

    def characterRect(self, offset: int) -> QRect:
        """Where the character is on the screen."""
        found = self._line_at(offset)
        if found is None:
            return QRect()
        line, index = found
        first, last = line.stops[min(index, len(line.text))], line.stops[min(index + 1, len(line.text))]
        left, top, right, _, lower_left, lower = line.quad[:6]
        width = right - left
        rect = (left + width * first, top, max(left, lower_left) + width * last, lower)
        area = self._view.rect_on_view(self._view.current_page, rect).toAlignedRect()
        return area.translated(self._view.viewport().mapToGlobal(QPoint(0, 0)))

    def offsetAtPoint(self, point: QPoint) -> int:
        """The character there, or -1."""
        count = self.characterCount()
        return next((offset for offset in range(count) if self.characterRect(offset).contains(point)), -1)

    def scrollToSubstring(self, start: int, end: int) -> None:
        """Show the line where it begins."""
        found = self._line_at(start)
        if found is not None:
            quad = found[0].quad
            self._view.reveal(self._view.current_page, (quad[0], quad[1], quad[6], quad[7]))

    def attributes(self, offset: int) -> tuple[str, int, int]:
        """None; the whole page is alike."""
        return "", 0, self.characterCount()

    def selectionCount(self) -> int:
        """What is selected is told by the parts that select."""
        return 0

    def selection(self, index: int) -> tuple[int, int]:
        """There is none."""
        return 0, 0

    def addSelection(self, start: int, end: int) -> None:
        """Text is selected with the mouse and the keyboard alone."""

    def removeSelection(self, index: int) -> None:
        """Text is selected with the mouse and the keyboard alone."""

    def setSelection(self, index: int, start: int, end: int) -> None:
        """Text is selected with the mouse and the keyboard alone."""


class AccessiblePages(QAccessibleWidget):
    """A view of pages as a document; its name tells the page."""

    def __init__(self, view: PageSurface) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self._view = view
        self._reading = PageReading(view)

    # Qt
    def text(self, kind: QAccessible.Text) -> str:
        """The name, and as its value the text of the page."""
        document = self._view.document
        if kind is QAccessible.Text.Name and document is not None and document.facts is not None:
            words = QCoreApplication.translate("AccessiblePages", "Page {page} of {count}")
            return words.format(page=document.page_label(self._view.current_page), count=document.page_count)
        if kind is QAccessible.Text.Value:
            return self._reading.text(0, -1)
        return super().text(kind)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]  # a pointer in C++
        """The text."""
        if kind is QAccessible.InterfaceType.TextInterface:
            return self._reading
        return super().interface_cast(kind)


class PageAnnouncer(QObject):
    """Tells screen readers that another page, or its text, is there. Costs nothing while none listens."""

    def __init__(self, view: PageSurface) -> None:
        super().__init__(view)
        self._view = view
        expose()
        view.page_changed.connect(self._on_page)

    def watch(self, document: Document) -> None:
        """Hear of the texts of this document."""
        document.text_arrived.connect(self._on_text)
        document.ready.connect(self._on_page)

    def _on_page(self) -> None:
        document = self._view.document
        if QAccessible.isActive() and document is not None and document.facts is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(self._view, QAccessible.Event.NameChanged))
            if document.text(self._view.current_page) is not None:
                self._on_text(self._view.current_page)

    def _on_text(self, page: int) -> None:
        if QAccessible.isActive() and page == self._view.current_page:
            text = PageReading(self._view).text(0, -1)
            QAccessible.updateAccessibility(QAccessibleTextInsertEvent(self._view, 0, text))


def expose() -> None:
    """Let pages be read; the first call does it for the whole program."""

    def made(name: str, shown: QObject) -> QAccessibleInterface | None:
        if not isinstance(shown, PageSurface):
            return None
        shown.interface = AccessiblePages(shown)
        return shown.interface

    if not _FACTORIES:
        _FACTORIES.append(made)
        QAccessible.installFactory(made)
