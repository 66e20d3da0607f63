"""Comments: saved while one types, one step of undo, never lost."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.domain.mark import MarkChange, MarkStep
from desktop.ui.action import ActionId
from desktop.ui.reader.marks import plain_editor
from desktop.ui.reader.marks.color_dots import ColorDot
from desktop.ui.reader.marks.mark_making import edited
from desktop.ui.reader.marks.unstored_dialog import UnstoredDialog
from tests.gui.reader.marks.marker import Marker


def comments(marker: Marker) -> list[str]:
    return [mark.comment for mark in marker.stored]


def test_return_opens_the_comment_and_what_is_typed_is_stored_while_one_types(marker: Marker) -> None:
    marker.highlight("weighs", "word")
    marker.act(ActionId.EDIT_COMMENT)
    marker.type("First words")
    marker.sees(lambda: marker.mark.comment == "First words")
    assert marker.popup.isVisible()
    assert comments(marker) == ["First words"]


def test_typing_without_a_pause_is_stored_all_the_same(marker: Marker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_editor, "LATEST_SAVE_MS", 100)
    monkeypatch.setattr(plain_editor, "AUTOSAVE_MS", 60_000)
    marker.highlight("weighs", "word")
    marker.act(ActionId.EDIT_COMMENT)
    marker.type("On and on")
    marker.sees(lambda: marker.mark.comment == "On and on")


def test_what_is_typed_in_one_go_is_one_step_of_undo(marker: Marker) -> None:
    marker.highlight("weighs", "word")
    marker.act(ActionId.EDIT_COMMENT)
    for words in ("One ", "two ", "three"):
        marker.type(words)
        marker.popup.editor.flush()
    QTest.keyClick(marker.popup.editor, Qt.Key.Key_Escape)
    assert marker.mark.comment == "One two three"
    assert marker.marking.step_names()[0] == "comment"
    marker.marking.undo()
    assert marker.mark.comment == ""
    marker.marking.redo()
    assert comments(marker) == ["One two three"]


def test_markup_in_a_comment_is_text(marker: Marker) -> None:
    marker.highlight("weighs", "word")
    marker.act(ActionId.EDIT_COMMENT)
    marker.type("<b>bold</b> & more")
    marker.popup.close_up()
    assert comments(marker) == ["<b>bold</b> & more"]


def test_an_unfinished_comment_is_stored_when_the_tab_closes(open_tab: Callable[[], Marker], marker: Marker) -> None:
    marker.highlight("weighs", "word")
    marker.act(ActionId.EDIT_COMMENT)
    marker.type("Unfinished")
    marker.marking.flush()
    assert open_tab().mark.comment == "Unfinished"


def test_the_sheet_stays_on_the_view_and_follows_scrolling(marker: Marker) -> None:
    marker.highlight("weighs", "word")
    marker.act(ActionId.EDIT_COMMENT)
    place = marker.popup.geometry()
    room = marker.view.viewport().rect()
    assert room.contains(place)
    marker.view.verticalScrollBar().setValue(marker.view.verticalScrollBar().value() + 60)
    assert marker.popup.geometry() != place
    assert room.contains(marker.popup.geometry())


def test_tags_are_typed_with_those_in_use_offered(marker: Marker) -> None:
    marker.highlight("weighs", "word")
    marker.act(ActionId.MARK_TAGS)
    assert marker.popup.tags.hasFocus()
    marker.type("method, to read,method")
    marker.popup.close_up()
    assert marker.mark.tags == ("method", "to read")
    adding = marker.services.adding
    elsewhere = marker.on_db(lambda: adding.add(adding.plan("2403.02774"), download=False).added[0])
    another = replace(marker.mark, id="of-another-paper", paper=elsewhere, tags=("metaphor",))
    marker.on_db(lambda: marker.services.marking.apply(MarkStep((MarkChange(None, another),))))
    marker.highlight("learns", "together")
    marker.act(ActionId.MARK_TAGS)
    completer = marker.popup.tags.completer()
    marker.qtbot.waitUntil(lambda: completer.model().rowCount() == 3)
    marker.type("old, meth")
    assert completer.currentCompletion() == "old, method"
    marker.type(", metap")
    assert completer.currentCompletion() == "old, meth, metaphor"
    marker.popup.close_up()


def test_another_colour_is_chosen_while_one_types(marker: Marker) -> None:
    marker.highlight("weighs", "word")
    marker.act(ActionId.EDIT_COMMENT)
    marker.type("so far")
    QTest.mouseClick(marker.popup.dots.findChildren(ColorDot)[3], Qt.MouseButton.LeftButton)
    assert marker.mark.color == 4
    assert marker.popup.editor.text == "so far"
    marker.popup.close_up()
    assert comments(marker) == ["so far"]


@pytest.mark.parametrize("kept_open", [True, False])
def test_a_comment_that_cannot_be_stored_stays_in_its_sheet(marker: Marker, kept_open: bool) -> None:
    marker.highlight("weighs", "word")
    assert comments(marker) == [""]
    marker.close_library()
    marker.act(ActionId.EDIT_COMMENT)
    marker.type("Precious")
    if kept_open:
        marker.popup.editor.flush()
    else:
        marker.popup.close_up()
    marker.sees(lambda: marker.toast.text.startswith("The mark was not saved."))
    marker.sees(marker.popup.isVisible)
    assert marker.popup.editor.text == "Precious"
    assert marker.mark.comment == ""
    marker.open_library()
    marker.popup.close_up()
    assert comments(marker) == ["Precious"]


def test_a_mark_that_cannot_be_stored_is_taken_back_and_can_be_tried_again(marker: Marker) -> None:
    marker.close_library()
    marker.highlight("weighs", "word")
    marker.sees(lambda: marker.marks == ())
    assert marker.marking.step_names() == ("", "")
    marker.open_library()
    QTest.mouseClick(marker.toast._button, Qt.MouseButton.LeftButton)
    assert [mark.quote for mark in marker.stored] == ["weighs every word"]
    assert marker.mark.quote == "weighs every word"


def test_what_was_typed_in_a_tab_that_is_closed_is_kept_until_it_can_be_stored(marker: Marker) -> None:
    mark = marker.highlight("weighs", "word")
    assert comments(marker) == [""]
    marker.close_library()
    tab = QObject()
    marker.writer.write(edited([mark], comment="Precious"), {}, tab, nothing, nothing)
    tab.deleteLater()
    marker.sees(lambda: bool(marker.window.findChildren(UnstoredDialog)))
    (dialog,) = marker.window.findChildren(UnstoredDialog)
    assert dialog.words.toPlainText() == "weighs every word\nPrecious"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.words.toPlainText()
    dialog.again.click()
    marker.sees(lambda: any(shown.isVisible() for shown in marker.window.findChildren(UnstoredDialog)))
    marker.open_library()
    for shown in marker.window.findChildren(UnstoredDialog):
        shown.again.click()
    assert comments(marker) == ["Precious"]
    assert not any(shown.isVisible() for shown in marker.window.findChildren(UnstoredDialog))


def nothing(*_: object) -> None:
    """The tab is gone."""
