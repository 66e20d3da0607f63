"""The texts of the pages that a selection reaches over, kept for as long as it does."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.domain.pdf_document import PageText
from desktop.domain.text_carets import PageCarets
from desktop.ui.reader.pages.document import Document

_KEPT_CARETS = 8


class SelectionTexts(QObject):
    """Asks the document for texts; `arrived` tells that one came that was not there when it was asked for."""

    arrived = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._pages: dict[int, PageText] = {}
        self._asked: set[int] = set()
        self._carets: dict[int, PageCarets] = {}
        document.text_arrived.connect(self._on_text_arrived)

    @property
    def held(self) -> dict[int, PageText]:
        """The pages of the range told last whose texts are there."""
        return self._pages

    def hold(self, pages: range) -> None:
        """Keep the texts of these pages, and ask for those that are missing."""
        self._pages = {page: text for page, text in self._pages.items() if page in pages}
        self._asked &= set(pages)
        for page in pages:
            if page not in self._pages and page not in self._asked:
                self._asked.add(page)  # before asking: what is there comes at once
                self._document.when_text(page, self._taker(page), self)

    def text(self, page: int) -> PageText | None:
        """The text of any page; None, and it is asked for, if it is not there."""
        return self._pages.get(page) or self._document.text(page)

    def carets(self, page: int) -> PageCarets | None:
        """What tells places on that page; None, and its text is asked for, if it is not there."""
        text = self.text(page)
        if text is None:
            return None
        found = self._carets.pop(page, None)
        if found is None or found.page is not text:
            found = PageCarets(text)
        self._carets[page] = found
        while len(self._carets) > _KEPT_CARETS:
            del self._carets[next(iter(self._carets))]
        return found

    def _taker(self, page: int) -> Callable[[PageText], None]:
        def take(text: PageText) -> None:
            if page in self._asked:
                self._asked.discard(page)
                self._pages[page] = text

        return take

    def _on_text_arrived(self, page: int) -> None:
        self.arrived.emit()
