"""Rows of the sidebar are moved by drags and by keys; papers are filed by drops."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.ids import CollectionId, PaperId, SearchId
from desktop.domain.listing import Listing, Place
from desktop.ui.library.paper_links import papers_as_mime
from desktop.ui.sidebar import wishes
from desktop.ui.sidebar.entries import Key, Kind, Section
from desktop.ui.sidebar.moves import ROW_MIME
from desktop.ui.sidebar.sidebar_pane import SidebarPane
from desktop.ui.sidebar.sidebar_view import SidebarView
from desktop.ui.sidebar.wishes import Wish
from tests.gui.test_sidebar import FILED

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
THESIS, CHAPTER, GROUP = (Key(Kind.COLLECTION, number) for number in (1, 2, 3))


@pytest.fixture
def pane(qtbot: QtBot) -> SidebarPane:
    pane = SidebarPane()
    qtbot.addWidget(pane)
    pane.resize(220, 900)
    pane.view.set_sidebar(FILED)
    pane.view.choose(Listing())
    pane.view.expandAll()
    pane.show()
    pane.view.setFocus()
    return pane


def row(key: Key) -> QMimeData:
    data = QMimeData()
    data.setData(ROW_MIME, key.written.encode())
    return data


def papers(*numbers: int) -> QMimeData:
    return papers_as_mime((), [PaperId(number) for number in numbers])


def dropped(view: SidebarView, data: QMimeData, key: Key, height: float = 0.5) -> list[Wish]:
    """Drag the data over that row, let go at so much of its height; what was asked for."""
    asked: list[Wish] = []
    view.wished.connect(asked.append)
    rect = view.visualRect(view.rows.index_of(key))
    assert rect.isValid()
    place = QPoint(rect.center().x(), rect.top() + round(rect.height() * height))
    port = view.viewport()
    QCoreApplication.sendEvent(port, QDragEnterEvent(place, ACTIONS, data, LEFT, NO_KEY))
    moved = QDragMoveEvent(place, ACTIONS, data, LEFT, NO_KEY)
    QCoreApplication.sendEvent(port, moved)
    if moved.isAccepted():
        QCoreApplication.sendEvent(port, QDropEvent(QPointF(place), ACTIONS, data, LEFT, NO_KEY, QEvent.Type.Drop))
    view.wished.disconnect(asked.append)
    return asked


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (GROUP, "Group"),
        (Key(Kind.TAG, 1), "ml/vision"),
        (Key(Kind.LEVEL, name="ml"), "ml"),
        (Key(Kind.PLACE, name=Place.QUEUE.value), "Queue"),
    ],
)
def test_papers_are_filed_where_they_are_dropped(pane: SidebarPane, key: Key, name: str) -> None:
    filed = wishes.FilePapers((PaperId(3), PaperId(5)), key, name)
    assert dropped(pane.view, papers(3, 5), key) == [filed]


@pytest.mark.parametrize(
    "key",
    [
        Key(Kind.PLACE, name=Place.ALL.value),
        Key(Kind.PLACE, name=Place.RECENT.value),
        Key(Kind.SEARCH, 1),
        Key(Kind.DIGEST, 1),
        Key(Kind.SECTION, name=Section.TAGS.value),
    ],
)
def test_nothing_is_dropped_where_it_means_nothing(pane: SidebarPane, key: Key) -> None:
    assert dropped(pane.view, papers(3), key) == []


def test_papers_leave_the_trash_by_a_drop_on_all_papers_alone(pane: SidebarPane) -> None:
    pane.view.choose(Listing(Place.TRASH))
    everything = Key(Kind.PLACE, name=Place.ALL.value)
    assert dropped(pane.view, papers(3), everything) == [wishes.FilePapers((PaperId(3),), everything, "All papers")]
    assert dropped(pane.view, papers(3), GROUP) == []


def test_papers_are_dropped_on_the_pinned_trash(qtbot: QtBot, pane: SidebarPane) -> None:
    data, place = papers(4), QPoint(20, 10)
    with qtbot.waitSignal(pane.view.wished) as wished:
        entered = QDragEnterEvent(place, ACTIONS, data, LEFT, NO_KEY)
        QCoreApplication.sendEvent(pane.trash, entered)
        assert entered.isAccepted()
        dropping = QDropEvent(QPointF(place), ACTIONS, data, LEFT, NO_KEY, QEvent.Type.Drop)
        QCoreApplication.sendEvent(pane.trash, dropping)
    assert wished.args == [wishes.FilePapers((PaperId(4),), Key(Kind.PLACE, name="trash"), "Trash")]


def test_a_collection_goes_into_another_or_between_two(pane: SidebarPane) -> None:
    group, chapter = CollectionId(3), CollectionId(2)
    assert dropped(pane.view, row(GROUP), THESIS) == [wishes.MoveCollection(group, "Group", CollectionId(1), 1)]
    assert dropped(pane.view, row(GROUP), THESIS, 0.1) == [wishes.MoveCollection(group, "Group", None, 0)]
    assert dropped(pane.view, row(CHAPTER), GROUP, 0.9) == [wishes.MoveCollection(chapter, "Chapter 1", None, 2)]
    assert dropped(pane.view, row(THESIS), GROUP, 0.95) == [wishes.MoveCollection(CollectionId(1), "Thesis", None, 1)]


def test_a_collection_never_goes_into_itself(pane: SidebarPane) -> None:
    assert dropped(pane.view, row(THESIS), CHAPTER) == []
    assert dropped(pane.view, row(THESIS), THESIS) == []


def test_saved_searches_are_put_in_order(pane: SidebarPane) -> None:
    first, second = Key(Kind.SEARCH, 1), Key(Kind.SEARCH, 2)
    assert dropped(pane.view, row(second), first, 0.2) == [wishes.MoveSearch(SearchId(2), "Vision", 0)]
    assert dropped(pane.view, row(first), second, 0.8) == [wishes.MoveSearch(SearchId(1), "Unread", 1)]


def test_a_tag_dropped_on_another_lies_below_it(pane: SidebarPane) -> None:
    vision, cite = FILED.tags
    level, heading = Key(Kind.LEVEL, name="ml"), Key(Kind.SECTION, name=Section.TAGS.value)
    assert dropped(pane.view, row(Key(Kind.TAG, 2)), level) == [wishes.EditTag(cite, "ml/to cite", 0)]
    assert dropped(pane.view, row(Key(Kind.TAG, 1)), heading) == [wishes.EditTag(vision, "vision", 3)]
    assert dropped(pane.view, row(level), Key(Kind.TAG, 2)) == [wishes.RenameLevel("ml", "to cite/ml")]
    assert dropped(pane.view, row(level), Key(Kind.TAG, 1)) == []


@pytest.mark.parametrize(
    ("key", "pressed", "asked"),
    [
        (GROUP, Qt.Key.Key_Up, wishes.MoveCollection(CollectionId(3), "Group", None, 0)),
        (THESIS, Qt.Key.Key_Down, wishes.MoveCollection(CollectionId(1), "Thesis", None, 1)),
        (GROUP, Qt.Key.Key_Right, wishes.MoveCollection(CollectionId(3), "Group", CollectionId(1), 1)),
        (CHAPTER, Qt.Key.Key_Left, wishes.MoveCollection(CollectionId(2), "Chapter 1", None, 1)),
        (Key(Kind.SEARCH, 1), Qt.Key.Key_Down, wishes.MoveSearch(SearchId(1), "Unread", 1)),
    ],
)
def test_alt_and_an_arrow_move_a_row(qtbot: QtBot, pane: SidebarPane, key: Key, pressed: Qt.Key, asked: Wish) -> None:
    pane.view.setCurrentIndex(pane.view.rows.index_of(key))
    with qtbot.waitSignal(pane.view.wished) as wished:
        QTest.keyClick(pane.view, pressed, Qt.KeyboardModifier.AltModifier)
    assert wished.args == [asked]


def test_what_a_person_named_can_be_dragged(pane: SidebarPane) -> None:
    rows = pane.view.rows
    movable = (GROUP, Key(Kind.SEARCH, 1), Key(Kind.TAG, 1), Key(Kind.LEVEL, name="ml"))
    fixed = (Key(Kind.PLACE, name=Place.QUEUE.value), Key(Kind.DIGEST, 1), Key(Kind.SECTION, name="tags"))
    draggable = Qt.ItemFlag.ItemIsDragEnabled
    assert all(draggable in rows.flags(rows.index_of(key)) for key in movable)
    assert not any(draggable in rows.flags(rows.index_of(key)) for key in fixed)


def test_files_are_left_to_the_window(pane: SidebarPane) -> None:
    data = QMimeData()
    data.setText("arXiv:2401.00001")
    entered = QDragEnterEvent(QPoint(5, 5), ACTIONS, data, LEFT, NO_KEY)
    QCoreApplication.sendEvent(pane.view.viewport(), entered)
    assert not entered.isAccepted()
