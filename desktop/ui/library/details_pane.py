"""The pane beside the table: one paper, or how many are selected, or nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.links import web_link
from desktop.domain.paper import PaperDetails
from desktop.domain.query_parser import parse
from desktop.domain.search_marks import Needles, needles
from desktop.services.library import LibraryServices
from desktop.ui.library.history_section import HistorySection
from desktop.ui.library.open_file import is_gone, open_file, show_folder_of
from desktop.ui.library.paper_edits import PaperEdits
from desktop.ui.library.paper_page import TITLE, PaperPage
from desktop.ui.library.related_section import RelatedSection
from desktop.ui.library.several_papers import SeveralPapers
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.wording import number


class DetailsPane(QStackedWidget):
    """Follows the selection; reading is done on the lane of the database, and only the last wish is fulfilled."""

    changed = Signal(object)
    """An edit was stored; with the Changes."""
    digest_activated = Signal(object)
    """The name of a digest was clicked (DigestId)."""

    file_wanted = Signal(object, str)
    """A file was clicked, to be read (PaperId, sha256)."""
    mark_activated = Signal(object, str, str)
    """A mark was clicked (PaperId, sha256 of its file, its id)."""
    paper_activated = Signal(object)
    """The title of another paper was clicked (PaperId)."""
    file_missed = Signal(str)
    """A file of the library that was to be opened is gone; its path inside the library folder."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._services = services
        self._papers: list[PaperId] = []
        self._needles = Needles()
        self._edits = PaperEdits(tasks, services, self)
        self._edits.changed.connect(self.changed)
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.page = PaperPage(self._edits, self)
        self.page.link_followed.connect(self._on_link_followed)
        self.page.file_opened.connect(self._on_file_opened)
        self.page.files.read_wanted.connect(self._on_file_wanted)
        self.page.files.folder_wanted.connect(self._on_folder_wanted)
        self.page.refused_elsewhere.connect(tasks.failure_reported)
        self.page.digest_activated.connect(self.digest_activated)
        self.page.mark_activated.connect(self._on_mark_activated)
        self.related = RelatedSection(tasks, services)
        self.related.paper_activated.connect(self.paper_activated)
        self.history = HistorySection(tasks, services)
        self.page.add_sections(self.related, self.history)
        self._empty = EmptyState(self)
        self._many = SeveralPapers(self)
        for page in (self._empty, self.page, self._many):
            self.addWidget(page)
        self.setFocusProxy(self.page.texts.sections[TITLE].field)
        self._retranslate()

    def set_actions(self, of_one: list[QAction], of_several: Sequence[list[QAction]]) -> None:
        """What can be done with a paper, and with several, in groups."""
        self.page.set_actions(of_one)
        self._many.set_actions(of_several)

    def show_papers(self, papers: list[PaperId]) -> None:
        """Show what is selected. Unfinished edits of another paper are saved."""
        if papers == self._papers:
            return
        self.flush()
        self._papers = list(papers)
        if len(papers) == 1:
            self._load()
            return
        if papers:
            self._many.tell(self.tr("{count} papers selected").format(count=number(len(papers))))
        self.setCurrentWidget(self._many if papers else self._empty)

    def refresh(self, changes: Changes) -> None:
        """Read the paper again if a change touched it."""
        anywhere = changes.digests or changes.labels
        if len(self._papers) == 1 and (anywhere or self._papers[0] in changes.papers):
            self._load()

    def mark(self, query: str) -> None:
        """Mark the words of a search."""
        found = needles(parse(query, typing=True))
        if found != self._needles:
            self._needles = found
            if self.page.details is not None:
                self.page.show_details(self.page.details, found)

    def edit(self) -> None:
        """Open what has the keyboard for typing, else the title."""
        if self.currentWidget() is self.page:
            self.page.edit()

    def edit_title(self) -> None:
        """Open the title for typing."""
        if self.currentWidget() is self.page:
            self.page.edit_title()

    def flush(self) -> None:
        """Save what is being typed. To be called before the library is closed."""
        self.page.finish()

    def _load(self) -> None:
        paper = self._papers[0]
        services = self._services
        self._tasks.run_latest(
            "details", Lane.DB, lambda: services.browse.details(paper), owner=self, done=self._on_loaded
        )

    def _on_loaded(self, details: PaperDetails | None) -> None:
        if len(self._papers) != 1 or (details is not None and details.row.id != self._papers[0]):
            return
        if details is None:
            self.setCurrentWidget(self._empty)
            return
        self.page.show_details(details, self._needles)
        self.setCurrentWidget(self.page)
        for section in (self.related, self.history):
            section.show_paper(details.row.id)

    def _on_link_followed(self, link: str) -> None:
        if web_link(link):
            QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))

    def _on_file_opened(self, path: str) -> None:
        error = open_file(self._services.folder, path)
        if error is not None and is_gone(self._services.folder, path):
            self.file_missed.emit(path)
        elif error is not None:
            self._tasks.failure_reported.emit(error)

    def _on_file_wanted(self, sha256: str) -> None:
        if self.page.details is not None:
            self.file_wanted.emit(self.page.details.row.id, sha256)

    def _on_mark_activated(self, name: str) -> None:
        for mark in self.page.details.marks if self.page.details is not None else ():
            if mark.id == name:
                self.mark_activated.emit(mark.paper, mark.sha256, name)

    def _on_folder_wanted(self, path: str) -> None:
        show_folder_of(self._services.folder, path)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Details"))
        self._empty.tell("no-selection", self.tr("Select a paper to read about it here."))

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self.page.retranslate()
        super().changeEvent(event)
