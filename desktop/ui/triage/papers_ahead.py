"""The papers that a key may bring to the front are read before it is pressed."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperDetails
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_KEPT = 32


class PapersAhead(QObject):
    """Details of some papers. What changed is read again; a paper that is gone arrives as None."""

    arrived = Signal(object)  # PaperId

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._known: dict[PaperId, PaperDetails | None] = {}
        self._asked: set[PaperId] = set()

    def __contains__(self, paper: PaperId) -> bool:
        return paper in self._known

    def get(self, paper: PaperId) -> PaperDetails | None:
        """What is known of it; None if that is nothing, or if it is gone."""
        return self._known.get(paper)

    def want(self, papers: Sequence[PaperId]) -> None:
        """Read what is not known of these papers, each on its own: the first is shown while the others are read."""
        for old in [paper for paper in self._known if paper not in papers][:-_KEPT]:
            del self._known[old]
        for paper in papers:
            if paper not in self._known and paper not in self._asked:
                self._asked.add(paper)
                self._read(paper)

    def forget(self, papers: Iterable[PaperId]) -> None:
        """These papers have changed."""
        for paper in papers:
            self._known.pop(paper, None)
            self._asked.discard(paper)

    def _read(self, paper: PaperId) -> None:
        services = self._services

        def done(details: PaperDetails | None) -> None:
            self._asked.discard(paper)
            self._known[paper] = details
            self.arrived.emit(paper)

        self._tasks.run(Lane.DB, lambda: services.browse.details(paper), owner=self, done=done)
