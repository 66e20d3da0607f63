"""Many small changes of one mark that are one step of undo: typing a comment, moving with the arrow keys."""

from PySide6.QtCore import QObject, QTimer

from desktop.domain.mark import Mark, MarkChange, MarkStep
from desktop.ui.reader.marks.marks_model import MarksModel


class EditSession(QObject):
    """Each change is stored as it comes; `end` makes one step of them all. With `ends_after_ms` it ends by itself when
    there was no change for so long."""

    def __init__(self, model: MarksModel, parent: QObject, ends_after_ms: int = 0) -> None:
        super().__init__(parent)
        self._model = model
        self._before: Mark | None = None
        self._after: Mark | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(ends_after_ms)
        self._pause.timeout.connect(self.end)

    @property
    def active(self) -> bool:
        """Whether a change would be a part of the same step."""
        return self._after is not None

    def change(self, before: Mark | None, after: Mark) -> None:
        """Show and store what a mark is now; `before` is None for a new one. Another mark begins another session."""
        if self._after is not None and self._after.id != after.id:
            self.end()
        if before == after:
            return
        if self._after is None:
            self._before = before
        self._after = after
        self._model.save(MarkStep((MarkChange(self._model.find(after.id), after),)))
        if self._pause.interval():
            self._pause.start()

    def end(self) -> None:
        """Let all of it be undone as one step."""
        self._pause.stop()
        before, after = self._before, self._after
        self._before = self._after = None
        shown = None if after is None else self._model.find(after.id)
        if shown is not None and shown != before:
            self._model.remember(MarkStep((MarkChange(before, shown),)))
