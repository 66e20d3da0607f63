"""Searching everything in the whole window: from any tab to a place in a PDF and back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from desktop.domain.passage import Scope
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui import window_indexing
from desktop.ui.actions import ActionId
from desktop.ui.passages.passages_page import PassagesPage
from desktop.ui.preferences.library_page import LibraryPage
from tests.gui.shown_window import Shown
from tests.unit.services.indexed_library import printed, put_pdf

Make = Callable[..., Shown]
OnDb = Callable[[Callable[[], object]], object]


@pytest.fixture
def window(make: Make, services: LibraryServices, on_db: OnDb, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """Over a library of one paper whose PDF is read at once."""
    monkeypatch.setattr(window_indexing, "_BEGIN_AFTER_MS", 0)
    services.indexing.on_battery = lambda: False
    on_db(lambda: put_pdf(services, printed("nothing", "gradient descent"), "Deep nets"))
    shown = make(services)
    shown.sees(1)
    return shown


def search(shown: Shown) -> PassagesPage:
    shown.do(ActionId.SEARCH_EVERYTHING)
    page = shown.desk.reading.tabs.page("search")
    assert isinstance(page, PassagesPage)
    return page


def found(shown: Shown, page: PassagesPage, rows: int) -> None:
    shown.qtbot.waitUntil(lambda: page.model.rowCount() == rows, timeout=20_000)


def test_a_place_found_is_opened_in_a_tab_of_its_paper(window: Shown) -> None:
    page = search(window)
    assert page.isVisible()
    window.qtbot.waitUntil(page.box.hasFocus)
    page.box.look_for("descent")
    found(window, page, 2)
    QTest.keyClick(page.box, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    tabs = window.desk.reading.tabs
    window.qtbot.waitUntil(lambda: window.desk.reading.reader is not None)
    window.do(ActionId.SEARCH_EVERYTHING)
    assert tabs.front == "search"
    assert page.box.text() == "descent"


def test_a_selection_is_searched_for_as_it_stands(window: Shown) -> None:
    window.desk.searching.look_for('gradient "descent')
    page = window.desk.reading.tabs.page("search")
    assert isinstance(page, PassagesPage)
    assert page.box.text() == '"gradient descent"'
    found(window, page, 2)


def test_esc_leads_back_to_the_library(window: Shown) -> None:
    page = search(window)
    QTest.keyClick(page.box, Qt.Key.Key_Escape)
    assert window.desk.reading.tabs.front == "library"


def test_reading_is_paused_in_the_settings(window: Shown, settings: SettingsFile) -> None:
    settings_page = LibraryPage(settings.values, Path("/nowhere"))
    window.qtbot.addWidget(settings_page)
    settings_page.changed.connect(window.window.contents.dialogs.setting_changed)
    box = settings_page.findChild(QComboBox, "index_pdfs")
    assert box is not None
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert settings.values.index_pdfs == "paused"


def test_the_page_comes_back_after_the_window_was_made_anew(window: Shown) -> None:
    search(window)
    window.window.contents.dialogs.setting_changed.emit("scale", 125)
    page = search(window)
    page.show_query("gradient", Scope.PDFS)
    found(window, page, 2)
