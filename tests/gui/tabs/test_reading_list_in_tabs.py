"""How far a person is with a paper is said by keys in the reader, too; opening it says that it is being read."""

import pytest
from PySide6.QtTest import QTest

from desktop.domain.paper import PaperRow
from desktop.domain.reading_list import Status
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.tabs.tabs import LIBRARY
from tests.gui.tabs.conftest import OnDb
from tests.gui.tabs.tab_reader import FIRST, SECOND, THIRD, TabReader


class Rows:
    def __init__(self, reader: TabReader, services: LibraryServices, on_db: OnDb) -> None:
        self._reader = reader
        self._services = services
        self._on_db = on_db

    def __getitem__(self, arxiv_id: str) -> PaperRow:
        paper = self._reader.paper(arxiv_id)
        rows: list[PaperRow] = self._on_db(lambda: self._services.browse.rows([paper]))  # type: ignore[assignment]
        return rows[0]


@pytest.fixture
def rows(reader: TabReader, filled: LibraryServices, on_db: OnDb) -> Rows:
    return Rows(reader, filled, on_db)


def test_a_paper_that_is_opened_is_being_read_and_stays_so_when_it_is_closed(reader: TabReader, rows: Rows) -> None:
    reader.opens(FIRST)
    assert rows[FIRST].status is Status.READING
    reader.press("Ctrl+W")
    assert rows[FIRST].status is Status.READING


@pytest.mark.parametrize(
    ("key", "status"),
    [("Q", Status.QUEUED), ("M", Status.READ), ("E", Status.ARCHIVED), ("I", Status.INBOX)],
)
def test_a_key_in_the_reader_is_about_the_paper_in_front(
    reader: TabReader, rows: Rows, key: str, status: Status
) -> None:
    reader.selects(SECOND)
    reader.opens(FIRST)
    page = reader.page()
    reader.press(key)
    reader.until(lambda: rows[FIRST].status is status)
    assert rows[SECOND].status is Status.INBOX
    assert reader.page() == page


def test_s_stars_the_paper_in_front(reader: TabReader, rows: Rows) -> None:
    reader.opens(FIRST)
    reader.press("S")
    reader.until(lambda: rows[FIRST].starred)


def test_letters_of_a_note_are_no_keys(reader: TabReader, rows: Rows) -> None:
    reader.opens(FIRST)
    reader.press("F7")
    note = reader.room.panels.texts.note
    reader.until(lambda: note.isVisible() and not note.isReadOnly())
    note.setFocus()
    QTest.keyClicks(note, "qemirs")
    assert note.toPlainText() == "qemirs"
    row = rows[FIRST]
    assert (row.status, row.starred) == (Status.READING, False)


def test_closing_a_paper_on_its_last_page_offers_to_mark_it_as_read(reader: TabReader, rows: Rows) -> None:
    reader.opens(FIRST)
    reader.goes_to("6")
    reader.until(lambda: reader.page() == 5)
    reader.press("Ctrl+W")
    reader.shown.told("Closed on its last page.")
    reader.press_button("Mark as read", reader.shown.window.toast)
    reader.until(lambda: rows[FIRST].status is Status.READ)


def test_closing_a_paper_elsewhere_offers_nothing(reader: TabReader, rows: Rows) -> None:
    reader.opens(FIRST)
    reader.press("Ctrl+W")
    assert rows[FIRST].status is Status.READING
    assert reader.shown.window.toast.text == ""


def test_read_next_opens_the_first_paper_of_the_queue_which_leaves_it(reader: TabReader, rows: Rows) -> None:
    for arxiv_id in (SECOND, FIRST, THIRD):
        reader.selects(arxiv_id)
        reader.press("Q")
        reader.until(lambda arxiv_id=arxiv_id: rows[arxiv_id].status is Status.QUEUED)  # type: ignore[misc]
    reader.shown.do(ActionId.READ_NEXT)
    reader.sees_pages()
    assert rows[SECOND].status is Status.READING
    reader.shown.do(ActionId.READ_NEXT)
    reader.until(lambda: rows[FIRST].status is Status.READING)
    reader.tabs.show_tab(LIBRARY)
    assert rows[THIRD].status is Status.QUEUED
