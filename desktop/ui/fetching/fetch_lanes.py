"""The work of fetching: questions about papers on one lane, PDFs on another. Each does one thing at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.arxiv_paper import ArxivAnswer
from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.fetching import Downloaded, Fetch
from desktop.domain.ids import PaperId
from desktop.domain.progress import Job, Progress
from desktop.ui.fetching.fetch_state import NOTHING, Finished, NewsDesk
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

T = TypeVar("T")


class _FetchLane(QObject):
    """Gets something without the library, then lets the library store it, or note why it did not come."""

    library_changed = Signal(object)  # Changes
    broken = Signal(object)
    """The library could not be written (AppError)."""
    stored = Signal()
    """What came is in the library, or why it did not come; the next one can begin."""
    stopped = Signal()
    """It was left off."""
    progressed = Signal()

    def __init__(self, lane: Lane, services: "LibraryServices", tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._services = services
        self._tasks = tasks
        self._job: Job | None = None
        self._storing = False
        self.progress = NOTHING
        """In bytes; a total of 0 is not known."""

    @property
    def busy(self) -> bool:
        """Something is under way."""
        return self._job is not None

    def stop(self) -> None:
        """Leave off what is under way; it is still wished for."""
        if self._job is not None:
            self._job.cancel()

    def _get(self, fetches: tuple[Fetch, ...], get: Callable[[Job], T], done: Callable[[T], None]) -> None:
        self._job = self._tasks.run_unlisted(
            self._lane,
            get,
            owner=self,
            progressed=self._on_progress,
            done=done,
            failed=lambda error: self._store(
                lambda: self._services.fetching.failed(fetches, error), self.library_changed.emit
            ),
            ended=self._on_got,
        )

    def _store(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._storing = True
        self._tasks.run(Lane.DB, work, owner=self, done=done, failed=self._on_broken, ended=self._on_stored)

    def _on_broken(self, error: AppError) -> None:
        self.broken.emit(error)

    def _on_progress(self, progress: Progress) -> None:
        self.progress = progress
        self.progressed.emit()

    def _on_got(self) -> None:
        if not self._storing:
            self._rest()
            self.stopped.emit()

    def _on_stored(self) -> None:
        self._storing = False
        self._rest()
        self.stored.emit()

    def _rest(self) -> None:
        self._job = None
        self.progress = NOTHING


class Questions(_FetchLane):
    """Asks arXiv what it tells of papers."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(Lane.NET, services, tasks, parent)
        self.desk = NewsDesk()
        """What arXiv told, since somebody looked."""
        self.papers: frozenset[PaperId] = frozenset()
        """Those that arXiv is being asked about."""

    def ask(self, fetches: tuple[Fetch, ...]) -> None:
        """Begin."""
        services = self._services
        self.papers = frozenset(fetch.paper for fetch in fetches)
        self._get(
            fetches,
            lambda job: services.fetching.get_metadata(fetches, job),
            lambda answer: self._on_answer(fetches, answer),
        )

    def _rest(self) -> None:
        super()._rest()
        self.papers = frozenset()

    def _on_answer(self, fetches: tuple[Fetch, ...], answer: ArxivAnswer) -> None:
        services = self._services
        papers = [fetch.paper for fetch in fetches]

        def work() -> tuple[Changes, list[PaperId]]:
            changes = services.fetching.store_metadata(fetches, answer)
            return changes, [row.id for row in services.browse.rows(papers) if row.newer_version is not None]

        def done(stored: tuple[Changes, list[PaperId]]) -> None:
            changes, newer = stored
            self.desk.papers.extend(papers)
            self.desk.missing.extend(answer.missing)
            self.desk.withdrawn.extend(paper.arxiv_id for paper in answer.papers if paper.withdrawn)
            self.desk.newer.extend(newer)
            self.library_changed.emit(changes)

        self._store(work, done)


class Downloads(_FetchLane):
    """Loads PDFs."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(Lane.DOWNLOAD, services, tasks, parent)
        self.loading: Fetch | None = None
        """The PDF that is coming."""
        self.finished: list[Finished] = []
        """PDFs that came, the latest last."""
        self.done = 0
        """How many of them came since none was waiting."""

    def load(self, fetch: Fetch) -> None:
        """Begin."""
        services = self._services
        self.loading = fetch
        self._get((fetch,), lambda job: services.fetching.get_pdf(fetch, job), lambda file: self._on_file(fetch, file))

    def _on_file(self, fetch: Fetch, file: Downloaded) -> None:
        services = self._services

        def work() -> tuple[Changes, bool]:
            changes = services.fetching.store_pdf(fetch, file)
            details = services.browse.details(fetch.paper)
            return changes, details is not None and any(held.path == file.path for held in details.files)

        def done(stored: tuple[Changes, bool]) -> None:
            changes, there = stored
            if there:  # and was not cancelled meanwhile
                self.done += 1
                self.finished.append(Finished(fetch, file))
            self.library_changed.emit(changes)

        self._store(work, done)

    def _rest(self) -> None:
        super()._rest()
        self.loading = None
