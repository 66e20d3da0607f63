"""What reading leaves behind in the window: it outlives the tabs, and the making anew of all widgets."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.tabs.open_tabs import OpenTab
from desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desktop.domain.mark_history import MarkHistory
    from desktop.ui.reader.pages.pdf_requests import PdfRequests

_REOPENED = 25
"""Closed tabs that can be opened again."""


class KeptReading(QObject):
    """Of one library at a time."""

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._requests: PdfRequests | None = None
        self._histories: dict[str, MarkHistory] = {}
        self._closed: list[OpenTab] = []

    @property
    def requests(self) -> "PdfRequests":
        """What all tabs ask the PDF process for."""
        if self._requests is None:
            from desktop.ui.reader.pages.pdf_requests import PdfRequests  # with the first paper that is read

            self._requests = PdfRequests(self._tasks, self)
        return self._requests

    def history(self, sha256: str) -> "MarkHistory":
        """What was done to the marks of that file, for undo."""
        from desktop.domain.mark_history import MarkHistory  # with the first paper that is read

        return self._histories.setdefault(sha256, MarkHistory())

    def closed(self, tab: OpenTab) -> None:
        """A tab was closed; it can be opened again."""
        self._closed = [*self._closed, tab][-_REOPENED:]

    def reopened(self, fits: Callable[[OpenTab], bool]) -> OpenTab | None:
        """The tab closed last of those that fit; it is no longer among the closed."""
        for place in range(len(self._closed) - 1, -1, -1):
            if fits(self._closed[place]):
                return self._closed.pop(place)
        return None

    def leave(self) -> None:
        """Another library is opened."""
        self._histories.clear()
        self._closed.clear()
        if self._requests is not None:
            self._requests.deleteLater()
            self._requests = None
