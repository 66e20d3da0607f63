"""Feeds and digests of one's own in the sidebar: by mouse, by keys, and as a place where papers are let go."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.ids import FeedId, OwnDigestId, PaperId
from desktop.domain.listing import FeedSummary, Listing, OwnDigestSummary, Place, Sidebar
from desktop.ui.library.paper_links import PAPERS_MIME
from desktop.ui.sidebar import wishes
from desktop.ui.sidebar.entries import Key, Kind, read_key
from desktop.ui.sidebar.moves import Spot, wish
from desktop.ui.sidebar.sidebar_menu import show_menu
from desktop.ui.sidebar.sidebar_pane import SidebarPane
from desktop.ui.sidebar.sidebar_view import SidebarView
from desktop.ui.sidebar.wishes import Wish

VISION, LEARNING, WEEK = Key(Kind.FEED, 1), Key(Kind.FEED, 2), Key(Kind.OWN_DIGEST, 1)
SIDEBAR = Sidebar(
    10,
    2,
    0,
    (),
    feeds=(
        FeedSummary(FeedId(1), "cs.CV", 3, active=True, failed=False),
        FeedSummary(FeedId(2), "cs.LG", 0, active=False, failed=False),
        FeedSummary(FeedId(3), "quant-ph", 1, active=True, failed=True),
    ),
    own_digests=(OwnDigestSummary(OwnDigestId(1), "This week", 4, 0),),
)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[SidebarView]:
    pane = SidebarPane()
    qtbot.addWidget(pane)
    pane.resize(260, 800)
    pane.view.set_sidebar(SIDEBAR)
    pane.show()
    qtbot.waitExposed(pane)
    pane.view.setFocus()
    yield pane.view
    pane.close()


def choose(view: SidebarView, key: Key) -> None:
    view.setCurrentIndex(view.rows.index_of(key))


def wished(view: SidebarView) -> list[Wish]:
    found: list[Wish] = []
    view.wished.connect(found.append)
    return found


def test_how_a_feed_stands_is_seen_and_heard(view: SidebarView) -> None:
    heard = [
        view.rows.index_of(Key(Kind.FEED, number)).data(Qt.ItemDataRole.AccessibleTextRole) for number in (1, 2, 3)
    ]
    assert heard == [
        "cs.CV, 3 papers",
        "cs.LG – paused, 0 papers",
        "quant-ph – could not be read last time, 1 paper",
    ]
    icons = [
        entry.icon for feed in SIDEBAR.feeds if (entry := view.rows.entry(view.rows.index_of(Key(Kind.FEED, feed.id))))
    ]
    assert icons == ["feed", "pause", "warn"]


def test_a_feed_and_a_digest_are_lists_of_their_own(view: SidebarView, qtbot: QtBot) -> None:
    for key, place in ((VISION, Place.FEED), (WEEK, Place.OWN_DIGEST)):
        with qtbot.waitSignal(view.place_chosen) as chosen:
            choose(view, key)
        assert chosen.args == [Listing(place, 1)]
        assert read_key(key.written) == key


def test_a_digest_of_ones_own_opens_by_a_click_or_enter(view: SidebarView, qtbot: QtBot) -> None:
    place = view.visualRect(view.rows.index_of(WEEK)).center()
    with qtbot.waitSignal(view.own_digest_wanted) as opened:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [OwnDigestId(1)]
    with qtbot.waitSignal(view.own_digest_wanted):
        QTest.keyClick(view, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("key", "asked"),
    [(VISION, wishes.Unfollow(FeedId(1), "cs.CV")), (WEEK, wishes.DeleteOwnDigest(OwnDigestId(1), "This week"))],
)
def test_delete_gives_up_what_the_row_stands_for(view: SidebarView, key: Key, asked: Wish) -> None:
    found = wished(view)
    choose(view, key)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert found == [asked]


def test_feeds_are_put_in_order_by_keys(view: SidebarView) -> None:
    found = wished(view)
    choose(view, VISION)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    choose(view, LEARNING)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert found == [wishes.MoveFeed(FeedId(1), "cs.CV", 1), wishes.MoveFeed(FeedId(2), "cs.LG", 0)]


def test_a_new_name_is_typed_over_the_old_one(view: SidebarView) -> None:
    found = wished(view)
    for key, name in ((VISION, "Vision"), (WEEK, "Week 47")):
        view.rows.setData(view.rows.index_of(key), f" {name} ")
    assert found == [wishes.RenameFeed(FeedId(1), "Vision"), wishes.RenameOwnDigest(OwnDigestId(1), "Week 47")]


def test_papers_are_let_go_on_a_digest_and_not_on_a_feed(view: SidebarView) -> None:
    data = QMimeData()
    data.setData(PAPERS_MIME, b"7 9")
    rows = view.rows
    papers = (PaperId(7), PaperId(9))
    assert wish(rows, data, rows.index_of(WEEK), Spot.ON, Place.ALL) == wishes.FilePapers(papers, WEEK, "This week")
    assert wish(rows, data, rows.index_of(WEEK), Spot.ON, Place.TRASH) is None
    assert wish(rows, data, rows.index_of(VISION), Spot.ON, Place.ALL) is None


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Ask now", wishes.AskFeed(FeedId(2))),
        ("Edit feed…", wishes.EditFeed(FeedId(2))),
        ("Unfollow", wishes.Unfollow(FeedId(2), "cs.LG")),
    ],
)
def test_the_menu_of_a_feed(view: SidebarView, words: str, asked: Wish) -> None:
    found = wished(view)
    show_menu(view, view.rows.index_of(LEARNING), view.mapToGlobal(view.rect().center()))
    (menu,) = view.findChildren(QMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    assert found == [asked]
