"""An open file: how opening ends, and what is known of its pages."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.errors import AppError, Reason
from desktop.domain.pdf_document import PageText
from desktop.services.library import LibraryServices
from desktop.ui.reader.pages.document import KEPT_PAGES, Document
from desktop.ui.reader.pages.pdf_requests import PdfRequests
from tests.gui.reader.pages.conftest import ShowPages
from tests.gui.reader.pages.shown_pages import SECONDS, opened


def test_the_text_of_a_page_is_asked_for_once_and_comes(show_pages: ShowPages) -> None:
    shown = show_pages()
    document = shown.document
    with shown.qtbot.waitSignal(document.text_arrived, timeout=SECONDS) as told:
        assert document.text(2) is None
    assert told.args == [2]
    found = document.text(2)
    assert found is not None
    assert [line.text for line in found.lines] == ["This is page 3"]


def test_who_waits_for_a_text_gets_it_now_or_later(show_pages: ShowPages) -> None:
    shown = show_pages()
    came: list[PageText] = []
    shown.document.when_text(1, came.append, shown.view)
    shown.document.when_text(1, came.append, shown.view)
    shown.qtbot.waitUntil(lambda: len(came) == 2, timeout=SECONDS)
    shown.document.when_text(1, came.append, shown.view)
    assert len(came) == 3


def test_a_page_without_links_has_none(show_pages: ShowPages) -> None:
    shown = show_pages()
    with shown.qtbot.waitSignal(shown.document.links_arrived, timeout=SECONDS):
        assert shown.document.links(0) is None
    assert shown.document.links(0) == ()


def test_texts_of_many_pages_are_let_go_again(show_pages: ShowPages) -> None:
    shown = show_pages(KEPT_PAGES + 5)
    came: list[PageText] = []
    for page in range(KEPT_PAGES + 5):
        shown.document.when_text(page, came.append, shown.view)
    shown.qtbot.waitUntil(lambda: len(came) == KEPT_PAGES + 5, timeout=SECONDS)
    again = [page for page in range(KEPT_PAGES + 5) if shown.document.text(page) is None]
    assert len(again) >= 5


def test_a_file_that_is_no_pdf_says_why(
    qtbot: QtBot, pdf_services: LibraryServices, requests: PdfRequests, tmp_path: Path
) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"<html>no</html>")
    document = Document(pdf_services, requests, opened(path))
    with qtbot.waitSignal(document.failed, timeout=SECONDS) as told:
        document.open()
    error: AppError = told.args[0]
    assert error.reason is Reason.NOT_A_PDF


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("sample-files__libreoffice-writer-password.pdf", "openpassword"),
        ("pdfium__encrypted_hello_world_r6.pdf", "hôtel"),
    ],
)
def test_a_locked_file_asks_for_its_password_and_says_if_it_is_wrong(
    qtbot: QtBot, pdf_services: LibraryServices, requests: PdfRequests, shared: Path, name: str, password: str
) -> None:
    document = Document(pdf_services, requests, opened(shared / "data" / "pdf" / name))
    with qtbot.waitSignal(document.password_wanted, timeout=SECONDS) as told:
        document.open()
    assert told.args == [False]
    with qtbot.waitSignal(document.password_wanted, timeout=SECONDS) as told:
        document.open("wrong")
    assert told.args == [True]
    with qtbot.waitSignal(document.ready, timeout=SECONDS):
        document.open(password)
    assert document.page_count > 0
