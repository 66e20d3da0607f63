"""The search box offers names of the library, and tells which of those that were typed find nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.changes import Changes
from desktop.domain.ids import SearchId
from desktop.domain.listing import Listing, Place
from desktop.services.library import LibraryServices
from desktop.ui.events import LibraryEvents
from desktop.ui.library.search_box import SearchBox
from desktop.ui.library.search_names import SearchNames
from desktop.ui.tasks import TaskRunner
from tests.gui.conftest import OnLane
from tests.gui.library.test_search_box import popup_labels, popup_of

SEARCHES = {"ml": "vision", "machine learning": "deep", 'the "best"': "tag:a"}


class Desk:
    """A box with a library behind it."""

    def __init__(self, services: LibraryServices, tasks: TaskRunner, on_db: OnLane[Changes]) -> None:
        self.box = SearchBox()
        self.events = LibraryEvents(self.box)
        self.names = SearchNames(services, tasks, self.events, self.box)
        self.services = services
        self.on_db = on_db
        self.box.query_changed.connect(self._check)
        for name, query in SEARCHES.items():
            self.save(name, query)

    def _check(self, text: str, typing: bool) -> None:
        self.names.check(Listing(query=text, typing=typing))

    def save(self, name: str, query: str) -> None:
        self.events.changed.emit(self.on_db(lambda: self.services.labels.save_search(name, query)))


@pytest.fixture
def desk(qtbot: QtBot, services: LibraryServices, tasks: TaskRunner, on_db: OnLane[Changes]) -> Desk:
    desk = Desk(services, tasks, on_db)
    qtbot.addWidget(desk.box)
    desk.box.show()
    return desk


def test_names_are_offered_behind_the_colon_of_their_field(qtbot: QtBot, desk: Desk) -> None:
    QTest.keyClicks(desk.box, "deep search:")
    qtbot.waitUntil(lambda: popup_labels(desk.box) == ["machine learning", "ml", 'the "best"'])
    QTest.keyClicks(desk.box, "ma")
    qtbot.waitUntil(lambda: popup_labels(desk.box) == ["machine learning"])


@pytest.mark.parametrize("typed", ["-search:be", '-search:"the ""be'])
def test_a_chosen_name_stands_in_quotes_where_it_needs_them(qtbot: QtBot, desk: Desk, typed: str) -> None:
    QTest.keyClicks(desk.box, typed)
    qtbot.waitUntil(lambda: popup_labels(desk.box) == ['the "best"'])
    QTest.keyClick(popup_of(desk.box), Qt.Key.Key_Down)
    QTest.keyClick(popup_of(desk.box), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.box.text() == '-search:"the ""best""" '


def test_choosing_a_field_of_names_offers_the_names(qtbot: QtBot, desk: Desk) -> None:
    QTest.keyClicks(desk.box, "sear")
    qtbot.waitUntil(lambda: popup_labels(desk.box) == ["search:"])
    QTest.keyClick(popup_of(desk.box), Qt.Key.Key_Down)
    QTest.keyClick(popup_of(desk.box), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: popup_labels(desk.box) == ["machine learning", "ml", 'the "best"'])


def test_names_come_too_late_after_enter(qtbot: QtBot, desk: Desk) -> None:
    QTest.keyClicks(desk.box, "search:m")
    QTest.keyClick(desk.box, Qt.Key.Key_Return)
    desk.on_db(Changes)
    assert popup_labels(desk.box) == []


def test_a_name_that_is_not_there_is_told_and_no_longer_once_it_is(qtbot: QtBot, desk: Desk) -> None:
    desk.box.look_for('search:ml search:"to read"')
    qtbot.waitUntil(lambda: desk.box.hint == "There is no saved search “to read”.")
    assert desk.box.accessibleDescription() == desk.box.hint
    desk.save("To read", "deep")
    qtbot.waitUntil(lambda: desk.box.hint == "")


def test_a_name_is_not_missed_while_it_is_typed(desk: Desk) -> None:
    QTest.keyClicks(desk.box, "tag:m")
    desk.on_db(Changes)
    assert desk.box.hint == ""
    QTest.keyClicks(desk.box, " ")
    desk.on_db(Changes)
    assert desk.box.hint == "There is no tag “m”."


def test_a_saved_search_that_goes_round_in_a_circle_is_told(qtbot: QtBot, desk: Desk) -> None:
    desk.save("round", "search:round")
    desk.names.check(Listing(Place.SEARCH, SearchId(4)))
    qtbot.waitUntil(lambda: "“round” refers to itself" in desk.box.hint)
    assert [action.isVisible() for action in desk.box.actions()] == [True, False, False]  # no words, no warning
    desk.names.check(Listing())
    assert desk.box.hint == ""
