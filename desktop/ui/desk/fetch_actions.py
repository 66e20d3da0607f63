"""What a person asks of arXiv for papers: PDFs, new versions, facts; and what is told when the answers have come."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.domain.arxiv_id import parse_arxiv_id
from desktop.domain.changes import Changes
from desktop.domain.ids import FetchId, PaperId
from desktop.domain.listing import Place
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.ui.actions import ActionId
from desktop.ui.desk.paper_commands import PaperCommands
from desktop.ui.desk.reading_desk import ReadingDesk
from desktop.ui.events import LibraryEvents
from desktop.ui.library.paper_wishes import Wish
from desktop.ui.library_room import LibraryRoom
from desktop.ui.tabs.tabs import LIBRARY
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.fetching.fetch_orders import FetchOrders
    from desktop.ui.fetching.fetch_state import FetchNews
    from desktop.ui.fetching.fetcher import Fetcher

Id = ActionId
_MANY = 500
"""Papers from which on it is said first how long it takes to ask about them (half a minute) or to download their PDFs
(half an hour)."""
_LISTED = 40
"""Papers that a search for their ids can show."""


class FetchActions(QObject):
    """Bound to one library in the window. The fetcher is made some moments after the first rows, or when it is first
    needed."""

    list_wanted = Signal()
    """The list of downloads is to be shown."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        make_fetcher: "Callable[[], Fetcher]",
        room: LibraryRoom,
        reading: ReadingDesk,
        papers: PaperCommands,
        events: LibraryEvents,
        toast: Toast,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._make_fetcher = make_fetcher
        self._room = room
        self._reading = reading
        self._papers = papers
        self._events = events
        self._toast = toast
        self._fetcher: Fetcher | None = None
        room.details_made.connect(self._on_details_made)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {
            Id.DOWNLOAD_PDF: self._download_selected,
            Id.CHECK_VERSIONS: self._check_selected,
            Id.CHECK_SHOWN: self._check_shown,
        }

    def begin(self) -> None:
        """Let what waits be fetched, and show how far it is. Comes from a timer, so the program may have ended."""
        if isValid(self._tasks):
            _ = self.fetcher

    @property
    def fetcher(self) -> "Fetcher":
        """Fetches what the library waits for."""
        if self._fetcher is None:
            self._fetcher = fetcher = self._make_fetcher()
            fetcher.library_changed.connect(self._events.announce_quietly)
            fetcher.queue_changed.connect(self._on_queue_changed)
            fetcher.progressed.connect(self._on_progressed)
            fetcher.news.connect(self._on_news)
            self._events.changed.connect(fetcher.wake)
            self._on_queue_changed()
            fetcher.wake()
        return self._fetcher

    # PDFs

    def download(self, papers: Sequence[PaperId], version: int | None = None) -> None:
        """Wish for the PDFs of these papers; where they are many, only after a person has read how long it takes."""
        if len(papers) <= _MANY:
            self._download(papers, version)
            return
        from desktop.ui.downloads.check_question import ask_before_download

        ask_before_download(len(papers), lambda: self._download(papers, version), self._room)

    def _download(self, papers: Sequence[PaperId], version: int | None) -> None:
        services, fetcher = self._services, self.fetcher

        def done(changes: Changes) -> None:
            self._events.announce_quietly(changes)
            count = len(changes.papers_changed)
            if not count:
                self._tell_no_download(len(papers))
            elif count > 1 or fetcher.paused:
                self._tell_downloads(count)

        self._tasks.run(Lane.DB, lambda: services.wishes.want_pdfs(papers, version), owner=self, done=done)

    def _download_selected(self) -> None:
        self.download(self._reading.in_hand)

    def _tell_downloads(self, count: int) -> None:
        from desktop.ui.wording import pdfs

        text = self.tr("{pdfs} to come.")
        if self.fetcher.paused:
            text = self.tr("{pdfs} to come, once downloads go on: they are paused.")
        self._toast.show_message(text.format(pdfs=pdfs(count)), self.tr("Show list"), self.list_wanted.emit)

    def _tell_no_download(self, count: int) -> None:
        if count == 1:
            text = self.tr("Nothing to download: the paper has this PDF, or no arXiv id.")
        else:
            text = self.tr("Nothing to download: these papers have their PDFs, or no arXiv id.")
        self._toast.show_message(text)

    # Versions

    def check(self, papers: Sequence[PaperId]) -> None:
        """Ask arXiv about these papers; where they are many, only after a person has read how long it takes."""
        if len(papers) <= _MANY:
            self._check(papers)
            return
        from desktop.ui.downloads.check_question import ask_before_check

        ask_before_check(len(papers), lambda: self._check(papers), self._room)

    def _check(self, papers: Sequence[PaperId]) -> None:
        services, fetcher = self._services, self.fetcher

        def done(changes: Changes) -> None:
            if changes:
                fetcher.expect_check()
                self._events.announce_quietly(changes)
            else:
                self._toast.show_failure(
                    self.tr("No arXiv id is known here, so there is nothing to ask. Add one in the details.")
                )

        self._tasks.run(Lane.DB, lambda: services.wishes.want_metadata(papers), owner=self, done=done)

    def _check_selected(self) -> None:
        self.check(self._reading.in_hand)

    def _check_shown(self) -> None:
        self.check(self._room.shown)

    def _adopt(self, paper: PaperId) -> None:
        services = self._services
        self._papers.change(lambda: services.versions.adopt([paper]), UndoLabel(UndoKind.NEW_VERSION, 1))

    def _dismiss(self, paper: PaperId) -> None:
        services = self._services
        self._tasks.run(
            Lane.DB, lambda: services.versions.dismiss([paper]), owner=self, done=self._events.announce_quietly
        )

    # What happens

    def _on_details_made(self) -> None:
        self._room.details.page.arxiv.wished.connect(self._on_wished)

    def _on_wished(self, paper: PaperId, wish: Wish, what: object) -> None:
        """A button in the details was pressed."""
        match wish, what:
            case Wish.LOOK_UP, _:
                self._check([paper])
            case Wish.DOWNLOAD, int() | None as version:
                self.download([paper], version)
            case Wish.ADOPT, _:
                self._adopt(paper)
            case Wish.DISMISS, _:
                self._dismiss(paper)
            case _, int() as fetch:
                self._order(wish, FetchId(fetch))

    def _order(self, wish: Wish, fetch: FetchId) -> None:
        orders = self._orders()
        acts = {Wish.RETRY: orders.retry, Wish.RESUME: orders.resume, Wish.CANCEL: orders.cancel}
        acts[wish]([fetch])

    def _orders(self) -> "FetchOrders":
        from desktop.ui.fetching.fetch_orders import FetchOrders

        return FetchOrders(self._services, self.fetcher)

    def _on_queue_changed(self) -> None:
        from desktop.ui.fetching.fetch_state import pdf_states

        fetcher = self.fetcher
        self._room.table.show_pdf_states(pdf_states(fetcher.stands, fetcher.loading.fetch))
        self._on_progressed()

    def _on_progressed(self) -> None:
        self._room.details.page.arxiv.show_loading(self.fetcher.loading)

    def _on_news(self, news: "FetchNews") -> None:
        from desktop.ui.fetching.fetch_words import news_words

        words = news_words(news)
        if news.missing or news.withdrawn:
            ids = (*news.missing, *news.withdrawn)
            self._toast.show_news(words, self.tr("Show them"), lambda: self._show_ids(ids), failure=True)
        elif news.newer:
            self._toast.show_news(words, self.tr("Show them"), self._show_new_versions)
        else:
            self._toast.show_news(words)

    def _show_new_versions(self) -> None:
        self._reading.tabs.show_tab(LIBRARY)
        self._room.go_to(Place.NEW_VERSIONS)

    def _show_ids(self, ids: Sequence[str]) -> None:
        """Show these papers in a search that a person can change."""
        found = [known.value for known in map(parse_arxiv_id, ids[:_LISTED]) if known is not None]
        self._reading.tabs.show_tab(LIBRARY)
        self._room.go_to(Place.ALL)
        self._room.search.look_for(" OR ".join(f"id:{arxiv_id}" for arxiv_id in found))
