"""The table of papers as a Qt model: ids in order, rows by the page, nothing else in memory."""

from array import array
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from itertools import compress
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, PaperList, Sort
from desktop.domain.paper import PaperRow
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.fetching.row_state import RowState
from desktop.ui.library.cell_words import cell_tool_tip, spoken
from desktop.ui.library.paper_columns import COLUMNS, Titles, cell_text, column_name
from desktop.ui.library.paper_rows import PAGE, PaperRows
from desktop.ui.tasks import Lane, TaskRunner

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Role = Qt.ItemDataRole
_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)

FIRST_ROWS = 200
"""How many of the newest hits a search shows before all hits are there, ranked."""


class PaperTableModel(QAbstractTableModel):
    """Shows one listing. A failure to read goes to the task runner, and the table keeps what it shows."""

    listed = Signal(int)
    """A complete list stands; so many papers."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._services = services
        self._listing = Listing()
        self._ids: array[int] = array("q")
        self._packed: bytes | None = None
        """The same, once a paper is looked for: that is quicker in bytes than among numbers, of which Python would make
        an object each."""
        self._preview = False
        self._complete = False
        self._then: list[Callable[[], None]] = []
        self._titles = Titles.ORIGINAL
        self.pdf_states: Mapping[PaperId, RowState] = {}
        """How the PDFs stand that are to come."""
        self._rows = PaperRows(tasks, services, self._on_rows_loaded, self)

    @property
    def listing(self) -> Listing:
        """What was asked for last; its papers may still be on their way."""
        return self._listing

    @property
    def preview(self) -> bool:
        """True while a search shows its newest hits and the others are on their way."""
        return self._preview

    @property
    def ids(self) -> "array[int]":
        """The papers shown, in order. Not to be changed."""
        return self._ids

    @property
    def titles(self) -> Titles:
        """Which title stands first."""
        return self._titles

    def set_titles(self, titles: Titles) -> None:
        """Choose which title stands first."""
        self._titles = titles
        self._repaint(0, len(self._ids) - 1)

    def show(self, listing: Listing) -> None:
        """Show another listing. A search first shows its newest hits, then all of them by rank; where nothing is shown
        yet, the first rows do not wait for the rest either."""
        self._listing = listing
        self._rows.tell_of(listing.feed)
        self._then.clear()
        if listing.sort is None and ((listing.query and listing.ranked) or not self._ids):
            first = replace(listing, ranked=False, limit=FIRST_ROWS)
            self._load(first, then=listing)
        else:
            self._load(listing)

    def when_listed(self, act: Callable[[], None]) -> None:
        """Do this as soon as the list that was asked for stands, at once if it does, never if another is asked for."""
        if self._complete:
            act()
        else:
            self._then.append(act)

    def refresh(self, changes: Changes) -> None:
        """Read again what a change touched. An edited paper stays in a search that no longer finds it."""
        touched = changes.papers
        self._rows.spoil(touched)
        if changes.labels:
            self._rows.spoil_all()
        if changes.rearranges(self._listing):
            self._load(self._listing)
        elif touched or changes.labels:
            self._repaint(0, len(self._ids) - 1)

    def paper(self, row: int) -> PaperRow | None:
        """What that row shows, or None while it is being read."""
        return self._rows.get(row)

    def papers_at_hand(self, papers: Collection[PaperId]) -> list[PaperRow] | None:
        """The rows of these papers, perhaps as they were before a change, or None if some are not in memory."""
        rows = [row for row in map(self._rows.peek, papers) if row is not None]
        return rows if len(rows) == len(papers) else None

    def rows_of(self, papers: Collection[PaperId]) -> list[int]:
        """Where these papers stand, in order; those that are not shown are left out."""
        if len(papers) > 4:
            wanted = set(papers)
            return list(compress(range(len(self._ids)), map(wanted.__contains__, self._ids)))
        return sorted(row for row in map(self.row_of, papers) if row >= 0)

    def row_of(self, paper: int) -> int:
        """Where that paper stands, -1 if it is not shown."""
        if self._packed is None:
            self._packed = self._ids.tobytes()
        place, wanted = -1, array("q", [paper]).tobytes()
        while (place := self._packed.find(wanted, place + 1)) >= 0:
            if place % len(wanted) == 0:
                return place // len(wanted)
        return -1

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # Qt's own
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS):
            if role == Role.DisplayRole:
                return column_name(COLUMNS[section].cell)
            if role == Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # Qt's own
        if not index.isValid() or role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        paper = self._rows.get(index.row())
        if paper is None:
            return None
        cell = COLUMNS[index.column()].cell
        if role == Role.DisplayRole:
            return cell_text(paper, cell, self._titles)
        words = spoken if role == Role.AccessibleTextRole else cell_tool_tip
        return words(paper, cell, self._titles, self.pdf_states)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        by = COLUMNS[column].sort if 0 <= column < len(COLUMNS) else None
        chosen = Sort(by, order is Qt.SortOrder.DescendingOrder) if by else None
        if chosen != self._listing.sort:
            self.show(replace(self._listing, sort=chosen))

    def _load(self, listing: Listing, then: Listing | None = None) -> None:
        services = self._services
        job = Job()

        def work() -> tuple[PaperList, list[PaperRow]]:
            browse = services.browse
            papers = browse.list_papers(listing, job)
            return papers, browse.rows([PaperId(paper) for paper in papers.ids[: PAGE // 2]], listing.feed)

        def done(found: tuple[PaperList, list[PaperRow]]) -> None:
            self._replace(*found, preview=then is not None)
            if then is not None:
                self._load(then)
            else:
                self._complete = True
                self.listed.emit(len(self._ids))
                waiting, self._then = self._then, []
                for act in waiting:
                    act()

        self._complete = False
        self._tasks.run_latest("list", Lane.DB, work, owner=self, done=done, job=job)

    def _replace(self, papers: PaperList, rows: list[PaperRow], *, preview: bool) -> None:
        if papers.ids == self._ids:
            self._preview = preview
            self._rows.replace_ids(papers.ids, rows)
            self._repaint(0, len(self._ids) - 1)
            return
        self.beginResetModel()
        self._ids = papers.ids
        self._packed = None
        self._preview = preview
        self._rows.replace_ids(papers.ids, rows)
        self.endResetModel()

    def _on_rows_loaded(self, first: int, last: int) -> None:
        self._repaint(first, min(last, len(self._ids) - 1))

    def _repaint(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))
