"""The page that searches everything: PDFs, marks, notes and texts of papers."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.passage import MarkLabels, PaperPassages, PassageQuery, Passages, Scope
from desktop.ui import wording
from desktop.ui.events import LibraryEvents
from desktop.ui.indexing.index_words import progress_words
from desktop.ui.indexing.indexer import Indexer
from desktop.ui.library.search_box import SearchBox
from desktop.ui.library.search_names import SearchNames
from desktop.ui.passages.index_strip import IndexStrip
from desktop.ui.passages.passage_filters import PassageFilters
from desktop.ui.passages.passages_list import PassagesList
from desktop.ui.passages.passages_model import MoreLine, PaperLine, PassagesModel
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_AGAIN_MS = 2000
"""While PDFs are read, the search is done again so often."""


class PassagesPage(QWidget):
    """Searches at every key. Enter opens a place, Esc goes back to the words."""

    passage_opened = Signal(object)  # Passage
    paper_opened = Signal(object)  # PaperId
    left = Signal()
    """Esc in an empty search: the person goes back to where they came from."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        events: LibraryEvents,
        indexer: Indexer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._indexer = indexer
        self._asked = PassageQuery()
        self._indexed = indexer.view.overview.done
        self.box = SearchBox()
        self._names = SearchNames(services, tasks, events, self.box)
        self.filters = PassageFilters()
        self.model = PassagesModel(self)
        self.list = PassagesList(self.model)
        self.empty = EmptyState()
        self.strip = IndexStrip(services, tasks, indexer)
        self._stack = QStackedWidget()
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._lay_out()
        self.box.query_changed.connect(self._on_typed)
        self.box.results_wanted.connect(self._enter_list)
        self.filters.changed.connect(lambda: self._search(typing=False))
        self.list.chosen.connect(self._on_chosen)
        self.list.box_wanted.connect(self.box.setFocus)
        self.strip.paper_wanted.connect(self.paper_opened)
        self.empty.acted.connect(lambda: indexer.pause(False))
        self._again.timeout.connect(self.refresh)
        indexer.changed.connect(self._on_indexed)
        events.changed.connect(self._on_library_changed)
        self._show(Passages())

    def show_query(self, text: str, scope: Scope = Scope.ALL) -> None:
        """Search for that, as if a person had typed it."""
        self.filters.choose(scope)
        self.box.look_for(text)
        self.box.setFocus()
        self.box.selectAll()

    def refresh(self) -> None:
        """Search again: there may be more to be found by now."""
        if self.isVisible():
            self._run(self._asked)

    def _lay_out(self) -> None:
        look = theme()
        self.box.setPlaceholderText(self.tr("Search PDFs, marks, notes and texts …"))
        self.box.setAccessibleName(self.tr("Search everything"))
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.space(3), look.space(3), look.space(3), look.space(2))
        column.setSpacing(look.space(2))
        for widget in (self.box, self.filters, self.strip, self._stack):
            column.addWidget(widget, 1 if widget is self._stack else 0)
        self.setFocusProxy(self.box)

    # Searching

    def _on_typed(self, _: str, typing: bool) -> None:
        self._search(typing=typing)

    def _search(self, *, typing: bool) -> None:
        filters = self.filters
        asked = PassageQuery(self.box.text().strip(), filters.scope, filters.color, filters.tag, typing)
        self._names.check(Listing(query=asked.text, typing=typing))
        self._run(asked)

    def _run(self, asked: PassageQuery) -> None:
        searching, self._asked = self._services.searching, asked

        def work() -> tuple[Passages, MarkLabels]:
            return searching.search(asked), searching.mark_labels()

        self._tasks.run_latest("passages", Lane.DB, work, owner=self, done=self._on_found)

    def _on_found(self, found: tuple[Passages, MarkLabels]) -> None:
        self.filters.show_labels(found[1])
        self._show(found[0])

    def _show(self, found: Passages) -> None:
        current = self.list.currentIndex()
        before = self.model.line(current) if current.isValid() else None
        scrolled = self.list.verticalScrollBar().value()
        self.model.show(found)
        self.filters.show_counts(found if self._asked.text or self._asked.scope is Scope.MARKS else None)
        self._stack.setCurrentWidget(self.list if found.papers else self.empty)
        self._tell_empty()
        if before is not None and (row := self.model.row_of(before)) >= 0:
            self.list.select_row(row)
            self.list.verticalScrollBar().setValue(scrolled)

    def _tell_empty(self) -> None:
        view = self._indexer.view
        if self._asked.text:
            words = self.tr("Nothing was found.")
        elif self._asked.scope is Scope.MARKS:
            words = self.tr("No mark yet. Select text in a PDF, and press Alt+1 to highlight it.")
        else:
            words = self.tr("Type what you look for: it is searched in PDFs, marks, notes and texts of all papers.")
        waits = progress_words(view) if self._asked.scope in (Scope.ALL, Scope.PDFS) else ""
        button = self.tr("Resume reading") if waits and view.paused else ""
        drawing = "nothing-found" if self._asked.text else "no-selection"
        self.empty.tell(drawing, wording.sentences(part for part in (words, waits) if part), button)

    def _on_indexed(self) -> None:
        self._tell_empty()
        done = self._indexer.view.overview.done
        if done != self._indexed:
            self._indexed = done
            if self._asked.text and not self._again.isActive():
                self._again.start()

    def _on_library_changed(self, _: Changes) -> None:
        self.refresh()

    # The list

    def _enter_list(self) -> None:
        rows = self.model.rowCount()
        if rows and not self.list.currentIndex().isValid():  # before Qt chooses the first row, which is a paper
            self.list.select_row(min(1, rows - 1))
        if rows:
            self.list.setFocus()

    def _on_chosen(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if isinstance(line, PaperLine):
            self.paper_opened.emit(line.paper)
        elif isinstance(line, MoreLine):
            self._show_more(line, index.row())
        elif line.page < 0:
            self.paper_opened.emit(line.paper)
        else:
            self.passage_opened.emit(line)

    def _show_more(self, line: MoreLine, row: int) -> None:
        if line.paper is None:
            self._run(replace(self._asked, papers=self._asked.papers * 2))
            self.list.select_row(row - 1)
            return
        searching, asked, paper = self._services.searching, self._asked, PaperId(line.paper)

        def done(whole: PaperPassages | None) -> None:
            if whole is not None and asked is self._asked:
                self.model.expand(whole)
                self.list.select_row(row)

        self._tasks.run(Lane.DB, lambda: searching.passages_of(asked, paper), owner=self, done=done)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.box.setFocus()
        super().focusInEvent(event)
