"""What goes on behind the widgets of the open library: fetching, reading PDFs for the search, following feeds,
writing texts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.actions import ActionId
from desktop.ui.commands import Commands
from desktop.ui.desk.background import Background
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.window_dialogs import WindowDialogs
from desktop.ui.window_fetching import WindowFetching
from desktop.ui.window_following import WindowFollowing
from desktop.ui.window_indexing import WindowIndexing
from desktop.ui.window_mailing import WindowMailing
from desktop.ui.window_writing import WindowWriting
from desktop.ui.work.status_line import StatusLine

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.desk.library_desk import LibraryDesk


class WindowWork(QObject):
    """Stays while the widgets are made anew in another language or size."""

    def __init__(
        self,
        tasks: TaskRunner,
        session: Session,
        commands: Commands,
        status: StatusLine,
        dialogs: WindowDialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        pause, pause_writing = commands[ActionId.PAUSE_DOWNLOADS], commands[ActionId.PAUSE_WRITING]
        self.fetching = WindowFetching(tasks, session, pause, status, dialogs, self)
        self.indexing = WindowIndexing(tasks, session, status, self)
        self.following = WindowFollowing(tasks, self)
        self.writing = WindowWriting(tasks, session, pause_writing, status, dialogs, self)
        self.mailing = WindowMailing(tasks, session, dialogs, self)
        self.background = Background(
            self.fetching.fetcher,
            self.indexing.indexer,
            self.following.follower,
            self.writing.writer,
            self.mailing.mailer,
        )
        """For the parts of the desk."""
        status.indexing_asked.connect(commands[ActionId.SEARCH_EVERYTHING].trigger)

    def serve(self, services: "LibraryServices", desk: "LibraryDesk") -> None:
        """The library is open: begin some moments after its first rows."""
        self.fetching.serve(services, desk.fetching, desk.reading)
        self.indexing.serve(services, desk.events)
        self.following.serve(services, desk.digests.following)
        self.writing.serve(services, desk.digests.writing, desk.reading)
        self.mailing.serve(services, desk.digests.mailing)

    def leave(self) -> None:
        """Another library is opened: stop at once."""
        self.fetching.leave()
        self.indexing.leave()
        self.following.leave()
        self.writing.leave()
        self.mailing.leave()

    def obey(self) -> None:
        """A setting was changed: what waited for it may go on."""
        self.fetching.wake()
        self.indexing.obey()
