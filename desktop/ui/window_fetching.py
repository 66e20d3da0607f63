"""The fetcher of the open library, which stays while the window is made anew in another language, and what the window
itself shows of it: a line in the status bar, the checked action, the list of downloads."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.ui.fetching.fetch_state import now_ms
from desktop.ui.fetching.fetch_words import status_words
from desktop.ui.fetching.fetcher import Fetcher
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.work.status_line import StatusLine

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_TICK_MS = 1000


class WindowFetching(QObject):
    """Of one library."""

    paper_wanted = Signal(object)  # PaperId
    file_wanted = Signal(str)
    """A PDF is to be opened; its path inside the library folder."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        session: Session,
        pause: QAction,
        status: StatusLine,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._pause = pause
        self._status = status
        self.fetcher = Fetcher(services, tasks, session, self)
        self.fetcher.queue_changed.connect(self._show)
        self.fetcher.progressed.connect(self._tell)
        pause.triggered.connect(self.fetcher.pause_all)
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self._tell)
        self._show()

    def page(self) -> QWidget:
        """The list of downloads."""
        from desktop.ui.downloads.downloads_page import DownloadsPage  # when it is first wanted

        page = DownloadsPage(self._services, self.fetcher)
        page.paper_wanted.connect(self.paper_wanted)
        page.file_wanted.connect(self.file_wanted)
        return page

    def leave(self) -> None:
        """Another library is opened."""
        self._pause.triggered.disconnect(self.fetcher.pause_all)
        self._ticking.stop()
        self._status.show_downloads("")
        self.fetcher.leave()
        self.deleteLater()

    def _show(self) -> None:
        self._pause.setChecked(self.fetcher.paused)
        self._tell()

    def _tell(self) -> None:
        view = self.fetcher.overview()
        self._status.show_downloads(status_words(view, now_ms(), paused=self.fetcher.paused))
        if (view.retry is not None) != self._ticking.isActive():
            self._ticking.start() if view.retry is not None else self._ticking.stop()
