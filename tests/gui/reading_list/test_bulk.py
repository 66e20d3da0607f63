"""Keys work on thousands of papers as on one: one step, told with its number, taken back as one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Listing, PaperList, Place
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui import wording
from desktop.ui.actions import ActionId
from desktop.ui.labels.tag_popup import TagPopup
from tests.gui.digest_files import digest_bytes
from tests.gui.shown_window import Shown

OnDb = Callable[[Callable[[], object]], object]


@pytest.fixture
def many(full_run: bool) -> int:
    return 5_000 if full_run else 500


@pytest.fixture
def shown(make: Callable[..., Shown], services: LibraryServices, on_db: OnDb, many: int) -> Shown:
    papers = tuple((f"2401.{number:05}", f"Paper {number}", f"第{number}篇") for number in range(1, many + 1))

    def fill() -> bool:
        plan = services.importing.plan_texts([("many.md", digest_bytes(papers))], ImportOptions(), Job())
        services.importing.apply(plan, Job())
        return True

    on_db(fill)
    shown = make(services)
    shown.sees(many)
    shown.do(ActionId.SELECT_ALL)
    shown.qtbot.waitUntil(lambda: len(shown.desk.room.selected) == many)
    shown.desk.room.table.setFocus()
    return shown


def listed(services: LibraryServices, on_db: OnDb, listing: Listing) -> int:
    found = on_db(lambda: services.browse.list_papers(listing))
    assert isinstance(found, PaperList)
    return len(found.ids)


def test_all_papers_get_a_status_in_one_step(shown: Shown, services: LibraryServices, on_db: OnDb, many: int) -> None:
    QTest.keySequence(shown.desk.room.table, "Q")
    shown.told(f"Queued {wording.papers(many)}.")
    assert listed(services, on_db, Listing(Place.QUEUE)) == many
    QTest.keySequence(shown.desk.room.table, "Ctrl+Z")
    shown.told(f"Taken back: {wording.papers(many)} queued.")
    assert listed(services, on_db, Listing(Place.INBOX)) == many


def test_all_papers_get_a_tag_in_one_step(shown: Shown, services: LibraryServices, on_db: OnDb, many: int) -> None:
    QTest.keySequence(shown.desk.room.table, "T")
    (popup,) = shown.window.findChildren(TagPopup)
    QTest.keyClicks(popup.field, "vision")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    shown.told(f"Tagged {wording.papers(many)} “vision”.")
    assert listed(services, on_db, Listing(query="tag:vision", typing=False)) == many
    shown.do(ActionId.UNDO)
    shown.told(f"Taken back: tag “vision” on {wording.papers(many)}.")
    assert listed(services, on_db, Listing(query="tag:vision", typing=False)) == 0
