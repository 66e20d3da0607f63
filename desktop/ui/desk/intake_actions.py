"""The actions that bring papers, PDFs and digests into the library, and what is shown once they are there."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import PaperId
from desktop.domain.listing import Place
from desktop.ui.actions import ActionId
from desktop.ui.desk.paper_commands import PaperCommands
from desktop.ui.events import LibraryEvents
from desktop.ui.library_room import LibraryRoom
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.domain.adding import AddResult
    from desktop.domain.bibliography_import import BibliographyResult
    from desktop.domain.import_plan import ImportResult
    from desktop.services.library import LibraryServices
    from desktop.ui.adding.intake import Intake
    from desktop.ui.matching.match_flow import MatchFlow, Taken

Id = ActionId


class IntakeActions(QObject):
    """The windows behind these actions are made when they are first wanted."""

    download_wanted = Signal(object, object)
    """Papers (PaperId) whose PDFs of that version (int | None) are to be downloaded."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        session: Session,
        room: LibraryRoom,
        papers: PaperCommands,
        events: LibraryEvents,
        toast: Toast,
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._room = room
        self._papers = papers
        self._events = events
        self._toast = toast
        self._window = window
        self._intake: Intake | None = None
        self._matching: MatchFlow | None = None

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {
            Id.ADD: self._add,
            Id.IMPORT_FILES: self._import_files,
            Id.IMPORT_FOLDER: self._import_folder,
            Id.PASTE: self._paste,
            Id.FIND_ON_ARXIV: self._find_on_arxiv,
            Id.RELINK: self._relink,
        }

    def leave(self) -> None:
        """Close what is open."""
        if self._intake is not None:
            self._intake.leave()
        if self._matching is not None:
            self._matching.deleteLater()

    @property
    def intake(self) -> "Intake":
        """Takes in whatever is dropped, pasted or chosen."""
        if self._intake is None:
            from desktop.ui.adding.intake import Intake  # 20 ms that no first screen needs

            self._intake = intake = Intake(self._tasks, self._services, self._session, self._window)
            intake.importing.imported.connect(self._on_imported)
            intake.bibliography_imported.connect(self._on_bibliography_imported)
            intake.adding.added.connect(self._on_added)
            intake.adding.show_wanted.connect(self._reveal)
            intake.nothing_pasted.connect(self._on_nothing_pasted)
            intake.adding.titles_asked.connect(self._look_up_titles)
            intake.relinked.connect(self._on_relinked)
            intake.download_wanted.connect(self.download_wanted)
        return self._intake

    @property
    def matching(self) -> "MatchFlow":
        """Looks titles up on arXiv."""
        if self._matching is None:
            from desktop.ui.matching.match_flow import MatchFlow  # few need it

            self._matching = MatchFlow(self._tasks, self._services, self._session, self._window)
            self._matching.nothing_to_find.connect(self._on_nothing_to_find)
            self._matching.taken_over.connect(self._papers.tell_imported)
        return self._matching

    def _add(self) -> None:
        self.intake.adding.open()

    def _import_files(self) -> None:
        self.intake.choose_files()

    def _import_folder(self) -> None:
        self.intake.choose_folder()

    def _paste(self) -> None:
        self.intake.paste()

    def _find_on_arxiv(self) -> None:
        self.matching.find(self._room.selected)

    def _look_up_titles(self, lines: Sequence[str]) -> None:
        from desktop.ui.matching.match_choice import TitleQuestion

        def done(taken: "Taken") -> None:
            self.intake.adding.dialog.take_titles([(question.key, paper) for question, paper in taken])

        self.matching.ask([TitleQuestion(line, line) for line in lines], done)

    def _relink(self) -> None:
        self.intake.relinking.start()

    def _on_nothing_pasted(self, text: str) -> None:
        told = self.tr("The clipboard names no paper. Links, ids, BibTeX, pages, digests and files can be pasted.")
        if text:
            self._toast.show_failure(told, self.tr("Add papers…"), lambda: self.intake.adding.open(text))
        else:
            self._toast.show_failure(told)

    def _on_imported(self, result: "ImportResult", words: str) -> None:
        self._papers.tell_imported(result.changes, words)

    def _on_bibliography_imported(self, result: "BibliographyResult", words: str) -> None:
        if result.changes:
            self._papers.tell_imported(result.changes, words)
        else:
            self._toast.show_message(words)

    def _on_added(self, result: "AddResult", words: str) -> None:
        if result.added or result.restored or result.attached:
            self._papers.tell_imported(result.changes, words)
        else:  # arXiv is asked for newer versions, which is no step of undo
            self._events.announce(result.changes)
            self._toast.show_message(words)
        new = self._room.listing.place is Place.RECENT and not self._room.listing.query and not result.restored
        if new and result.added:
            self._room.select(result.added)
        else:
            self._reveal((*result.added, *result.restored) or result.changes.papers_changed)

    def _on_nothing_to_find(self) -> None:
        self._toast.show_message(self.tr("All these papers have an arXiv id."))

    def _on_relinked(self, words: str, some_missing: bool) -> None:
        if some_missing:
            self._toast.show_failure(words, self.tr("Look in another folder"), self._relink)
        else:
            self._toast.show_message(words)

    def _reveal(self, papers: Sequence[PaperId]) -> None:
        """Select these papers, where they can be seen."""
        listing = self._room.listing
        if listing.query or listing.place is not Place.ALL:
            self._room.go_to(Place.ALL)
        self._room.select(papers)
