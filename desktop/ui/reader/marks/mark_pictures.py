"""The pictures of areas: made by the PDF process, kept in the library, fetched when they are to be seen."""

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from desktop.domain.errors import AppError
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.pdf_document import Rect
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.pdf_requests import Urgency
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_KEPT = 60
"""Pictures in memory, those looked at last."""
_SIDE = 480
"""Pixels: no picture of a list is wider or taller."""


class MarkPictures(QObject):
    """Of the marks of one file."""

    arrived = Signal(str)
    """The picture of that mark is there."""

    def __init__(
        self,
        document: Document,
        model: MarksModel,
        services: "LibraryServices",
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._model = model
        self._services = services
        self._tasks = tasks
        self._kept: OrderedDict[str, QImage | None] = OrderedDict()
        """None while it is on its way, or if there is none."""

    def take(self, mark: Mark) -> None:
        """Have a picture made of an area and kept with it; of other marks there is none."""
        if mark.kind is not MarkKind.AREA or mark.box is None:
            return
        pages, file, page, box = self._document.pages, self._document.file, mark.page, mark.box

        def picture(cancelled: Callable[[], bool], box: Rect = box) -> bytes:
            return pages.picture(file, page, box, cancelled)

        self._document.requests.want(
            ("picture", mark.id, page, box),
            Urgency.NEIGHBOUR,
            picture,
            owner=self,
            done=lambda png: self._keep(mark, png),
            failed=_no_picture,
        )

    def get(self, mark: str) -> QImage | None:
        """The picture, no larger than a list shows it; None if it is not there (yet): `arrived` may follow."""
        if mark not in self._kept:
            self._kept[mark] = None
            services = self._services
            self._tasks.run(
                Lane.DB,
                lambda: _image(services.marking.picture(mark)),
                owner=self,
                done=lambda image: self._arrive(mark, image),
                failed=_no_picture,
            )
        self._kept.move_to_end(mark)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return self._kept[mark]

    def _keep(self, mark: Mark, png: bytes) -> None:
        now = self._model.find(mark.id)
        if now is not None and (now.page, now.box) == (mark.page, mark.box):  # else another picture is being made
            self._model.add_picture(mark.id, png)
            self._arrive(mark.id, _image(png))

    def _arrive(self, mark: str, image: QImage | None) -> None:
        if image is not None:  # one that was just made is not overwritten by the library's, which had none yet
            self._kept[mark] = image
            self.arrived.emit(mark)


def _image(png: bytes | None) -> QImage | None:
    if not png:
        return None
    image = QImage.fromData(png)
    if image.isNull():
        return None
    if max(image.width(), image.height()) > _SIDE:
        ways = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(_SIDE, _SIDE, *ways)
    return image


def _no_picture(error: AppError) -> None:
    """The mark counts without its picture; that a page cannot be read is told where it is shown."""
