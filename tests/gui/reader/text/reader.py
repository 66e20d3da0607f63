"""How a test reads a PDF: what it does with mouse and keys, and what it sees."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.citation import Source
from desktop.domain.ids import PaperId
from desktop.domain.pdf_document import PageText, PdfFile, Point
from desktop.domain.reading import OpenedPaper
from desktop.services.library import LibraryServices
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.pages.pdf_requests import PdfRequests
from desktop.ui.reader.text.text_tools import TextTools
from desktop.ui.tasks import TaskRunner
from tests.unit.pdf.made_pdfs import made_pdf, text

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
PAPER = Source("A Paper", ("Ada Lovelace",), "2401.00001", 2)
TOP = 700.0
_LONG_AGO = 1_000_000
"""Milliseconds: after the clicks of any test before."""
LEADING = 14.0


def page_of(*lines: str, x: float = 72.0, top: float = TOP) -> str:
    """Operators that show lines in 12 points, one paragraph."""
    return "".join(text(words, 12, x, top - LEADING * number) for number, words in enumerate(lines))


def paper_of(*pages: str, more: tuple[str, ...] = (), page: str = "") -> bytes:
    """A PDF of these pages (`page_of`)."""
    return made_pdf(*pages, more=more, page=page)


class Reader:
    """A document in a window of its own."""

    def __init__(self, qtbot: QtBot, services: LibraryServices, tasks: TaskRunner, path: Path) -> None:
        self.qtbot = qtbot
        file = PdfFile(str(path), sha256(path.read_bytes()).hexdigest())
        opened = OpenedPaper(PaperId(1), "A Paper", "", file, (file,), None, (), ("",) * 8)
        self.view = PageView()
        qtbot.addWidget(self.view)
        self.view.resize(900, 700)
        self.document = Document(services, PdfRequests(tasks, self.view), opened, self.view)
        self.view.set_document(self.document)
        self.tools = TextTools(self.view, self.document, lambda: PAPER)
        self.view.show()
        self.view.activateWindow()
        self.document.open()
        self.sees(lambda: self.document.facts is not None)
        self.view.setFocus()

    def sees(self, what: Callable[[], bool]) -> None:
        """Wait until it is so."""
        self.qtbot.waitUntil(what, timeout=20_000)

    def text(self, page: int = 0) -> PageText:
        """The text of a page, once it is there."""
        self.sees(lambda: self.document.text(page) is not None)
        found = self.document.text(page)
        assert found is not None
        return found

    def at(self, word: str, page: int = 0, *, end: bool = False) -> QPoint:
        """The pixel of the view just behind the beginning of a word, or just before its end."""
        for line in self.text(page).lines:
            if (index := line.text.find(word)) >= 0:
                index += len(word) - 1 if end else 0
                weight = 0.9 if end else 0.1
                part = line.stops[index] * (1 - weight) + line.stops[index + 1] * weight
                x = line.quad[0] + part * (line.quad[2] - line.quad[0])
                return self.pixel((x, (line.quad[1] + line.quad[5]) / 2), page)
        raise AssertionError(f"{word!r} is not on the page")

    def pixel(self, point: Point, page: int = 0) -> QPoint:
        """Where a point of a page is on the view."""
        return self.view.rect_on_view(page, (*point, *point)).topLeft().toPoint()

    def press(self, at: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mousePress(self.view.viewport(), LEFT, modifiers, at)

    def move(self, at: QPoint) -> None:
        QTest.mouseMove(self.view.viewport(), at)

    def release(self, at: QPoint) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, PLAIN, at)

    def drag(self, begin: QPoint, end: QPoint) -> None:
        """Press, move, let go."""
        self.press(begin)
        self.move(end)
        self.release(end)

    def click(self, at: QPoint, times: int = 1, *, hold: bool = False) -> None:
        """So many clicks after one another, as a window system tells of them; with `hold` the last one is not let
        go."""
        kinds = QEvent.Type
        for number in range(1, times + 1):
            kind = kinds.MouseButtonPress if number % 2 else kinds.MouseButtonDblClick
            self._send(kind, at, number)
            if number < times or not hold:
                self._send(kinds.MouseButtonRelease, at, number)

    def _send(self, kind: QEvent.Type, at: QPoint, when: int) -> None:
        viewport = self.view.viewport()
        held = LEFT if kind is not QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, QPointF(at), QPointF(viewport.mapToGlobal(at)), LEFT, held, PLAIN)
        event.setTimestamp(when + _LONG_AGO)
        QApplication.sendEvent(viewport, event)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.view, key, modifiers)

    @property
    def selected(self) -> str:
        """The selected text; empty for none."""
        quote = self.tools.selection.quote()
        return quote.text if quote is not None else ""
