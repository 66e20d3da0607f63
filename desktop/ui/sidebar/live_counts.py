"""Keeps the counts of the sidebar true: read again after every change that moves one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from desktop.domain.changes import Changes
from desktop.domain.ids import SearchId
from desktop.domain.listing import Sidebar
from desktop.ui.events import LibraryEvents
from desktop.ui.sidebar.entries import Section
from desktop.ui.sidebar.sidebar_view import SidebarView
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_RECOUNT_AFTER_MS = 500
"""What changes no list of papers, such as typing, moves few counts: several changes are counted at once."""


class LiveCounts(QObject):
    """Saved searches are counted one by one, while they are seen; whatever a person wants meanwhile comes between."""

    loaded = Signal(object)
    """The Sidebar as it is now; the view shows it already."""

    def __init__(
        self, services: "LibraryServices", tasks: TaskRunner, events: LibraryEvents, view: SidebarView
    ) -> None:
        super().__init__(view)
        self._services = services
        self._tasks = tasks
        self._view = view
        self._waiting: list[SearchId] = []
        self._counting = False
        self._recount = QTimer(self, interval=_RECOUNT_AFTER_MS, singleShot=True)
        self._recount.timeout.connect(self.load)
        events.changed.connect(self._on_changed)
        view.expanded.connect(self._on_unfolded)

    def load(self) -> None:
        """Read all places and counts."""
        self._recount.stop()
        services = self._services
        self._tasks.run_latest("sidebar", Lane.DB, lambda: services.browse.sidebar(), owner=self, done=self._on_loaded)

    def _on_changed(self, changes: Changes) -> None:
        if changes.membership or changes.moved or changes.labels or changes.feeds or changes.own_digests:
            self.load()
        else:
            self._recount.start()

    def _on_loaded(self, sidebar: Sidebar) -> None:
        self._view.set_sidebar(sidebar)
        self.loaded.emit(sidebar)
        self._count_searches(sidebar)

    def _on_unfolded(self, index: QModelIndex) -> None:
        if index == self._view.rows.index_of_section(Section.SEARCHES):
            self._count_searches(self._view.rows.sidebar)

    def _count_searches(self, sidebar: Sidebar) -> None:
        self._waiting = [search.id for search in sidebar.searches] if self._view.unfolded(Section.SEARCHES) else []
        if not self._counting:
            self._count_next()

    def _count_next(self) -> None:
        self._counting = bool(self._waiting)
        if not self._waiting:
            return
        search = self._waiting.pop(0)
        services = self._services

        def done(count: int) -> None:
            if search not in self._waiting:  # else the library has changed meanwhile
                self._view.rows.set_count(search, count)

        self._tasks.run(
            Lane.DB, lambda: services.labels.count_search(search), owner=self, done=done, ended=self._count_next
        )
