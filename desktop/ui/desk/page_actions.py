"""The pages that show the library in another way: statistics, and digests by date."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.ids import DigestId
from desktop.domain.listing import Place
from desktop.ui.actions import ActionId
from desktop.ui.desk.page_tab import PageTab
from desktop.ui.desk.reading_desk import ReadingDesk
from desktop.ui.events import LibraryEvents
from desktop.ui.library_room import LibraryRoom
from desktop.ui.session import Session
from desktop.ui.tabs.tabs import LIBRARY
from desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.statistics.statistics_page import StatisticsPage
    from desktop.ui.timeline.timeline_page import TimelinePage


class PageActions(QObject):
    """There is one tab of each; what is chosen there is shown in the list of papers."""

    exported = Signal(str, str)
    """What to tell the person, and the path of a file that was written."""
    add_wanted = Signal()
    """A person has no papers yet, and wants some."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        session: Session,
        events: LibraryEvents,
        room: LibraryRoom,
        reading: ReadingDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._events = events
        self._room = room
        self._tabs = reading.tabs
        self.statistics = PageTab(self._tabs, "statistics", self.tr("Statistics"), self._make_statistics)
        self.timeline = PageTab(self._tabs, "timeline", self.tr("Digests by date"), self._make_timeline)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {ActionId.STATISTICS: self._show_statistics, ActionId.TIMELINE: self._show_timeline}

    def _show_statistics(self) -> None:
        self.statistics.show().setFocus()

    def _show_timeline(self) -> None:
        self.timeline.show().setFocus()

    def _make_statistics(self) -> "StatisticsPage":
        from desktop.ui.statistics.statistics_page import StatisticsPage  # when it is first wanted

        page = StatisticsPage(self._services, self._tasks, self._events, self._session)
        page.query_wanted.connect(self._list_found)
        page.add_wanted.connect(self.add_wanted)
        page.export.exported.connect(self.exported)
        page.left.connect(self.statistics.go_back)
        return page

    def _make_timeline(self) -> "TimelinePage":
        from desktop.ui.timeline.timeline_page import TimelinePage  # when it is first wanted

        page = TimelinePage(self._services, self._tasks, self._events)
        page.digest_wanted.connect(self._list_digest)
        page.add_wanted.connect(self.add_wanted)
        page.left.connect(self.timeline.go_back)
        return page

    def _list_found(self, query: str) -> None:
        self._tabs.show_tab(LIBRARY)
        self._room.go_to(Place.ALL)
        self._room.search.look_for(query)
        self._room.setFocus()

    def _list_digest(self, digest: DigestId) -> None:
        self._tabs.show_tab(LIBRARY)
        self._room.go_to(Place.DIGEST, digest)
        self._room.setFocus()
