"""The details of a paper over a real library: everything is edited in place, nothing typed is lost."""

import dataclasses

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.changes import Changes
from desktop.domain.errors import Reason, StorageError
from desktop.domain.ids import PaperId
from desktop.domain.paper import Fact, PaperDetails, TextKind
from desktop.services.library import LibraryServices
from desktop.ui.library.details_pane import DetailsPane
from desktop.ui.library.paper_texts import Slot
from desktop.ui.library.text_field import TextField
from desktop.ui.library.text_section import TextSection
from desktop.ui.tasks import Lane, TaskRunner

FIRST, SECOND, MARKUP = "2401.00001", "2401.00002", "2401.00004"
TITLE, TRANSLATED = Slot(TextKind.TITLE, True), Slot(TextKind.TITLE, False)
SUMMARY, ABSTRACT = Slot(TextKind.SUMMARY, False), Slot(TextKind.ABSTRACT, True)
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A shown pane and the library behind it."""

    def __init__(self, qtbot: QtBot, tasks: TaskRunner, library: LibraryServices, papers: dict[str, PaperId]) -> None:
        self.qtbot, self.tasks, self.library, self.papers = qtbot, tasks, library, papers
        self.pane = DetailsPane(tasks, library)
        self.pane.changed.connect(self.pane.refresh)
        qtbot.addWidget(self.pane)
        self.pane.resize(500, 800)
        self.pane.show()
        self.open(FIRST)

    def open(self, arxiv_id: str) -> None:
        self.pane.show_papers([self.papers[arxiv_id]])
        self.qtbot.waitUntil(lambda: self.shown() == arxiv_id)

    def shown(self) -> str:
        details = self.pane.page.details
        return details.row.arxiv_id if details is not None and self.pane.currentWidget() is self.pane.page else ""

    def section(self, slot: Slot) -> TextSection:
        return self.pane.page.texts.sections[slot]

    def field(self, slot: Slot) -> TextField:
        return self.section(slot).field

    def type_over(self, slot: Slot, text: str) -> TextField:
        field = self.field(slot)
        field.begin_edit()
        field.selectAll()
        QTest.keyClicks(field, text)
        return field

    def stored(self, arxiv_id: str) -> PaperDetails:
        found: list[PaperDetails | None] = []
        paper = self.papers[arxiv_id]
        self.tasks.run(Lane.DB, lambda: self.library.browse.details(paper), owner=self.pane, done=found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        assert found[0] is not None
        return found[0]


@pytest.fixture
def desk(qtbot: QtBot, tasks: TaskRunner, library: LibraryServices, papers: dict[str, PaperId]) -> Desk:
    return Desk(qtbot, tasks, library, papers)


def test_a_title_is_read_as_text_and_edited_as_written(desk: Desk) -> None:
    field = desk.field(TITLE)
    assert field.toPlainText() == "Attention in p³VAE models"
    desk.pane.edit_title()
    assert field.toPlainText() == "Attention in p$^3$VAE models"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == "Attention in p³VAE models"


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
    revert = _button(section)
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
        qtbot.waitUntil(lambda: "The disk is full" in " ".join(_visible(desk.pane)))
        with qtbot.waitSignal(desk.tasks.failure_reported) as told:
            desk.open(SECOND)
        assert told.args == [full]
    assert desk.pane.page.note.toPlainText() == ""
    desk.open(FIRST)
    assert desk.pane.page.note.toPlainText() == "precious"
    with qtbot.waitSignal(desk.pane.changed):
        desk.pane.flush()
    assert desk.stored(FIRST).text(TextKind.NOTE, "") == "precious"
    qtbot.waitUntil(lambda: "The disk is full" not in " ".join(_visible(desk.pane)))


def test_a_title_stays_where_it_is_once_it_is_saved(desk: Desk, qtbot: QtBot) -> None:
    field = desk.type_over(TITLE, "Shorter")
    before = field.mapTo(desk.pane, field.rect().topLeft())
    with qtbot.waitSignal(desk.pane.changed, timeout=20_000):
        field.finish()
    qtbot.waitUntil(_button(desk.section(TITLE)).isVisible)
    assert field.mapTo(desk.pane, field.rect().topLeft()) == before


def test_markup_is_text_everywhere(desk: Desk) -> None:
    desk.open(MARKUP)
    assert desk.field(TITLE).toPlainText() == "A survey of <b>markup</b> & attention"
    assert all(not text.acceptRichText() for text in desk.pane.findChildren(QTextEdit))


def test_the_words_of_a_search_are_marked(desk: Desk) -> None:
    desk.pane.mark("attention 注意")
    marked = [selection.cursor.selectedText() for selection in desk.field(TITLE).extraSelections()]
    assert marked == ["Attention"]
    marked = [selection.cursor.selectedText() for selection in desk.field(TRANSLATED).extraSelections()]
    assert marked == ["注意"]


def test_provenance_names_the_digest_and_the_row(desk: Desk, qtbot: QtBot) -> None:
    desk.open(SECOND)
    provenance = desk.pane.page.provenance
    button = _button(provenance)
    assert button.text() == "cs.CV.md"
    with qtbot.waitSignal(desk.pane.digest_activated):
        button.click()


def test_a_guess_by_title_can_be_split_off(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = desk.pane.page
    assert page.details is not None
    seen = dataclasses.replace(page.details.seen_in[0], by_title=True)
    page.provenance.show_places((seen,))
    split = next(button for button in page.provenance.findChildren(QPushButton) if button.text() == "Split off")
    with qtbot.waitSignal(desk.pane.changed, timeout=20_000) as changed:
        split.click()
    assert changed.args is not None
    assert changed.args[0].papers_added


def test_a_link_is_opened_by_a_click_only(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    desk.open(SECOND)
    assert opened == []
    desk.pane.page.facts.line.fields[Fact.ARXIV_ID].followed.emit()
    desk.pane.page.link_followed.emit("file:///etc/passwd")
    assert [url.toString() for url in opened] == [f"https://arxiv.org/abs/{SECOND}"]


def test_a_file_outside_the_library_is_not_opened(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    with qtbot.waitSignal(desk.tasks.failure_reported):
        desk.pane.page.file_opened.emit("../../secret.pdf")
    assert opened == []


def test_several_papers_show_how_many_and_what_can_be_done(desk: Desk) -> None:
    done: list[bool] = []
    action = QAction("Export")
    action.triggered.connect(done.append)
    desk.pane.set_actions([action])
    desk.pane.show_papers(list(desk.papers.values()))
    assert any("5 papers selected" in text for text in _texts(desk.pane.currentWidget()))
    desk.pane.show_papers([])
    assert "Select a paper" in " ".join(_texts(desk.pane.currentWidget()))


def test_running_through_papers_reads_few_of_them(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[PaperId] = []
    details = desk.library.browse.details

    def counted(paper: PaperId) -> PaperDetails | None:
        read.append(paper)
        return details(paper)

    monkeypatch.setattr(desk.library.browse, "details", counted)
    papers = list(desk.papers.values()) * 40
    for paper in papers:
        desk.pane.show_papers([paper])
    qtbot.waitUntil(lambda: desk.pane.page.details is not None and desk.pane.page.details.row.id == papers[-1])
    assert len(read) < 20


def test_abstracts_stand_side_by_side_where_there_is_room(desk: Desk, qtbot: QtBot) -> None:
    original, translation = desk.field(ABSTRACT), desk.field(Slot(TextKind.ABSTRACT, False))

    def top(field: TextField) -> int:
        return field.mapTo(desk.pane, field.rect().topLeft()).y()

    assert top(original) < top(translation)
    desk.pane.resize(1000, 800)
    qtbot.waitUntil(lambda: top(original) == top(translation))


def test_every_text_has_a_name_for_screen_readers(desk: Desk) -> None:
    unnamed = [text for text in desk.pane.page.findChildren(QTextEdit) if not text.accessibleName()]
    assert unnamed == []


def _button(widget: QWidget) -> QPushButton:
    button = widget.findChild(QPushButton)
    assert button is not None
    return button


def _visible(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def _texts(widget: QWidget | None) -> list[str]:
    assert widget is not None
    return [label.text() for label in widget.findChildren(QLabel)]
