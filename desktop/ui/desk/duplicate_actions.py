"""Duplicates: the tab that shows them, merging, and a word about new papers that look like old ones."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.ui import wording
from desktop.ui.actions import ActionId
from desktop.ui.desk.page_tab import PageTab
from desktop.ui.desk.paper_commands import PaperCommands
from desktop.ui.events import LibraryEvents
from desktop.ui.library_room import LibraryRoom
from desktop.ui.tabs.tabs import Tabs
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.domain.duplicates import DuplicateGroup
    from desktop.domain.merging import MergeField
    from desktop.services.library import LibraryServices
    from desktop.ui.duplicates.duplicates_page import DuplicatesPage

Id = ActionId


class DuplicateActions(QObject):
    """Bound to one library in the window."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        room: LibraryRoom,
        papers: PaperCommands,
        events: LibraryEvents,
        tabs: Tabs,
        toast: Toast,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._room = room
        self._papers = papers
        self._events = events
        self._toast = toast
        papers.imported.connect(self.look_at_new)
        self._tab = PageTab(tabs, "duplicates", self.tr("Duplicates"), self._make)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {Id.DUPLICATES: self._find, Id.MERGE: self._merge_selected}

    def look_at_new(self, papers: Sequence[PaperId]) -> None:
        """Papers were added: say so if some look like ones that were there."""
        if not papers:
            return
        services, new = self._services, frozenset(papers)

        def work() -> tuple["DuplicateGroup", ...]:
            return services.duplicates.like(tuple(new))

        def done(groups: tuple["DuplicateGroup", ...]) -> None:
            alike = {paper for group in groups for paper in group.papers} & new
            if alike:
                self._tell_of(len(alike), groups)

        self._tasks.run(Lane.DB, work, owner=self, done=done)

    def _tell_of(self, count: int, groups: "Sequence[DuplicateGroup]") -> None:
        """In one message with what was added, if that is still to be read."""
        from desktop.ui.duplicates.duplicate_words import looks_like

        before = self._toast.text if self._toast.isVisible() else ""
        words = wording.sentences((before, looks_like(count)))
        self._toast.show_message(words, self.tr("Show"), lambda: self._show(groups))

    def _show(self, groups: "Sequence[DuplicateGroup]") -> None:
        page = self._tab.show()
        page.show_groups(groups)
        page.setFocus()

    def _make(self) -> "DuplicatesPage":
        from desktop.ui.duplicates.duplicates_page import DuplicatesPage  # when it is first wanted

        page = DuplicatesPage(self._services, self._tasks, self._events)
        page.merge_wanted.connect(self._merge)
        page.apart_wanted.connect(self._keep_apart)
        page.left.connect(self._tab.go_back)
        return page

    def _find(self) -> None:
        page = self._tab.show()
        page.show_all()
        page.setFocus()

    def _merge_selected(self) -> None:
        from desktop.domain.duplicates import DuplicateGroup
        from desktop.ui.duplicates.groups_model import MOST

        papers = tuple(sorted(self._room.selected))
        if len(papers) > MOST:
            told = self.tr("{count} papers can be merged at once. Select fewer, or let duplicates be found.")
            find = self.tr("Find duplicates")
            self._toast.show_failure(told.format(count=wording.number(MOST)), find, self._find)
        elif len(papers) > 1:
            self._show([DuplicateGroup(papers, ())])

    def _merge(self, keep: PaperId, others: Sequence[PaperId], choices: "Mapping[MergeField, PaperId]") -> None:
        def work() -> Changes:
            return self._services.duplicates.merge(keep, others, choices)

        self._papers.change(work, UndoLabel(UndoKind.MERGE_PAPERS, 1 + len(others)))

    def _keep_apart(self, papers: Sequence[PaperId]) -> None:
        def work() -> Changes:
            return self._services.duplicates.keep_apart(papers)

        self._papers.change(work, UndoLabel(UndoKind.KEEP_APART, len(papers)))
