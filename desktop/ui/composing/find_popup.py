"""Papers of the library into a digest, found by typing; each with one Enter."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.domain.ids import PaperId
from desktop.domain.latex_text import readable
from desktop.domain.paper import PaperRow
from desktop.ui.labels.choice_popup import Choice, ChoicePopup

MOST = 20
"""Papers that are offered; who means another one types more."""
_AFTER_MS = 120


class FindPapersPopup(ChoicePopup):
    """It stays for more. What the digest holds is ticked."""

    searched = Signal(str)
    """Papers for this are wanted: see `show_found`."""
    paper_taken = Signal(object)
    """This paper goes into the digest (PaperId)."""

    def __init__(self, title: str, held: Collection[PaperId], over: QWidget) -> None:
        super().__init__(title, self.tr("Words of a title, an author, an abstract"), self._choices, over)
        self._held = set(held)
        self._found: Sequence[PaperRow] = ()
        self._found_for: str | None = None
        self._soon = QTimer(self, interval=_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self._search)
        self.field.textChanged.connect(self._soon.start)
        self.taken.connect(self._take_paper)
        self.set_nothing(self.tr("No paper of the library fits."))
        self._soon.start()

    def show_found(self, typed: str, found: Sequence[PaperRow]) -> None:
        """Offer these, which were found for that."""
        if typed == self.field.text().strip():
            self._found, self._found_for = found, typed
            self.refresh()
            if self.list.currentRow() < 0:
                self.list.setCurrentRow(0)

    def _choices(self, typed: str) -> list[Choice]:
        ticks = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
        return [Choice(row.id, readable(row.title), state=ticks[row.id in self._held]) for row in self._found]

    def _search(self) -> None:
        self.searched.emit(self.field.text().strip())

    def _take(self, item: QListWidgetItem) -> None:
        if self._found_for == self.field.text().strip():  # else it was found for other words
            super()._take(item)

    def _take_paper(self, paper: PaperId) -> None:
        if paper not in self._held:
            self._held.add(paper)
            self.paper_taken.emit(paper)
            self.refresh()
