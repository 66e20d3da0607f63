"""Keeps in the library where a reader is, as soon as it rests and whenever it is left."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from desktop.domain.errors import AppError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.reading import ReadingPlace
from desktop.ui.reader.surroundings import Surroundings
from desktop.ui.tasks import Lane

_REST_S = 0.5
"""A reader that did not move for so long rests."""
_LEAST_S, _MOST_S = 1.0, 3.0
"""Between two writings; and how long a reader that never rests waits for one."""


class PlaceKeeper(QObject):
    """Of one reader. `where` tells the sha256 of its file and its place, or None while it is nowhere."""

    def __init__(
        self,
        around: Surroundings,
        paper: PaperId,
        where: Callable[[], tuple[str, ReadingPlace] | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._paper = paper
        self._where = where
        self._kept: tuple[str, ReadingPlace] | None = None
        self._kept_at = self._moving_since = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep_now)

    def wake(self) -> None:
        """The reader moved."""
        now = monotonic()
        if not self._timer.isActive():
            self._moving_since = now
        elif now - self._moving_since > _MOST_S - _REST_S:
            return
        self._timer.start(round(1000 * max(_REST_S, self._kept_at + _LEAST_S - now)))

    def keep_now(self) -> None:
        """Write the place, if it is another than the one written last."""
        self._timer.stop()
        where = self._where()
        if where is None or where == self._kept:
            return
        self._kept, self._kept_at = where, monotonic()
        sha256, place = where
        services, paper, tasks = self._around.services, self._paper, self._around.tasks

        def failed(error: AppError) -> None:
            if error.reason is not Reason.NO_SUCH_PAPER:
                tasks.failure_reported.emit(error)

        tasks.run(Lane.DB, lambda: services.reading.remember(paper, sha256, place), owner=tasks, failed=failed)
