"""The pictures of an open document: asks for what is seen, then for what is seen next, and forgets the rest."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desktop.domain.errors import AppError
from desktop.domain.pdf_document import RenderRequest
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_cache import HIDDEN_BYTES, Bitmap, BitmapCache
from desktop.ui.reader.pages.pdf_requests import Urgency

LATE_MS = 300
"""After this time a page says that it is being drawn."""


class PagePictures(QObject):
    """Bitmaps of one document for one view."""

    arrived = Signal(int)
    """Something of that page came, failed, or takes long."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.cache = BitmapCache()
        self._without_marks = False
        self.failures: dict[int, AppError] = {}
        """Pages that could not be drawn, and why."""
        self._wanted: dict[RenderRequest, Urgency] = {}
        self._waiting: dict[int, QElapsedTimer] = {}
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE_MS)
        self._late.timeout.connect(self._on_late)

    def show(self, seen: Iterable[RenderRequest], next_seen: Iterable[RenderRequest]) -> None:
        """Want these pictures and no others any more, the first of each before the rest."""
        wanted = {request: Urgency.VISIBLE for request in seen}
        for request in next_seen:
            wanted.setdefault(request, Urgency.NEIGHBOUR)
        self._wanted = wanted
        requests = self._document.requests
        requests.drop(self, keep=wanted)
        for request, urgency in reversed(wanted.items()):  # the newest goes first
            if request not in self.cache and request.page not in self.failures:
                self._ask(request, urgency)
        self._watch()

    def is_late(self, page: int) -> bool:
        """Whether the page has been waited for so long that a person should be told."""
        timer = self._waiting.get(page)
        return timer is not None and timer.hasExpired(LATE_MS)

    @property
    def is_complete(self) -> bool:
        """Whether all that is seen is there, or known to have failed."""
        return bool(self._wanted) and not self._waiting

    def retry(self, page: int) -> None:
        """Try a page again that failed."""
        self.failures.pop(page, None)
        self._waiting.pop(page, None)
        self._show_again()
        self.arrived.emit(page)

    def leave_out_marks(self, left_out: bool) -> None:
        """Whether pages are drawn without the annotations that were taken over as marks."""
        if left_out != self._without_marks:
            self._without_marks = left_out
            self.cache.clear()
            self._document.requests.drop(self)
            self._show_again()

    def _show_again(self) -> None:
        self.show(
            [request for request, urgency in self._wanted.items() if urgency is Urgency.VISIBLE],
            [request for request, urgency in self._wanted.items() if urgency is Urgency.NEIGHBOUR],
        )

    def rest(self) -> None:
        """Want nothing for now, and keep little."""
        self.show((), ())
        self.cache.shrink(HIDDEN_BYTES)

    def _ask(self, request: RenderRequest, urgency: Urgency) -> None:
        pages, file = self._document.pages, self._document.file

        asked = replace(request, without_marks=self._without_marks)

        def draw(cancelled: Callable[[], bool]) -> Bitmap:
            return Bitmap(pages.render(file, asked, cancelled))

        self._document.requests.want(
            request,
            urgency,
            draw,
            owner=self,
            done=lambda bitmap: self._came(request, bitmap),
            failed=lambda error: self._failed(request, error),
        )

    def _came(self, request: RenderRequest, bitmap: Bitmap) -> None:
        self.cache.put(request, bitmap, self._wanted)
        self._watch()
        self.arrived.emit(request.page)

    def _failed(self, request: RenderRequest, error: AppError) -> None:
        self.failures[request.page] = error
        self._watch()
        self.arrived.emit(request.page)

    def _watch(self) -> None:
        """Measure how long pages that are seen have been waited for."""
        missing = {
            request.page
            for request, urgency in self._wanted.items()
            if urgency is Urgency.VISIBLE and request not in self.cache and request.page not in self.failures
        }
        self._waiting = {page: self._waiting.get(page) or _started() for page in missing}
        if missing and not self._late.isActive():
            self._late.start()

    def _on_late(self) -> None:
        for page in self._waiting:
            if self.is_late(page):
                self.arrived.emit(page)
        if any(not self.is_late(page) for page in self._waiting):
            self._late.start()


def _started() -> QElapsedTimer:
    timer = QElapsedTimer()
    timer.start()
    return timer
