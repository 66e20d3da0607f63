"""Lets the first paper open as fast as any other: what a reader needs comes while the person looks at the list."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_AFTER_MS = 3000
"""The first rows, the details and the undo state are there by then."""
_PAUSE_MS = 30
"""Between two modules, so that the window stays at hand."""
_MODULES = (
    "desktop.ui.library.paper_texts",
    "desktop.ui.library.note_section",
    "desktop.domain.text_finding",
    "desktop.domain.text_selection",
    "desktop.ui.reader.pages.page_pictures",
    "desktop.ui.reader.pages.page_view",
    "desktop.ui.reader.text.selection",
    "desktop.ui.reader.text.find_results",
    "desktop.ui.reader.text.finding",
    "desktop.ui.reader.text.links",
    "desktop.ui.reader.text.contents_panel",
    "desktop.ui.reader.text.text_tools",
    "desktop.ui.reader.marks.marks_layer",
    "desktop.ui.reader.marks.mark_desk",
    "desktop.ui.reader.marks.marks_panel",
    "desktop.ui.reader.marks.marking",
    "desktop.ui.reader.pages.thumbnails",
    "desktop.ui.reader.texts_panel",
    "desktop.ui.reader.reader_room",
)
"""In small steps; the last one brings what is left."""


class ReaderWarming(QObject):
    """Of one library. Begins some seconds after it is made."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._left = list(reversed(_MODULES))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        self._timer.start(_AFTER_MS)
        self._begun = False
        self._awaited: Callable[[], object] | None = None
        """Called once all is there."""

    @property
    def done(self) -> bool:
        """Whether all is there; the lanes may still be at it."""
        return not self._left

    def again(self) -> None:
        """A paper may be opened soon: the PDF process ends when it has long had nothing to do."""
        if self._begun:
            self.warm_process()

    def warm_process(self) -> None:
        """A paper is being opened: the PDF process starts while the window makes its tab."""
        services = self._services
        self._tasks.run_latest("warm", Lane.PDF, lambda: services.pages.warm(), owner=self, failed=_not_now)

    def hurry(self, then: Callable[[], object]) -> None:
        """A paper is to be shown right after the start: bring all now, then call `then`. The window hears of what
        happens meanwhile, which it would not while all came at once."""
        self._begun = True
        self._awaited = then
        self.warm_process()
        self._timer.start(0)

    def _step(self) -> None:
        if not self._begun:
            self._begun = True
            self._warm_lanes()
        if self._left:
            import_module(self._left.pop())
            self._timer.start(_PAUSE_MS if self._awaited is None else 0)
        elif self._awaited is not None:
            self._awaited()
            self._warm_library()  # behind what was asked for just now

    def _warm_lanes(self) -> None:
        self._warm_library()
        self.warm_process()

    def _warm_library(self) -> None:
        """What reads and writes places and marks is imported on the library's thread."""
        services = self._services
        self._tasks.run(Lane.DB, lambda: (services.reading, services.marking), owner=self)


def _not_now(_: object) -> None:
    """A process that does not start is told when a paper is opened."""
