"""The library as it is worked with: places at the left, papers in the middle, one paper at the right."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.domain.changes import Changes
from desktop.domain.ids import DigestId, PaperId
from desktop.domain.listing import Listing, Place, Sidebar
from desktop.ui.actions import Needs
from desktop.ui.events import LibraryEvents
from desktop.ui.last_place import LastPlace, read, written
from desktop.ui.library.at_hand import at_hand
from desktop.ui.library.empty_words import empty_words
from desktop.ui.library.paper_table_model import PaperTableModel
from desktop.ui.library.paper_table_view import PaperTableView
from desktop.ui.library.remembered import recall_list, remember_list
from desktop.ui.library.search_box import SearchBox
from desktop.ui.library.search_names import SearchNames
from desktop.ui.session import Session
from desktop.ui.sidebar.live_counts import LiveCounts
from desktop.ui.sidebar.sidebar_pane import SidebarPane
from desktop.ui.sidebar.wishes import ExportDigest, RemoveDigest, Wish
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.three_panes import ThreePanes

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.library.details_pane import DetailsPane

AFTER_ROWS_MS = 40
"""Qt paints some milliseconds after it is asked to: what the first rows need not wait for comes that much later."""


class LibraryRoom(QWidget):
    """Shows one listing and tells the window what is chosen. Reads; what changes papers is in PaperCommands."""

    state_changed = Signal()
    """Another place, list or selection: see `available`, `listing`, `selected`."""
    details_made = Signal()
    import_asked = Signal()
    digest_export_asked = Signal(object)  # DigestId
    digest_removal_asked = Signal(object)  # DigestId
    wished = Signal(object)
    """Something was asked for in the sidebar or the table (Wish)."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        events: LibraryEvents,
        session: Session,
        tool_bar: QToolBar,
    ) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._session = session
        self._counts = Sidebar(0, 0, 0, ())
        self.sidebar = SidebarPane()
        self.model = PaperTableModel(tasks, services, self)
        self.table = PaperTableView(self.model)
        self.search = SearchBox()
        self._names = SearchNames(services, tasks, events, self.search)
        self._details: DetailsPane | None = None
        self._details_place = QStackedWidget()  # holds the details, which are made once the first rows stand
        self.empty = EmptyState()
        self._middle = QStackedWidget()
        self._lay_out(tool_bar)
        self._live = LiveCounts(services, tasks, events, self.sidebar.view)
        self._events = events
        self._connect(events)

    def _lay_out(self, tool_bar: QToolBar) -> None:
        look = theme()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self.empty)
        head = QHBoxLayout()
        head.setContentsMargins(look.space(3), look.space(2), look.space(2), look.space(2))
        head.setSpacing(look.space(2))
        head.addWidget(self.search, 1)
        head.addWidget(tool_bar)
        papers = QWidget()
        papers.setProperty("kind", "surface")
        column = self.column = QVBoxLayout(papers)
        """Over each other: the search, the papers."""
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._middle, 1)
        self._details_place.setProperty("kind", "surface")
        self._panes = ThreePanes(self.sidebar, papers, self._details_place)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._panes)

    def _connect(self, events: LibraryEvents) -> None:
        self.sidebar.view.place_chosen.connect(self._go)
        self.sidebar.view.wished.connect(self._on_wished)
        self.sidebar.view.papers_wanted.connect(self._on_results_wanted)
        self._live.loaded.connect(self._on_sidebar)
        self.search.query_changed.connect(self._on_query_changed)
        self.search.results_wanted.connect(self._on_results_wanted)
        self.search.hint_changed.connect(self._show_empty)
        self.table.papers_selected.connect(self._on_papers_selected)
        self.model.listed.connect(self._on_listed)
        self.model.modelReset.connect(self._show_empty)
        self.empty.acted.connect(self._on_empty_acted)
        events.changed.connect(self._on_changed)

    def start(self) -> None:
        """Show what was shown when the window was closed."""
        place = read(self._session.recall("place"), self._services.folder)
        self.sidebar.view.set_folds(place.folds)
        self.search.set_query(place.listing.query)
        self._show(place.listing)
        self.model.when_listed(partial(self._select_again, place.selected))
        self._live.load()

    @property
    def details(self) -> "DetailsPane":
        """The pane of one paper."""
        details = self._make_details() if self._details is None else self._details
        if not self._details_place.count():
            self._details_place.addWidget(details)
            self.details_made.emit()
        return details

    def _make_details(self) -> "DetailsPane":
        from desktop.ui.library.details_pane import DetailsPane  # 40 ms that the first rows need not wait for

        self._details = details = DetailsPane(self._tasks, self._services)
        details.changed.connect(self._events.announce)
        details.digest_activated.connect(self._on_digest_activated)
        return details

    def _prepare_details(self) -> None:
        """In three turns of the event loop, while the program runs: importing takes 20 ms, making 30, placing 20."""
        if not self._details_place.count():
            import desktop.ui.library.details_pane  # noqa: F401

            QTimer.singleShot(0, self, lambda: self._details or not isValid(self._tasks) or self._make_details())
            QTimer.singleShot(1, self, lambda: isValid(self._tasks) and self.details)

    def flush(self) -> None:
        """Save what is being typed."""
        if self._details is not None:
            self._details.flush()

    @property
    def listing(self) -> Listing:
        """What is shown."""
        return self.model.listing

    @property
    def selected(self) -> list[PaperId]:
        """The selected papers in the order of the table."""
        return self.table.selected_papers()

    @property
    def shown(self) -> list[PaperId]:
        """All papers of the list, in order."""
        return [PaperId(paper) for paper in self.model.ids]

    @property
    def shown_count(self) -> int:
        """How many papers the list has."""
        return len(self.model.ids)

    @property
    def counts(self) -> Sidebar:
        """The places and their counts."""
        return self._counts

    def available(self) -> Needs:
        """What there is for actions to work on."""
        return at_hand(self.listing, len(self.model.ids), self.table.selectionModel().selection())

    def go_to(self, place: Place, item: int | None = None) -> None:
        """Show another place (which tag, collection, saved search or digest: `item`), without a search."""
        self._go(Listing(place, item))

    def show_pane(self, pane: str, shown: bool) -> None:
        """Fold "sidebar" or "details" away or back; widths are kept."""
        widget = self.sidebar if pane == "sidebar" else self._details_place
        widget.setVisible(shown)

    def select(self, papers: Sequence[PaperId]) -> None:
        """Select these papers once the list stands."""
        self.model.when_listed(lambda: self.table.select_papers(papers))

    def _select_again(self, papers: Sequence[PaperId]) -> None:
        """Unless a person has chosen one of the first rows already."""
        if not self.selected:
            self.table.select_papers(papers)

    # What is remembered

    def save(self) -> None:
        """Remember place, selection, columns and widths."""
        self._session.remember("panes", self._panes.save())
        remember_list(self._session, self.table, self.search)
        place = LastPlace(self.listing, self.selected, self.sidebar.view.folds())
        self._session.remember("place", written(place, self._services.folder))

    def restore(self) -> None:
        """Widths, columns and folds as they were."""
        self._panes.restore(self._session.recall("panes"))
        recall_list(self._session, self.table, self.search)

    # What happens

    def _go(self, listing: Listing) -> None:
        self.search.set_query(listing.query)
        self._show(listing)

    def _show(self, listing: Listing) -> None:
        self.sidebar.view.choose(listing)
        self.model.show(listing)
        self.table.mark(listing.query)
        self._names.check(listing)
        if self._details is not None:
            self._details.mark(listing.query)
        self.state_changed.emit()

    def _on_query_changed(self, query: str, typing: bool) -> None:
        self._show(replace(self.listing, query=query, typing=typing))

    def _on_results_wanted(self) -> None:
        if self.table.isVisible():  # hidden, it would take the keyboard in the midst of the next search
            self.table.setFocus()
        self.model.when_listed(self._choose_first)

    def _choose_first(self) -> None:
        if self.model.ids and not self.table.selectionModel().hasSelection():
            self.table.setFocus()
            self.table.step(1)

    def _on_digest_activated(self, digest: DigestId) -> None:
        self.go_to(Place.DIGEST, digest)

    def _on_papers_selected(self) -> None:
        selected = self.table.selected_papers()
        self.details.show_papers(selected)
        self.state_changed.emit()

    def _on_listed(self) -> None:
        self._show_empty()
        self.state_changed.emit()
        QTimer.singleShot(AFTER_ROWS_MS, self, self._prepare_details)

    def _on_changed(self, changes: Changes) -> None:
        self.model.refresh(changes)
        if self._details is not None:
            self._details.refresh(changes)

    def _on_wished(self, wish: Wish) -> None:
        match wish:
            case ExportDigest(digest):
                self.digest_export_asked.emit(digest)
            case RemoveDigest(digest):
                self.digest_removal_asked.emit(digest)
            case _:
                self.wished.emit(wish)

    def _on_sidebar(self, sidebar: Sidebar) -> None:
        self._counts = sidebar
        if not self.sidebar.view.choose(self.listing):
            self.go_to(Place.ALL)  # the digest, tag or collection is gone
        self._show_empty()
        self.state_changed.emit()

    def _show_empty(self) -> None:
        if self.model.ids:
            self._middle.setCurrentWidget(self.table)
            return
        drawing, sentence, *buttons = empty_words(self.listing, self._counts)
        self.empty.tell(drawing, self.search.hint or sentence, *buttons)
        self._middle.setCurrentWidget(self.empty)

    def _on_empty_acted(self) -> None:
        if self.listing.query:
            self.search.set_query("")
            self._show(replace(self.listing, query=""))
        else:
            self.import_asked.emit()

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the list of papers."""
        (self.table if self._middle.currentWidget() is self.table else self.empty).setFocus()
