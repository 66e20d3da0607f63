"""Triage bound to the window: which papers it is of, and how its page hears of what was decided."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.ui.actions import ActionId
from desktop.ui.commands import Commands
from desktop.ui.desk.page_tab import PageTab
from desktop.ui.desk.paper_commands import PaperCommands
from desktop.ui.desk.reading_desk import ReadingDesk
from desktop.ui.events import LibraryEvents
from desktop.ui.library_room import LibraryRoom
from desktop.ui.tabs.tabs import LIBRARY
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.triage.triage_run import Decision, TriageRun
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.triage.triage_page import TriagePage

Id = ActionId
_DECISIONS = {
    Id.STATUS_INBOX: Decision.KEPT,
    Id.STATUS_QUEUED: Decision.QUEUED,
    Id.STATUS_READING: Decision.READING,
    Id.READ_UNREAD: Decision.READ,
    Id.STATUS_ARCHIVED: Decision.ARCHIVED,
    Id.TRASH: Decision.TRASHED,
}
_WHOLE = (Place.ALL, Place.TRASH)
"""Places of which triage takes the inbox, not the papers that stand there."""


class LeftOff(NamedTuple):
    """A triage, and where it was seen."""

    run: TriageRun
    joining: bool
    in_front: bool


class TriageActions(QObject):
    """There is one tab of triage. Its slots come after those that change the papers: these still find in hand what a
    key was pressed for, and the next paper is shown before the library has stored anything."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        commands: Commands,
        events: LibraryEvents,
        room: LibraryRoom,
        reading: ReadingDesk,
        papers: PaperCommands,
        toast: Toast,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._commands = commands
        self._room = room
        self._reading = reading
        self._tab = PageTab(reading.tabs, "triage", self.tr("Triage"), self._make)
        self._papers = papers
        self._toast = toast
        reading.tabs.front_changed.connect(self._on_front_changed)
        events.changed.connect(self._on_changed)
        papers.taken_back.connect(self._on_taken_back)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        slots: dict[ActionId, Callable[..., None]] = {
            Id.TRIAGE: self._triage,
            Id.NEXT: partial(self._step, 1),
            Id.PREVIOUS: partial(self._step, -1),
        }
        return slots | {name: partial(self._decide, decision) for name, decision in _DECISIONS.items()}

    @property
    def left_off(self) -> LeftOff | None:
        """How far the triage is for `go_on`, if its tab is open."""
        page = self._tab.page
        return None if page is None else LeftOff(page.run, page.joining, self._tab.in_front)

    def go_on(self, left: LeftOff | None) -> None:
        """Open the tab again as it was left in widgets that are gone."""
        if left is None:
            return
        page = self._tab.show()
        page.go_on(left.run, joining=left.joining)
        if left.in_front:
            page.setFocus()
        else:
            self._tab.go_back()

    def _make(self) -> "TriagePage":
        from desktop.ui.triage.triage_page import TriagePage  # when it is first wanted

        page = TriagePage(self._services, self._tasks, self._commands)
        page.state_changed.connect(self._reading.state_changed)
        page.left.connect(self._tab.close)
        page.queue_wanted.connect(self._show_queue)
        return page

    def _triage(self) -> None:
        """Of several papers that are selected; else of what is in the inbox, within the place that is shown."""
        page, selected = self._tab.page, list(self._room.selected)
        if page is not None and page.going_on and len(selected) < 2:
            self._tab.show().setFocus()
            return
        if len(selected) > 1 and self._reading.tabs.front == LIBRARY:
            self._begin((selected, selected[0], False))
            return
        listing = self._room.listing
        whole = self._reading.tabs.front != LIBRARY or (listing.place in _WHOLE and not listing.query)
        shown = [] if whole else self._room.shown
        services, at = self._services, next(iter(selected), None)

        def work() -> tuple[list[PaperId], PaperId | None, bool]:
            inbox = [PaperId(paper) for paper in services.browse.list_papers(Listing(Place.INBOX)).ids]
            waiting = set(inbox)
            here = [paper for paper in shown if paper in waiting]
            return here or inbox, at, not here or listing.place is Place.INBOX

        self._tasks.run(Lane.DB, work, owner=self, done=self._begin)

    def _begin(self, found: tuple[list[PaperId], PaperId | None, bool]) -> None:
        papers, at, joining = found
        page = self._tab.show()
        page.begin(papers, at, joining=joining)
        page.setFocus()

    def _decide(self, decision: Decision, _: bool = False) -> None:
        if (page := self._tab.page) is not None and self._tab.in_front:
            page.decide(decision)

    def _step(self, papers: int, _: bool = False) -> None:
        if (page := self._tab.page) is not None and self._tab.in_front:
            page.step(papers)

    def _show_queue(self) -> None:
        self._tab.close()
        self._reading.tabs.show_tab(LIBRARY)
        self._room.go_to(Place.QUEUE)
        self._room.setFocus()

    def _on_front_changed(self) -> None:
        page = self._tab.page
        self._papers.quiet = self._tab.in_front
        self._toast.lift(page.key_bar_height if page is not None and self._tab.in_front else 0)

    def _on_changed(self, changes: Changes) -> None:
        if (page := self._tab.page) is not None:
            page.follow(changes)

    def _on_taken_back(self, changes: Changes) -> None:
        if (page := self._tab.page) is not None:
            page.take_back(changes)
