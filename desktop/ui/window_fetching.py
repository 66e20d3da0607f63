"""The fetcher of the open library, and what the window itself shows of it: a line in the status bar, the checked
action, the list of downloads."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from desktop.domain.ids import PaperId
from desktop.ui.desk.fetch_actions import FetchActions
from desktop.ui.desk.reading_desk import ReadingDesk
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.window_dialogs import DOWNLOADS, WindowDialogs
from desktop.ui.work.status_line import StatusLine

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.fetching.fetcher import Fetcher
    from desktop.ui.work.work_list import WorkTab

_BEGIN_AFTER_MS = 2000
"""The network can wait until the person has seen the library."""
_TICK_MS = 1000


class WindowFetching(QObject):
    """A fetcher stays while the window is made anew in another language. It is made some moments after the first rows,
    or when it is first needed."""

    def __init__(
        self,
        tasks: TaskRunner,
        session: Session,
        pause: QAction,
        status: StatusLine,
        dialogs: WindowDialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._session = session
        self._pause = pause
        self._status = status
        self._dialogs = dialogs
        self._services: LibraryServices | None = None
        self._fetcher: Fetcher | None = None
        self._reading: ReadingDesk | None = None
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self._tell)
        dialogs.work_tabs[DOWNLOADS] = self._page
        dialogs.pdf_bytes = self._pdf_bytes
        status.downloads_asked.connect(dialogs.show_downloads)
        pause.triggered.connect(self._on_pause)

    def fetcher(self) -> "Fetcher":
        """That of the library which the actions served last belong to."""
        if self._fetcher is None:
            from desktop.ui.fetching.fetcher import Fetcher  # not needed for the first screen

            assert self._services is not None
            self._fetcher = fetcher = Fetcher(self._services, self._tasks, self._session, self)
            fetcher.queue_changed.connect(self._show)
            fetcher.progressed.connect(self._tell)
            self._show()
        return self._fetcher

    def serve(self, services: "LibraryServices", actions: FetchActions, reading: ReadingDesk) -> None:
        """The library is open, and a person may use these actions."""
        self._services, self._reading = services, reading
        actions.list_wanted.connect(self._dialogs.show_downloads)
        QTimer.singleShot(_BEGIN_AFTER_MS if self._fetcher is None else 0, actions, actions.begin)

    def leave(self) -> None:
        """Another library is opened: stop at once."""
        self._services = self._reading = None
        self._ticking.stop()
        if self._fetcher is not None:
            self._fetcher.leave()
            self._fetcher = None
            self._status.show_downloads("")
            self._dialogs.close_work()

    def wake(self) -> None:
        """A setting was changed: what waited for it may go on."""
        if self._fetcher is not None:
            self._fetcher.wake()

    def _pdf_bytes(self) -> int | None:
        return self._fetcher.queue.pdf_bytes if self._fetcher is not None else None

    def _page(self) -> "WorkTab | None":
        services = self._services
        if services is None:
            return None
        from desktop.ui.downloads.downloads_page import DownloadsPage  # when it is first wanted
        from desktop.ui.work.work_list import WorkTab

        page = DownloadsPage(services, self.fetcher())
        page.file_wanted.connect(self._read_file)
        page.paper_wanted.connect(self._show_paper)
        return WorkTab(self.tr("Downloads"), page)

    def _show_paper(self, paper: PaperId) -> None:
        if self._reading is not None:
            self._reading.show_in_library(paper)
            self._status.window().activateWindow()

    def _read_file(self, paper: PaperId, sha256: str) -> None:
        if self._reading is not None:
            self._reading.open(paper, sha256)
            self._status.window().activateWindow()

    def _on_pause(self, paused: bool) -> None:
        if self._services is not None:
            self.fetcher().pause_all(paused)

    def _show(self) -> None:
        if self._fetcher is not None:
            self._pause.setChecked(self._fetcher.paused)
            self._tell()

    def _tell(self) -> None:
        if self._fetcher is None:
            return
        from desktop.ui.fetching.fetch_state import now_ms
        from desktop.ui.fetching.fetch_words import status_words

        view = self._fetcher.overview()
        self._status.show_downloads(status_words(view, now_ms(), paused=self._fetcher.paused))
        if view.retry is None:
            self._ticking.stop()
        elif not self._ticking.isActive():
            self._ticking.start()
