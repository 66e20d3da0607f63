"""How far a person is with the papers in hand, and what comes next: status, star, priority, the queue."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.paper import PaperRow
from desktop.domain.reading_list import Priority, Status
from desktop.ui.actions import ActionId
from desktop.ui.desk.paper_commands import PaperCommands
from desktop.ui.desk.pdf_actions import PdfActions
from desktop.ui.desk.reading_desk import ReadingDesk
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.reader.reader_room import ReaderRoom

Id = ActionId
_STATUS = {
    Id.STATUS_INBOX: Status.INBOX,
    Id.STATUS_QUEUED: Status.QUEUED,
    Id.STATUS_READING: Status.READING,
    Id.STATUS_ARCHIVED: Status.ARCHIVED,
}
_PRIORITY = {
    Id.PRIORITY_0: Priority.NONE,
    Id.PRIORITY_1: Priority.LOW,
    Id.PRIORITY_2: Priority.MEDIUM,
    Id.PRIORITY_3: Priority.HIGH,
}
Move = Callable[[list[PaperId], set[PaperId]], PaperId | None]
"""Before which paper of the queue the chosen ones come; None for its end."""


class ReadingListActions(QObject):
    """Bound to one library in the window. Each change is one step, however many papers it is of."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        reading: ReadingDesk,
        papers: PaperCommands,
        pdfs: PdfActions,
        toast: Toast,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._reading = reading
        self._papers = papers
        self._pdfs = pdfs
        self._toast = toast
        reading.closing.connect(self._on_closing)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        slots: dict[ActionId, Callable[..., None]] = {
            Id.READ_UNREAD: self._toggle_read,
            Id.STAR: self._toggle_starred,
            Id.READ_NEXT: self._read_next,
            Id.QUEUE_UP: partial(self._move, _one_up),
            Id.QUEUE_DOWN: partial(self._move, _one_down),
            Id.QUEUE_TOP: partial(self._move, _to_the_top),
            Id.QUEUE_BOTTOM: partial(self._move, _to_the_end),
        }
        slots |= {name: partial(self._set_status, status) for name, status in _STATUS.items()}
        return slots | {name: partial(self._set_priority, priority) for name, priority in _PRIORITY.items()}

    def _set_status(self, status: Status, _: bool = False) -> None:
        services = self._services
        self._change(lambda papers: services.reading_list.set_status(papers, status))

    def _set_priority(self, priority: Priority, _: bool = False) -> None:
        services = self._services
        self._change(lambda papers: services.reading_list.set_priority(papers, priority))

    def _toggle_read(self) -> None:
        services = self._services
        self._change(lambda papers: services.reading_list.toggle_read(papers))

    def _toggle_starred(self) -> None:
        services = self._services
        self._change(lambda papers: services.reading_list.toggle_starred(papers))

    def _change(self, change: Callable[[list[PaperId]], Changes]) -> None:
        if papers := list(self._reading.in_hand):
            self._papers.change(lambda: change(papers))

    # The queue

    def _move(self, move: Move, _: bool = False) -> None:
        """The queue is read when its turn comes: what is shown may be older than a key that was pressed twice."""
        services = self._services

        def moved(papers: list[PaperId]) -> Changes:
            queue = [PaperId(paper) for paper in services.browse.list_papers(Listing(Place.QUEUE)).ids]
            chosen = set(papers)
            block = [paper for paper in queue if paper in chosen]
            return services.reading_list.move_in_queue(block, move(queue, chosen)) if block else Changes()

        self._change(moved)

    def _read_next(self) -> None:
        services = self._services

        def first() -> PaperId | None:
            queue = services.browse.list_papers(Listing(Place.QUEUE, limit=1)).ids
            return PaperId(queue[0]) if queue else None

        self._tasks.run(Lane.DB, first, owner=self, done=self._read)

    def _read(self, paper: PaperId | None) -> None:
        if paper is not None:
            self._pdfs.read(paper)
        else:
            self._toast.show_message(self.tr("The queue is empty. “Put into the queue” brings papers there."))

    # What was read to its end

    def _on_closing(self, reader: "ReaderRoom") -> None:
        """Closing a paper on its last page may mean that it was read; only a person can say so."""
        file = reader.file
        if file is None or file.view.current_page + 1 < max(file.document.page_count, 2):
            return
        services, paper = self._services, reader.paper

        def offer(rows: list[PaperRow]) -> None:
            if any(row.status is Status.READING for row in rows):
                words = self.tr("Closed on its last page.")
                self._toast.show_message(words, self.tr("Mark as read"), partial(self._mark_read, paper))

        self._tasks.run(Lane.DB, lambda: services.browse.rows([paper]), owner=self, done=offer)

    def _mark_read(self, paper: PaperId) -> None:
        services = self._services
        self._papers.change(lambda: services.reading_list.set_status([paper], Status.READ))


def _one_up(queue: list[PaperId], chosen: set[PaperId]) -> PaperId | None:
    first = next(place for place, paper in enumerate(queue) if paper in chosen)
    return queue[first - 1] if first else _to_the_top(queue, chosen)


def _one_down(queue: list[PaperId], chosen: set[PaperId]) -> PaperId | None:
    last = max(place for place, paper in enumerate(queue) if paper in chosen)
    return queue[last + 2] if last + 2 < len(queue) else None


def _to_the_top(queue: list[PaperId], chosen: set[PaperId]) -> PaperId | None:
    return next((paper for paper in queue if paper not in chosen), None)


def _to_the_end(queue: list[PaperId], chosen: set[PaperId]) -> PaperId | None:
    return None
