"""Finding a text in an open PDF: page by page from where the reader is, beside the GUI thread."""

from bisect import bisect_left

from PySide6.QtCore import QObject, Signal

from desktop.domain.text_carets import START, TextPlace
from desktop.domain.text_finding import Excerpt, Wanted, excerpt
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.pdf_requests import Urgency
from desktop.ui.reader.text.page_search import Hit, KnownPage, PageSearch, Searched

MOST_HITS = 10_000
"""No person looks through more; the search ends there."""
_AT_ONCE = 16
"""Pages in one piece of work at most."""


class FindInDocument(QObject):
    """The search of one document. A new text ends the search for the one before."""

    began = Signal()
    """Everything found before is gone."""
    found = Signal(int, int)
    """At this index of `hits` so many came in; `progressed` follows."""
    current_changed = Signal()
    chosen = Signal()
    """A person, not the search itself, made a hit the current one."""
    progressed = Signal()
    """More pages are searched, or all."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.wanted = Wanted("")
        self.hits: list[Hit] = []
        """In the order of pages, as far as they are searched."""
        self.current = -1
        """Index of the hit that is shown; -1 for none."""
        self._known: dict[int, KnownPage] = {}
        """Pages that were read for this search or one before."""
        self._left: list[int] = []
        """Pages that are still to be searched, the next one last."""
        self._at_work = 0
        """Pages that are being searched."""
        self.unread = 0
        """Pages that could not be read; the next search tries them again."""
        self._origin = TextPlace(0, START)

    # What is known
    @property
    def page_count(self) -> int:
        """Pages of the document."""
        return self._document.page_count

    @property
    def searched(self) -> int:
        """How many pages have been searched."""
        return self.page_count - len(self._left) - self._at_work

    @property
    def done(self) -> bool:
        """Whether all pages are searched, or as many as there are hits for a person to see."""
        return not self._left and not self._at_work

    @property
    def has_words(self) -> bool:
        """False once every page was read and none has text: pages that are pictures alone."""
        return len(self._known) < self.page_count or any(page.letters for page in self._known.values())

    @property
    def current_hit(self) -> Hit | None:
        """The hit that is shown."""
        return self.hits[self.current] if self.current >= 0 else None

    # What a person does
    def look_for(self, wanted: Wanted, origin: TextPlace) -> None:
        """Search for this text. The first hit at or behind `origin` becomes the current one."""
        self._document.requests.drop(self)
        self.wanted, self.hits, self.current, self._origin = wanted, [], -1, origin
        count = self.page_count
        first = min(origin.page, max(count - 1, 0))
        order = [*range(first, count), *range(first)] if wanted.text.strip() else []
        self._left, self._at_work, self.unread = order[::-1], 0, 0
        self.began.emit()
        self.current_changed.emit()
        self._go_on()

    def step(self, by: int) -> None:
        """Make the next (1) or previous (-1) hit the current one; behind the last comes the first."""
        if self.hits:
            self.choose((self.current + by) % len(self.hits))

    def choose(self, index: int) -> None:
        """Make that hit the current one, and show it."""
        self._make_current(index)
        self.chosen.emit()

    def _make_current(self, index: int) -> None:
        self.current = index
        self.current_changed.emit()

    def on_page(self, page: int) -> list[Hit]:
        """The hits on a page."""
        start = bisect_left(self.hits, page, key=_page)
        return self.hits[start : bisect_left(self.hits, page + 1, key=_page)]

    def excerpt(self, hit: Hit) -> Excerpt:
        """The hit with what stands around it."""
        text = self._known[hit.page].text
        assert text is not None  # it was searched
        return excerpt(text, hit.place)

    # The search
    def _go_on(self) -> None:
        if not self._left:
            self._settle_current()
            self.progressed.emit()
            return
        chunk = self._left[: -_AT_ONCE - 1 : -1]
        del self._left[-len(chunk) :]
        self._at_work = len(chunk)
        known = {page: self._known[page] for page in chunk if page in self._known}
        search = PageSearch(self._document.pages, self._document.file, self.wanted)
        self._document.requests.want(
            ("find", chunk[0]),
            Urgency.LATER,
            lambda cancelled: search.run(chunk, known, cancelled),
            owner=self,
            done=lambda searched: self._take(chunk, searched),
            failed=lambda _: self._take(chunk, Searched(unread=chunk)),
        )

    def _take(self, chunk: list[int], searched: Searched) -> None:
        self._known |= searched.known
        self._at_work = 0
        self.unread += len(searched.unread)
        self._left += [page for page in reversed(chunk) if page not in searched.hits and page not in searched.unread]
        for page, hits in sorted(searched.hits.items()):
            self._insert(page, hits)
        if len(self.hits) >= MOST_HITS:
            self._left = []
        self.progressed.emit()
        self._go_on()

    def _insert(self, page: int, hits: list[Hit]) -> None:
        if not hits:
            return
        at = bisect_left(self.hits, page, key=_page)
        self.hits[at:at] = hits
        if self.current >= at:
            self.current += len(hits)
        self.found.emit(at, len(hits))
        if self.current < 0 and page >= self._origin.page:
            first = bisect_left(self.hits, self._origin, key=_start)
            if first < len(self.hits):
                self._make_current(first)

    def _settle_current(self) -> None:
        """Nothing stands behind the origin: the first hit of all is the next one."""
        if self.hits and self.current < 0:
            self._make_current(0)


def _page(hit: Hit) -> int:
    return hit.page


def _start(hit: Hit) -> TextPlace:
    return hit.start
