"""The menus of the sidebar's rows ask for what the rows can do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.ids import CollectionId, DigestId, SearchId
from desktop.domain.listing import Listing, Place
from desktop.ui.sidebar import wishes
from desktop.ui.sidebar.entries import Key, Kind, Section
from desktop.ui.sidebar.sidebar_menu import show_menu
from desktop.ui.sidebar.sidebar_pane import SidebarPane
from desktop.ui.sidebar.sidebar_view import SidebarView
from desktop.ui.sidebar.wishes import Wish
from tests.gui.test_sidebar import FILED

VISION, CITE = FILED.tags


@pytest.fixture
def pane(qtbot: QtBot) -> SidebarPane:
    pane = SidebarPane()
    qtbot.addWidget(pane)
    pane.resize(220, 900)
    pane.view.set_sidebar(FILED)
    pane.view.choose(Listing())
    pane.show()
    return pane


@pytest.fixture
def view(pane: SidebarPane) -> SidebarView:
    return pane.view


def actions(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        yield from actions(below) if isinstance(below := action.menu(), QMenu) else (action,)


def offered(view: SidebarView, key: Key) -> dict[str, QAction]:
    """The menu of that row, by the words in it."""
    show_menu(view, view.rows.index_of(key), QPoint(0, 0))
    menus = view.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return {action.text(): action for menu in menus[-1:] for action in actions(menu) if action.text()}


def asked(qtbot: QtBot, view: SidebarView, key: Key, words: str) -> Wish:
    with qtbot.waitSignal(view.wished) as wished:
        offered(view, key)[words].trigger()
    wish: Wish = wished.args[0]
    return wish


@pytest.mark.parametrize(
    ("key", "words", "wish"),
    [
        (Key(Kind.COLLECTION, 1), "Delete", wishes.DeleteCollection(CollectionId(1), "Thesis")),
        (Key(Kind.SEARCH, 1), "Delete", wishes.DeleteSearch(SearchId(1), "Unread")),
        (Key(Kind.TAG, 1), "Delete", wishes.DeleteTag(VISION)),
        (Key(Kind.LEVEL, name="ml"), "Delete", wishes.DeleteLevel("ml")),
        (Key(Kind.TAG, 1), "Pink", wishes.EditTag(VISION, "ml/vision", 4)),
        (Key(Kind.TAG, 1), "None", wishes.EditTag(VISION, "ml/vision", 0)),
        (Key(Kind.DIGEST, 1), "Remove digest", wishes.RemoveDigest(DigestId(1))),
        (Key(Kind.DIGEST, 1), "Export digest…", wishes.ExportDigest(DigestId(1))),
    ],
)
def test_a_menu_asks_for_what_it_says(qtbot: QtBot, view: SidebarView, key: Key, words: str, wish: Wish) -> None:
    assert asked(qtbot, view, key, words) == wish


def test_a_tag_is_merged_into_one_that_is_chosen_by_typing(qtbot: QtBot, view: SidebarView) -> None:
    offered(view, Key(Kind.TAG, 1))["Merge into…"].trigger()
    dialog = view.window().findChild(QInputDialog)
    assert isinstance(dialog, QInputDialog)
    assert dialog.comboBoxItems() == ["to cite"]
    dialog.setTextValue("to cite")
    with qtbot.waitSignal(view.wished) as wished:
        dialog.accept()
    assert wished.args == [wishes.MergeTags(VISION, CITE)]


def test_the_query_of_a_saved_search_is_edited(qtbot: QtBot, view: SidebarView) -> None:
    offered(view, Key(Kind.SEARCH, 2))["Edit its search…"].trigger()
    dialog = view.window().findChild(QInputDialog)
    assert isinstance(dialog, QInputDialog)
    assert dialog.textValue() == "tag:cv"
    dialog.setTextValue("tag:cv is:starred")
    with qtbot.waitSignal(view.wished) as wished:
        dialog.accept()
    assert wished.args == [wishes.EditSearch(SearchId(2), "Vision", "tag:cv is:starred")]


def test_the_present_search_is_saved_from_the_heading(view: SidebarView) -> None:
    heading = Key(Kind.SECTION, name=Section.SEARCHES.value)
    assert not offered(view, heading)["Save this search…"].isEnabled()
    view.choose(Listing(query="tag:cv"))
    assert offered(view, heading)["Save this search…"].isEnabled()


def test_places_have_no_menu(view: SidebarView) -> None:
    assert offered(view, Key(Kind.PLACE, name=Place.INBOX.value)) == {}


def test_the_plus_sign_of_a_heading_adds_where_that_is_possible(view: SidebarView) -> None:
    action = QAction("New collection")
    made: list[str] = []
    action.triggered.connect(lambda: made.append("collection"))
    view.set_adders({Section.COLLECTIONS: action})
    heading = view.rows.index_of_section(Section.COLLECTIONS)
    plus = view.painter.add_area(view.visualRect(heading)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=plus)
    assert made == ["collection"]
    assert view.isExpanded(heading)  # and folds nothing
    action.setEnabled(False)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=plus)
    assert made == ["collection"]
    assert not view.isExpanded(heading)
