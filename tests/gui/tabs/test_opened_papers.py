"""A paper that a person opens is being read from then on; where a person puts it after that, it stays."""

from desktop.domain.listing import Place
from desktop.domain.reading_list import Status
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from tests.gui.tabs.conftest import OnDb
from tests.gui.tabs.tab_reader import FIRST, SECOND, TabReader


def status(reader: TabReader, filled: LibraryServices, on_db: OnDb, arxiv_id: str) -> object:
    paper = reader.paper(arxiv_id)
    return on_db(lambda: filled.browse.rows([paper])[0].status)


def test_opening_takes_a_paper_out_of_the_inbox(reader: TabReader, filled: LibraryServices, on_db: OnDb) -> None:
    paper = reader.paper(FIRST)
    before = on_db(filled.undo.state)
    reader.opens(FIRST)
    assert status(reader, filled, on_db, FIRST) is Status.READING
    assert status(reader, filled, on_db, SECOND) is Status.INBOX
    assert on_db(filled.undo.state) == before
    reader.shown.desk.room.go_to(Place.READING)
    reader.until(lambda: list(reader.shown.desk.room.shown) == [paper])


def test_what_a_person_queues_in_the_reader_stays_queued(
    reader: TabReader, filled: LibraryServices, on_db: OnDb
) -> None:
    reader.opens(FIRST)
    reader.shown.do(ActionId.STATUS_QUEUED)
    reader.press("PgDown")
    reader.shown.do(ActionId.CLOSE_TAB)
    assert status(reader, filled, on_db, FIRST) is Status.QUEUED
