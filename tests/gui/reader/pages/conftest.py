"""Pages of made PDFs in a window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.library import LibraryServices
from desktop.ui.reader.pages.pdf_requests import PdfRequests
from desktop.ui.tasks import TaskRunner
from tests.gui.reader.pages.shown_pages import ShownPages, squares
from tests.unit.pdf.made_pdfs import made_pdf

ShowPages = Callable[..., ShownPages]


@pytest.fixture
def requests(tasks: TaskRunner) -> PdfRequests:
    return PdfRequests(tasks)


@pytest.fixture(scope="module")
def pdf_services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibraryServices]:
    """Services of a library that nobody opens: pages need no database."""
    services = LibraryServices(tmp_path_factory.mktemp("library"))
    yield services
    services.reader_pdf.close()


@pytest.fixture
def show_pages(
    qtbot: QtBot, requests: PdfRequests, pdf_services: LibraryServices, tmp_path: Path
) -> Callable[..., ShownPages]:
    """Shows a PDF of so many pages with a black square each, or the given bytes, and waits until it is drawn."""

    def show(pages: int = 5, *, data: bytes = b"", services: LibraryServices | None = None) -> ShownPages:
        path = tmp_path / "made.pdf"
        path.write_bytes(data or made_pdf(*squares(pages)))
        shown = ShownPages(qtbot, services or pdf_services, requests, path)
        shown.until_sharp()
        return shown

    return show
