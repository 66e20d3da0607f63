"""The indexer of the open library, and what the window itself shows of it: a line in the status bar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.ui.events import LibraryEvents
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.work.status_line import StatusLine

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.indexing.indexer import Indexer

_BEGIN_AFTER_MS = 4000
"""The person has seen the library, and perhaps opened a paper, before the PDF process is busy."""


class WindowIndexing(QObject):
    """An indexer stays while the window is made anew in another language. It is made some moments after the first rows,
    or when it is first needed."""

    def __init__(self, tasks: TaskRunner, session: Session, status: StatusLine, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._session = session
        self._status = status
        self._services: LibraryServices | None = None
        self._indexer: Indexer | None = None

    def indexer(self) -> "Indexer":
        """That of the library which was served last."""
        if self._indexer is None:
            from desktop.ui.indexing.indexer import Indexer  # not needed for the first screen

            assert self._services is not None
            self._indexer = Indexer(self._services, self._tasks, self._session, self)
            self._indexer.changed.connect(self._tell)
            self._indexer.wake()
        return self._indexer

    def serve(self, services: "LibraryServices", events: LibraryEvents) -> None:
        """The library is open: begin soon, and again with whatever changes in it."""
        self._services = services
        events.changed.connect(self._on_changed)
        QTimer.singleShot(_BEGIN_AFTER_MS, events, self._begin)

    def leave(self) -> None:
        """Another library is opened: stop at once."""
        self._services = None
        if self._indexer is not None:
            self._indexer.leave()
            self._indexer = None
            self._status.show_indexing("")

    def obey(self) -> None:
        """A setting was changed."""
        if self._indexer is not None:
            self._indexer.obey()

    def _begin(self) -> None:
        if self._services is not None:
            self.indexer().wake()

    def _on_changed(self, _: object) -> None:
        if self._indexer is not None:
            self._indexer.wake()

    def _tell(self) -> None:
        if self._indexer is not None:
            from desktop.ui.indexing.index_words import status_words

            self._status.show_indexing(status_words(self._indexer.view))
