"""The small windows that file papers in hand: tags, collections, a due date."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.domain.ids import CollectionId, PaperId, TagId
from desktop.domain.labels import Collection, Tag
from desktop.ui.actions import ActionId
from desktop.ui.desk.paper_commands import PaperCommands
from desktop.ui.desk.reading_desk import ReadingDesk
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.labels.collection_popup import CollectionPopup
    from desktop.ui.labels.tag_popup import TagPopup

Id = ActionId
Papers = list[PaperId]


class PopupActions(QObject):
    """Bound to one library in the window. A popup stands at once; what it offers follows."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        reading: ReadingDesk,
        papers: PaperCommands,
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._reading = reading
        self._papers = papers
        self._window = window

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {Id.TAGS: self._show_tags, Id.COLLECT: self._show_collections, Id.DUE: self._show_due}

    # Tags

    def _show_tags(self) -> None:
        from desktop.ui.labels.tag_popup import TagPopup

        if papers := list(self._reading.in_hand):
            popup = TagPopup(len(papers), self._title(self.tr("Tags of {papers}"), papers), self._window)
            popup.tagged.connect(partial(self._tag, papers, popup))
            popup.open(popup.field)
            self._load_tags(papers, popup)

    def _load_tags(self, papers: Papers, popup: "TagPopup") -> None:
        services = self._services

        def work() -> tuple[Sequence[Tag], Mapping[TagId, int]]:
            return services.labels.tags(), services.labels.tags_of(papers)

        def done(found: tuple[Sequence[Tag], Mapping[TagId, int]]) -> None:
            if isValid(popup):
                popup.show_tags(*found)

        self._tasks.run(Lane.DB, work, owner=self, done=done)

    def _tag(self, papers: Papers, popup: "TagPopup", name: str, given: bool) -> None:
        services = self._services
        if given:
            self._papers.change(lambda: services.labels.tag(papers, [name]))
        else:
            self._papers.change(lambda: services.labels.untag(papers, [name]))
        self._load_tags(papers, popup)

    # Collections

    def _show_collections(self) -> None:
        from desktop.ui.labels.collection_popup import CollectionPopup

        if papers := list(self._reading.in_hand):
            title = self._title(self.tr("Collections of {papers}"), papers)
            popup = CollectionPopup(len(papers), title, self._window)
            popup.collected.connect(partial(self._collect, papers))
            popup.made.connect(partial(self._collect_in_new, papers, popup))
            popup.open(popup.field)
            self._load_collections(papers, popup)

    def _load_collections(self, papers: Papers, popup: "CollectionPopup") -> None:
        services = self._services

        def work() -> tuple[Sequence[Collection], Mapping[CollectionId, int]]:
            return services.labels.collections(), services.labels.collections_of(papers)

        def done(found: tuple[Sequence[Collection], Mapping[CollectionId, int]]) -> None:
            if isValid(popup):
                popup.show_collections(*found)

        self._tasks.run(Lane.DB, work, owner=self, done=done)

    def _collect(self, papers: Papers, collection: CollectionId, put: bool) -> None:
        services = self._services
        if put:
            self._papers.change(lambda: services.labels.collect(papers, collection))
        else:
            self._papers.change(lambda: services.labels.uncollect(papers, collection))

    def _collect_in_new(self, papers: Papers, popup: "CollectionPopup", name: str) -> None:
        services = self._services

        self._papers.change(lambda: services.labels.collect_in_new(papers, name))
        self._load_collections(papers, popup)

    # Due dates

    def _show_due(self) -> None:
        from desktop.ui.labels.due_popup import DuePopup

        if papers := list(self._reading.in_hand):
            now = QDate.currentDate()
            today = date(now.year(), now.month(), now.day())
            popup = DuePopup(self._title(self.tr("Due date of {papers}"), papers), today, self._window)
            popup.due_chosen.connect(partial(self._set_due, papers))
            popup.open(popup.field)

    def _set_due(self, papers: Papers, day: str) -> None:
        services = self._services
        self._papers.change(lambda: services.reading_list.set_due(papers, day))

    def _title(self, text: str, papers: Papers) -> str:
        from desktop.ui.wording import papers as so_many

        return text.format(papers=so_many(len(papers)))
