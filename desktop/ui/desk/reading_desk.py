"""The open papers of a library: their tabs, and the actions of whichever is in front."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import PaperId
from desktop.domain.listing import Place
from desktop.ui.actions import ACTIONS, ActionId, Needs
from desktop.ui.commands import Commands
from desktop.ui.events import LibraryEvents
from desktop.ui.library_room import LibraryRoom
from desktop.ui.reader.kept_reading import KeptReading
from desktop.ui.reader.reader_warming import ReaderWarming
from desktop.ui.reader.whole_screen import WholeScreen
from desktop.ui.session import Session
from desktop.ui.tabs import open_tabs
from desktop.ui.tabs.open_tabs import OpenTab
from desktop.ui.tabs.papers_page import PapersPage
from desktop.ui.tabs.tab_menu import show_tab_menu
from desktop.ui.tabs.tab_titles import TabTitles, paper_key, paper_of
from desktop.ui.tabs.tabs import LIBRARY, Tabs
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.reader.reader_room import ReaderRoom
    from desktop.ui.reader.surroundings import Surroundings

Id = ActionId
IN_READER = tuple(entry.id for entry in ACTIONS if Needs.READER in entry.needs)
"""The actions that the paper in front carries out."""
_AFTER_MS = 500
"""Between a change of the tabs and its being written."""


class ReadingDesk(QObject):
    """Made with the library's part of the window. A paper has one tab, which shows one of its files."""

    state_changed = Signal()
    """Something that actions depend on."""
    closing = Signal(object)  # ReaderRoom
    outside_wanted = Signal(object)  # PaperId
    download_wanted = Signal(object, object)  # PaperId, version or None
    search_wanted = Signal(str)
    """Search everything for that."""
    add_wanted = Signal(str)
    """Show which papers that names, to be added."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        session: Session,
        commands: Commands,
        events: LibraryEvents,
        toast: Toast,
        room: LibraryRoom,
        kept: KeptReading,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._commands = commands
        self._events = events
        self._toast = toast
        self._room = room
        self._kept = kept
        self._files: dict[str, str] = {}
        """The file that is wanted in a tab whose page is not made yet; sha256 by key."""
        self.tabs = Tabs(room, self.tr("Library"))
        self.tabs.front_changed.connect(self._on_front_changed)
        self.tabs.close_asked.connect(self.close_tab)
        self.tabs.menu_asked.connect(self._show_menu)
        self._titles = TabTitles(services, tasks, events, self.tabs, room.model, self)
        self._whole_screen = WholeScreen(window, self.tabs, lambda: self.reader, commands[Id.FULL_SCREEN], self)
        theme().changed.connect(self._on_reader_changed)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        slots: dict[ActionId, Callable[..., None]] = {name: partial(self._act, name) for name in IN_READER}
        return slots | {
            Id.NEXT_TAB: partial(self.tabs.step, 1),
            Id.PREVIOUS_TAB: partial(self.tabs.step, -1),
            Id.CLOSE_TAB: lambda: self.close_tab(self.tabs.front),
            Id.REOPEN_TAB: self._reopen,
        }

    # Papers

    @property
    def reader(self) -> "ReaderRoom | None":
        """The paper in front, if one is."""
        return self._reader_of(self.tabs.front)

    @property
    def in_hand(self) -> Sequence[PaperId]:
        """The papers that actions are about: that or those of the page in front, else those selected in the list."""
        paper, page = paper_of(self.tabs.front), self.tabs.page(self.tabs.front)
        held = page.in_hand if isinstance(page, PapersPage) else self._room.selected
        return held if paper is None else [paper]

    def open(self, paper: PaperId, sha256: str = "", page: int = -1, mark: str = "", words: str = "") -> None:
        """Show the paper in a tab, at once; its pages follow. Without `sha256` it is the file that was read last, and
        without a page, from 0, or a mark the place where it was left. `words` are looked for from there."""
        key = paper_key(paper)
        if key not in self.tabs:
            self._files[key] = sha256
            title = self._titles.known(paper)
            self.tabs.add(key, title, partial(self._make, paper))
            if not title:
                self._titles.load([paper])
        self.tabs.show_tab(key)
        if (reader := self.reader) is not None:
            if sha256:
                reader.show_file(sha256)
            if page >= 0 or mark or words:
                reader.go_to(page, mark, words)
        self.tabs.setFocus()
        services, done = self._services, self._events.announce_quietly
        self._tasks.run(Lane.DB, lambda: services.reading_list.opened(paper), owner=self, done=done)

    def act(self, name: ActionId) -> bool:
        """Let the paper in front do that; False if none is there."""
        reader = self.reader
        if reader is not None:
            reader.act(name)
            self._on_reader_changed()
        return reader is not None

    def close_tab(self, key: str) -> None:
        """Close that tab, but never that of the library."""
        if key == LIBRARY:
            return
        if (paper := paper_of(key)) is not None:
            self._kept.closed(self._open_tab(paper))
            self._files.pop(key, None)
            if (reader := self._reader_of(key)) is not None:
                self.closing.emit(reader)
                reader.leave()
        self.tabs.close_tab(key)

    # From start to end

    def restore(self) -> None:
        """Open what was open when the library was left. What is not in front is read once it is."""
        before = open_tabs.read(self._session.recall(self._remembered))
        for tab in before.tabs:
            key = paper_key(tab.paper)
            if key not in self.tabs:
                self._files[key] = tab.sha256
                self.tabs.add(key, tab.title, partial(self._make, tab.paper), front=False)
        papers = [tab.paper for tab in before.tabs]
        self._warming = ReaderWarming(self._services, self._tasks, self)
        self._room.table.papers_selected.connect(self._on_selected)
        soon = QTimer(self, interval=_AFTER_MS, singleShot=True)
        soon.timeout.connect(self._remember_tabs)
        self.tabs.changed.connect(soon.start)
        if papers:
            self._titles.load(papers, partial(self._warm_for, before.front))

    def _warm_for(self, front: PaperId | None) -> None:
        if front is not None and paper_key(front) in self.tabs:
            self._warming.hurry(partial(self._show_again, front))

    def _show_again(self, front: PaperId) -> None:
        """Bring the paper to the front that was there, unless the person went elsewhere meanwhile."""
        if paper_key(front) in self.tabs and self.tabs.front == LIBRARY:
            self.tabs.show_tab(paper_key(front))

    def save(self) -> None:
        """Keep what is being typed, where each paper is, and which are open."""
        for reader in self._readers():
            reader.present(False)  # else the window would come back as large as the screen
            reader.save()
        self._remember_tabs()

    def _remember_tabs(self) -> None:
        tabs = [self._open_tab(paper) for paper in map(paper_of, self.tabs) if paper is not None]
        text = open_tabs.written(tabs, paper_of(self.tabs.front))
        if text != self._session.recall(self._remembered):
            self._session.remember(self._remembered, text)
            self._session.save()

    def leave(self) -> None:
        """Save, and let go of the papers."""
        self.save()
        for reader in self._readers():
            reader.leave()

    def available(self) -> Needs:
        """What there is for actions to work on."""
        if paper_of(self.tabs.front) is None:
            page = self.tabs.page(self.tabs.front)
            there = page.available() if isinstance(page, LibraryRoom | PapersPage) else Needs.NOTHING
            return there | Needs.LIBRARY | Needs.LIST
        reader = self.reader
        there = Needs.LIBRARY | Needs.READER | Needs.PAPERS | Needs.KEPT
        return there | reader.available() if reader is not None else there

    # Tabs

    @property
    def _remembered(self) -> str:
        return f"tabs {self._services.folder}"

    def _readers(self) -> "list[ReaderRoom]":
        readers = (self._reader_of(key) for key in self.tabs)
        return [reader for reader in readers if reader is not None]

    def _reader_of(self, key: str) -> "ReaderRoom | None":
        """What that tab holds, if it is of a paper and was in front."""
        page: ReaderRoom | None = self.tabs.page(key)  # type: ignore[assignment]  # what such a tab holds
        return page if paper_of(key) is not None else None

    def _open_tab(self, paper: PaperId) -> OpenTab:
        key = paper_key(paper)
        reader = self._reader_of(key)
        sha256 = reader.sha256 if reader is not None else self._files.get(key, "")
        return OpenTab(paper, sha256, self.tabs.title(key))

    def _make(self, paper: PaperId) -> QWidget:
        from desktop.ui.reader.reader_room import ReaderRoom  # the first screen needs nothing of the reader

        key = paper_key(paper)
        reader = ReaderRoom(self._surroundings, paper, self._files.get(key, ""), self.tabs.title(key))
        reader.state_changed.connect(self._on_reader_changed)
        reader.presenting.connect(self._whole_screen.present)
        reader.outside_wanted.connect(self.outside_wanted)
        reader.download_wanted.connect(self.download_wanted)
        reader.search_wanted.connect(self.search_wanted)
        reader.add_wanted.connect(self.add_wanted)
        return reader

    @cached_property
    def _surroundings(self) -> "Surroundings":
        from desktop.ui.reader.surroundings import Surroundings

        writer = self._kept.writer(self._services, self._events, self._toast)
        return Surroundings(
            *(self._services, self._tasks, self._session, self._commands, self._events, self._toast, self._kept),
            writer,
        )

    def _reopen(self) -> None:
        if (tab := self._kept.reopened(lambda tab: paper_key(tab.paper) not in self.tabs)) is not None:
            self.open(tab.paper, tab.sha256)

    def _show_menu(self, key: str, at: QPoint) -> None:
        entries: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Close"), partial(self.close_tab, key)),
            (self.tr("Close the others"), partial(self._close_others, key)),
        ]
        if (paper := paper_of(key)) is not None:
            entries.append((self.tr("Open in another program"), partial(self.outside_wanted.emit, paper)))
            entries.append((self.tr("Show in the library"), partial(self.show_in_library, paper)))
        show_tab_menu(self.tabs, at, entries)

    def _close_others(self, key: str) -> None:
        for other in [other for other in self.tabs if other != key]:
            self.close_tab(other)

    def show_in_library(self, paper: PaperId) -> None:
        """Select the paper in the list, and bring that to the front."""
        self.tabs.show_tab(LIBRARY)
        if paper not in self._room.shown:
            self._room.go_to(Place.ALL)
        self._room.select([paper])

    # What happens

    def _on_selected(self) -> None:
        if any(row.has_pdf for row in self._room.model.papers_at_hand(self._room.selected[:1]) or ()):
            self._warming.again()

    def _act(self, name: ActionId, _: bool = False) -> None:
        self.act(name)

    def _on_front_changed(self) -> None:
        for reader in [reader for reader in self._readers() if reader is not self.reader]:
            reader.present(False)
        self._whole_screen.arrange()
        self._on_reader_changed()

    def _on_reader_changed(self) -> None:
        """Check the actions that say how the paper in front looks."""
        reader = self.reader
        if reader is not None:
            on = reader.checked()
            for name in IN_READER:
                if self._commands[name].isCheckable():
                    self._commands[name].setChecked(name in on)
        self.state_changed.emit()
