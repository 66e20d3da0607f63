"""PDFs come beside the window: one after the other, in the order a person gave them, as the network lets them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QPushButton

from desktop.domain.adding import AddResult
from desktop.domain.ids import PaperId
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.downloads.check_question import ask_before_download
from desktop.ui.fetching.fetch_words import requests_words
from desktop.ui.fetching.row_state import RowState
from tests.arxiv_server import faults as ways
from tests.arxiv_server.answers import Kind
from tests.arxiv_server.pdfs import write_pdf
from tests.arxiv_server.server import ArxivServer
from tests.gui.conftest import OnLane
from tests.gui.fetching.conftest import OnDb
from tests.gui.fetching.reader import IDS, MORE, Reader, states
from tests.gui.shown_window import Shown


def whole_pdf(services: LibraryServices, path: str) -> bytes:
    return (services.folder / path).read_bytes()


def test_pdfs_come_and_are_the_ones_of_arxiv(reader: Reader, arxiv: ArxivServer, filled: LibraryServices) -> None:
    reader.asks_for(ActionId.DOWNLOAD_PDF, *IDS)
    reader.shown.told("3 PDFs to come.")
    reader.has_pdfs(3)
    for finished in reader.fetcher.finished:
        assert whole_pdf(filled, finished.file.path) == arxiv.pdf_bytes(finished.fetch.arxiv_id)
    reader.until(lambda: reader.status() == "")


def test_the_details_show_the_file_once_it_is_there(
    reader: Reader, filled: LibraryServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[1])
    reader.until(lambda: len(reader.details().files) == 1 and not reader.details().fetches)
    button = next(button for button in reader.page.files.findChildren(QPushButton) if "PDF v" in button.text())
    button.actions()[0].trigger()
    reader.shown.do(ActionId.OPEN_OUTSIDE)
    reader.until(lambda: len(opened) == 2)
    path = filled.folder.resolve() / reader.details().files[0].path
    assert [Path(url.toLocalFile()) for url in opened] == [path, path]
    button.click()
    reader.until(lambda: (room := reader.shown.desk.reading.reader) is not None and room.place() is not None)
    assert reader.shown.desk.reading.reader is not None
    assert reader.shown.desk.reading.reader.sha256 == reader.details().files[0].sha256


def test_a_paper_without_pdf_offers_one(reader: Reader) -> None:
    reader.select(IDS[1])
    button = next(button for button in reader.page.files.findChildren(QPushButton) if button.text() == "Download PDF")
    button.click()
    reader.until(lambda: len(reader.details().files) == 1)


def test_what_is_there_already_is_not_downloaded_again(reader: Reader, arxiv: ArxivServer) -> None:
    reader.asks_for(ActionId.CHECK_VERSIONS, IDS[1])
    reader.until(lambda: bool(reader.details().records))
    for _ in range(2):
        reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[1])
        reader.until(lambda: len(reader.details().files) == 1)
    reader.shown.told("Nothing to download")
    assert len(arxiv.asked(Kind.PDF)) == 1


def test_a_slow_download_shows_how_far_it_is_and_can_be_cancelled(reader: Reader, arxiv: ArxivServer) -> None:
    arxiv.faults.always(ways.slow(1), Kind.PDF)
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[1])
    reader.until(lambda: reader.fetcher.loading.progress.done > 0)
    reader.until(lambda: any(line.isVisible() for line in reader.page.arxiv.fetches._lines))
    assert reader.status().startswith("PDFs: 0 of 1")
    cancel = next(b for b in reader.page.arxiv.fetches.findChildren(QPushButton) if b.text() == "Cancel")
    cancel.click()
    reader.until(lambda: reader.fetcher.loading.fetch is None and not reader.details().fetches)
    reader.until(lambda: reader.status() == "")  # after the next look into the queue


def test_paused_downloads_wait_and_go_on_where_they_were(reader: Reader, arxiv: ArxivServer) -> None:
    whole = len(arxiv.pdf_bytes(IDS[1]))
    arxiv.faults.next(ways.silence(after=whole // 2), kind=Kind.PDF)
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[1])
    reader.until(lambda: reader.fetcher.loading.progress.done >= whole // 2)
    reader.shown.do(ActionId.PAUSE_DOWNLOADS)
    reader.until(lambda: reader.fetcher.loading.fetch is None)
    assert reader.status() == "Downloads are paused: 1 PDF to come"
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[2])
    reader.until(lambda: reader.status() == "Downloads are paused: 2 PDFs to come")
    reader.shown.do(ActionId.PAUSE_DOWNLOADS)
    reader.has_pdfs(2)
    taken_up = [asked.headers.get("range") for asked in arxiv.asked(Kind.PDF)]
    assert f"bytes={whole // 2}-" in taken_up


def test_without_a_network_one_quiet_line_tells_it(reader: Reader, arxiv: ArxivServer, filled: LibraryServices) -> None:
    way = filled.network
    filled.network = replace(way, pdfs="http://127.0.0.1:9/pdf/", api="http://127.0.0.1:9/api/query", pace_s=3)
    reader.asks_for(ActionId.DOWNLOAD_PDF, *IDS)
    reader.until(lambda: reader.status().startswith("No network: 3 PDFs to come, tried again in "))
    assert "network" not in reader.shown.window.toast.text
    filled.network = way
    page = reader.downloads()
    page.list.selectAll()
    page.actions_of_rows["retry"].trigger()
    reader.has_pdfs(3)


def test_a_pdf_comes_while_arxiv_is_asked_about_papers(reader: Reader, arxiv: ArxivServer) -> None:
    arxiv.faults.next(ways.slow(1), kind=Kind.API)
    reader.asks_for(ActionId.CHECK_VERSIONS, IDS[0])
    reader.until(lambda: bool(arxiv.asked(Kind.API)))
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[1])
    reader.has_pdfs(1)
    reader.until(lambda: reader.status() == "arXiv: 1 paper to ask about")


def test_a_pdf_waits_for_the_answer_about_its_own_paper(reader: Reader, arxiv: ArxivServer) -> None:
    arxiv.faults.next(ways.slow(1), kind=Kind.API)
    reader.asks_for(ActionId.CHECK_VERSIONS, IDS[0])
    reader.until(lambda: bool(arxiv.asked(Kind.API)))
    reader.asks_for(ActionId.DOWNLOAD_PDF, *IDS[:2])
    reader.until(lambda: reader.status() == "arXiv: 1 paper to ask about · PDFs: 0 of 2 · 0 %")
    next(button for button in reader.downloads().findChildren(QPushButton) if button.text() == "Ask no more").click()
    reader.has_pdfs(2)


def test_who_wants_the_pdf_of_an_unknown_id_hears_it_again(
    reader: Reader, arxiv: ArxivServer, filled: LibraryServices, on_db: OnLane[AddResult]
) -> None:
    unknown, toast = "2501.99999", reader.shown.window.toast
    added = on_db(lambda: filled.adding.add(filled.adding.plan(unknown), download=True))
    reader.shown.desk.events.announce(added.changes)

    def told() -> bool:
        return toast.isVisible() and toast.text.startswith(f"arXiv does not know {unknown}.")

    reader.until(told)
    toast.hide()
    reader.shown.sees(5)
    reader.asks_for(ActionId.DOWNLOAD_PDF, unknown)
    reader.until(told)
    assert (len(arxiv.asked(Kind.API)), len(arxiv.asked(Kind.PDF))) == (2, 0)


def test_very_many_pdfs_are_not_asked_for_before_it_is_said_how_long_it_takes(reader: Reader) -> None:
    begun: list[bool] = []
    box = ask_before_download(1200, lambda: begun.append(True), reader.shown.window)
    assert box.text() == f"arXiv is asked for the PDFs of 1,200 papers. {requests_words(1200)}"
    assert "about 1\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}0\N{NO-BREAK SPACE}min:" in box.text()
    next(button for button in box.buttons() if button.text() == "Download").click()
    assert begun == [True]
    reader.shown.desk.fetching.download([PaperId(number) for number in range(1, 502)])
    asks = reader.shown.window.findChildren(QMessageBox)
    assert any("501 papers" in ask.text() for ask in asks)
    for ask in asks:
        ask.reject()


def test_a_refused_pdf_says_why_and_can_be_tried_again(reader: Reader, arxiv: ArxivServer) -> None:
    arxiv.faults.next(ways.status(404), kind=Kind.PDF)
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[1])
    reader.until(lambda: reader.status() == "1 failed")
    page = reader.downloads()
    assert states(page) == [RowState.FAILED]
    assert "arXiv has no PDF of this version." in page.model.words(page.model.rows[0])
    page.list.selectAll()
    page.actions_of_rows["retry"].trigger()
    reader.until(lambda: states(page) == [RowState.DONE])


def test_the_order_of_downloads_can_be_changed(reader: Reader) -> None:
    reader.shown.do(ActionId.PAUSE_DOWNLOADS)
    reader.asks_for(ActionId.DOWNLOAD_PDF, *IDS)
    page = reader.downloads()
    reader.until(lambda: len(page.model.rows) == 3)
    before = [row.fetch.arxiv_id for row in page.model.rows]
    page.list.setCurrentIndex(page.model.index(2))
    page.actions_of_rows["top"].trigger()
    reader.until(lambda: [row.fetch.arxiv_id for row in page.model.rows] == [before[2], *before[:2]])
    assert [row.fetch.arxiv_id for row in page.selected()] == [before[2]]
    page.actions_of_rows["down"].trigger()
    reader.until(lambda: [row.fetch.arxiv_id for row in page.model.rows] == [before[0], before[2], before[1]])
    page.actions_of_rows["cancel"].trigger()
    reader.until(lambda: len(page.model.rows) == 2)


def test_a_download_that_is_paused_lets_the_others_by(reader: Reader, arxiv: ArxivServer) -> None:
    arxiv.faults.always(ways.silence(), Kind.PDF)
    reader.asks_for(ActionId.DOWNLOAD_PDF, *IDS)
    page = reader.downloads()
    reader.until(lambda: states(page) == [RowState.LOADING, RowState.WAITING, RowState.WAITING])
    page.list.setCurrentIndex(page.model.index(0))
    arxiv.faults.clear()
    page.actions_of_rows["pause"].trigger()
    reader.until(lambda: states(page) == [RowState.PAUSED, RowState.DONE, RowState.DONE])
    assert page.actions_of_rows["pause"].text() == "Resume"
    page.actions_of_rows["pause"].trigger()
    reader.has_pdfs(3)


def test_the_list_shows_the_paper_of_a_download(reader: Reader) -> None:
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[1])
    reader.has_pdfs(1)
    page = reader.downloads()
    reader.until(lambda: states(page) == [RowState.DONE])
    page.list.selectAll()
    page.actions_of_rows["show"].trigger()
    reader.until(lambda: reader.details().row.arxiv_id == IDS[1])
    next(button for button in page.findChildren(QPushButton) if button.text() == "Clear what is done").click()
    assert page.model.rows == []


def test_what_waits_is_taken_up_at_the_next_start(
    make: Callable[..., Shown], reader: Reader, arxiv: ArxivServer, filled: LibraryServices
) -> None:
    arxiv.faults.next(ways.silence(), kind=Kind.PDF)
    reader.asks_for(ActionId.DOWNLOAD_PDF, *IDS)
    reader.until(lambda: len(arxiv.asked(Kind.PDF)) == 1)
    reader.shown.window.contents._leave_library()
    again = Reader(make(filled), reader.settings)
    again.shown.sees(4)
    again.has_pdfs(3)


def test_another_language_lets_the_download_go_on(reader: Reader, arxiv: ArxivServer) -> None:
    arxiv.faults.next(ways.slow(1), kind=Kind.PDF)
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[1])
    reader.until(lambda: reader.fetcher.loading.progress.done > 0)
    fetcher = reader.fetcher
    reader.shown.window.contents._change_setting("language", "zh_CN")
    assert reader.fetcher is fetcher
    reader.shown.window.contents._change_setting("language", "en")
    reader.shown.sees(4)
    assert len(arxiv.asked(Kind.PDF)) == 1
    reader.select(IDS[1])
    reader.until(lambda: bool(reader.details().fetches))
    assert fetcher.loading.fetch is not None


def test_a_paper_in_the_trash_is_not_waited_for(reader: Reader, arxiv: ArxivServer) -> None:
    arxiv.faults.next(ways.silence(), kind=Kind.PDF)
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[1])
    reader.until(lambda: reader.fetcher.loading.fetch is not None)
    reader.shown.do(ActionId.TRASH)
    reader.until(lambda: reader.fetcher.loading.fetch is None)
    reader.until(lambda: reader.status() == "")


def test_at_the_limit_of_disk_space_only_what_a_person_asks_for_comes(
    reader: Reader, arxiv: ArxivServer, filled: LibraryServices, on_db: OnDb
) -> None:
    reader.settings.change(pdf_limit_mb=1)
    large = write_pdf([b"BT ET"], padding=bytes(1_000_000))
    arxiv.put_pdf(IDS[1], len(arxiv.papers[IDS[1]]), large)
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[1])
    reader.has_pdfs(1)
    on_db(lambda: filled.adding.add(filled.adding.plan(MORE), download=True))
    reader.fetcher.wake()
    reader.until(lambda: reader.status() == "The limit of disk space is reached: 1 PDF to come")
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[2])
    reader.has_pdfs(2)
    reader.settings.change(pdf_limit_mb=0)
    reader.fetcher.wake()
    reader.has_pdfs(3)
