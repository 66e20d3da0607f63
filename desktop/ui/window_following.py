"""The follower of the open library: feeds are asked while the window is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.desk.following_actions import FollowingActions
    from desktop.ui.following.follower import Follower

_BEGIN_AFTER_MS = 3000
"""The person has seen the library before a feed is asked."""


class WindowFollowing(QObject):
    """A follower stays while the window is made anew in another language. It is made some moments after the first rows,
    or when it is first needed."""

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._services: LibraryServices | None = None
        self._follower: Follower | None = None

    def follower(self) -> "Follower":
        """That of the library which was served last."""
        if self._follower is None:
            from desktop.ui.following.follower import Follower  # not needed for the first screen

            assert self._services is not None
            self._follower = Follower(self._services, self._tasks, self)
        return self._follower

    def serve(self, services: "LibraryServices", actions: "FollowingActions") -> None:
        """The library is open, and a person may use these actions."""
        self._services = services
        QTimer.singleShot(_BEGIN_AFTER_MS if self._follower is None else 0, actions, actions.begin)

    def leave(self) -> None:
        """Another library is opened: stop at once."""
        self._services = None
        if self._follower is not None:
            self._follower.leave()
            self._follower = None
