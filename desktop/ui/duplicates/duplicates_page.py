"""The page of duplicates: which papers may be one, and each group of them side by side."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import Changes
from desktop.domain.duplicates import DuplicateGroup
from desktop.domain.ids import PaperId
from desktop.domain.progress import Job
from desktop.ui.duplicates.comparison_view import ComparisonView
from desktop.ui.duplicates.groups_model import GroupsModel, ShownGroup, shown_groups
from desktop.ui.duplicates.groups_pane import GroupsPane
from desktop.ui.duplicates.marked_comparison import MarkedComparison, compared
from desktop.ui.duplicates.merge_bar import MergeBar
from desktop.ui.events import LibraryEvents
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_AGAIN_MS = 800
"""So long after the last change of the library is looked for duplicates again."""
_LIST_WIDTH, _LIST_SHARE = 300, 0.25
"""Pixels at 100 %, and the share of the width that the list takes at most until a person moves its edge."""
_NUMBERS = 9


class DuplicatesPage(QWidget):
    """j and k go through the groups, m merges, d says that they are different, 1 and 2 choose the paper to keep."""

    merge_wanted = Signal(object, object, object)
    """PaperId to keep, those to merge into it, and the choices."""
    apart_wanted = Signal(object)
    """Papers that are different ones."""
    left = Signal()
    """Esc: the person goes back to where they came from."""

    def __init__(
        self, services: "LibraryServices", tasks: TaskRunner, events: LibraryEvents, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._asked: tuple[DuplicateGroup, ...] | None = None
        """The groups that a person asked for; None for all that there are."""
        self._stale = False
        self._split_moved = False
        self.looking = False
        self.model = GroupsModel(self)
        self.pane = GroupsPane(self.model)
        self.list = self.pane.list
        self.view = ComparisonView()
        self.bar = MergeBar()
        self.empty = EmptyState()
        self._right = QStackedWidget()
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._lay_out()
        self._listen(events)
        self._add_keys()
        self._tell()

    def show_all(self) -> None:
        """Look through the whole library."""
        self._asked = None
        self._look()

    def show_groups(self, groups: Sequence[DuplicateGroup]) -> None:
        """Show these groups alone."""
        self._asked = tuple(groups)
        self._look()

    # Making

    def _lay_out(self) -> None:
        right = QWidget()
        right.setProperty("kind", "surface")
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.bar)  # above: messages lie over the lower edge of the window
        beside.addWidget(self.view, 1)
        self._right.addWidget(self.empty)
        self._right.addWidget(right)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.addWidget(self.pane)
        self._split.addWidget(self._right)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        self.pane.setMinimumWidth(theme().scaled(_LIST_WIDTH) // 2)
        self._split.splitterMoved.connect(self._on_split_moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)
        self.setFocusProxy(self.list)

    def _listen(self, events: LibraryEvents) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.changed.connect(self._on_choice)
        self.bar.merge_clicked.connect(self.merge)
        self.bar.apart_clicked.connect(self.keep_apart)
        self.bar.skip_clicked.connect(partial(self._step, 1))
        self.pane.all_button.clicked.connect(self.show_all)
        self.empty.acted.connect(self.show_all)
        self._again.timeout.connect(self._refresh)
        events.changed.connect(self._on_library_changed)

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "J": partial(self._step, 1),
            "K": partial(self._step, -1),
            "M": self.merge,
            "D": self.keep_apart,
        }
        keys |= {str(number): partial(self._keep_number, number) for number in range(1, _NUMBERS + 1)}
        for key, act in keys.items():
            QShortcut(key, self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _on_split_moved(self) -> None:
        self._split_moved = True

    # Looking

    def _look(self) -> None:
        """Find what is to be shown: all duplicates, with progress, or what was asked for."""
        self._stale = False
        services, asked = self._services, self._asked
        if asked is not None:
            work = partial(shown_groups, services, asked)
            self._tasks.run_latest("groups", Lane.DB, work, owner=self, done=partial(self._on_found, asked))
            return
        self.looking = True
        self._tell()
        self._tasks.run_job(
            Lane.DB,
            lambda job: shown_groups(services, services.duplicates.find(job)),
            owner=self,
            label=self.tr("Looking for duplicates"),
            done=partial(self._on_found, None),
            ended=self._on_ended,
        )

    def _refresh(self) -> None:
        """The library has changed: look again, quietly."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        services, asked, job = self._services, self._asked, Job()
        self._tasks.run_latest(
            "groups",
            Lane.DB,
            lambda: shown_groups(services, asked if asked is not None else services.duplicates.find(job)),
            owner=self,
            done=partial(self._on_found, asked),
            job=job,
        )

    def _on_found(self, asked: tuple[DuplicateGroup, ...] | None, groups: list[ShownGroup]) -> None:
        if asked is not self._asked:
            return
        self.looking = False
        row = self.list.currentIndex().row()
        current = self.model.groups[row].group if row >= 0 else None
        self.model.show(groups)
        there = self.model.row_of(current) if current is not None else 0
        self.list.select_row(there if there >= 0 else min(max(row, 0), len(groups) - 1))
        self._tell()

    def _on_ended(self) -> None:
        if self.looking:  # it was stopped, or has failed
            self.looking = False
            self._tell(stopped=True)

    # Comparing

    def _on_current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self._compare(self.model.groups[current.row()].group.papers)

    def _compare(self, papers: Sequence[PaperId]) -> None:
        services = self._services
        work = partial(compared, services, papers)
        self._tasks.run_latest("compare", Lane.DB, work, owner=self, done=self._on_compared)

    def _on_compared(self, comparison: MarkedComparison | None) -> None:
        row = self.list.currentIndex().row()
        if comparison is None:
            if row >= 0:
                self._drop(row)
            return
        self.view.show_comparison(comparison)
        self._tell()

    def _on_choice(self) -> None:
        if self.view.shown is not None:
            papers = self.view.shown.comparison.papers
            title = next((paper.row.title for paper in papers if paper.row.id == self.view.keep), "")
            self.bar.show_what(title, len(self.view.papers))

    # Deciding

    def merge(self) -> None:
        """Merge the papers shown, as it was chosen, and go on to the next group."""
        view = self.view
        others = [paper for paper in view.papers if paper != view.keep]
        if self._ready and others:
            self.merge_wanted.emit(view.keep, others, dict(view.choices))
            self._drop(self.list.currentIndex().row())

    def keep_apart(self) -> None:
        """The papers shown are different ones; go on to the next group."""
        if self._ready and len(self.view.papers) > 1:
            self.apart_wanted.emit(self.view.papers)
            self._drop(self.list.currentIndex().row())

    def _keep_number(self, number: int) -> None:
        if self._ready:
            self.view.keep_number(number)

    @property
    def _ready(self) -> bool:
        """The papers of the current group are shown beside it: nothing is decided about what was not seen."""
        row, shown = self.list.currentIndex().row(), self.view.shown
        return row >= 0 and shown is not None and set(shown.papers) <= set(self.model.groups[row].group.papers)

    def _drop(self, row: int) -> None:
        dropped = set(self.model.groups[row].group.papers)
        self.model.drop(row)
        if self._asked is not None:
            self._asked = tuple(group for group in self._asked if not dropped <= set(group.papers))
        self.list.select_row(min(row, self.model.rowCount() - 1))
        self._tell()

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.list.select_row(row)

    def _on_library_changed(self, changes: Changes) -> None:
        row = self.list.currentIndex().row()
        if row >= 0 and self.isVisible():
            papers = self.model.groups[row].group.papers
            if {*papers} & {*changes.papers_changed, *changes.papers_removed}:
                self._compare(papers)
        self._again.start()

    def _tell(self, *, stopped: bool = False) -> None:
        """Say how many groups there are, or what to do."""
        rows = self.model.rowCount()
        self.pane.tell(looking=self.looking, some_only=self._asked is not None)
        self._right.setCurrentIndex(1 if rows and self.view.shown is not None else 0)
        if self.looking:
            self.empty.tell("no-work", self.tr("Papers are compared by arXiv id, DOI, title, authors and PDF."))
        elif stopped:
            self.empty.tell("nothing-found", self.tr("The search was stopped."), self.tr("Look again"))
        elif not rows and self._asked is not None:
            self.empty.tell("nothing-found", self.tr("These are done."), self.tr("Look through all papers"))
        elif not rows:
            self.empty.tell(
                "nothing-found",
                self.tr(
                    "No two papers look like the same one. New papers are compared with yours when they are added."
                ),
            )

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._split_moved:
            left = min(theme().scaled(_LIST_WIDTH), round(self.width() * _LIST_SHARE))
            self._split.setSizes([left, self.width() - left])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()
