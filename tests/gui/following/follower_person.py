"""A person who follows feeds in the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.domain.listing import FeedSummary, Place
from desktop.ui.actions import ActionId
from desktop.ui.following.feed_strip import FeedStrip
from desktop.ui.following.follow_dialog import FollowDialog
from desktop.ui.sidebar.entries import Key, Kind
from tests.arxiv_server import ArxivServer
from tests.gui.shown_window import Shown


class FollowingPerson:
    """Uses the window, waits for what a person would wait for."""

    def __init__(self, shown: Shown, server: ArxivServer) -> None:
        self.shown = shown
        self.server = server

    def until(self, condition: Callable[[], bool]) -> None:
        self.shown.qtbot.waitUntil(condition, timeout=30_000)

    def can_follow(self) -> bool:
        return self.shown.can(ActionId.FOLLOW_FEED)

    def announces(self, count: int, kind: str = "new", category: str = "cs.CV", skip: int = 0) -> list[str]:
        """Let a category announce so many papers today."""
        ids = [name for name, told in self.server.papers.items() if len(told) == 1 and "/" not in name][
            skip : skip + count
        ]
        self.server.days.announce(category, ids, kind)
        return ids

    def dialog(self, action: ActionId = ActionId.FOLLOW_FEED) -> FollowDialog:
        """The window in which one follows, or edits a feed."""
        self.until(lambda: self.shown.can(action))
        self.shown.do(action)
        self.until(lambda: any(isinstance(window, FollowDialog) for window in QApplication.topLevelWidgets()))
        found = [window for window in QApplication.topLevelWidgets() if isinstance(window, FollowDialog)]
        self.until(found[-1].isVisible)
        return found[-1]

    def follows(self, categories: str = "cs.CV") -> None:
        """Follow categories by typing their codes."""
        dialog = self.dialog()
        QTest.keyClicks(dialog.categories, categories)
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
        self.until(lambda: self.listed == self.feed(categories).id)

    @property
    def listed(self) -> int | None:
        """The feed whose papers are listed."""
        listing = self.shown.desk.room.listing
        return listing.item if listing.place is Place.FEED else None

    def feeds(self) -> list[str]:
        """Names of the feeds in the sidebar, as they are heard."""
        rows = self.shown.desk.room.sidebar.view.rows
        keys = [Key(Kind.FEED, feed.id) for feed in self.shown.counts().feeds]
        return [str(rows.index_of(key).data(Qt.ItemDataRole.AccessibleTextRole)) for key in keys]

    def feed(self, name: str) -> FeedSummary:
        """The feed of that name, once the sidebar shows it."""
        self.until(lambda: any(feed.name == name for feed in self.shown.counts().feeds))
        return next(feed for feed in self.shown.counts().feeds if feed.name == name)

    @property
    def strip(self) -> str:
        """What stands above the papers of a feed; empty where nothing does."""
        strips = self.shown.window.findChildren(FeedStrip)
        return strips[0].words if strips and strips[0].isVisible() else ""

    def presses(self, words: str, where: QWidget) -> None:
        """Click the button of these words, once it is there."""

        def buttons() -> list[QPushButton]:
            return [button for button in where.findChildren(QPushButton) if button.text() == words]

        self.until(lambda: any(button.isVisible() and button.isEnabled() for button in buttons()))
        QTest.mouseClick(next(button for button in buttons() if button.isVisible()), Qt.MouseButton.LeftButton)
