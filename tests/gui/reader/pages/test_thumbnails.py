"""The panel of small pages."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from desktop.ui.reader.pages.thumbnails import Thumbnails
from tests.gui.reader.pages.conftest import ShowPages
from tests.gui.reader.pages.shown_pages import SECONDS, ShownPages


def panel_of(shown: ShownPages) -> Thumbnails:
    panel = Thumbnails(shown.document, shown.view, shown.view.go_to_page)
    shown.qtbot.addWidget(panel)
    panel.resize(180, 500)
    panel.show()
    return panel


def index_of(panel: Thumbnails, page: int) -> QModelIndex:
    return panel.model().index(page, 0)


def test_only_pages_that_are_seen_are_drawn(show_pages: ShowPages) -> None:
    shown = show_pages(30)
    panel = panel_of(shown)
    shown.qtbot.waitUntil(lambda: panel.picture(0) is not None, timeout=SECONDS)
    shown.until_idle()
    assert panel.picture(29) is None
    panel.scrollToBottom()
    shown.qtbot.waitUntil(lambda: panel.picture(29) is not None, timeout=SECONDS)


def test_a_picture_is_as_large_as_its_place(show_pages: ShowPages) -> None:
    shown = show_pages(2)
    panel = panel_of(shown)
    shown.qtbot.waitUntil(lambda: panel.picture(0) is not None, timeout=SECONDS)
    picture = panel.picture(0)
    assert picture is not None
    assert abs(picture.image.width() - 128) <= 1


def test_the_page_that_is_read_is_marked(show_pages: ShowPages) -> None:
    shown = show_pages(9)
    panel = panel_of(shown)
    shown.view.go_to_page(7)
    assert panel.currentIndex().row() == 7


def test_enter_and_a_click_show_the_page(show_pages: ShowPages) -> None:
    shown = show_pages(9)
    panel = panel_of(shown)
    QTest.keyClick(panel, Qt.Key.Key_Down)
    QTest.keyClick(panel, Qt.Key.Key_Return)
    assert shown.view.current_page == 1
    panel.scrollTo(index_of(panel, 0))
    middle = panel.visualRect(index_of(panel, 0)).center()
    QTest.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert shown.view.current_page == 0


def test_pages_are_named_for_screen_readers(show_pages: ShowPages) -> None:
    panel = panel_of(show_pages(3))
    assert index_of(panel, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "Page 3"
    assert panel.accessibleName() == "Thumbnails"


def test_a_hidden_panel_asks_for_nothing(show_pages: ShowPages) -> None:
    shown = show_pages(3)
    panel = Thumbnails(shown.document, shown.view, shown.view.go_to_page)
    shown.qtbot.addWidget(panel)
    panel.resize(180, 500)
    shown.view.go_to_page(2)
    shown.until_idle()
    assert panel.picture(0) is None
