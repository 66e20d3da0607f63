"""New digests, papers into them, and what is handed on of them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragMoveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.domain.own_digest import HandedOn, Way
from desktop.ui.actions import ActionId
from desktop.ui.composing.add_popup import AddToDigestPopup
from desktop.ui.composing.digest_page import DigestPage
from desktop.ui.composing.find_popup import FindPapersPopup
from desktop.ui.composing.new_digest_popup import NewDigestPopup
from desktop.ui.digests.target_file import export_folder
from desktop.ui.library.paper_links import papers_as_mime
from desktop.ui.tabs.tabs import LIBRARY
from tests.gui.composing.conftest import Composer
from tests.gui.shown_window import Shown
from tests.gui.test_pages import nameless


def new_digest(shown: Shown) -> NewDigestPopup:
    shown.do(ActionId.NEW_DIGEST)
    (popup,) = shown.window.findChildren(NewDigestPopup)
    shown.qtbot.waitUntil(lambda: bool(popup.shown))
    return popup


def front(shown: Shown) -> DigestPage:
    composing = shown.desk.digests.composing
    shown.qtbot.waitUntil(lambda: composing.front is not None and composing.front.view is not None)
    assert composing.front is not None
    return composing.front


def test_a_digest_is_made_of_the_list_with_an_f_key_and_opens_at_once(shown: Shown) -> None:
    popup = new_digest(shown)
    assert popup.shown == ["F1  All papers: 4 papers", "F2  An empty digest"]
    assert nameless(popup) == []
    order = list(shown.desk.room.shown)
    QTest.keyClick(popup.field, Qt.Key.Key_F1)
    page = front(shown)
    assert page.list.papers.papers == order
    assert page.list.hasFocus()


def test_a_digest_is_made_of_the_selection_with_enter(shown: Shown) -> None:
    shown.desk.room.table.selectRow(1)
    shown.qtbot.waitUntil(lambda: len(shown.desk.room.selected) == 1)
    popup = new_digest(shown)
    assert popup.shown[0] == "F1  The selection: 1 paper"
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert front(shown).list.papers.papers == list(shown.desk.room.selected)


def test_an_empty_digest_says_what_to_do_next(shown: Shown) -> None:
    popup = new_digest(shown)
    QTest.keyClicks(popup.field, "Monday")
    assert popup.shown == ["An empty digest “Monday”"]
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    page = front(shown)
    assert page.head.name.text() == "Monday"
    shown.qtbot.waitUntil(lambda: any("No papers yet" in place for place in shown.empty_places()))


def test_papers_are_added_to_the_digest_made_last_with_enter(composer: Composer) -> None:
    shown = composer.shown
    composer.page.list.selectAll()
    composer.does(ActionId.TAKE_OUT_OF_DIGEST)
    composer.sees([])
    shown.desk.reading.tabs.show_tab(LIBRARY)
    shown.desk.room.table.selectRow(0)
    composer.does(ActionId.ADD_TO_DIGEST)
    (popup,) = shown.window.findChildren(AddToDigestPopup)
    shown.qtbot.waitUntil(lambda: popup.shown == ["Reading group: 0 papers"])
    assert nameless(popup) == []
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    shown.told("Added 1 paper to “Reading group”")
    assert composer.stored() == list(shown.desk.room.selected)
    composer.open()
    composer.qtbot.waitUntil(lambda: len(composer.titles()) == 1)


def test_papers_are_put_into_a_new_digest_of_the_name_that_is_typed(composer: Composer) -> None:
    composer.page.list.choose(composer.page.list.papers.papers[:1])
    composer.does(ActionId.ADD_TO_DIGEST)
    (popup,) = composer.shown.window.findChildren(AddToDigestPopup)
    composer.qtbot.waitUntil(lambda: bool(popup.shown))
    QTest.keyClicks(popup.field, "Monday")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    composer.qtbot.waitUntil(lambda: front(composer.shown).head.name.text() == "Monday")
    assert len(front(composer.shown).list.papers.papers) == 1


def test_papers_are_found_by_typing_and_added_with_enter(composer: Composer) -> None:
    composer.page.list.selectAll()
    composer.does(ActionId.TAKE_OUT_OF_DIGEST)
    composer.sees([])
    composer.page.head.add.click()
    (popup,) = composer.shown.window.findChildren(FindPapersPopup)
    QTest.keyClicks(popup.field, "fourier")
    composer.qtbot.waitUntil(lambda: popup.shown == ["Fourier features"])
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    composer.sees(["Fourier features"])
    assert popup.isVisible()
    assert popup.list.item(0).checkState() is Qt.CheckState.Checked


@pytest.mark.parametrize(("way", "name"), [(Way.MARKDOWN, "a.md"), (Way.PAGE, "a.html"), (Way.RSS, "a.xml")])
def test_what_is_handed_on_is_what_the_digest_is_and_is_remembered(
    composer: Composer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Way, name: str
) -> None:
    target = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    composer.shown.desk.digests.composing.flow.to_file(composer.digest, way, "Reading group")
    composer.shown.told(f"4 papers handed on: {name}")
    assert (
        target.read_bytes() == composer.on_db(lambda: composer.services.own_digests.document(composer.digest, way)).data
    )
    head = composer.page.head
    composer.qtbot.waitUntil(lambda: head.history.text().startswith("Handed on "))
    assert "changed since" not in head.history.text()
    assert export_folder(composer.page._session) == tmp_path

    composer.page.list.choose(composer.page.list.papers.papers[:1])
    composer.does(ActionId.TAKE_OUT_OF_DIGEST)
    composer.qtbot.waitUntil(lambda: head.history.text().endswith("changed since"))
    head.hand_on_menu.aboutToShow.emit()
    again = next(action for action in head.hand_on_menu.actions() if action.text().startswith("Again"))
    again.trigger()
    composer.qtbot.waitUntil(lambda: "changed since" not in head.history.text())


def test_a_folder_by_days_is_written_and_left_alone_where_it_holds_the_digest(
    composer: Composer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "site"))
    flow = composer.shown.desk.digests.composing.flow
    flow.to_folder(composer.digest)
    composer.shown.told("4 papers handed on: 5 files written in site.")
    assert (tmp_path / "site" / "index.html").is_file()
    composer.qtbot.waitUntil(lambda: len(composer.page.handed_on) == 1)
    flow.again(composer.digest, composer.page.handed_on[0])
    composer.shown.told("no file was changed")


def test_hand_on_opens_its_menu_by_key(composer: Composer) -> None:
    composer.page.list.setFocus()
    composer.does(ActionId.HAND_ON)
    menu = composer.page.head.hand_on_menu
    composer.qtbot.waitUntil(menu.isVisible)
    assert [action.text() for action in menu.actions()] == [
        "Markdown file…",
        "Web page…",
        "RSS file…",
        "Folder by days…",
        "E-mail…",
    ]
    menu.close()


def test_the_page_is_seen_as_browsers_show_it_with_what_was_typed_just_now(
    composer: Composer, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    composer.page.head.name.setText("Three & more")
    composer.page.browse.click()
    composer.qtbot.waitUntil(lambda: bool(opened))
    page = Path(opened[0].toLocalFile())
    assert page.name == "Three & more.html"
    assert b"<title>Three &amp; more</title>" in page.read_bytes()
    assert composer.page.handed_on == ()


def test_handing_on_again_to_a_folder_that_is_gone_is_told(composer: Composer, tmp_path: Path) -> None:
    flow = composer.shown.desk.digests.composing.flow
    flow.again(composer.digest, HandedOn(0, Way.PAGE, str(tmp_path / "gone" / "a.html"), 4, changed=False))
    composer.shown.told("gone")
    assert not (tmp_path / "gone").exists()
    assert composer.page.handed_on == ()


def test_papers_held_over_a_tab_bring_its_page_to_the_front(composer: Composer) -> None:
    tabs = composer.shown.desk.reading.tabs
    composer.page.left.emit()
    assert tabs.front == LIBRARY
    data = papers_as_mime([], [])
    place = tabs.bar.tabRect(1).center()
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(tabs.bar, QDragEnterEvent(place, copy, data, left, none))
    QApplication.sendEvent(tabs.bar, QDragMoveEvent(place, copy, data, left, none))
    composer.qtbot.waitUntil(lambda: tabs.front != LIBRARY)
