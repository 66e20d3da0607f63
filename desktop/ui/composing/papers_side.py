"""The left side of a digest's page: its papers, or how to get some as long as there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperRow
from desktop.ui.composing.papers_list import DigestPapersList
from desktop.ui.widgets.empty_state import EmptyState


class DigestPapersSide(QStackedWidget):
    """The list is in front until it is known that the digest is empty."""

    papers_wanted = Signal()
    """Papers are to be found for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = DigestPapersList()
        self._none = EmptyState()
        self._none.tell(
            "no-papers",
            self.tr("No papers yet. Find some here, or drag them here from the list."),
            self.tr("Add papers…"),
        )
        self._none.acted.connect(self.papers_wanted)
        for page in (self.list, self._none):
            self.addWidget(page)

    @property
    def empty(self) -> bool:
        """Whether the digest is known to hold no papers."""
        return self.currentWidget() is self._none

    def show_rows(self, rows: Sequence[PaperRow], lacking: frozenset[PaperId]) -> None:
        """Show these papers; those of `lacking` miss a text."""
        self.list.show_rows(rows, lacking)
        self.setCurrentWidget(self.list if rows else self._none)
