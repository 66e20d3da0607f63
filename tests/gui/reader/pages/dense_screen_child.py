"""Shows a PDF on a screen of the density that QT_SCALE_FACTOR says, and prints as JSON whether what is painted is what
the PDF process drew, pixel by pixel: {"ratio": pixels of the device a pixel, "same": yes or no}.

Arguments: an empty folder and the PDF.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.domain.pdf_document import RenderRequest
from desktop.domain.reading import Fit, ReadingPlace
from desktop.services.library import LibraryServices
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.pages.pdf_requests import PdfRequests
from desktop.ui.tasks import TaskRunner
from tests.gui.reader.pages.shown_pages import opened

TOP, PART = 137.3, 300
"""How far the page is scrolled, in points, and how many pixels are compared in each direction."""


def until_sharp(view: PageView) -> None:
    """Wait until all that is seen is drawn."""
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if view.pictures and view.pictures.is_complete else None)
    timer.start(5)
    loop.exec()


def main(folder: str, pdf: str) -> None:
    """Look at the middle of the first page."""
    app = QApplication([])
    tasks, services = TaskRunner(), LibraryServices(Path(folder))
    document = Document(services, PdfRequests(tasks), opened(Path(pdf)))
    view = PageView()
    view.resize(701, 503)
    view.set_document(document)
    view.go_to(ReadingPlace(y=TOP, fit=Fit.FREE, zoom=1.13))
    view.show()
    document.open()
    until_sharp(view)
    look, ratio = view.transform(0), view.devicePixelRatioF()
    drawn = services.pages.render(document.file, RenderRequest(0, look.m11() * ratio), lambda: False)
    whole = QImage(drawn.pixels, drawn.width, drawn.height, 4 * drawn.width, QImage.Format.Format_RGB32)
    painted = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    left, top = round(look.dx() * ratio), round(look.dy() * ratio)
    same = painted.copy(left + 50, 50, PART, PART) == whole.copy(50, 50 - top, PART, PART)
    services.reader_pdf.close()
    tasks.shutdown()
    print(json.dumps({"ratio": ratio, "same": same}))
    del app


if __name__ == "__main__":
    main(*sys.argv[1:])
