"""Fetches what a library waits for: what arXiv tells of papers, and beside it PDFs one after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.fetching import Fetch, FetchQueue
from desktop.domain.ids import FetchId
from desktop.ui.fetching.fetch_lanes import Downloads, Questions
from desktop.ui.fetching.fetch_state import Finished, Loading, NewsDesk, Overview, Standing, now_ms, overview, standing
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_SOON_MS = 50
"""Several changes at once are one look."""
_AGAIN_MS = 30_000
"""Where something is due and does not go on, for want of disk space say."""
_LATER_MS = 300_000
"""After the library itself could not be written."""
_LONGEST_MS = 600_000
"""Clocks are set now and then, and computers sleep."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What there is to be done."""

    queue: FetchQueue
    stands: Standing
    metadata: tuple[Fetch, ...]
    pdf: Fetch | None
    moment: int | None


class Fetcher(QObject):
    """Looks into the queue whenever something may be due, and lets lanes do the work. Wishes are kept by the library:
    what was under way when the window was closed begins again at the next start."""

    library_changed = Signal(object)  # Changes
    queue_changed = Signal()
    progressed = Signal()
    """The PDF that is coming has come further."""
    news = Signal(object)  # FetchNews

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._session = session
        self.queue = FetchQueue(())
        """As it was at the last look."""
        self.stands = Standing()
        """How its wishes stood then."""
        self._questions = Questions(services, tasks, self)
        self._downloads = Downloads(services, tasks, self)
        for lane in (self._questions, self._downloads):
            lane.library_changed.connect(self._on_changed)
            lane.stored.connect(self.wake)
            lane.stopped.connect(self.wake)
            lane.broken.connect(self._on_broken)
        self._downloads.progressed.connect(self.progressed)
        self._downloads.stopped.connect(self.queue_changed)
        self._held_until_ms = 0
        """Nothing begins before this moment."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    # What there is to see

    @property
    def loading(self) -> Loading:
        """What is being downloaded."""
        return Loading(self._downloads.loading, self._downloads.progress, self.paused)

    @property
    def finished(self) -> list[Finished]:
        """PDFs that came since the window was opened, the latest last."""
        return self._downloads.finished

    @property
    def limit(self) -> int:
        """Bytes of PDFs after which no automatic download begins; 0 for none."""
        return self._session.values.pdf_limit_mb * 1_000_000

    @property
    def paused(self) -> bool:
        """A person wants no PDF to be downloaded for now."""
        return self._session.recall("downloads") == "paused"

    def overview(self) -> Overview:
        """How far everything is."""
        downloads = self._downloads
        asking = self._questions.busy
        return overview(self.stands, downloads.loading, downloads.progress, asking=asking, done=downloads.done)

    def wake(self, _: object = None) -> None:
        """Look soon whether there is something to fetch."""
        self._timer.start(_SOON_MS)

    def leave(self) -> None:
        """The library is closed: stop at once."""
        self._timer.stop()
        self._questions.stop()
        self._downloads.stop()
        self.deleteLater()

    def expect_check(self) -> None:
        """A person asked for new versions and wants to hear of the outcome."""
        self._questions.desk.checked = True

    def pause_all(self, paused: bool) -> None:
        """Download nothing from now on, or go on."""
        self._session.remember("downloads", "paused" if paused else "")
        if paused:
            self._downloads.stop()
        self.queue_changed.emit()
        self.wake()

    def forget_finished(self) -> None:
        """Show no longer what came."""
        self._downloads.finished.clear()
        self.queue_changed.emit()

    def order(self, work: Callable[[], Changes], stops: Sequence[FetchId] = ()) -> None:
        """Let the library change the queue; the download of any of `stops` is left off at once."""
        self._held_until_ms = 0
        loading = self._downloads.loading
        if loading is not None and loading.id in stops:
            self._downloads.stop()
        self._tasks.run(Lane.DB, work, owner=self, done=self._on_changed, ended=self.wake)

    def ask_nothing(self) -> None:
        """Leave off the question that is on its way to arXiv."""
        self._questions.stop()

    # The queue

    def _look(self) -> None:
        services, limit = self._services, self.limit
        ask = not self._questions.busy
        load = not self._downloads.busy and not self.paused

        def work() -> _Found:
            queue = services.wishes.queue()
            stands = standing(queue, limit, now_ms())
            if not (stands.papers or stands.wanted):
                return _Found(queue, stands, (), None, None)
            fetching = services.fetching  # brings what speaks with the network: not for nothing
            metadata = fetching.next_metadata() if ask else ()
            pdf = fetching.next_pdf(limit) if load else None
            return _Found(queue, stands, metadata, pdf, fetching.next_moment(limit))

        self._tasks.run_latest("look", Lane.DB, work, owner=self, done=self._on_found, failed=self._on_broken)

    def _on_found(self, found: _Found) -> None:
        self.queue, self.stands = found.queue, found.stands
        if now_ms() >= self._held_until_ms:
            self._begin(found)
        self._stop_what_is_gone()
        if not self._questions.busy:
            self._tell_news()
        waiting = self.overview().waiting > 0
        if not waiting:
            self._downloads.done = 0
        self._sleep(found.moment, waiting)
        self.queue_changed.emit()

    def _begin(self, found: _Found) -> None:
        if found.metadata:
            self._questions.ask(found.metadata)
        pdf = found.pdf
        # About its own paper arXiv is asked first: where it does not know the id, there is no PDF to be loaded.
        if pdf is not None and not self.paused and pdf.paper not in self._questions.papers:
            self._downloads.load(pdf)

    def _tell_news(self) -> None:
        desk = self._questions.desk
        if desk.papers:
            self._questions.desk = NewsDesk()
            if (news := desk.news()) is not None:
                self.news.emit(news)

    def _stop_what_is_gone(self) -> None:
        """The paper of the PDF that is coming went to the Trash, or its addition was undone."""
        loading = self._downloads.loading
        if loading is not None and not any(fetch.id == loading.id for fetch in self.queue.fetches):
            self._downloads.stop()

    def _sleep(self, moment: int | None, waiting: bool) -> None:
        if self._timer.isActive():
            return
        pause = (moment or 0) - now_ms()
        if pause > 0:
            self._timer.start(min(pause + _SOON_MS, _LONGEST_MS))
        elif waiting and not (self._questions.busy or self._downloads.busy or self.paused):
            self._timer.start(_AGAIN_MS)

    def _on_changed(self, changes: Changes) -> None:
        if changes:
            self.library_changed.emit(changes)

    def _on_broken(self, error: AppError) -> None:
        """The library could not be read or written. It is not asked again and again."""
        self._tasks.failure_reported.emit(error)
        self._held_until_ms = now_ms() + _LATER_MS
        self._timer.start(_LATER_MS)
