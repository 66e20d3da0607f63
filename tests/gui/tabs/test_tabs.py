"""Papers open in tabs, which a person goes through, orders, closes and opens again."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.domain.own_link import LinkedPlace
from desktop.ui.actions import ActionId
from desktop.ui.tabs.tabs import LIBRARY
from tests.gui.shown_window import PAPERS
from tests.gui.tabs.tab_reader import FIRST, SECOND, THIRD, TabReader

Id = ActionId


def test_enter_opens_the_newest_pdf_in_a_tab(reader: TabReader) -> None:
    assert reader.tabs.bar.isHidden()
    room = reader.opens(FIRST)
    assert reader.titles() == [PAPERS[0][1]]
    assert reader.tabs.bar.isVisible()
    assert room.file is not None
    assert room.file.opened.file.version == 2
    assert room.file.view.hasFocus()


def test_a_tab_is_there_before_its_pages(reader: TabReader) -> None:
    reader.selects(FIRST)
    reader.shown.do(Id.OPEN_PDF)
    assert reader.titles() == [PAPERS[0][1]]
    assert reader.shown.desk.reading.reader is not None


def test_a_paper_that_is_open_is_brought_to_the_front(reader: TabReader) -> None:
    first = reader.opens(FIRST)
    reader.opens(SECOND)
    assert reader.opens(FIRST) is first
    assert sorted(reader.titles()) == [PAPERS[0][1], PAPERS[1][1]]


def test_a_paper_without_pdf_shows_its_details_and_offers_a_download(reader: TabReader) -> None:
    reader.selects(THIRD)
    reader.press("Return")
    reader.shown.told("This paper has no PDF yet.")
    assert list(reader.tabs) == []
    assert reader.shown.desk.room.details.isVisible()


def test_keys_go_through_the_tabs_and_around(reader: TabReader) -> None:
    reader.opens(SECOND)
    reader.opens(FIRST)
    order = [LIBRARY, *reader.tabs]
    start = order.index(reader.tabs.front)
    for key, step in (("Ctrl+Tab", 1), ("Ctrl+Tab", 2), ("Ctrl+Shift+Tab", 1), ("Ctrl+PgUp", 0), ("Ctrl+PgDown", 1)):
        reader.press(key)
        assert reader.tabs.front == order[(start + step) % len(order)]


def test_a_closed_tab_comes_back(reader: TabReader) -> None:
    reader.opens(FIRST)
    reader.press("Ctrl+W")
    assert list(reader.tabs) == []
    assert reader.tabs.front == LIBRARY
    assert reader.tabs.bar.isHidden()
    reader.press("Ctrl+Shift+T")
    reader.sees_pages()
    assert reader.titles() == [PAPERS[0][1]]


def test_the_library_is_never_closed(reader: TabReader) -> None:
    reader.shown.do(Id.CLOSE_TAB)
    assert reader.tabs.front == LIBRARY
    assert reader.shown.desk.room.isVisible()


def test_the_middle_button_and_the_cross_close_a_tab(reader: TabReader) -> None:
    bar = reader.tabs.bar
    reader.opens(FIRST)
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(1).center())
    assert list(reader.tabs) == []
    reader.opens(FIRST)
    button = bar.tabButton(1, bar.ButtonPosition.RightSide)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert list(reader.tabs) == []
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=QPoint(5, 5))
    assert reader.tabs.front == LIBRARY


def test_tabs_are_ordered_by_hand_but_the_library_stays_first(reader: TabReader) -> None:
    reader.opens(SECOND)
    reader.opens(FIRST)
    before = list(reader.tabs)
    reader.tabs.bar.moveTab(1, 2)
    assert list(reader.tabs) == before[::-1]
    reader.tabs.bar.moveTab(0, 2)
    assert list(reader.tabs) == before[::-1]
    reader.tabs.show_tab(LIBRARY)
    assert reader.shown.desk.room.isVisible()


def test_menus_follow_the_tab_in_front(reader: TabReader) -> None:
    can = reader.shown.can
    reader.selects(FIRST)
    assert can(Id.SEARCH)
    assert can(Id.TRASH)
    assert not can(Id.FIND)
    reader.opens(FIRST)
    assert can(Id.FIND)
    assert can(Id.OPEN_OUTSIDE)
    assert not any(map(can, (Id.SEARCH, Id.TRASH, Id.NEXT, Id.LARGER, Id.UNDO, Id.EDIT_COMMENT, Id.COPY_TEXT)))
    reader.press("Ctrl+Shift+F")
    assert not can(Id.FIND)
    assert not can(Id.TRASH)


def test_going_to_a_place_of_the_library_brings_it_to_the_front(reader: TabReader) -> None:
    reader.opens(FIRST)
    reader.shown.do(Id.ALL_PAPERS)
    assert reader.tabs.front == LIBRARY
    reader.press("Ctrl+Shift+F", "Ctrl+F")
    assert reader.tabs.front == LIBRARY
    assert reader.shown.desk.room.search.hasFocus()


def test_editing_opens_the_title_beside_the_pages(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    reader.press("Ctrl+E")
    reader.until(lambda: room.panels.texts.isVisible() and any(field.editing for field in room.panels.texts.texts))


def test_a_link_leads_to_a_page(reader: TabReader) -> None:
    reader.shown.window.open_paper(LinkedPlace(reader.paper(FIRST), 3))
    reader.sees_pages()
    reader.until(lambda: reader.page() == 3)
    reader.shown.window.open_paper(LinkedPlace(reader.paper(FIRST), 1))
    reader.until(lambda: reader.page() == 1)
    assert len(list(reader.tabs)) == 1


def test_a_link_to_a_paper_that_is_not_there_is_told(reader: TabReader) -> None:
    from desktop.domain.ids import PaperId

    reader.shown.window.open_paper(LinkedPlace(PaperId(4711), 3))
    reader.until(lambda: "no longer in the library" in reader.room.failed.page.text)


def test_what_is_searched_everywhere_opens_at_its_words(reader: TabReader) -> None:
    reader.shown.desk.reading.open(reader.paper(FIRST), page=2, words="Page 3")
    reader.sees_pages()
    file = reader.room.file
    assert file is not None
    reader.until(lambda: file.text.finding.find.current_hit is not None)
    hit = file.text.finding.find.current_hit
    assert hit is not None
    assert hit.page == 2
