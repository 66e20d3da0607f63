"""The open papers of a library: their tabs, and the actions of whichever is in front."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperRow
from desktop.ui.actions import ACTIONS, ActionId, Needs
from desktop.ui.commands import Commands
from desktop.ui.events import LibraryEvents
from desktop.ui.kept_reading import KeptReading
from desktop.ui.library.paper_columns import shown_titles
from desktop.ui.library_room import LibraryRoom
from desktop.ui.session import Session
from desktop.ui.tabs import open_tabs
from desktop.ui.tabs.open_tabs import OpenTab
from desktop.ui.tabs.tabs import LIBRARY, Tabs
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.reader.reader_room import ReaderRoom
    from desktop.ui.reader.surroundings import Surroundings

Id = ActionId
IN_READER = tuple(entry.id for entry in ACTIONS if Needs.READER in entry.needs)
"""The actions that the paper in front carries out."""
_PAPER = "paper:"


class ReadingDesk(QObject):
    """Made with the library's part of the window. A paper has one tab, which shows one of its files."""

    state_changed = Signal()
    """Something that actions depend on."""
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
        self._screen = window.windowState()
        """Before something was presented."""
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
        events.changed.connect(self._on_changed)
        window.installEventFilter(self)

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
        if not self.tabs.front.startswith(_PAPER):
            return None
        page: ReaderRoom = self.tabs.page(self.tabs.front)  # type: ignore[assignment]  # what such a tab holds
        return page

    @property
    def in_hand(self) -> Sequence[PaperId]:
        """The papers that actions are about: the one in front, else those selected in the list."""
        return [_paper(self.tabs.front)] if self.tabs.front.startswith(_PAPER) else self._room.selected

    def open(self, paper: PaperId, sha256: str = "", page: int = -1, mark: str = "", words: str = "") -> None:
        """Show the paper in a tab, at once; its pages follow. Without `sha256` it is the file that was read last, and
        without a page, from 0, or a mark the place where it was left. `words` are looked for from there."""
        key = _key(paper)
        if key not in self.tabs:
            self._files[key] = sha256
            rows = self._room.model.papers_at_hand([paper])
            self.tabs.add(key, self._title(rows[0]) if rows else "", partial(self._make, paper))
            if not rows:
                self._load_titles([paper])
        self.tabs.show_tab(key)
        reader = self.reader
        if reader is not None:
            if sha256:
                reader.show_file(sha256)
            if page >= 0 or mark or words:
                reader.go_to(page, mark, words)
        self.tabs.setFocus()

    def close_tab(self, key: str) -> None:
        """Close that tab, but never that of the library."""
        if key == LIBRARY:
            return
        if key.startswith(_PAPER):
            self._kept.closed(self._open_tab(key))
            self._files.pop(key, None)
            if (reader := self._reader_of(key)) is not None:
                reader.leave()
        self.tabs.close_tab(key)

    # From start to end

    def restore(self) -> None:
        """Open what was open when the library was left. What is not in front is read once it is."""
        before = open_tabs.read(self._session.recall(self._remembered))
        for tab in before.tabs:
            key = _key(tab.paper)
            if key not in self.tabs:
                self._files[key] = tab.sha256
                self.tabs.add(key, tab.title, partial(self._make, tab.paper), front=False)
        papers = [tab.paper for tab in before.tabs]
        if papers:
            self._load_titles(papers, before.front)

    def save(self) -> None:
        """Keep what is being typed, where each paper is, and which are open."""
        for key in self._papers():
            if (reader := self._reader_of(key)) is not None:
                reader.save()
        front = self.tabs.front
        tabs = [self._open_tab(key) for key in self._papers()]
        text = open_tabs.written(tabs, _paper(front) if front.startswith(_PAPER) else None)
        if text != self._session.recall(self._remembered):
            self._session.remember(self._remembered, text)

    def leave(self) -> None:
        """Save, and let go of the papers."""
        self.save()
        for key in self._papers():
            if (reader := self._reader_of(key)) is not None:
                reader.leave()

    def available(self) -> Needs:
        """What there is for actions to work on."""
        if not self.tabs.front.startswith(_PAPER):
            there = self._room.available() if self.tabs.front == LIBRARY else Needs.LIBRARY
            return there | Needs.LIST
        reader = self.reader
        there = Needs.LIBRARY | Needs.READER | Needs.PAPERS | Needs.KEPT
        return there | reader.available() if reader is not None else there

    # Tabs

    @property
    def _remembered(self) -> str:
        return f"tabs {self._services.folder}"

    def _papers(self) -> list[str]:
        return [key for key in self.tabs if key.startswith(_PAPER)]

    def _reader_of(self, key: str) -> "ReaderRoom | None":
        page: ReaderRoom | None = self.tabs.page(key)  # type: ignore[assignment]  # what such a tab holds
        return page

    def _open_tab(self, key: str) -> OpenTab:
        reader = self._reader_of(key)
        sha256 = reader.sha256 if reader is not None else self._files.get(key, "")
        return OpenTab(_paper(key), sha256, self.tabs.title(key))

    def _make(self, paper: PaperId) -> QWidget:
        from desktop.ui.reader.reader_room import ReaderRoom  # the first screen needs nothing of the reader

        key = _key(paper)
        reader = ReaderRoom(self._surroundings, paper, self._files.get(key, ""), self.tabs.title(key))
        reader.state_changed.connect(self._on_reader_changed)
        reader.presenting.connect(self._present)
        reader.outside_wanted.connect(self.outside_wanted)
        reader.download_wanted.connect(self.download_wanted)
        reader.search_wanted.connect(self.search_wanted)
        reader.add_wanted.connect(self.add_wanted)
        return reader

    @cached_property
    def _surroundings(self) -> "Surroundings":
        from desktop.ui.reader.marks.mark_writer import MarkWriter
        from desktop.ui.reader.surroundings import Surroundings

        writer = MarkWriter(self._services, self._tasks, self._events, self._toast)
        return Surroundings(
            *(self._services, self._tasks, self._session, self._commands, self._events, self._toast, self._kept),
            writer,
        )

    def _title(self, row: PaperRow) -> str:
        return shown_titles(row, self._room.model.titles)[0]

    def _load_titles(self, papers: Sequence[PaperId], front: PaperId | None = None) -> None:
        """Name the tabs of these papers, take away those of papers that are gone, and bring one to the front."""
        services = self._services

        def done(rows: list[PaperRow]) -> None:
            there = {row.id: row for row in rows if not row.trashed}
            for key in map(_key, papers):
                if key not in self.tabs:
                    continue
                if (row := there.get(_paper(key))) is not None:
                    self.tabs.name(key, self._title(row))
                elif self._reader_of(key) is None:
                    self.tabs.close_tab(key)
                elif not self.tabs.title(key):
                    self.tabs.name(key, self.tr("Unknown paper"))
            if front is not None and _key(front) in self.tabs and self.tabs.front == LIBRARY:
                QTimer.singleShot(0, self, lambda: self.tabs.show_tab(_key(front)))

        self._tasks.run(Lane.DB, lambda: services.browse.rows(papers), owner=self, done=done)

    def _reopen(self) -> None:
        tab = self._kept.reopened(lambda tab: _key(tab.paper) not in self.tabs)
        if tab is not None:
            self.open(tab.paper, tab.sha256)

    def _show_menu(self, key: str, at: QPoint) -> None:
        menu = QMenu(self.tabs)
        entries: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Close"), partial(self.close_tab, key)),
            (self.tr("Close the others"), partial(self._close_others, key)),
        ]
        if key.startswith(_PAPER):
            paper = _paper(key)
            entries.append((self.tr("Open in another program"), partial(self.outside_wanted.emit, paper)))
            entries.append((self.tr("Show in the library"), partial(self.show_in_library, paper)))
        for text, act in entries:
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False, act=act: act())
            menu.addAction(action)
        menu.popup(at)

    def _close_others(self, key: str) -> None:
        for other in list(self.tabs):
            if other != key:
                self.close_tab(other)

    def show_in_library(self, paper: PaperId) -> None:
        """Select the paper in the list, and bring that to the front."""
        from desktop.domain.listing import Place

        self.tabs.show_tab(LIBRARY)
        if paper not in self._room.shown:
            self._room.go_to(Place.ALL)
        self._room.select([paper])

    # What happens

    def _act(self, name: ActionId, checked: bool = False) -> None:
        reader = self.reader
        if reader is not None:
            reader.act(name, checked)
            self._on_reader_changed()

    def _on_front_changed(self) -> None:
        for key in self._papers():
            if key != self.tabs.front and (other := self._reader_of(key)) is not None:
                other.present(False)
        self._arrange()
        self._on_reader_changed()

    def _present(self, wanted: bool) -> None:
        """Nothing but a page on the whole screen, or all as it was before."""
        window = self.tabs.window()
        if wanted:
            self._screen = window.windowState()
            window.setWindowState(self._screen | Qt.WindowState.WindowFullScreen)
        else:
            window.setWindowState(self._screen)
        self._arrange()

    def _arrange(self) -> None:
        """In full screen a paper has the whole window."""
        window, reader = self.tabs.window(), self.reader
        full = reader is not None and window.isFullScreen()
        self.tabs.show_bar(not full)
        if reader is not None:
            reader.float_bar(full)
        if isinstance(window, QMainWindow):
            presenting = reader is not None and reader.is_presenting
            window.menuBar().setVisible(not presenting)
            window.statusBar().setVisible(not full)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window may come into full screen and leave it in many ways."""
        if event.type() is QEvent.Type.WindowStateChange:
            self._arrange()
        return False

    def _on_reader_changed(self) -> None:
        """Check the actions that say how the paper in front looks."""
        reader = self.reader
        if reader is not None:
            on = reader.checked()
            for name in IN_READER:
                if self._commands[name].isCheckable():
                    self._commands[name].setChecked(name in on)
        self.state_changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        touched = {*changes.papers_changed, *changes.papers_added}
        papers = [paper for paper in map(_paper, self._papers()) if paper in touched]
        if papers:
            self._load_titles(papers)


def _key(paper: PaperId) -> str:
    return f"{_PAPER}{paper}"


def _paper(key: str) -> PaperId:
    return PaperId(int(key.removeprefix(_PAPER)))
