"""The one queue of what open readers ask the PDF process for: what is seen first, and nothing that nobody wants."""

from collections.abc import Callable, Container, Hashable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from desktop.domain.errors import AppError
from desktop.domain.progress import Progress
from desktop.ui.tasks import Lane, TaskRunner

T = TypeVar("T")
Work = Callable[[Callable[[], bool]], T]
"""Takes what tells whether it was cancelled, as the services of PDFs do."""


PATIENCE_MS = 250
"""How long what is seen waits for work on what is not, which is then put off."""


class Urgency(IntEnum):
    """What goes before what; the smaller first."""

    VISIBLE = 0
    TEXT = 1
    NEIGHBOUR = 2
    """What comes into sight next."""
    THUMBNAIL = 3
    LATER = 4


@dataclass(slots=True, eq=False)
class _Request:
    urgency: Urgency
    number: int
    work: Work[Any]
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[AppError], None] | None
    cancelled: bool = False

    @property
    def wanted(self) -> bool:
        """Whether anybody waits for it. Asked on the lane, too."""
        return not self.cancelled and isValid(self.owner)


class PdfRequests(QObject):
    """What all tabs want of the PDF process, one work at a time on `Lane.PDF`. Used from the GUI thread only."""

    _wanted = Signal()
    """Nothing begins before all that is wanted at once is known."""

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._waiting: dict[tuple[int, Hashable], _Request] = {}
        self._at_work: tuple[tuple[int, Hashable], _Request] | None = None
        self._number = 0
        self._wanted.connect(self.begin, Qt.ConnectionType.QueuedConnection)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._put_off)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is wanted and nothing is at work."""
        return self._at_work is None and not self._waiting

    def want(
        self,
        key: Hashable,
        urgency: Urgency,
        work: Work[T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[AppError], None] | None = None,
    ) -> None:
        """Run `work` once nothing more urgent waits, the newest of the same urgency first; then `done` or `failed`.

        Wanting the same key again for the same owner replaces what was wanted; work that has begun goes on for it. What
        is dropped, and what an owner wants that Qt deletes, is heard of no more. Without `failed` the error goes to
        `TaskRunner.failure_reported`.
        """
        self._number += 1
        place = (id(owner), key)
        if self._at_work is not None and self._at_work[0] == place:
            request = self._at_work[1]
            if not request.cancelled:
                request.done, request.failed = done, failed
                return
        self._waiting[place] = _Request(urgency, self._number, work, owner, done, failed)
        if self._at_work is None:
            self._wanted.emit()
        elif urgency is Urgency.VISIBLE and not self._patience.isActive():
            self._patience.start()

    def drop(self, owner: QObject, keep: Container[Hashable] = ()) -> None:
        """Withdraw what this owner wanted, but for the keys in `keep`, and cancel it if it is at work."""
        for place in [place for place in self._waiting if place[0] == id(owner) and place[1] not in keep]:
            del self._waiting[place]
        if self._at_work is not None:
            (asking, key), request = self._at_work
            if asking == id(owner) and key not in keep:
                request.cancelled = True

    def begin(self) -> None:
        """Begin now. Who knows that nothing more urgent will be wanted need not wait for the event loop."""
        if self._at_work is not None:
            return
        gone = [place for place, request in self._waiting.items() if not isValid(request.owner)]
        for place in gone:
            del self._waiting[place]
        if not self._waiting:
            return
        place = min(self._waiting, key=lambda place: (self._waiting[place].urgency, -self._waiting[place].number))
        request = self._waiting.pop(place)
        self._at_work = place, request
        self._tasks.run_unlisted(  # a job, so that the end of the program cancels it
            Lane.PDF,
            lambda job: request.work(lambda: job.cancelled or not request.wanted),
            owner=self,
            progressed=_nothing,
            done=lambda value: self._deliver(request, value),
            failed=lambda error: self._fail(request, error),
            ended=lambda: self._free(request),
        )

    def _put_off(self) -> None:
        """Let what is seen go before long work on what is not; that begins again when nothing else waits."""
        visible = any(request.urgency is Urgency.VISIBLE for request in self._waiting.values())
        if self._at_work is None or not visible:
            return
        place, request = self._at_work
        if request.urgency > Urgency.VISIBLE and request.wanted:
            self._waiting.setdefault(place, replace(request, urgency=Urgency.LATER))
            request.cancelled = True

    def _deliver(self, request: _Request, value: object) -> None:
        self._free(request)
        if request.wanted:
            request.done(value)

    def _fail(self, request: _Request, error: AppError) -> None:
        self._free(request)
        if not request.wanted:
            return
        if request.failed is not None:
            request.failed(error)
        else:
            self._tasks.failure_reported.emit(error)

    def _free(self, request: _Request) -> None:
        """The next one begins before anybody looks at what came, so that the process never waits for the window."""
        if self._at_work is not None and self._at_work[1] is request:
            self._at_work = None
            self.begin()


def _nothing(progress: Progress) -> None:
    """Requests are too short to tell how far they are."""
