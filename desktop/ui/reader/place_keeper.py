"""Keeps in the library where a reader is, some seconds after it moved and whenever it is left."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.domain.errors import AppError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.reading import ReadingPlace
from desktop.ui.reader.surroundings import Surroundings
from desktop.ui.tasks import Lane

_AFTER_MS = 3000
"""A place that is changed again and again is kept so often."""


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
        self._timer = QTimer(self, interval=_AFTER_MS, singleShot=True)
        self._timer.timeout.connect(self.keep_now)

    def wake(self) -> None:
        """The reader moved."""
        if not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> None:
        """Write the place, if it is another than the one written last."""
        self._timer.stop()
        where = self._where()
        if where is None or where == self._kept:
            return
        self._kept = where
        sha256, place = where
        services, paper, tasks = self._around.services, self._paper, self._around.tasks

        def failed(error: AppError) -> None:
            if error.reason is not Reason.NO_SUCH_PAPER:
                tasks.failure_reported.emit(error)

        tasks.run(Lane.DB, lambda: services.reading.remember(paper, sha256, place), owner=tasks, failed=failed)
