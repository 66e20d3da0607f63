"""Pages for people who hear them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible

from tests.gui.reader.pages.conftest import ShowPages
from tests.gui.reader.pages.shown_pages import ShownPages


@pytest.fixture
def heard(show_pages: ShowPages) -> Iterator[ShownPages]:
    QAccessible.setActive(True)
    yield show_pages()
    QAccessible.setActive(False)


def text_of(shown: ShownPages) -> str:
    interface = QAccessible.queryAccessibleInterface(shown.view)
    text = interface.textInterface()
    return text.text(0, text.characterCount())


def test_the_view_is_a_document_with_the_text_of_the_page_that_is_read(heard: ShownPages) -> None:
    interface = QAccessible.queryAccessibleInterface(heard.view)
    assert interface.role() is QAccessible.Role.Document
    heard.qtbot.waitUntil(lambda: text_of(heard) == "This is page 1")
    assert interface.text(QAccessible.Text.Name) == "Page 1 of 5"
    assert interface.text(QAccessible.Text.Value) == "This is page 1"


def test_another_page_brings_its_own_text(heard: ShownPages) -> None:
    heard.view.go_to_page(3)
    heard.qtbot.waitUntil(lambda: text_of(heard) == "This is page 4")
    assert QAccessible.queryAccessibleInterface(heard.view).text(QAccessible.Text.Name) == "Page 4 of 5"


def test_a_character_is_where_it_is_painted(heard: ShownPages) -> None:
    heard.qtbot.waitUntil(lambda: text_of(heard) == "This is page 1")
    text = QAccessible.queryAccessibleInterface(heard.view).textInterface()
    place = text.characterRect(0)
    corner = heard.view.viewport().mapToGlobal(QPoint(0, 0))
    line = heard.view.rect_on_view(0, (200, 270, 300, 300)).toAlignedRect()
    assert QRect(line.translated(corner)).contains(place)
    assert text.offsetAtPoint(text.characterRect(5).center()) == 5


def test_reading_aloud_scrolls_to_what_is_read(heard: ShownPages) -> None:
    heard.qtbot.waitUntil(lambda: text_of(heard) == "This is page 1")
    heard.view.resize(600, 150)
    text = QAccessible.queryAccessibleInterface(heard.view).textInterface()
    text.setCursorPosition(3)
    assert text.cursorPosition() == 3
    assert heard.view.viewport().rect().contains(heard.view.rect_on_view(0, (200, 285, 260, 292)).toRect())
