"""The details of a paper over a real library: what is shown, and how it is reached."""

import dataclasses

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PaperId
from desktop.domain.paper import Fact, PaperDetails, TextKind
from desktop.domain.search_marks import Needles
from desktop.ui.library.paper_texts import Slot
from desktop.ui.library.text_field import TextField
from desktop.ui.theme import theme
from tests.gui.library.details_desk import (
    ABSTRACT,
    MARKUP,
    SECOND,
    TITLE,
    TRANSLATED,
    Desk,
    button_in,
    visible_texts,
)


def test_a_title_is_read_as_text_and_edited_as_written(desk: Desk) -> None:
    field = desk.field(TITLE)
    assert field.toPlainText() == "Attention in p³VAE models"
    desk.pane.edit_title()
    assert field.toPlainText() == "Attention in p$^3$VAE models"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == "Attention in p³VAE models"


def test_a_title_that_nobody_told_yet_is_shown_as_in_the_list(desk: Desk) -> None:
    page = desk.pane.page
    assert page.details is not None
    row = dataclasses.replace(page.details.row, title="Named in its file")
    page.texts.show_texts(dataclasses.replace(page.details, row=row, texts=()), Needles())
    assert desk.field(TITLE).toPlainText() == "Named in its file"
    assert desk.field(TRANSLATED).toPlainText() == ""


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
    button = button_in(provenance)
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
    impossible = QAction("Restore")
    impossible.setEnabled(False)
    desk.pane.set_actions([], [[action], [impossible]])
    desk.pane.show_papers(list(desk.papers.values()))
    shown = visible_texts(desk.pane)
    assert any("5 papers selected" in text for text in shown)
    buttons = [button.text() for button in desk.pane.findChildren(QToolButton) if button.isVisible()]
    assert "Export" in buttons
    assert "Restore" not in buttons
    desk.pane.show_papers([])
    assert "Select a paper" in " ".join(visible_texts(desk.pane))


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


def test_nothing_is_cut_off_in_a_narrow_pane_with_large_type(desk: Desk, qtbot: QtBot) -> None:
    assert desk.pane.page.details is not None
    long_name = "a-digest-with-a-very-long-name-" * 8 + ".md"
    seen = dataclasses.replace(desk.pane.page.details.seen_in[0], name=long_name, by_title=True)
    desk.pane.resize(420, 800)
    look, mode, scale = theme(), theme().mode, theme().scale
    try:
        look.apply(mode, 150)
        desk.pane.page.provenance.show_places((seen,))
        qtbot.waitUntil(
            lambda: all(widget.isVisible() for widget in desk.pane.page.provenance.findChildren(QPushButton))
        )
        QApplication.processEvents()
        widgets = desk.pane.page.findChildren(QWidget)
        assert _right_edge(desk.pane, widgets) <= desk.pane.width()
    finally:
        look.apply(mode, scale)


def _right_edge(pane: QWidget, widgets: list[QWidget]) -> int:
    return max(widget.mapTo(pane, widget.rect().topRight()).x() for widget in widgets if widget.isVisible())
