"""Finds out whether an open file is the one that was added: marks and place are of that one alone."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.domain.reading import OpenedPaper
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.surroundings import Surroundings
from desktop.ui.tasks import Lane


class ReplacedFile(QObject):
    """A file of another size is known at once. The content is compared once the first page is on its way."""

    found = Signal()

    def __init__(
        self, around: Surroundings, opened: OpenedPaper, document: Document, model: MarksModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._file = opened.file
        self._model = model
        model.replaced = opened.replaced
        model.turned_away.connect(self._tell)
        if not opened.replaced:
            for ended in (document.ready, document.failed):
                ended.connect(self._compare)

    def __bool__(self) -> bool:
        """Whether it is known to be another file."""
        return self._model.replaced

    def _compare(self) -> None:
        work = partial(self._around.services.reading.is_replaced, self._file)
        self._around.tasks.run_latest("compare", Lane.FILES, work, owner=self, done=self._on_compared)

    def _on_compared(self, replaced: bool) -> None:
        if replaced:
            self._model.replaced = True
            self.found.emit()

    def _tell(self) -> None:
        self._around.toast.show_failure(self.tr("No new marks can be made: this PDF was replaced by another file."))
