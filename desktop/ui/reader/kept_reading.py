"""What reading leaves behind in the window: it outlives the tabs, and the making anew of all widgets."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.tabs.open_tabs import OpenTab
from desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desktop.domain.mark_history import MarkHistory
    from desktop.services.library import LibraryServices
    from desktop.ui.events import LibraryEvents
    from desktop.ui.reader.marks.mark_writer import MarkWriter
    from desktop.ui.reader.pages.pdf_requests import PdfRequests
    from desktop.ui.widgets.toast import Toast

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
        self._writers: list[MarkWriter] = []

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

    def writer(self, services: "LibraryServices", events: "LibraryEvents", toast: "Toast") -> "MarkWriter":
        """What stores marks, for the widgets that hear of `events`."""
        from desktop.ui.reader.marks.mark_writer import MarkWriter  # with the first paper that is read

        self._writers.append(MarkWriter(services, self._tasks, events, toast))
        return self._writers[-1]

    def settled(self, leave: Callable[[], object]) -> bool:
        """Whether all marks are stored, as `MarkWriter.settled`."""
        return all([writer.settled(leave) for writer in self._writers])

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
