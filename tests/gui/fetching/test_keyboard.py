"""Buttons that go once they were pressed leave the keyboard to the list of papers."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.adding import AddResult
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.downloads.downloads_page import DownloadsPage
from desktop.ui.fetching.row_state import RowState
from tests.arxiv_server import faults as ways
from tests.arxiv_server.answers import Kind
from tests.arxiv_server.server import ArxivServer
from tests.gui.conftest import OnLane
from tests.gui.fetching.reader import IDS, Reader, states

NAMED = "2302.99999"
"""Not known to the archive, either; nothing but this id is known of the paper."""
Press = Callable[[QPushButton], None]


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def by_key(button: QPushButton) -> None:
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Space)


def button(words: str, where: QWidget) -> QPushButton:
    return next(button for button in where.findChildren(QPushButton) if button.text() == words)


def goes_to_downloads(reader: Reader) -> DownloadsPage:
    """Offscreen there is no window manager to bring the list to the front."""
    page = reader.downloads()
    reader.until(page.list.isVisible)
    page.window().activateWindow()
    page.list.setFocus()
    reader.until(page.list.hasFocus)
    return page


def goes_on_with_keys(reader: Reader) -> None:
    """The next key goes to another paper; nothing of it is typed into this one."""
    table = reader.shown.desk.room.table
    reader.until(table.hasFocus)
    row = table.currentIndex().row()
    QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_K if row else Qt.Key.Key_J)
    assert table.currentIndex().row() != row
    assert not any(section.field.editing for section in reader.page.texts.sections.values())


@pytest.mark.parametrize("press", [click, by_key])
@pytest.mark.parametrize("words", ["Show v2 here", "Not now"])
def test_after_a_new_version_was_answered_keys_go_through_the_papers(reader: Reader, words: str, press: Press) -> None:
    reader.asks_for(ActionId.CHECK_VERSIONS, IDS[0])
    section = reader.page.arxiv.new_version
    reader.until(section.isVisible)
    press(button(words, section))
    reader.until(lambda: not section.isVisible())
    goes_on_with_keys(reader)


@pytest.mark.parametrize("words", ["Dismiss", "Try again"])
def test_after_a_failure_was_answered_keys_go_through_the_papers(
    reader: Reader, filled: LibraryServices, on_db: OnLane[AddResult], words: str
) -> None:
    result = on_db(lambda: filled.adding.add(filled.adding.plan(NAMED), download=False))
    reader.shown.desk.events.announce(result.changes)
    reader.shown.sees(5)
    reader.select(NAMED)
    lines = reader.page.arxiv.fetches
    reader.until(lambda: words in [shown.text() for shown in lines.findChildren(QPushButton) if shown.isVisible()])
    click(button(words, lines))
    goes_on_with_keys(reader)


def test_after_a_message_was_answered_keys_go_through_the_papers(reader: Reader) -> None:
    reader.select(IDS[1])
    reader.shown.window.toast.show_message("Done.", "Undo", lambda: None)
    click(button("Undo", reader.shown.window.toast))
    goes_on_with_keys(reader)


def test_one_download_after_the_other_is_cancelled_by_its_key(reader: Reader) -> None:
    reader.fetcher.pause_all(True)
    reader.asks_for(ActionId.DOWNLOAD_PDF, *IDS)
    page = goes_to_downloads(reader)
    reader.until(lambda: page.model.rowCount() == len(IDS))
    page.list.selectRow(1)
    last = page.model.rows[2].key
    QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Delete)
    reader.until(lambda: [row.key for row in page.selected()] == [last])
    QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Delete)
    reader.until(lambda: page.selected() == list(page.model.rows[:1]) and page.model.rowCount() == 1)
    QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Delete)
    reader.until(lambda: page.model.rowCount() == 0)


def test_what_failed_is_dismissed_in_the_list_of_downloads(reader: Reader, arxiv: ArxivServer) -> None:
    arxiv.faults.always(ways.status(404), Kind.PDF)
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[0])
    reader.until(lambda: reader.status() == "1 failed")
    page = goes_to_downloads(reader)
    reader.until(lambda: states(page) == [RowState.FAILED])
    page.list.selectRow(0)
    assert page.actions_of_rows["cancel"].text() == "Dismiss"
    QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Delete)
    reader.until(lambda: states(page) == [])
