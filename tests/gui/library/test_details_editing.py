"""Texts, facts and the note are edited where they stand; nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.changes import Changes
from desktop.domain.errors import Reason, StorageError
from desktop.domain.paper import Fact, TextKind
from desktop.ui.tasks import Lane
from tests.gui.library.details_desk import (
    ABSTRACT,
    CONTROL,
    FIRST,
    SECOND,
    SUMMARY,
    TITLE,
    TRANSLATED,
    Desk,
    button_in,
    visible_texts,
)


def test_a_click_opens_a_text_and_nothing_moves(desk: Desk, qtbot: QtBot) -> None:
    field = desk.field(SUMMARY)
    before = field.geometry()
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    assert field.editing
    assert field.geometry() == before


def test_control_enter_saves(desk: Desk, qtbot: QtBot) -> None:
    field = desk.type_over(SUMMARY, "A better sentence.")
    with qtbot.waitSignal(desk.pane.changed, timeout=20_000) as changed:
        QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert changed.args == [Changes(papers_changed=(desk.papers[FIRST],))]
    assert desk.stored(FIRST).text(TextKind.SUMMARY, "zh") == "A better sentence."
    assert not field.editing


def test_typing_into_an_empty_text_opens_it(desk: Desk) -> None:
    field = desk.pane.page.facts.authors
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field, "Noam K")
    assert field.editing
    assert field.toPlainText() == "Noam K"


def test_keys_of_the_window_work_in_a_text_that_is_read(desk: Desk) -> None:
    field = desk.field(TITLE)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field, "j")
    assert not field.editing


def test_leaving_a_text_saves(desk: Desk, qtbot: QtBot) -> None:
    desk.type_over(ABSTRACT, "Typed")
    with qtbot.waitSignal(desk.pane.changed, timeout=20_000):
        desk.field(TITLE).setFocus(Qt.FocusReason.TabFocusReason)
    assert desk.stored(FIRST).text(TextKind.ABSTRACT, "en") == "Typed"


def test_escape_saves_nothing(desk: Desk, qtbot: QtBot) -> None:
    field = desk.type_over(TITLE, "Something else")
    with qtbot.assertNotEmitted(desk.pane.changed, wait=50):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert desk.stored(FIRST).row.title == "Attention in p$^3$VAE models"


def test_a_typed_text_says_so_and_can_be_reverted(desk: Desk, qtbot: QtBot) -> None:
    section = desk.section(SUMMARY)
    with qtbot.waitSignal(desk.pane.changed, timeout=20_000):
        desk.type_over(SUMMARY, "Mine").finish()
    revert = button_in(section)
    qtbot.waitUntil(revert.isVisible)
    assert "typed by you" in section.field.accessibleDescription()
    with qtbot.waitSignal(desk.pane.changed):
        revert.click()
    qtbot.waitUntil(lambda: "from cs.CV.md" in section.field.accessibleDescription())
    assert desk.field(SUMMARY).toPlainText().startswith("一句话")


def test_what_is_being_typed_is_saved_when_another_paper_is_selected(desk: Desk, qtbot: QtBot) -> None:
    desk.type_over(TRANSLATED, "Half typed")
    with qtbot.waitSignal(desk.pane.changed, timeout=20_000):
        desk.open(SECOND)
    assert desk.stored(FIRST).text(TextKind.TITLE, "zh") == "Half typed"
    assert desk.field(TRANSLATED).toPlainText() == "Hölder函数的傅里叶特征"


def test_a_refused_fact_stays_open_with_the_reason(desk: Desk, qtbot: QtBot) -> None:
    facts = desk.pane.page.facts
    date = facts.line.fields[Fact.PUBLISHED]
    date.begin_edit()
    date.edit.setText("next spring")
    QTest.keyClick(date.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(facts.trouble.isVisible, timeout=20_000)
    assert date.edit.editing
    assert date.edit.text() == "next spring"
    QTest.keyClick(date.edit, Qt.Key.Key_Escape)
    assert not facts.trouble.isVisible()
    assert date.edit.text() == "2024-01"


def test_a_refused_fact_waits_for_its_paper(desk: Desk, qtbot: QtBot) -> None:
    facts = desk.pane.page.facts
    date = facts.line.fields[Fact.PUBLISHED]
    date.begin_edit()
    date.edit.setText("next spring")
    desk.open(SECOND)
    assert desk.stored(FIRST).row.published == "2024-01"
    assert date.edit.text() == "2024-01"
    desk.open(FIRST)
    assert date.edit.text() == "next spring"
    assert facts.trouble.isVisible()


def test_the_arxiv_id_of_another_paper_is_refused(desk: Desk, qtbot: QtBot) -> None:
    field = desk.pane.page.facts.line.fields[Fact.ARXIV_ID]
    field.begin_edit()
    field.edit.setText(SECOND)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(desk.pane.page.facts.trouble.isVisible, timeout=20_000)
    assert SECOND in desk.pane.page.facts.trouble.text()


def test_the_keyboard_reaches_a_link_and_edits_it(desk: Desk) -> None:
    field = desk.pane.page.facts.line.fields[Fact.ARXIV_ID]
    field.setFocus()
    desk.pane.edit()
    assert field.edit.editing
    assert field.edit.text() == FIRST


def test_enter_in_the_table_leads_to_the_title_and_enter_there_edits_it(desk: Desk) -> None:
    desk.pane.setFocus()
    field = desk.field(TITLE)
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.editing


def test_authors_are_edited_as_a_list(desk: Desk, qtbot: QtBot) -> None:
    authors = desk.pane.page.facts.authors
    authors.begin_edit()
    QTest.keyClicks(authors, "Ada Lovelace; Alan Turing")
    with qtbot.waitSignal(desk.pane.changed, timeout=20_000):
        QTest.keyClick(authors, Qt.Key.Key_Return)
    assert desk.stored(FIRST).row.authors == ("Ada Lovelace", "Alan Turing")
    assert authors.toPlainText() == "Ada Lovelace, Alan Turing"


def test_a_note_saves_itself(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.pane.changed, timeout=20_000):
        QTest.keyClicks(desk.pane.page.note, "read again")
    assert desk.stored(FIRST).text(TextKind.NOTE, "") == "read again"


def test_a_note_is_not_lost_when_the_paper_changes_at_once(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(desk.pane.page.note, "important")
    with qtbot.waitSignal(desk.pane.changed, timeout=20_000):
        desk.open(SECOND)
    assert desk.stored(FIRST).text(TextKind.NOTE, "") == "important"
    assert desk.pane.page.note.toPlainText() == ""


def test_a_note_is_not_lost_when_the_window_closes(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(desk.pane.page.note, "last words")
    desk.pane.flush()
    assert desk.stored(FIRST).text(TextKind.NOTE, "") == "last words"


def test_a_note_that_cannot_be_saved_stays_where_it_was_typed(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = StorageError(Reason.DISK_FULL)

    def fail(*_: object) -> Changes:
        raise full

    opened: list[object] = []
    desk.tasks.run(Lane.DB, lambda: desk.library.editing, owner=desk.pane, done=opened.append)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    with monkeypatch.context() as patch:
        patch.setattr(desk.library.editing, "edit_text", fail)
        QTest.keyClicks(desk.pane.page.note, "precious")
        desk.pane.flush()
        qtbot.waitUntil(lambda: "The disk is full" in " ".join(visible_texts(desk.pane)))
        with qtbot.waitSignal(desk.tasks.failure_reported) as told:
            desk.open(SECOND)
        assert told.args == [full]
    assert desk.pane.page.note.toPlainText() == ""
    desk.open(FIRST)
    assert desk.pane.page.note.toPlainText() == "precious"
    with qtbot.waitSignal(desk.pane.changed):
        desk.pane.flush()
    assert desk.stored(FIRST).text(TextKind.NOTE, "") == "precious"
    qtbot.waitUntil(lambda: "The disk is full" not in " ".join(visible_texts(desk.pane)))


def test_a_title_stays_where_it_is_once_it_is_saved(desk: Desk, qtbot: QtBot) -> None:
    field = desk.type_over(TITLE, "Shorter")
    before = field.mapTo(desk.pane, field.rect().topLeft())
    with qtbot.waitSignal(desk.pane.changed, timeout=20_000):
        field.finish()
    qtbot.waitUntil(button_in(desk.section(TITLE)).isVisible)
    assert field.mapTo(desk.pane, field.rect().topLeft()) == before
