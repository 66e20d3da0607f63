"""The search box: every key searches, nothing typed is in the way of Enter, earlier searches come back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCompleter
from pytestqt.qtbot import QtBot

from desktop.domain.query import FIELDS
from desktop.ui.library.field_words import choice_words, field_words
from desktop.ui.library.search_box import SearchBox
from desktop.ui.library.search_suggestions import HISTORY, remembered, suggestions


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    box = SearchBox()
    qtbot.addWidget(box)
    box.show()
    return box


def sent(box: SearchBox) -> list[tuple[str, bool]]:
    queries: list[tuple[str, bool]] = []
    box.query_changed.connect(lambda text, typing: queries.append((text, typing)))
    return queries


def test_every_key_searches(box: SearchBox) -> None:
    queries = sent(box)
    QTest.keyClicks(box, "zeta")
    assert queries == [("z", True), ("ze", True), ("zet", True), ("zeta", True)]


def test_escape_clears(box: SearchBox) -> None:
    QTest.keyClicks(box, "zeta")
    queries = sent(box)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert queries == [("", False)]


def test_a_search_that_is_set_is_not_sent(box: SearchBox) -> None:
    queries = sent(box)
    box.set_query("attention")
    assert box.text() == "attention"
    assert queries == []


def test_enter_searches_and_goes_to_the_results(box: SearchBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "author")
    queries = sent(box)
    with qtbot.waitSignal(box.results_wanted):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert queries == [("author", False)]
    assert box.history() == ["author"]


def popup_of(box: SearchBox) -> QAbstractItemView:
    completer = box.findChild(QCompleter)
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    return popup


def popup_labels(box: SearchBox) -> list[str]:
    popup = popup_of(box)
    if not popup.isVisible():
        return []
    model = popup.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_field_is_offered_by_its_beginning_and_inserted(box: SearchBox) -> None:
    QTest.keyClicks(box, "attention -au")
    assert popup_labels(box) == ["author:"]
    popup = popup_of(box)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    queries = sent(box)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert box.text() == "attention -author:"
    assert queries == [("attention -author:", False)]


def test_down_in_an_empty_box_offers_earlier_searches_and_all_fields(box: SearchBox) -> None:
    box.set_history(["注意力", "fourier"])
    QTest.keyClick(box, Qt.Key.Key_Down)
    labels = popup_labels(box)
    assert labels[:2] == ["注意力", "fourier"]
    assert labels[2:] == [f"{field.name}:" for field in FIELDS]


def test_every_field_and_choice_is_explained() -> None:
    assert [field.name for field in FIELDS if not field_words(field.name)] == []
    choices = [(field.name, choice) for field in FIELDS for choice in field.choices]
    assert [choice for choice in choices if not choice_words(*choice)] == []


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ti", ["title:"]),
        ("标", ["标题:", "标注:", "标签:"]),
        ("(ye", ["(year:"]),
        ("has:p", ["has:pdf "]),
        ("has:pdf", []),
        ("xyz", []),
        ("title:att", []),
        ("title:a ", []),
    ],
)
def test_what_is_offered_follows_the_last_word(typed: str, offered: list[str]) -> None:
    assert [suggestion.text for suggestion in suggestions(typed, [])] == offered


def test_the_history_is_short_and_holds_each_search_once() -> None:
    history: list[str] = []
    for number in range(30):
        history = remembered(history, f"query {number}")
    history = remembered(history, "query 20")
    assert len(history) == HISTORY
    assert history[:2] == ["query 20", "query 29"]
    assert remembered(history, "a") == history
