"""The titles of open papers on their tabs, in the language that the list of papers shows."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperRow
from desktop.ui.events import LibraryEvents
from desktop.ui.library.paper_columns import shown_titles
from desktop.ui.library.paper_table_model import PaperTableModel
from desktop.ui.tabs.tabs import Tabs
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_PAPER = "paper:"


def paper_key(paper: PaperId) -> str:
    """The key of the tab of that paper."""
    return f"{_PAPER}{paper}"


def paper_of(key: str) -> PaperId | None:
    """The paper whose tab has that key; None if it is the tab of something else."""
    return PaperId(int(key.removeprefix(_PAPER))) if key.startswith(_PAPER) else None


class TabTitles(QObject):
    """Reads titles, also when they change, and finds papers that are gone."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        events: LibraryEvents,
        tabs: Tabs,
        rows: PaperTableModel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._tabs = tabs
        self._rows = rows
        events.changed.connect(self._on_changed)

    def known(self, paper: PaperId) -> str:
        """The title, if its row is at hand; else empty."""
        rows = self._rows.papers_at_hand([paper])
        return self._title(rows[0]) if rows else ""

    def load(self, papers: Sequence[PaperId], done: Callable[[], None] | None = None) -> None:
        """Name the tabs of these papers. Tabs of papers that are gone and were never in front are closed."""
        services = self._services

        def named(rows: list[PaperRow]) -> None:
            there = {row.id: row for row in rows if not row.trashed}
            for paper in papers:
                self._name(paper, there.get(paper))
            if done is not None:
                done()

        self._tasks.run(Lane.DB, lambda: services.browse.rows(papers), owner=self, done=named)

    def _name(self, paper: PaperId, row: PaperRow | None) -> None:
        key = paper_key(paper)
        if key not in self._tabs:
            return
        if row is not None:
            self._tabs.name(key, self._title(row))
        elif self._tabs.page(key) is None:
            self._tabs.close_tab(key)
        elif not self._tabs.title(key):
            self._tabs.name(key, self.tr("Unknown paper"))

    def _title(self, row: PaperRow) -> str:
        return shown_titles(row, self._rows.titles)[0]

    def _on_changed(self, changes: Changes) -> None:
        touched = {*changes.papers_changed, *changes.papers_added}
        papers = [paper for paper in map(paper_of, self._tabs) if paper in touched and paper is not None]
        if papers:
            self.load(papers)
