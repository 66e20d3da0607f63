"""A person who puts papers in order by keys, and what the library says of it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.paper import PaperRow
from desktop.services.library import LibraryServices
from tests.gui.shown_window import Shown

T = TypeVar("T")
Keys = Qt.Key | str


class ListPerson:
    """Works in a window whose library holds four papers; they are called by their places in the list of all."""

    def __init__(
        self, shown: Shown, services: LibraryServices, on_db: Callable[[Callable[[], object]], object]
    ) -> None:
        self.shown = shown
        self.services = services
        self._on_db = on_db
        self.papers = [PaperId(paper) for paper in shown.desk.room.shown]

    def ask(self, work: Callable[[], T]) -> T:
        return self._on_db(work)  # type: ignore[return-value]  # what the work gives

    def choose(self, *places: int) -> None:
        papers = [self.papers[place] for place in places]
        self.shown.desk.room.table.select_papers(papers)
        self.shown.qtbot.waitUntil(lambda: set(self.shown.desk.room.selected) == set(papers))
        self.shown.desk.room.table.setFocus()

    def press(self, *keys: str, into: QWidget | None = None) -> None:
        for key in keys:
            QTest.keySequence(into or QApplication.focusWidget() or self.shown.window, key)

    def rows(self) -> list[PaperRow]:
        return self.ask(lambda: self.services.browse.rows(self.papers))

    def listed(self, place: Place) -> list[int]:
        found = self.ask(lambda: self.services.browse.list_papers(Listing(place)).ids)
        return [self.papers.index(PaperId(paper)) for paper in found]
