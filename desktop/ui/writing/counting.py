"""Counts what is to be written of the papers that are chosen, some at a time: of a whole library it takes seconds, and
what else the window wants of the library comes in between."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId
from desktop.domain.model_texts import TextOptions
from desktop.domain.text_planning import Planning
from desktop.services.personal import Personal
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

PIECE = 1000
"""Papers that are counted in one go, in about a tenth of a second."""


class Counting(QObject):
    """The last wish counts; it ends with its owner."""

    counted = Signal(object)  # TextPlan
    came_to = Signal(int)
    """So many papers are counted so far."""
    failed = Signal(object)  # AppError

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, personal: Personal, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._personal = personal

    def count(self, papers: Sequence[PaperId], options: TextOptions) -> None:
        """Begin; what was being counted before is left off."""
        prompts = self._personal
        self._go_on(papers, 0, lambda: Planning(options, prompts.prompts.all()))

    def _go_on(self, papers: Sequence[PaperId], at: int, so_far: Callable[[], Planning]) -> None:
        services, end = self._services, at + PIECE

        def work() -> Planning:
            planning = so_far()
            services.summarising.add_to_plan(planning, papers[at:end])
            return planning

        def done(planning: Planning) -> None:
            if end < len(papers):
                self.came_to.emit(end)
                self._go_on(papers, end, lambda: planning)
            else:
                self.counted.emit(planning.plan())

        self._tasks.run_latest("plan", Lane.DB, work, owner=self, done=done, failed=self._fail)

    def _fail(self, error: AppError) -> None:
        self.failed.emit(error)
