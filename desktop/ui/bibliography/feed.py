"""Papers from the library's thread to the thread that writes them, a piece at a time.

The library is asked for the next piece when one is taken: between two pieces the window's own questions have their
turn, and no more than two pieces wait in memory.
"""

from collections.abc import Iterator
from queue import Empty, Queue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.domain.errors import AppError, Cancelled
from desktop.domain.progress import Job
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.export_bibliography import BibliographyExport, Piece

_PATIENCE = 0.1
"""Seconds after which who waits looks whether the export was cancelled."""


class PieceFeed(QObject):
    """Made on the GUI thread; `pieces` is for another one."""

    _wanted = Signal()

    def __init__(self, tasks: TaskRunner, export: "BibliographyExport", parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._export = export
        self._next = 0
        self._ready: Queue[Piece | AppError] = Queue()
        self._wanted.connect(self._ask, Qt.ConnectionType.QueuedConnection)

    def pieces(self, job: Job) -> Iterator["Piece"]:
        """The pieces in order. Raises what the library raises, and Cancelled."""
        self._wanted.emit()
        for _ in range(self._export.pieces):
            self._wanted.emit()
            piece = self._taken(job)
            if isinstance(piece, AppError):
                raise piece
            yield piece

    def _taken(self, job: Job) -> "Piece | AppError":
        while True:
            try:
                return self._ready.get(timeout=_PATIENCE)
            except Empty:
                if job.cancelled:  # not `step`, which would tell that nothing is done yet
                    raise Cancelled from None

    def _ask(self) -> None:
        if self._next >= self._export.pieces:
            return
        number, export = self._next, self._export
        self._next += 1
        self._tasks.run(Lane.DB, lambda: export.piece(number), owner=self, done=self._ready.put, failed=self._ready.put)
