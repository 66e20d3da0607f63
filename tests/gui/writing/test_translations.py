"""A paper that has been translated into several languages."""

from desktop.domain.paper import TextKind
from desktop.services.library import LibraryServices
from desktop.ui.library.paper_texts import Slot
from tests.gui.writing.test_writing import OnDb, details
from tests.gui.writing.writing_window import Writing


def test_of_two_translations_the_one_that_is_chosen_is_shown_and_edited(
    writing: Writing, untranslated: LibraryServices, on_db: OnDb
) -> None:
    room = writing.shown.desk.room
    papers, page = room.shown, room.details.page
    told = ((papers[2], "zh", "标题"), (papers[2], "ja", "題名"), (papers[3], "zh", "另一个"))
    for paper, language, text in told:
        assert on_db(lambda: untranslated.editing.edit_text(paper, TextKind.TITLE, language, text))  # noqa: B023
    title = page.texts.sections[Slot(TextKind.TITLE, False)].field
    room.table.selectRow(2)
    writing.qtbot.waitUntil(lambda: title.toPlainText() == "标题")
    page.texts.choice.buttons["ja"].click()
    assert title.toPlainText() == "題名"
    title.begin_edit("別の題名")
    page.texts.choice.buttons["zh"].click()
    writing.qtbot.waitUntil(lambda: details(on_db, untranslated, papers[2]).text(TextKind.TITLE, "ja") == "別の題名")
    assert title.toPlainText() == "标题"
    page.texts.choice.buttons["ja"].click()
    room.table.selectRow(3)
    writing.qtbot.waitUntil(lambda: title.toPlainText() == "另一个")
    assert not page.texts.choice.isVisible()
    room.table.selectRow(2)
    writing.qtbot.waitUntil(lambda: title.toPlainText() == "別の題名")
