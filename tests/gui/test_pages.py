"""Pages in tabs and popups over the list: all that takes the keyboard has a name, and Esc leads back to the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.actions import ActionId
from desktop.ui.labels.popup import Popup
from desktop.ui.tabs.tabs import LIBRARY
from tests.gui.shown_window import Shown

PAGES = ("BACKUPS", "CHECK_LIBRARY", "DUPLICATES", "MERGE", "STATISTICS", "TIMELINE", "TRIAGE")
POPUPS = ("TAGS", "COLLECT", "DUE")


@pytest.fixture
def shown(shown: Shown) -> Shown:
    shown.do(ActionId.SELECT_ALL)
    shown.qtbot.waitUntil(lambda: shown.can(ActionId.MERGE) and shown.can(ActionId.TAGS))
    shown.desk.room.table.setFocus()
    return shown


def nameless(place: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in [place, *place.findChildren(QWidget)]
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]


def focused(shown: Shown) -> QWidget:
    return QApplication.focusWidget() or shown.window


def opened(shown: Shown, name: str) -> QWidget:
    tabs = shown.desk.reading.tabs
    shown.do(ActionId[name])
    shown.qtbot.waitUntil(lambda: tabs.front != LIBRARY)
    page = tabs.page(tabs.front)
    assert page is not None
    shown.qtbot.waitUntil(lambda: page.isAncestorOf(focused(shown)) or page.hasFocus())
    return page


@pytest.mark.parametrize("name", PAGES)
def test_esc_leads_from_a_page_back_to_the_list(shown: Shown, name: str) -> None:
    opened(shown, name)
    QTest.keyClick(focused(shown), Qt.Key.Key_Escape)
    shown.qtbot.waitUntil(lambda: shown.desk.reading.tabs.front == LIBRARY)
    assert shown.desk.room.table.hasFocus()


@pytest.mark.parametrize("name", PAGES)
def test_the_status_bar_does_not_count_a_list_that_a_page_hides(shown: Shown, name: str) -> None:
    status = shown.window.contents.status
    shown.qtbot.waitUntil(lambda: status.text == "4 papers, 4 selected")
    opened(shown, name)
    assert status.text == ""
    QTest.keyClick(focused(shown), Qt.Key.Key_Escape)
    shown.qtbot.waitUntil(lambda: status.text == "4 papers, 4 selected")


@pytest.mark.parametrize("name", PAGES)
def test_all_of_a_page_that_takes_the_keyboard_has_a_name(shown: Shown, name: str) -> None:
    page = opened(shown, name)
    assert nameless(page) == []


@pytest.mark.parametrize("name", POPUPS)
def test_esc_leads_from_a_popup_back_to_the_list(shown: Shown, name: str) -> None:
    shown.do(ActionId[name])
    (popup,) = shown.window.findChildren(Popup)
    assert nameless(popup) == []
    QTest.keyClick(focused(shown), Qt.Key.Key_Escape)
    shown.qtbot.waitUntil(lambda: not shown.window.findChildren(Popup))
    assert shown.desk.room.table.hasFocus()
