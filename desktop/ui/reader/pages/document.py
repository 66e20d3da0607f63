"""A PDF that is open in a reader: what is known of it, and its texts and links, asked for when first needed."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.domain.errors import AppError, Reason
from desktop.domain.pdf_document import DocumentFacts, PageLink, PageText, PdfFile
from desktop.domain.reading import OpenedPaper
from desktop.ui.reader.pages.pdf_requests import PdfRequests, Urgency

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.services.read_pages import ReadPages

KEPT_PAGES = 200
"""Texts, and links, of so many pages are kept: those used last."""

V = TypeVar("V")


class Document(QObject):
    """One open file. After `open` comes one of `ready`, `failed` and `password_wanted`."""

    ready = Signal()
    failed = Signal(object)  # AppError
    password_wanted = Signal(bool)  # whether one was given that does not fit
    text_arrived = Signal(int)
    links_arrived = Signal(int)

    def __init__(
        self,
        services: "LibraryServices",
        requests: PdfRequests,
        opened: OpenedPaper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self.requests = requests
        self.opened = opened
        self.facts: DocumentFacts | None = None
        """None until `ready`."""
        self._texts: _Kept[PageText] = _Kept()
        self._links: _Kept[tuple[PageLink, ...]] = _Kept()
        self._waiting: defaultdict[int, list[tuple[Callable[[PageText], None], QObject]]] = defaultdict(list)

    @property
    def file(self) -> PdfFile:
        """The file that is read."""
        return self.opened.file

    @property
    def pages(self) -> "ReadPages":
        """What asks the PDF process; for work that is given to `requests`."""
        return self._services.pages

    @property
    def page_count(self) -> int:
        """0 until `ready`."""
        return len(self.facts.pages) if self.facts is not None else 0

    def page_label(self, page: int) -> str:
        """What the page calls itself, else its number from 1."""
        labels = self.facts.labels if self.facts is not None else ()
        return (labels[page] if page < len(labels) else "") or str(page + 1)

    def open(self, password: str = "") -> None:
        """Ask for the facts, after trying the password if there is one."""
        pages, file = self.pages, self.file

        def facts(cancelled: Callable[[], bool]) -> DocumentFacts | None:
            if password and not pages.unlock(file, password, cancelled):
                return None
            return pages.facts(file, cancelled)

        def refused(error: AppError) -> None:
            if error.reason is Reason.PDF_LOCKED:
                self.password_wanted.emit(False)
            else:
                self.failed.emit(error)

        self.requests.want("facts", Urgency.VISIBLE, facts, owner=self, done=self._opened, failed=refused)
        self.requests.begin()  # while the window makes what will show the pages

    def text(self, page: int) -> PageText | None:
        """The text of that page; if it is not there yet, it is asked for and `text_arrived` follows.

        A page whose text cannot be read has none: it arrives empty.
        """
        found = self._texts.get(page)
        if found is None:
            pages, file = self.pages, self.file
            self.requests.want(
                ("text", page),
                Urgency.TEXT,
                lambda cancelled: pages.text(file, page, cancelled),
                owner=self,
                done=lambda text: self._text_came(page, text),
                failed=lambda _: self._text_came(page, PageText(())),
            )
        return found

    def when_text(self, page: int, then: Callable[[PageText], None], owner: QObject) -> None:
        """Call `then` with the text of that page: now if it is there, else when it comes, if `owner` still lives."""
        found = self.text(page)
        if found is not None:
            then(found)
        else:
            self._waiting[page].append((then, owner))

    def links(self, page: int) -> tuple[PageLink, ...] | None:
        """The links on that page; if they are not there yet, they are asked for and `links_arrived` follows."""
        found = self._links.get(page)
        if found is None:
            pages, file = self.pages, self.file
            self.requests.want(
                ("links", page),
                Urgency.TEXT,
                lambda cancelled: pages.links(file, page, cancelled),
                owner=self,
                done=lambda links: self._links_came(page, links),
                failed=lambda _: self._links_came(page, ()),
            )
        return found

    def _opened(self, facts: DocumentFacts | None) -> None:
        if facts is None:
            self.password_wanted.emit(True)
            return
        self.facts = facts
        self.ready.emit()

    def _text_came(self, page: int, text: PageText) -> None:
        self._texts.put(page, text)
        for then, owner in self._waiting.pop(page, ()):
            if isValid(owner):
                then(text)
        self.text_arrived.emit(page)

    def _links_came(self, page: int, links: tuple[PageLink, ...]) -> None:
        self._links.put(page, links)
        self.links_arrived.emit(page)


class _Kept(Generic[V]):
    """What was read of pages, for those used last."""

    def __init__(self) -> None:
        self._values: OrderedDict[int, V] = OrderedDict()

    def get(self, page: int) -> V | None:
        if page in self._values:
            self._values.move_to_end(page)
        return self._values.get(page)

    def put(self, page: int, value: V) -> None:
        self._values[page] = value
        self._values.move_to_end(page)
        while len(self._values) > KEPT_PAGES:
            self._values.popitem(last=False)
