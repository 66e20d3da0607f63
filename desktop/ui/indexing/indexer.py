"""Reads the words of the library's PDFs in the background, so that they are found: one file after the other, some pages
at a time."""

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import AppError, Reason
from desktop.domain.page_index import IndexOverview, IndexTask, ReadText
from desktop.domain.progress import Job
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_SOON_MS = 200
"""Several changes at once are one look."""
_AGAIN_MS = 60_000
"""A battery may be full again, or in use by now."""
_LATER_MS = 300_000
"""After the library could not be written, or the PDF process could not be started."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """How far everything is, to be shown."""

    overview: IndexOverview
    title: str = ""
    """Of the paper that is being read; empty while none is."""
    paused: bool = False
    on_battery: bool = False

    @property
    def resting(self) -> bool:
        """Files wait, and are not being read for now."""
        return bool(self.overview.waiting) and (self.paused or self.on_battery)


@dataclass(frozen=True, slots=True)
class _Found:
    """What there is to be done."""

    tasks: tuple[IndexTask, ...]
    overview: IndexOverview
    on_battery: bool


class Indexer(QObject):
    """Looks for files whenever there may be new ones. What was stored is kept: a file goes on where it was left."""

    changed = Signal()
    """It stands otherwise than before."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._begun = False
        self._left = False
        """What still arrives is of a library that is closed by now."""
        self._overview = IndexOverview()
        self._on_battery = False
        self._queue: deque[IndexTask] = deque()
        self._reading: IndexTask | None = None
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    @property
    def view(self) -> IndexView:
        """How far everything is."""
        title = self._reading.title if self._reading is not None else ""
        return IndexView(self._overview, title, self.paused, self._on_battery)

    @property
    def paused(self) -> bool:
        """A person wants no PDF to be read for now."""
        return self._session.values.index_pdfs == "paused"

    def wake(self, _: object = None) -> None:
        """Look soon whether there is something to read."""
        self._timer.start(_SOON_MS)

    def pause(self, paused: bool) -> None:
        """Read nothing from now on, or go on."""
        self._session.change(index_pdfs="paused" if paused else "automatic")
        self.obey()

    def obey(self) -> None:
        """Do what the setting says by now."""
        if self.paused:
            self._stop()
        self.changed.emit()
        self.wake()

    def try_again(self, sha256: str = "") -> None:
        """Read anew a file that could not be read, or all of them."""
        services = self._services
        self._tasks.run(Lane.DB, lambda: services.indexing.try_again(sha256), owner=self, ended=self.wake)

    def leave(self) -> None:
        """The library is closed: stop at once."""
        self._left = True
        self._timer.stop()
        self._stop()
        self.deleteLater()

    def _stop(self) -> None:
        self._queue.clear()
        if self._job is not None:
            self._job.cancel()

    # Looking

    def _look(self) -> None:
        indexing, first = self._services.indexing, not self._begun

        def work() -> _Found:
            if first:
                indexing.begin()
            return _Found(indexing.waiting(), indexing.overview(), indexing.on_battery())

        self._tasks.run_latest("look", Lane.DB, work, owner=self, done=self._on_found, failed=self._on_broken)

    def _on_found(self, found: _Found) -> None:
        self._begun = True
        self._overview, self._on_battery = found.overview, found.on_battery
        if self.paused or self._on_battery:
            self._stop()
        elif self._reading is None:
            self._queue = deque(found.tasks)
            self._read_next()
        if found.tasks and not self._timer.isActive():
            self._timer.start(_AGAIN_MS)
        self.changed.emit()

    # Reading

    def _read_next(self) -> None:
        if not self._queue:
            return
        services, task = self._services, self._queue.popleft()
        self._reading = task
        self._job = self._tasks.run_unlisted(
            Lane.INDEX,
            lambda job: services.indexing.read(task, job),
            owner=self,
            progressed=lambda _: None,  # files are counted, not their pages
            done=self._on_read,
            failed=lambda error: self._on_unread(task, error),
            ended=self._on_ended,
        )

    def _on_ended(self) -> None:
        """Cancelled work ends without an outcome; any other is being stored."""
        if self._job is not None and self._job.cancelled:
            self._reading = None
            self.changed.emit()
        self._job = None

    def _on_read(self, read: ReadText) -> None:
        if self._left:
            return
        services = self._services
        self._tasks.run(
            Lane.DB, lambda: services.indexing.store(read), owner=self, done=self._on_stored, failed=self._on_broken
        )

    def _on_unread(self, task: IndexTask, error: AppError) -> None:
        if self._left:
            return
        if error.reason is Reason.PDF_UNREAD:  # this says nothing of the file, and the next would fare no better
            self._rest()
            return
        services = self._services
        self._tasks.run(
            Lane.DB,
            lambda: services.indexing.failed(task, error),
            owner=self,
            done=self._on_stored,
            failed=self._on_broken,
        )

    def _on_stored(self, rest: IndexTask | None) -> None:
        self._reading = None
        if self._left:
            return
        if self.paused or self._on_battery:
            self.wake()
            return
        if rest is not None:
            self._queue.appendleft(rest)
        else:  # counted here, so that the library need not count again after each file
            self._overview = replace(self._overview, done=min(self._overview.done + 1, self._overview.files))
        if self._queue:
            self._read_next()
        else:
            self.wake()
        self.changed.emit()

    def _on_broken(self, error: AppError) -> None:
        """The library could not be read or written. It is not asked again and again."""
        self._tasks.failure_reported.emit(error)
        self._rest()

    def _rest(self) -> None:
        self._queue.clear()
        self._reading = None
        self._timer.start(_LATER_MS)
        self.changed.emit()
