"""Digests by date in the whole window."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Place
from desktop.domain.progress import Job
from desktop.domain.timeline import TimelineDigest, TimelineMonth
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.timeline.timeline_page import TimelinePage
from tests.gui.digest_files import digest_bytes
from tests.gui.shown_window import Shown

OnDb = Callable[[Callable[[], object]], object]
NAMES = ("cs.CV-2024-03-01.md", "cs.LG-2024-03-15.md", "cs.CV-2024-05-02.md", "q-fin-2023-12-31.md")


@pytest.fixture
def shown(make: Callable[..., Shown], services: LibraryServices, on_db: OnDb) -> Shown:
    """Over four digests of two papers each, one of which all have."""

    def fill() -> bool:
        shared = ("2401.00001", "Attention in models", "模型中的注意力")
        texts = [
            (name, digest_bytes((shared, (f"2401.0001{number}", f"Paper {number}", f"第{number}篇"))))
            for number, name in enumerate(NAMES)
        ]
        services.importing.apply(services.importing.plan_texts(texts, ImportOptions(), Job()), Job())
        return True

    on_db(fill)
    window = make(services)
    window.sees(5)
    return window


@pytest.fixture
def page(shown: Shown) -> TimelinePage:
    return opened(shown, 7)


def opened(shown: Shown, rows: int) -> TimelinePage:
    shown.do(ActionId.TIMELINE)
    page = shown.desk.pages.timeline.page
    assert page is not None
    shown.qtbot.waitUntil(lambda: page.model.rowCount() == rows, timeout=20_000)
    return page


def rows(page: TimelinePage) -> list[str]:
    found = [page.model.row(page.model.index(row, 0)) for row in range(page.model.rowCount())]
    return [row.name if isinstance(row, TimelineDigest) else str(row.first) for row in found]


def current(page: TimelinePage) -> str:
    row = page.model.row(page.list.currentIndex())
    return row.name if isinstance(row, TimelineDigest) else ""


def test_digests_stand_below_their_months_the_newest_first(page: TimelinePage) -> None:
    assert rows(page) == ["2024-05-01", NAMES[2], "2024-03-01", NAMES[1], NAMES[0], "2023-12-01", NAMES[3]]
    assert page.model.index(0, 0).data() == "May 2024: 1 digest, 2 papers"
    assert "1 new, 1 known before" in page.model.index(1, 0).data()


def test_enter_opens_a_digest_in_the_list(page: TimelinePage, shown: Shown) -> None:
    shown.qtbot.waitUntil(page.filter.hasFocus)
    QTest.keyClick(page.filter, Qt.Key.Key_Down)
    assert current(page) == NAMES[2]
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert shown.desk.reading.tabs.front == "library"
    shown.sees(2)
    assert shown.desk.room.listing.place is Place.DIGEST
    opened_digest = next(digest for digest in shown.counts().digests if digest.id == shown.desk.room.listing.item)
    assert opened_digest.name == NAMES[1]


def test_a_click_opens_a_digest(page: TimelinePage, shown: Shown) -> None:
    place = page.list.visualRect(page.model.index(1, 0)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.desk.reading.tabs.front == "library"
    shown.sees(2)


def test_a_month_is_not_opened(page: TimelinePage, shown: Shown) -> None:
    place = page.list.visualRect(page.model.index(0, 0)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.desk.reading.tabs.front == "timeline"


def test_left_and_right_go_from_month_to_month(page: TimelinePage) -> None:
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Right)
    assert current(page) == NAMES[1]
    QTest.keyClick(page.list, Qt.Key.Key_Right)
    assert current(page) == NAMES[3]
    QTest.keyClick(page.list, Qt.Key.Key_Left)
    assert current(page) == NAMES[1]


def test_the_strip_jumps_over_empty_months(page: TimelinePage) -> None:
    chosen: list[TimelineMonth] = []
    page.strip.chosen.connect(chosen.append)
    page.strip.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(page.strip, key)
    assert [month.first for month in chosen] == [
        date(2023, 12, 1), date(2024, 3, 1), date(2024, 5, 1), date(2024, 3, 1)
    ]  # fmt: skip
    assert current(page) == NAMES[1]
    assert page.strip.accessibleDescription() == "March 2024, 2 digests, 4 papers"


def test_a_click_on_the_strip_goes_there(page: TimelinePage) -> None:
    QTest.mouseClick(page.strip, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert current(page) == NAMES[3]


def test_the_filter_leaves_what_is_called_so(page: TimelinePage) -> None:
    page.filter.setText("cs.cv")
    assert rows(page) == ["2024-05-01", NAMES[2], "2024-03-01", NAMES[0]]
    page.filter.setText("nothing")
    assert page.empty.text == "No digest is called so."
    page.empty.acted.emit()
    assert len(rows(page)) == 7


def test_esc_clears_the_filter_then_leaves(page: TimelinePage, shown: Shown) -> None:
    page.filter.setText("cs.cv")
    QTest.keyClick(page.filter, Qt.Key.Key_Escape)
    assert page.filter.text() == ""
    QTest.keyClick(page.filter, Qt.Key.Key_Escape)
    assert shown.desk.reading.tabs.front == "library"


def test_the_digest_that_was_chosen_stays_so_when_the_library_changes(page: TimelinePage, shown: Shown) -> None:
    page.list.go_to_row(page.model.row_of_month(page._months[1]) + 1)
    shown.desk.papers.trash(shown.desk.room.shown[:1])
    shown.qtbot.waitUntil(lambda: any("1 paper," in row for row in words(page)), timeout=20_000)
    assert current(page) == NAMES[1]


def words(page: TimelinePage) -> list[str]:
    return [str(page.model.index(row, 0).data()) for row in range(page.model.rowCount())]


def test_an_empty_library_says_what_to_do(make: Callable[..., Shown], services: LibraryServices) -> None:
    shown = make(services)
    page = opened(shown, 0)
    shown.qtbot.waitUntil(lambda: "No digest yet" in page.empty.text, timeout=20_000)
