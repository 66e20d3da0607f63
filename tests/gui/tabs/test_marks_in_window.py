"""Marks in the whole window: by real keys, in the details of the library, over closing and a change of language."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.domain.text_carets import Caret
from desktop.ui.actions import ActionId
from desktop.ui.reader.marks.marking import Marking
from desktop.ui.reader.marks.plain_editor import PlainEditor
from desktop.ui.reader.open_file import OpenFile
from tests.gui.tabs.tab_reader import FIRST, SECOND, TabReader


def open_file(reader: TabReader) -> OpenFile:
    """The file in front."""
    file = reader.room.file
    assert file is not None
    return file


def marking(reader: TabReader) -> Marking:
    return open_file(reader).marking


def mark_first_word(reader: TabReader) -> str:
    """Select with the keyboard's way of the program and press Alt+1; the id of the mark."""
    file = open_file(reader)
    reader.until(lambda: file.document.text(0) is not None)
    text = file.document.text(0)
    assert text is not None
    line = next(number for number, line in enumerate(text.lines) if "alpha" in line.text or "delta" in line.text)
    file.view.setFocus()
    file.text.selection.select(0, Caret(line, 0), Caret(line, 5))
    reader.until(lambda: reader.shown.can(ActionId.HIGHLIGHT))
    reader.press("Alt+1")
    marks = file.marking.parts.model.marks
    assert [mark.quote for mark in marks] == [text.lines[line].text[:5]]
    return marks[0].id


def test_keys_mark_recolour_comment_tag_and_delete(reader: TabReader) -> None:
    reader.opens(FIRST)
    mark_first_word(reader)
    reader.press("4")
    assert marking(reader).parts.model.marks[0].color == 4
    reader.press("Return")
    popup = marking(reader).parts.desk.popup
    reader.until(popup.editor.hasFocus)
    QTest.keyClicks(popup.editor, "n 1 t")
    reader.press("Esc")
    assert not popup.isVisible()
    assert marking(reader).parts.model.marks[0].comment == "n 1 t"
    reader.press("T")
    reader.until(popup.tags.hasFocus)
    QTest.keyClicks(popup.tags, "core")
    reader.press("Return")
    assert not popup.isVisible()
    assert marking(reader).parts.model.marks[0].tags == ("core",)
    reader.press("Del")
    assert marking(reader).parts.model.marks == ()
    reader.press("Ctrl+Z")
    assert len(marking(reader).parts.model.marks) == 1
    reader.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert marking(reader).parts.model.marks == ()


def test_esc_steps_back_from_comment_to_tool_to_page(reader: TabReader) -> None:
    reader.opens(FIRST)
    mark_first_word(reader)
    reader.press("Alt+6")
    assert reader.shown.window.contents.commands[ActionId.INK].isChecked()
    reader.press("Esc")
    assert not reader.shown.window.contents.commands[ActionId.INK].isChecked()
    assert open_file(reader).view.hasFocus()


def test_a_mark_is_in_the_details_and_a_click_leads_back(reader: TabReader) -> None:
    reader.opens(SECOND)
    name = mark_first_word(reader)
    reader.press("Ctrl+W")
    reader.selects(FIRST)
    reader.selects(SECOND)
    page = reader.shown.desk.room.details.page
    reader.until(lambda: page.marks.isVisible())
    button = page.marks.findChildren(QPushButton)[0]
    assert button.text() == "delta"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    reader.sees_pages()
    reader.until(lambda: marking(reader).parts.choice.chosen == name)


def test_f2_in_the_list_of_marks_edits_the_comment(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    mark_first_word(reader)
    reader.press("Ctrl+F9")
    marks = marking(reader).panel.list
    reader.until(marks.isVisible)
    marks.setFocus()
    marks.setCurrentIndex(marks.model().index(0, 0))
    reader.press("F2")
    reader.until(lambda: bool(marks.findChildren(PlainEditor)))
    (editor,) = marks.findChildren(PlainEditor)
    QTest.keyClicks(editor, "in the list")
    reader.press("Ctrl+Return")
    assert [mark.comment for mark in marking(reader).parts.model.marks] == ["in the list"]
    assert not room.panels.texts.isVisible()


def test_a_comment_is_not_lost_by_closing_the_tab(reader: TabReader) -> None:
    reader.opens(FIRST)
    mark_first_word(reader)
    reader.press("Return")
    popup = marking(reader).parts.desk.popup
    QTest.keyClicks(popup.editor, "half a thought")
    reader.press("Ctrl+W")
    reader.opens(FIRST)
    reader.until(lambda: [mark.comment for mark in marking(reader).parts.model.marks] == ["half a thought"])


def test_a_deleted_mark_comes_back_though_its_tab_is_closed_by_then(reader: TabReader) -> None:
    reader.opens(FIRST)
    mark = mark_first_word(reader)
    reader.press("Del", "Ctrl+W")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    toast = reader.shown.window.toast
    reader.press_button("Undo", toast)
    reader.opens(FIRST)
    reader.until(lambda: [found.id for found in marking(reader).parts.model.marks] == [mark])
    assert reader.shown.window.contents.commands[ActionId.UNDO].text() == "Undo: Highlight"


def test_keys_go_to_the_pages_after_undo_in_a_message(reader: TabReader) -> None:
    reader.opens(FIRST)
    mark_first_word(reader)
    reader.press("Del")
    button = next(one for one in reader.shown.window.toast.findChildren(QPushButton) if one.text() == "Undo")
    button.setFocus()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    reader.until(open_file(reader).view.hasFocus)


def test_a_comment_is_not_lost_when_all_widgets_are_made_anew(reader: TabReader) -> None:
    reader.opens(FIRST)
    mark_first_word(reader)
    reader.press("Return")
    QTest.keyClicks(marking(reader).parts.desk.popup.editor, "half a thought")
    before = marking(reader)
    reader.shown.window.contents._change_setting("scale", 110)  # as a change of language does
    reader.until(lambda: (room := reader.shown.desk.reading.reader) is not None and room.file is not None)
    reader.until(lambda: marking(reader) is not before)
    reader.until(lambda: [mark.comment for mark in marking(reader).parts.model.marks] == ["half a thought"])


def test_the_tool_bar_shows_the_colour_and_the_menu_its_name(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    names = marking(reader).parts.names
    names.use(("claim", *("",) * 7))
    actions = room.bar.colors.menu().actions()
    assert [action.text() for action in actions[:2]] == ["claim", "Green"]
    reader.press("2")
    assert actions[1].isChecked()
