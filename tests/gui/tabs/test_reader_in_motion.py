"""A reader that is told something else while it is still at work: another file, another key, the end."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.actions import ActionId
from tests.gui.tabs.tab_reader import FIRST, TabReader
from tests.gui.tabs.test_marks_in_window import mark_first_word, marking


def file_of(reader: TabReader, version: int) -> str:
    """The sha256 of that version of the paper in front."""
    assert reader.room.file is not None
    return next(file.sha256 for file in reader.room.file.opened.files if file.version == version)


def shows(reader: TabReader, version: int) -> bool:
    file = reader.room.file
    return file is not None and file.opened.file.version == version and reader.room.place() is not None


def test_a_page_of_another_version_is_not_turned_to_in_the_one_that_is_open(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    old = file_of(reader, 1)
    reader.shown.desk.reading.open(room.paper, old, page=3)
    assert reader.page() == 0
    reader.until(lambda: shows(reader, 1))
    reader.until(lambda: reader.page() == 3)


def test_who_goes_back_while_another_version_is_being_opened_gets_the_first(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    new, old = file_of(reader, 2), file_of(reader, 1)
    room.show_file(old)
    room.show_file(new)
    assert room.sha256 == new
    before = room.file
    reader.until(lambda: room.file is not before and shows(reader, 2))


def test_a_tab_that_is_closed_while_its_file_is_being_opened_holds_no_pdf_process(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    opened = room.file.opened if room.file is not None else None
    assert opened is not None
    room.leave()
    room._on_opened(opened)  # what the library's thread sent before the tab was closed
    assert room.file is None


def test_enter_goes_to_what_has_the_keyboard_though_a_mark_is_chosen(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    mark_first_word(reader)
    assert reader.shown.can(ActionId.EDIT_COMMENT)
    reader.press("Ctrl+Alt+G")
    reader.until(room.bar.number.field.hasFocus)
    QTest.keyClicks(room.bar.number.field, "4")
    reader.press("Return")
    reader.until(lambda: reader.page() == 3)
    assert not marking(reader).parts.desk.popup.isVisible()
    reader.press("Return")
    reader.until(marking(reader).parts.desk.popup.editor.hasFocus)


def test_full_screen_is_checked_as_the_window_is(reader: TabReader) -> None:
    reader.opens(FIRST)
    action = reader.shown.window.contents.commands[ActionId.FULL_SCREEN]
    reader.press("F5")
    assert (reader.shown.window.isFullScreen(), action.isChecked()) == (True, True)
    reader.press("F11")
    assert (reader.shown.window.isFullScreen(), action.isChecked()) == (False, False)
    reader.press("F5")
    assert (reader.shown.window.isFullScreen(), action.isChecked()) == (False, False)


def test_a_window_that_is_closed_in_a_presentation_does_not_come_back_as_a_whole_screen(reader: TabReader) -> None:
    reader.opens(FIRST)
    reader.press("F5")
    reader.shown.window.close()
    assert not reader.shown.window.windowState() & Qt.WindowState.WindowFullScreen


def test_dark_pages_are_checked_as_soon_as_the_window_is_dark(reader: TabReader) -> None:
    reader.opens(FIRST)
    action = reader.shown.window.contents.commands[ActionId.DARK_PAGES]
    assert not action.isChecked()
    reader.shown.window.contents.dialogs.setting_changed.emit("theme", "dark")
    assert action.isChecked()
    reader.shown.window.contents.dialogs.setting_changed.emit("theme", "light")
    assert not action.isChecked()
