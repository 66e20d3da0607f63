"""One open library in the window: its room, and the actions of the window bound to it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QWidget

from desktop.domain.ids import PaperId
from desktop.domain.listing import Place
from desktop.ui.actions import ActionId, Menu, Needs
from desktop.ui.commands import Commands
from desktop.ui.desk.background import Background
from desktop.ui.desk.bibliography_actions import BibliographyActions
from desktop.ui.desk.digest_desk import DigestDesk, Part
from desktop.ui.desk.duplicate_actions import DuplicateActions
from desktop.ui.desk.export_actions import ExportActions
from desktop.ui.desk.fetch_actions import FetchActions
from desktop.ui.desk.handing_actions import HandingActions
from desktop.ui.desk.intake_actions import IntakeActions
from desktop.ui.desk.keeping_actions import KeepingActions
from desktop.ui.desk.label_actions import LabelActions
from desktop.ui.desk.offered_actions import FOR_DETAILS, FOR_ROWS, FOR_SEVERAL
from desktop.ui.desk.open_library import OpenLibrary
from desktop.ui.desk.page_actions import PageActions
from desktop.ui.desk.paper_actions import PaperActions
from desktop.ui.desk.paper_commands import PaperCommands
from desktop.ui.desk.pdf_actions import PdfActions
from desktop.ui.desk.popup_actions import PopupActions
from desktop.ui.desk.reading_desk import ReadingDesk
from desktop.ui.desk.reading_list_actions import ReadingListActions
from desktop.ui.desk.search_desk import SearchDesk
from desktop.ui.desk.triage_actions import TriageActions
from desktop.ui.desk.view_actions import PLACES, ViewActions
from desktop.ui.events import LibraryEvents
from desktop.ui.library.open_file import show_folder
from desktop.ui.library_room import LibraryRoom
from desktop.ui.reader.kept_reading import KeptReading
from desktop.ui.session import Session
from desktop.ui.tabs.tabs import LIBRARY
from desktop.ui.tasks import TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.adding.import_flow import ImportFlow
    from desktop.ui.adding.intake import Intake

Id = ActionId
_IN_LIBRARY = (Id.SEARCH, *PLACES, Id.NEW_COLLECTION, Id.SAVE_SEARCH, Id.SIDEBAR, Id.DETAILS)
"""These bring the list of papers to the front."""


class LibraryDesk(QObject):
    """Made when a library is opened, and made anew when the language or the size of the text changes."""

    state_changed = Signal()
    """Something that actions or the status bar depend on."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        session: Session,
        commands: Commands,
        toast: Toast,
        window: QWidget,
        work: Background,
        kept: KeptReading,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._commands = commands
        self._toast = toast
        self._window = window
        self._listening: list[tuple[ActionId, Callable[..., None]]] = []
        self.events = LibraryEvents(self)
        tool_bar = QToolBar()
        commands.fill_tool_bar(tool_bar)
        self.room = LibraryRoom(services, tasks, self.events, session, tool_bar)
        self.papers = PaperCommands(services, tasks, self.events, toast, self)
        self.reading = ReadingDesk(services, tasks, session, commands, self.events, toast, self.room, kept, window)
        self.searching = SearchDesk(services, tasks, self.events, self.reading, work.indexer, self)
        self.pdfs = PdfActions(services, tasks, self.room, self.reading, toast, self)
        self._make_ways_in_and_out(work)
        self._make_filing()
        here = (services, tasks, session, commands, self.events, self.room, self.reading, self.papers, toast, window)
        self.digests = DigestDesk(OpenLibrary(*here), work, self)
        self._view = ViewActions(self.room, commands, session, self)
        self._listen()
        self._bind_changes()
        self._bind_view()

    def _make_ways_in_and_out(self, work: Background) -> None:
        services, tasks, session, toast, window = self._services, self._tasks, self._session, self._toast, self._window
        self.handing = HandingActions(services, tasks, session, self.room, self.reading, toast, window, self)
        self.incoming = IntakeActions(
            services, tasks, session, self.room, self.papers, self.events, toast, window, self
        )
        self.fetching = FetchActions(
            services, tasks, work.fetcher, self.room, self.reading, self.papers, self.events, toast, self
        )
        self.exporting = ExportActions(services, tasks, session, self.room, self.papers, window, self)
        self.bibliography = BibliographyActions(
            services, tasks, session, self.room, self.reading, self.papers, toast, window, self
        )

    def _make_filing(self) -> None:
        """What puts papers in order, and shows them in other orders."""
        services, tasks, session, commands = self._services, self._tasks, self._session, self._commands
        toast, window = self._toast, self._window
        self.chosen = PaperActions(commands, self.room, self.reading, self.papers, self)
        self.reading_list = ReadingListActions(services, tasks, self.reading, self.papers, self.pdfs, toast, self)
        self.labels = LabelActions(services, commands, self.room, self.papers, toast, self)
        self.popups = PopupActions(services, tasks, self.reading, self.papers, window, self)
        self.pages = PageActions(services, tasks, session, self.events, self.room, self.reading, self)
        self.duplicates = DuplicateActions(
            services, tasks, self.room, self.papers, self.events, self.reading.tabs, toast, self
        )
        self.keeping = KeepingActions(services, tasks, self.room, self.reading.tabs, self.papers, toast, window, self)
        self.triage = TriageActions(
            services, tasks, commands, self.events, self.room, self.reading, self.papers, toast, self
        )

    def _listen(self) -> None:
        self.handing.exported.connect(self.papers.tell_exported)
        self.pages.exported.connect(self.papers.tell_exported)
        self.pages.add_wanted.connect(self._commands[Id.ADD].trigger)
        self.keeping.find_missing_wanted.connect(self._commands[Id.RELINK].trigger)
        self.incoming.download_wanted.connect(self.fetching.download)
        self.room.state_changed.connect(self.state_changed)
        self.room.import_asked.connect(self._commands[Id.ADD].trigger)
        self.papers.undo_state_changed.connect(self._on_front_changed)
        self.reading.state_changed.connect(self._on_front_changed)
        self.reading.download_wanted.connect(self._download)
        self.reading.search_wanted.connect(self.searching.look_for)
        self.reading.add_wanted.connect(self._show_add)
        self.pdfs.download_wanted.connect(self._download)
        self.pdfs.details_wanted.connect(self._show_details)

    def start(self) -> None:
        """Show papers: the library is open."""
        self.room.start()
        self.reading.restore()
        self.digests.composing.restore()

    def leave(self) -> None:
        """Remember how it looked, let go of the actions and of the widgets."""
        self.room.flush()
        self.save()
        for name, slot in self._listening:
            self._commands[name].triggered.disconnect(slot)
        self.reading.leave()
        self.reading.tabs.hide()
        self.reading.tabs.deleteLater()
        self.reading.deleteLater()
        self.incoming.leave()
        self.exporting.leave()
        self._toast.lift(0)
        self._toast.clear()
        self.deleteLater()

    def save(self) -> None:
        """Remember how it looks."""
        self._view.save()
        self.room.save()
        self.reading.save()

    @property
    def intake(self) -> "Intake":
        """Takes in whatever is dropped, pasted or chosen."""
        return self.incoming.intake

    @property
    def importing(self) -> "ImportFlow":
        """Brings digests in."""
        return self.intake.importing

    def available(self) -> Needs:
        """What there is for actions to work on."""
        there = self.reading.available()
        if self.reading.reader is None:
            state = self.papers.state
            there |= Needs.UNDO if state.undo else Needs.NOTHING
            there |= Needs.REDO if state.redo else Needs.NOTHING
        return there

    def counts(self) -> tuple[int, int, int] | None:
        """How many papers are shown, are there, and are selected; None while another page is in front of the list."""
        if self.reading.tabs.front != LIBRARY:
            return None
        whole = self.room.counts.trash if self.room.listing.place is Place.TRASH else self.room.counts.all
        return self.room.shown_count, whole, len(self.room.selected)

    def _bind(self, name: ActionId, slot: Callable[..., None]) -> None:
        self._commands[name].triggered.connect(slot)
        self._listening.append((name, slot))

    def _bind_changes(self) -> None:
        for part in self._parts():
            for name, slot in part.slots().items():
                self._bind(name, slot)
        self._bind(Id.SHOW_FOLDER, self._show_folder)
        self._bind(Id.UNDO, self._undo)
        self._bind(Id.REDO, self._redo)
        self._bind(Id.EDIT, self._edit)

    def _parts(self) -> tuple[Part, ...]:
        """Each binds actions of its own."""
        return (
            self.incoming,
            self.fetching,
            self.reading,
            self.searching,
            self.pdfs,
            self.handing,
            self.exporting,
            self.bibliography,
            self.chosen,
            self.labels,
            self.reading_list,
            self.duplicates,
            self.popups,
            self.triage,
            self.pages,
            self.keeping,
            self.digests,
            self._view,
        )

    def _bind_view(self) -> None:
        for name in _IN_LIBRARY:
            self._bind(name, lambda: self.reading.tabs.show_tab(LIBRARY))
        self._bind(Id.SEARCH, self._search)
        self._bind(Id.SELECT_ALL, self.room.table.selectAll)
        for shown in FOR_ROWS:
            self.room.table.addAction(self._action(shown))
        self.room.details_made.connect(self._on_details_made)
        self._view.restore()

    def _action(self, shown: Id | Menu) -> QAction:
        return self._commands.submenu(shown) if isinstance(shown, Menu) else self._commands[shown]

    # Changes

    def _show_folder(self) -> None:
        show_folder(self._services.folder)

    def _undo(self) -> None:
        if not self.reading.act(Id.UNDO):
            self.papers.undo()

    def _redo(self) -> None:
        if not self.reading.act(Id.REDO):
            self.papers.redo()

    def _on_front_changed(self) -> None:
        """Undo and Redo are called after the steps of what is in front."""
        steps = self.papers if self.reading.reader is None else self.reading.reader
        undo, redo = steps.step_names()
        self._commands.name(Id.UNDO, self.tr("Undo: {step}").format(step=undo) if undo else self.tr("Undo"))
        self._commands.name(Id.REDO, self.tr("Redo: {step}").format(step=redo) if redo else self.tr("Redo"))
        self.state_changed.emit()

    def _show_add(self, text: str) -> None:
        self.intake.adding.open(text)

    def _download(self, paper: PaperId, version: int | None) -> None:
        self.fetching.download([paper], version)

    # The view

    def _search(self) -> None:
        self.room.search.setFocus()
        self.room.search.selectAll()

    def _edit(self) -> None:
        if self.reading.reader is not None:
            self.reading.reader.panels.edit_texts()
            return
        if self.reading.tabs.front != LIBRARY:
            return  # a page edits its own texts
        self._view.unfold_details()
        self.room.details.edit()

    def _on_details_made(self) -> None:
        several = [[self._action(shown) for shown in group] for group in FOR_SEVERAL]
        self.room.details.set_actions([self._commands[name] for name in FOR_DETAILS], several)
        self.room.details.paper_activated.connect(self.reading.show_in_library)

    def _show_details(self) -> None:
        self._view.unfold_details()
        self.room.details.setFocus()
