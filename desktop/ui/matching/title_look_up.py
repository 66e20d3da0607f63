"""Asks arXiv for one title after the other, so that other questions find their turn in between."""

from collections import deque

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError, NetworkError
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.matching.match_model import MatchModel
from desktop.ui.tasks import Lane, TaskRunner


class TitleLookUp(QObject):
    """Fills a model with answers. Stops by itself where arXiv cannot be reached; what is answered stays."""

    changed = Signal()
    """See `running`, `asked` and `failure`."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, model: MatchModel, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._services = services
        self._model = model
        self._waiting: deque[int] = deque()
        self._job: Job | None = None
        self.failure: AppError | None = None
        """Why it stopped."""

    @property
    def running(self) -> bool:
        """A title is being asked for, or will be."""
        return self._job is not None

    @property
    def asked(self) -> int:
        """How many titles are answered."""
        return sum(question.matches is not None for question in self._model.questions)

    def start(self) -> None:
        """Ask for all titles that have no answer yet."""
        questions = self._model.questions
        self._waiting = deque(n for n, question in enumerate(questions) if question.matches is None)
        self.failure = None
        self._next()

    def stop(self) -> None:
        """Ask no more."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        if self._job is None and self._waiting:
            question, services = self._waiting.popleft(), self._services
            title = self._model.questions[question].title

            def ended() -> None:
                self._job = None
                self._next()

            self._model.fail(question, None)
            self._job = self._tasks.run_unlisted(
                Lane.NET,
                lambda job: services.matching.propose(title, job),
                owner=self,
                progressed=lambda _: None,
                done=lambda matches: self._model.answer(question, matches),
                failed=lambda error: self._on_failed(question, error),
                ended=ended,
            )
        self.changed.emit()

    def _on_failed(self, question: int, error: AppError) -> None:
        self._model.fail(question, error)
        if isinstance(error, NetworkError):
            self.failure = error
            self._waiting.clear()
