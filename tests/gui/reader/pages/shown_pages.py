"""A view of the pages of a made PDF, with the real PDF process behind it."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PaperId
from desktop.domain.pdf_document import PdfFile
from desktop.domain.reading import OpenedPaper
from desktop.services.library import LibraryServices
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.pages.pdf_requests import PdfRequests

SQUARE = (100.0, 100.0, 120.0, 120.0)
"""Where each page of `squares` is black, in page space."""
SECONDS = 30_000
"""To wait for the process, which may have to be started on a busy computer."""


def squares(pages: int, size: tuple[int, int] = (612, 792)) -> list[str]:
    """Operators of pages with one black square and the number of the page."""
    left, top, right, bottom = SQUARE
    black = f"0 g {left} {size[1] - bottom} {right - left} {bottom - top} re f"
    return [f"{black} BT /R 12 Tf 200 500 Td (This is page {number}) Tj ET" for number in range(1, pages + 1)]


def opened(path: Path) -> OpenedPaper:
    """A paper of that one file."""
    file = PdfFile(str(path), path.name)
    return OpenedPaper(PaperId(1), "Title", "", file, (file,), None, (), ("",) * 8)


class ShownPages:
    """A window of 600 x 500 pixels."""

    def __init__(self, qtbot: QtBot, services: LibraryServices, requests: PdfRequests, path: Path) -> None:
        self.qtbot = qtbot
        self.requests = requests
        self.document = Document(services, requests, opened(path))
        self.view = PageView()
        qtbot.addWidget(self.view)
        self.view.resize(600, 500)
        self.view.set_document(self.document)
        self.view.show()
        self.document.open()

    def until_sharp(self) -> None:
        """Wait until all that is seen is drawn, or is known to have failed."""

        def sharp() -> bool:
            pictures = self.view.pictures
            return pictures is not None and pictures.is_complete and not self.view.is_settling

        self.qtbot.waitUntil(sharp, timeout=SECONDS)

    def until_idle(self) -> None:
        """Wait until the PDF process has nothing left to do."""
        self.until_sharp()
        self.qtbot.waitUntil(lambda: self.requests.is_idle, timeout=SECONDS)

    def color_at(self, page: int, x: float, y: float) -> QColor:
        """What is painted at a point of page space."""
        assert self.view.pictures is not None
        assert page not in self.view.pictures.failures
        at = self.view.transform(page).map(QPointF(x, y)).toPoint()
        return self.view.viewport().grab().toImage().pixelColor(at)

    def wheel(self, units: int, at: QPoint | None = None, *, ctrl: bool = False) -> None:
        """Turn a wheel; 120 units are a notch, up if positive."""
        area = self.view.viewport()
        place = QPointF(at if at is not None else area.rect().center())
        event = QWheelEvent(
            place,
            QPointF(area.mapToGlobal(place.toPoint())),
            QPoint(),
            QPoint(0, units),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(area, event)
