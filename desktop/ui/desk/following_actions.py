"""Feeds as a person follows, edits and asks them, and what is told when they brought something."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.domain.changes import Changes
from desktop.domain.ids import FeedId
from desktop.domain.listing import Place
from desktop.ui.actions import ActionId
from desktop.ui.desk.open_library import OpenLibrary
from desktop.ui.sidebar.wishes import AskFeed, EditFeed, Unfollow, Wish
from desktop.ui.tabs.tabs import LIBRARY
from desktop.ui.tasks import Lane

if TYPE_CHECKING:
    from desktop.domain.feeds import Feed, FeedChoice, FeedDay, FeedReport
    from desktop.ui.desk.feed_lists import FeedLists
    from desktop.ui.following.feed_strip import FeedStrip
    from desktop.ui.following.follower import Asked, Follower

Id = ActionId


class FollowingActions(QObject):
    """Bound to one library in the window. The follower is made some moments after the first rows, or when it is first
    needed."""

    texts_wanted = Signal(object)
    """A model is to write what is missing of these papers (PaperIds): their feed has it so."""

    def __init__(self, library: OpenLibrary, make_follower: "Callable[[], Follower]", parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._make_follower = make_follower
        self._follower: Follower | None = None
        self._strip: FeedStrip | None = None
        self._told_of: FeedId | None = None
        """What stands above the list is of that feed, or will be."""
        self._lists: FeedLists | None = None
        library.room.wished.connect(self._on_wished)
        library.room.empty.other_acted.connect(self._follow)
        library.room.state_changed.connect(self._on_room_changed)
        library.room.details_made.connect(self._on_details_made)
        library.events.changed.connect(self._on_changed)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {
            Id.FOLLOW_FEED: self._follow,
            Id.ASK_FEEDS: self._ask_all,
            Id.ASK_FEED: self._with_shown(self._ask),
            Id.EDIT_FEED: self._with_shown(self._edit),
            Id.UNFOLLOW_FEED: self._with_shown(self._unfollow),
            Id.FEEDS_IN: lambda: self.lists.ask_in(),
            Id.FEEDS_OUT: lambda: self.lists.ask_out(),
        }

    def begin(self) -> None:
        """Let feeds be asked when they are due. Comes from a timer, so the program may have ended."""
        if isValid(self._library.tasks):
            _ = self.follower

    @property
    def follower(self) -> "Follower":
        """Asks the feeds of the library."""
        if self._follower is None:
            self._follower = follower = self._make_follower()
            follower.library_changed.connect(self._library.events.announce_quietly)
            follower.brought.connect(self._on_brought)
            follower.asking_changed.connect(self._show_strip)
            follower.ended.connect(self._tell)
            follower.wake()
        return self._follower

    @property
    def lists(self) -> "FeedLists":
        """OPML in and out."""
        if self._lists is None:
            from desktop.ui.desk.feed_lists import FeedLists  # when it is first wanted

            self._lists = FeedLists(self._library, self)
        return self._lists

    def show(self, feed: FeedId) -> None:
        """List the papers of that feed."""
        self._library.reading.tabs.show_tab(LIBRARY)
        self._library.room.go_to(Place.FEED, feed)
        self._library.room.setFocus()

    def _show_known(self, feed: FeedId) -> None:
        """A feed that is followed no longer has no list."""
        if any(known.id == feed for known in self._library.room.counts.feeds):
            self.show(feed)
        else:
            self._library.toast.show_message(self.tr("This feed is followed no longer."))

    # Following

    def _follow(self) -> None:
        from desktop.ui.following.follow_dialog import FollowDialog  # when it is first wanted

        dialog = FollowDialog(parent=self._library.window)
        dialog.chosen.connect(self._store)
        dialog.open()

    def _store(self, choice: "FeedChoice") -> None:
        """Follow it, and show it, also if it was followed already."""
        services = self._library.services
        there: list[FeedId] = []

        def work() -> Changes:
            changes = services.feeds.follow([choice])
            feeds = services.feeds.feeds()
            newest = max(feeds, key=lambda feed: feed.position)
            same = [feed.id for feed in feeds if (feed.choice.kind, feed.choice.source) == (choice.kind, choice.source)]
            there.append(newest.id if changes else (same or [newest.id])[0])
            return changes

        self._library.papers.change(work, then=lambda _: self._show_followed(there[0]))

    def _show_followed(self, feed: FeedId) -> None:
        self.show(feed)
        self.follower.ask([feed])

    def _edit(self, feed: FeedId) -> None:
        services = self._library.services

        def find() -> "Feed | None":
            return next((known for known in services.feeds.feeds() if known.id == feed), None)

        self._library.tasks.run(Lane.DB, find, owner=self, done=self._open_editor)

    def _open_editor(self, feed: "Feed | None") -> None:
        if feed is None:
            return
        from desktop.ui.following.follow_dialog import FollowDialog  # when it is first wanted

        services, known = self._library.services, feed.id
        dialog = FollowDialog(feed.choice, self._library.window)
        dialog.chosen.connect(lambda choice: self._library.papers.change(lambda: services.feeds.edit(known, choice)))
        dialog.open()

    def _unfollow(self, feed: FeedId) -> None:
        self._library.room.wished.emit(Unfollow(feed, ""))

    def _ask_all(self) -> None:
        if self._library.room.counts.feeds:
            self.follower.ask()
        else:
            self._library.toast.show_message(
                self.tr("Nothing is followed yet."), self.tr("Follow…"), self._library.commands[Id.FOLLOW_FEED].trigger
            )

    def _ask(self, feed: FeedId) -> None:
        self.follower.ask([feed])

    def _with_shown(self, act: Callable[[FeedId], None]) -> Callable[[], None]:
        """The same for the feed that is shown."""

        def acting() -> None:
            if (feed := self._shown) is not None:
                act(feed)

        return acting

    @property
    def _shown(self) -> FeedId | None:
        return self._library.room.listing.feed

    # What happens

    def _on_wished(self, wish: Wish) -> None:
        match wish:
            case EditFeed(feed):
                self._edit(feed)
            case AskFeed(feed):
                self._ask(feed)

    def _on_details_made(self) -> None:
        self._library.room.details.page.provenance.feed_activated.connect(self._show_known)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.feeds:
            return
        self._show_strip()
        if self._follower is not None and self._follower.asking is None:
            self._follower.wake()

    def _on_brought(self, feed: "Feed", report: "FeedReport") -> None:
        if feed.choice.writes_texts and report.papers:
            self.texts_wanted.emit(report.papers)

    def _on_room_changed(self) -> None:
        if self._shown != self._told_of:
            self._show_strip()

    def _show_strip(self) -> None:
        """Above the papers of a feed."""
        self._told_of = feed = self._shown
        if feed is None:
            if self._strip is not None:
                self._strip.hide()
            return
        services = self._library.services

        def find() -> "tuple[Feed | None, FeedDay | None]":
            there = next((known for known in services.feeds.feeds() if known.id == feed), None)
            return there, next(iter(services.feeds.days(feed)), None)

        self._library.tasks.run_latest("strip", Lane.DB, find, owner=self, done=self._fill_strip)

    def _fill_strip(self, found: "tuple[Feed | None, FeedDay | None]") -> None:
        feed, newest = found
        if feed is None or feed.id != self._shown:
            return
        from desktop.ui.following.feed_strip import FeedStrip  # when a feed is first looked at
        from desktop.ui.following.follower import now_ms

        if self._strip is None:
            self._strip = strip = FeedStrip()
            strip.ask_wanted.connect(self._library.commands[Id.ASK_FEED].trigger)
            strip.edit_wanted.connect(self._library.commands[Id.EDIT_FEED].trigger)
            self._library.room.column.insertWidget(1, strip)
        asking = self._follower.asking if self._follower is not None else None
        self._strip.tell(feed, newest, now_ms(), asking=asking is not None and asking.id == feed.id)
        self._strip.show()

    def _tell(self, asked: "Asked") -> None:
        """What came; to a person who asked, also that nothing did, and why not."""
        from desktop.ui.following.feed_words import failed_words, news_words, quiet_words

        toast, reports = self._library.toast, asked.reports
        news, failed = news_words(reports), failed_words(reports)
        if news:
            brought = [report.feed for report in reports if report.added]
            if brought == [self._shown]:
                toast.show_news(news, asked=asked.by_hand)
            else:
                toast.show_news(news, self.tr("Show"), partial(self._show_news, brought), asked=asked.by_hand)
        if failed and asked.by_hand:
            toast.show_news(failed, failure=True, asked=not news)
        elif asked.by_hand and reports and not news:
            toast.show_news(quiet_words(reports), asked=True)

    def _show_news(self, feeds: Sequence[FeedId]) -> None:
        if len(feeds) == 1:
            self.show(feeds[0])
        else:
            self._library.reading.tabs.show_tab(LIBRARY)
            self._library.room.go_to(Place.INBOX)
