"""Feeds as a person follows, edits and asks them, and what is told when they brought something."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop.domain.changes import Changes
from desktop.ui.actions import ActionId
from desktop.ui.desk.open_library import OpenLibrary

if TYPE_CHECKING:
    from desktop.ui.following.follower import Follower

Id = ActionId


class FollowingActions(QObject):
    """Bound to one library in the window. The follower is made some moments after the first rows, or when it is first
    needed."""

    def __init__(self, library: OpenLibrary, make_follower: "Callable[[], Follower]", parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._make_follower = make_follower
        self._follower: Follower | None = None

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {Id.ASK_FEEDS: self._ask_all}

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
            self._library.events.changed.connect(self._on_changed)
            follower.wake()
        return self._follower

    def _ask_all(self) -> None:
        self.follower.ask()

    def _on_changed(self, changes: Changes) -> None:
        if changes.feeds and self.follower.asking is None:
            self.follower.wake()
