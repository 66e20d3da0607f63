"""What a person does with the papers in hand: out of the library and back, their titles and links."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.ui.actions import ActionId
from desktop.ui.commands import Commands
from desktop.ui.desk.paper_commands import PaperCommands
from desktop.ui.desk.reading_desk import ReadingDesk
from desktop.ui.library_room import LibraryRoom

Id = ActionId


class PaperActions(QObject):
    """Bound to one library in the window. Each works on `ReadingDesk.in_hand`."""

    def __init__(
        self, commands: Commands, room: LibraryRoom, reading: ReadingDesk, papers: PaperCommands, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self._room = room
        self._reading = reading
        self._papers = papers
        room.table.removal_requested.connect(self._remove)
        room.table.copy_requested.connect(self._copy_papers)
        room.digest_removal_asked.connect(papers.remove_digest)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {
            Id.COPY_TITLES: self._copy_papers,
            Id.COPY_LINKS: self._copy_links,
            Id.OPEN_PAPER: self._open_paper,
            Id.TRASH: self._trash,
            Id.RESTORE: self._restore,
            Id.DELETE_FOR_GOOD: self._delete_for_good,
            Id.REMOVE_DIGEST: self._remove_digest,
        }

    def _remove(self) -> None:
        """Del reached the table, which no action took: those that are there may be bound to other keys."""
        for name in (Id.REMOVE_FROM_COLLECTION, Id.TRASH, Id.DELETE_FOR_GOOD):
            if self._commands[name].isEnabled():
                self._commands[name].trigger()
                return

    def _trash(self) -> None:
        if papers := self._reading.in_hand:
            self._papers.trash(papers)

    def _restore(self) -> None:
        self._papers.restore(self._reading.in_hand)

    def _delete_for_good(self) -> None:
        self._papers.delete_for_good(self._room.selected)

    def _remove_digest(self) -> None:
        digest = self._room.listing.digest
        if digest is not None:
            self._papers.remove_digest(digest)

    def _copy_papers(self) -> None:
        self._papers.copy_papers(self._reading.in_hand)

    def _copy_links(self) -> None:
        self._papers.copy_links(self._reading.in_hand)

    def _open_paper(self) -> None:
        for paper in self._reading.in_hand[:1]:
            self._papers.open_paper(paper)
