"""The tab that searches everything."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.actions import ActionId
from desktop.ui.desk.page_tab import PageTab
from desktop.ui.desk.reading_desk import ReadingDesk
from desktop.ui.events import LibraryEvents
from desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desktop.domain.passage import Passage
    from desktop.services.library import LibraryServices
    from desktop.ui.indexing.indexer import Indexer
    from desktop.ui.passages.passages_page import PassagesPage

_LONGEST = 200
"""Characters of a selection that are searched for."""


class SearchDesk(QObject):
    """There is one such tab; what it finds opens in tabs of its own."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        events: LibraryEvents,
        reading: ReadingDesk,
        make_indexer: "Callable[[], Indexer]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._events = events
        self._reading = reading
        self._make_indexer = make_indexer
        self._tab = PageTab(reading.tabs, "search", self.tr("Search everything"), self._make)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {ActionId.SEARCH_EVERYTHING: self.show}

    def show(self) -> None:
        """Bring the search to the front, its words ready to be replaced."""
        page = self._tab.show()
        page.box.setFocus()
        page.box.selectAll()

    def look_for(self, text: str) -> None:
        """Search everything for that very text."""
        words = " ".join(text.replace('"', " ").split())[:_LONGEST]
        self._tab.show().show_query(f'"{words}"')

    def _make(self) -> "PassagesPage":
        from desktop.ui.passages.passages_page import PassagesPage  # when it is first wanted

        page = PassagesPage(self._services, self._tasks, self._events, self._make_indexer())
        page.passage_opened.connect(self._open_passage)
        page.paper_opened.connect(self._reading.show_in_library)
        page.left.connect(self._tab.go_back)
        return page

    def _open_passage(self, passage: "Passage") -> None:
        if not passage.sha256:
            self._reading.show_in_library(passage.paper)
            return
        mark = passage.mark.id if passage.mark is not None else ""
        self._reading.open(passage.paper, passage.sha256, passage.page, mark, "" if mark else passage.words)
