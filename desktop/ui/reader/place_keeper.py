"""Keeps in the library where a reader is, some seconds after it moved and whenever it is left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.domain.errors import AppError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.reading import ReadingPlace
from desktop.ui.reader.surroundings import Surroundings
from desktop.ui.tasks import Lane

if TYPE_CHECKING:
    from desktop.ui.reader.reader_room import ReaderRoom

_AFTER_MS = 3000
"""A place that is changed again and again is kept so often."""


class PlaceKeeper(QObject):
    """Of one reader."""

    def __init__(self, around: Surroundings, paper: PaperId, room: "ReaderRoom") -> None:
        super().__init__(room)
        self._around = around
        self._paper = paper
        self._room = room
        self._kept: tuple[str, ReadingPlace] | None = None
        self._timer = QTimer(self, interval=_AFTER_MS, singleShot=True)
        self._timer.timeout.connect(self.keep_now)

    def wake(self) -> None:
        """The reader moved."""
        if not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> None:
        """Write the place, if it is another than the one written last."""
        self._timer.stop()
        place = self._room.place()
        if place is None or (self._room.sha256, place) == self._kept:
            return
        sha256, services, paper, tasks = self._room.sha256, self._around.services, self._paper, self._around.tasks
        self._kept = sha256, place

        def failed(error: AppError) -> None:
            if error.reason is not Reason.NO_SUCH_PAPER:
                tasks.failure_reported.emit(error)

        tasks.run(Lane.DB, lambda: services.reading.remember(paper, sha256, place), owner=tasks, failed=failed)
