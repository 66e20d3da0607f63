"""Find in the open paper: the bar, the hits on the pages, and the way from one to the next."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal

from desktop.domain.pdf_document import PageText
from desktop.domain.text_carets import START, TextPlace, quads_between
from desktop.domain.text_finding import Wanted
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.text.find import FindInDocument
from desktop.ui.reader.text.find_bar import FindBar
from desktop.ui.reader.text.find_layer import FindLayer
from desktop.ui.reader.text.jumps import Jumps
from desktop.ui.reader.text.page_search import Hit
from desktop.ui.reader.text.selection import TextSelection
from desktop.ui.reader.text.selection_painting import quads_box

_LONGEST = 80
"""Characters of a selection that is taken for what is to be found."""


class Finding(QObject):
    """Opened with Ctrl+F. Closed, it leaves the current hit selected, so that the next key can mark it."""

    list_wanted = Signal()
    """Show the list of all hits."""

    def __init__(self, view: PageView, document: Document, selection: TextSelection, jumps: Jumps) -> None:
        super().__init__(view)
        self._view = view
        self._document = document
        self._selection = selection
        self._jumps = jumps
        self._origin = TextPlace(0, START)
        self.find = FindInDocument(document, self)
        self.layer = FindLayer(view, document, self.find)
        self.bar = FindBar(view, self.find)
        self.bar.wanted_changed.connect(self._on_wanted)
        self.bar.step_wanted.connect(self.step)
        self.bar.list_wanted.connect(self.list_wanted)
        self.bar.closed.connect(self._on_closed)
        self.find.current_changed.connect(self._follow)
        self.find.chosen.connect(self._show_current)

    def open(self) -> None:
        """Let a person type; a short selection is what they are taken to look for."""
        quote = self._selection.quote()
        text = quote.quote if quote is not None and len(quote.quote) <= _LONGEST else ""
        if not self.bar.isVisible():
            self._jumps.leave()
            self._origin = self._selection.start() or TextPlace(self._view.current_page, START)
        self.layer.show(True)
        self.bar.ask(text)
        if not text and self.bar.wanted != self.find.wanted:
            self._on_wanted(self.bar.wanted)

    def step(self, by: int) -> None:
        """The next or previous hit; without a search, the bar comes."""
        if not self.find.wanted.text.strip():
            self.open()
        elif self.bar.isVisible():
            self.find.step(by)
        else:
            self.layer.show(True)
            self.find.step(by)
            self._select_current()

    def close(self) -> bool:
        """Close the bar; False if it was not open."""
        if self.bar.isHidden():
            return False
        self.bar.go()
        return True

    def _on_wanted(self, wanted: Wanted) -> None:
        current = self.find.current_hit
        self.find.look_for(wanted, current.start if current is not None else self._origin)

    def _on_closed(self) -> None:
        self.layer.show(False)
        self._select_current()

    def _select_current(self) -> None:
        hit = self.find.current_hit
        if hit is not None:
            self._selection.select(hit.page, hit.place.start, hit.place.end)

    def _follow(self) -> None:
        """A search goes on when its bar is closed; pages move for it no more."""
        if not self.bar.isHidden():
            self._show_current()

    def _show_current(self) -> None:
        hit = self.find.current_hit
        if hit is not None:
            self._document.when_text(hit.page, self._revealer(hit), self)

    def _revealer(self, hit: Hit) -> Callable[[PageText], None]:
        def reveal(text: PageText) -> None:
            quads = quads_between(text, hit.place.start, hit.place.end)
            if hit is not self.find.current_hit or not quads:
                return
            box = quads_box(quads)
            self._view.reveal(hit.page, box)
            self._uncover(self._view.rect_on_view(hit.page, box).bottom())

        return reveal

    def _uncover(self, bottom: float) -> None:
        """Scroll what the bar lies over to the middle."""
        if not self.bar.isHidden() and bottom > self.bar.geometry().top():
            self._view.pan(QPoint(0, self._view.viewport().height() // 2))
