"""The page of a digest: papers in order, texts in place, what is handed on beside them."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.domain.own_digest import DigestField, Template, Way
from desktop.domain.paper import TextKind
from desktop.ui.actions import ActionId
from desktop.ui.composing.papers_list import DigestPapersList
from desktop.ui.composing.papers_side import DigestPapersSide
from desktop.ui.library.paper_links import PAPERS_MIME
from desktop.ui.library.paper_texts import Slot
from tests.gui.composing.conftest import Composer
from tests.gui.test_pages import nameless

FOURTH, THIRD, SECOND, FIRST = "A fourth paper", "Learning without feedback", "Fourier features", "Attention in models"
ALL = [FOURTH, THIRD, SECOND, FIRST]
TRANSLATED_TITLE = Slot(TextKind.TITLE, False)


def choose(composer: Composer, *rows: int) -> None:
    papers = composer.page.list.papers.papers
    composer.page.list.choose([papers[row] for row in rows])
    composer.page.list.setFocus()


def drop(view: DigestPapersList, papers: list[int], row: int) -> None:
    """Let go of them at the upper edge of that row."""
    data = QMimeData()
    data.setData(PAPERS_MIME, "\n".join(map(str, papers)).encode())
    at = QPointF(view.visualRect(view.papers.index(row, 0)).topLeft() + QPoint(20, 2))
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(at, Qt.DropAction.MoveAction, data, buttons, keys))


def test_the_papers_stand_in_the_order_of_the_digest(composer: Composer) -> None:
    assert composer.titles() == ALL
    assert composer.page_text.startswith("Reading group\n")


def test_all_that_takes_the_keyboard_has_a_name(composer: Composer) -> None:
    assert nameless(composer.page) == []


def test_papers_change_places_by_keys_and_stay_selected(composer: Composer) -> None:
    choose(composer, 0)
    composer.qtbot.waitUntil(lambda: composer.shown.can(ActionId.DIGEST_DOWN))
    for key, order in (
        ("Alt+Down", [THIRD, FOURTH, SECOND, FIRST]),
        ("Alt+End", [THIRD, SECOND, FIRST, FOURTH]),
        ("Alt+Up", [THIRD, SECOND, FOURTH, FIRST]),
        ("Alt+Home", [FOURTH, THIRD, SECOND, FIRST]),
    ):
        before = composer.page.list.chosen
        QTest.keySequence(composer.page.list, QKeySequence(key))
        composer.sees(order)
        assert composer.page.list.chosen == before


def test_several_papers_move_as_one_block(composer: Composer) -> None:
    choose(composer, 1, 3)
    composer.does(ActionId.DIGEST_TOP)
    composer.sees([THIRD, FIRST, FOURTH, SECOND])
    composer.qtbot.waitUntil(lambda: composer.stored() == composer.page.list.papers.papers)


def test_a_move_is_one_step_of_undo(composer: Composer) -> None:
    choose(composer, 3)
    composer.does(ActionId.DIGEST_TOP)
    composer.sees([FIRST, FOURTH, THIRD, SECOND])
    composer.does(ActionId.UNDO)
    composer.sees(ALL)
    assert [row.title for row in composer.page.list.papers.rows if row.id in composer.page.list.chosen] == [FIRST]


def test_the_preview_follows_a_paper_that_moves_and_comes_back(composer: Composer) -> None:
    page = composer.page.preview.page
    page.setMaximumHeight(60)

    def shown() -> tuple[str, str]:
        title = page.cursorForPosition(QPoint(page.viewport().width() // 2, 30)).block()
        return title.previous().text(), title.text()

    choose(composer, 1)
    composer.does(ActionId.DIGEST_DOWN)
    composer.qtbot.waitUntil(lambda: shown() == ("3. 无反馈的学习", THIRD))
    composer.does(ActionId.UNDO)
    composer.qtbot.waitUntil(lambda: shown() == ("2. 无反馈的学习", THIRD))


def test_an_empty_digest_leads_to_papers_for_it(composer: Composer) -> None:
    choose(composer, 0, 1, 2, 3)
    composer.does(ActionId.TAKE_OUT_OF_DIGEST)
    side = composer.page.findChild(DigestPapersSide)
    assert side is not None
    composer.qtbot.waitUntil(lambda: side.empty)
    button = next(one for one in side.findChildren(QPushButton) if one.isVisible())
    with composer.qtbot.waitSignal(composer.page.papers_wanted):
        button.click()


def test_what_is_taken_out_stays_in_the_library_and_comes_back_selected(composer: Composer) -> None:
    choose(composer, 1, 2)
    taken = composer.page.list.chosen
    composer.does(ActionId.TAKE_OUT_OF_DIGEST)
    composer.sees([FOURTH, FIRST])
    assert composer.shown.counts().all == 4
    assert len(composer.page.list.chosen) == 1
    composer.does(ActionId.UNDO)
    composer.sees(ALL)
    assert composer.page.list.chosen == taken


def test_del_takes_out_of_the_digest_and_not_into_the_trash(composer: Composer) -> None:
    choose(composer, 0)
    composer.qtbot.waitUntil(lambda: composer.shown.can(ActionId.TAKE_OUT_OF_DIGEST))
    QTest.keyClick(composer.page.list, Qt.Key.Key_Delete)
    composer.sees([THIRD, SECOND, FIRST])
    assert composer.shown.counts().trash == 0


def test_papers_from_elsewhere_are_added_where_they_are_dropped(composer: Composer) -> None:
    choose(composer, 3)
    (paper,) = composer.page.list.chosen
    composer.does(ActionId.TAKE_OUT_OF_DIGEST)
    composer.sees([FOURTH, THIRD, SECOND])
    drop(composer.page.list, [paper], 1)
    composer.sees([FOURTH, FIRST, THIRD, SECOND])
    assert composer.page.list.chosen == [paper]


def test_a_text_that_is_typed_is_the_papers_own(composer: Composer) -> None:
    choose(composer, 0)
    composer.qtbot.waitUntil(lambda: composer.page.texts.details is not None)
    composer.does(ActionId.EDIT)
    field = composer.page.texts.texts.sections[TRANSLATED_TITLE].field
    assert field.hasFocus()
    QTest.keySequence(field, QKeySequence("Ctrl+A"))
    QTest.keyClicks(field, "Typed title")
    composer.qtbot.waitUntil(lambda: "Typed title" in composer.page_text)
    assert composer.page.list.papers.rows[0].translated_title == "第四篇"
    QTest.keySequence(field, QKeySequence("Ctrl+Return"))
    composer.qtbot.waitUntil(lambda: composer.page.list.papers.rows[0].translated_title == "Typed title")
    details = composer.page.texts.details
    assert details is not None
    composer.qtbot.waitUntil(lambda: any(text.locked for text in composer.page.texts.details.texts))  # type: ignore[union-attr]


def test_what_is_typed_is_given_up_with_esc(composer: Composer) -> None:
    composer.does(ActionId.EDIT)
    field = composer.page.texts.texts.sections[TRANSLATED_TITLE].field
    QTest.keyClicks(field, "Wrong")
    composer.qtbot.waitUntil(lambda: "Wrong" in composer.page_text)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    composer.qtbot.waitUntil(lambda: "Wrong" not in composer.page_text)


def test_the_markdown_is_what_would_be_handed_on(composer: Composer) -> None:
    composer.page.preview.tabs.setCurrentIndex(1)
    composer.qtbot.waitUntil(lambda: composer.source != "" and composer.page.preview.complete)
    document = composer.on_db(lambda: composer.services.own_digests.document(composer.digest, Way.MARKDOWN))
    assert composer.source == document.data.decode()


def test_a_preface_is_seen_while_it_is_typed_and_stored_once_it_is_left(composer: Composer) -> None:
    head = composer.page.head
    head.preface_button.click()
    QTest.keyClicks(head.preface, "Welcome")
    composer.qtbot.waitUntil(lambda: "Welcome" in composer.page_text)
    assert composer.choice().preface == ""
    composer.page.list.setFocus()
    composer.qtbot.waitUntil(lambda: composer.choice().preface == "Welcome")


def test_another_name_is_that_of_the_tab(composer: Composer) -> None:
    name = composer.page.head.name
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "Monday")
    QTest.keyClick(name, Qt.Key.Key_Return)
    tabs = composer.shown.desk.reading.tabs
    composer.qtbot.waitUntil(lambda: tabs.title(tabs.front) == "Monday")
    assert composer.choice().name == "Monday"


def test_a_digest_keeps_its_name_where_none_is_typed(composer: Composer) -> None:
    name = composer.page.head.name
    name.setFocus()
    name.clear()
    composer.page.list.setFocus()
    assert name.text() == "Reading group"


def test_fields_are_left_out_and_the_english_template_needs_no_translations(composer: Composer) -> None:
    head = composer.page.head
    head.field_actions[DigestField.SUMMARY].trigger()
    composer.qtbot.waitUntil(lambda: "一句话" not in composer.page_text)
    assert head.fields.text() == "Fields: 1 left out"
    head.template.setCurrentIndex(head.template.findData(Template.ENGLISH))
    head.template.activated.emit(head.template.currentIndex())
    composer.qtbot.waitUntil(lambda: "第四篇" not in composer.page_text)
    assert not head.field_actions[DigestField.TRANSLATED_TITLE].isEnabled()


def test_a_deleted_digest_leaves_and_comes_back(composer: Composer) -> None:
    tabs = composer.shown.desk.reading.tabs
    key = tabs.front
    composer.does(ActionId.DELETE_DIGEST)
    composer.qtbot.waitUntil(lambda: key not in tabs)
    composer.shown.told("Deleted the digest “Reading group”")
    composer.does(ActionId.UNDO)
    composer.qtbot.waitUntil(lambda: len(composer.shown.counts().own_digests) == 1)
    composer.open()
    composer.sees(ALL)


def test_esc_leads_back_to_the_list(composer: Composer) -> None:
    QTest.keyClick(composer.page.list, Qt.Key.Key_Escape)
    composer.qtbot.waitUntil(lambda: composer.shown.desk.reading.tabs.front == "library")


def test_open_digests_are_there_again_when_the_window_is_made_anew(composer: Composer) -> None:
    key, before = composer.shown.desk.reading.tabs.front, composer.shown.desk
    composer.shown.do(ActionId.LARGER)
    composer.qtbot.waitUntil(lambda: composer.shown.window.desk not in (None, before))
    tabs = composer.shown.desk.reading.tabs
    composer.qtbot.waitUntil(lambda: key in tabs)
    assert tabs.title(key) == "Reading group"
    composer.open()
    composer.sees(ALL)
