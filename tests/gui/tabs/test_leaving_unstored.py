"""A window is not closed over words that could not be stored."""

from threading import Event

import pytest
from PySide6.QtTest import QTest

from desktop.domain.mark import Mark
from desktop.ui.reader.marks import mark_writer
from desktop.ui.reader.marks.unstored_dialog import UnstoredDialog
from desktop.ui.tasks import Lane
from tests.gui.tabs.tab_reader import FIRST, TabReader
from tests.gui.tabs.test_marks_in_window import mark_first_word, marking


def dialog_of(reader: TabReader) -> UnstoredDialog:
    """The dialog that is shown."""
    (dialog,) = [one for one in reader.shown.window.findChildren(UnstoredDialog) if one.isVisible()]
    return dialog


def stored(reader: TabReader) -> list[Mark]:
    """What the library holds."""
    desk = reader.shown.desk
    services, paper, found = desk._services, reader.room.paper, list[tuple[Mark, ...]]()
    desk._tasks.run(Lane.DB, lambda: services.marking.marks(paper), owner=desk, done=found.append)
    reader.until(lambda: bool(found))
    return [*found[0]]


def type_comment(reader: TabReader, *, stores: bool = False) -> None:
    """Type a comment; after the mark itself the library stores nothing any more, unless it `stores`."""
    reader.opens(FIRST)
    mark_first_word(reader)
    assert len(stored(reader)) == 1
    desk = reader.shown.desk
    if not stores:
        desk._tasks.run(Lane.DB, desk._services._file.close, owner=desk)
    reader.press("Return")
    editor = marking(reader).parts.desk.popup.editor
    reader.until(editor.hasFocus)
    QTest.keyClicks(editor, "half a thought")


def open_again(reader: TabReader) -> None:
    """The library stores again."""
    desk = reader.shown.desk
    desk._tasks.run(Lane.DB, desk._services.open, owner=desk)


def test_a_window_whose_words_are_stored_closes(reader: TabReader) -> None:
    type_comment(reader, stores=True)
    assert reader.shown.window.close()
    assert [mark.comment for mark in stored(reader)] == ["half a thought"]


def test_closing_waits_for_words_that_cannot_be_stored_until_they_are(reader: TabReader) -> None:
    type_comment(reader)
    assert not reader.shown.window.close()
    assert "half a thought" in dialog_of(reader).words.toPlainText()
    dialog_of(reader).again.click()
    assert reader.shown.window.isVisible()
    open_again(reader)
    dialog_of(reader).again.click()
    assert not reader.shown.window.isVisible()
    assert [mark.comment for mark in stored(reader)] == ["half a thought"]


def test_a_person_may_give_the_words_up(reader: TabReader) -> None:
    type_comment(reader)
    assert not reader.shown.window.close()
    dialog_of(reader).discard.click()
    assert not reader.shown.window.isVisible()
    open_again(reader)


def test_a_window_closes_late_when_storing_took_too_long(reader: TabReader, monkeypatch: pytest.MonkeyPatch) -> None:
    type_comment(reader, stores=True)
    go_on = Event()
    desk = reader.shown.desk
    desk._tasks.run(Lane.DB, go_on.wait, owner=desk)
    monkeypatch.setattr(mark_writer, "LAST_WAIT_MS", 10)
    assert not reader.shown.window.close()
    assert "half a thought" in dialog_of(reader).words.toPlainText()
    go_on.set()
    reader.until(lambda: not reader.shown.window.isVisible())
    assert [mark.comment for mark in stored(reader)] == ["half a thought"]
