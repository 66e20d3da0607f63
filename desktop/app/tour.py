"""`papershelf --tour`: the main job once, in the real window but without a display, each step checked and said.

Opens a sample library, imports a digest, puts papers in order, searches in Chinese and English, exports and compares
the bytes, makes a digest, triages, reads a PDF and marks it, saves screenshots. It works on a library of its own;
nobody else's is touched.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from desktop.app.container import Container
from desktop.app.exit_codes import ExitCode
from desktop.app.failure_words import exit_code, words
from desktop.app.held_library import services_of, take
from desktop.app.output import ConsoleOutput
from desktop.app.paths import Paths
from desktop.app.sample_library import GUIDE_TITLE
from desktop.app.tour_digest import hand_on_digest, is_shown
from desktop.app.tour_filing import file_papers, queue
from desktop.app.tour_reading import MARKED, is_drawn
from desktop.app.window import name_application
from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.ids import OwnDigestId, PaperId
from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Listing, Place
from desktop.domain.progress import Job
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.desk.library_desk import LibraryDesk
from desktop.ui.resources import resource_path
from desktop.ui.tabs.tabs import LIBRARY
from desktop.ui.tasks import Lane
from desktop.ui.theme import ThemeMode, theme

if TYPE_CHECKING:
    from desktop.ui.reader.open_file import OpenFile

T = TypeVar("T")

_PATIENCE_S = 60.0
_SIZE = (1280, 800)
_DIGESTS = ("papershelf-sample.md", "papershelf-more.md")
_SEARCHES = ("注意力", "attention")


class StepFailedError(Exception):
    """A step of the tour did not come to what it should."""


def take_tour(paths: Paths, folder: str, output: ConsoleOutput) -> int:
    """Take the tour; files go to `folder`, or to the person's data. Returns the exit code."""
    place = Path(folder).absolute() if folder else paths.data / "tour"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # what the platform cannot do and nobody misses
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    name_application(app)
    try:
        place.mkdir(parents=True, exist_ok=True)
        _Tour(paths, place, output).run()
    except AppError as error:
        output.message(words(error))
        return exit_code(error)
    except OSError as error:
        output.message(f"{place}: {error}")
        return ExitCode.FILE
    except StepFailedError as failure:
        output.message(f"the tour failed: {failure}")
        return ExitCode.SOME_FAILED
    return ExitCode.DONE


class _Tour:
    def __init__(self, paths: Paths, place: Path, output: ConsoleOutput) -> None:
        self._place = place
        self._output = output
        self._lock = take(place / "library")
        self._services = services_of(place / "library", sample=True)
        settings = Paths(paths.data, place / "settings", place / "state")
        self._container = Container(settings, SettingsFile(settings.settings_file), self._services)
        self._window = self._container.window
        self._failure: AppError | None = None
        self._opened = False
        self._next = PaperId(0)
        self._digest = OwnDigestId(0)
        """The first paper of the queue."""

    def run(self) -> None:
        self._container.tasks.failure_reported.connect(self._on_failure)
        self._container.library_opened.connect(self._on_opened)
        self._window.resize(*_SIZE)
        self._container.open(self._services, self._lock)
        self._window.show()
        try:
            self._until(lambda: self._opened, "the library did not open")
            self._open()
            self._import()
            self._file()
            for query in _SEARCHES:
                self._search(query)
            self._export()
            self._take_pictures()
            self._triage()
            self._read()
            self._show_digest()
        finally:
            self._window.close()
            self._container.stop()
        self._say(f"All is well. The files are in {self._place}")

    def _open(self) -> None:
        services, room = self._services, self._desk.room
        room.go_to(Place.ALL)  # the window of an earlier tour remembers its search
        papers = len(self._on_lane(lambda: services.browse.list_papers(Listing())).ids)
        self._until(lambda: room.shown_count == papers > 0, "the sample library shows no papers")
        self._say(f"1. Opened the sample library {services.folder}: {papers} papers")

    def _import(self) -> None:
        services, source = self._services, resource_path(f"sample/{_DIGESTS[1]}")

        def work() -> Changes:
            plan = services.importing.plan([source], ImportOptions(), Job())
            return services.importing.apply(plan, Job()).changes

        self._desk.events.announce(self._on_lane(work))
        papers = len(self._on_lane(lambda: services.browse.list_papers(Listing())).ids)
        self._until(lambda: self._desk.room.shown_count == papers, "the imported papers are not shown")
        self._say(f"2. Imported {source.name}: now {papers} papers")

    def _file(self) -> None:
        """Put papers in order, and see the queue in its own."""
        services, room = self._services, self._desk.room
        for changes in self._on_lane(lambda: list(file_papers(services))):
            self._desk.events.announce(changes)
        expected = self._on_lane(lambda: queue(services))
        room.go_to(Place.QUEUE)
        self._until(lambda: list(room.shown) == expected != [], "the queue is not shown in its order")
        self._next = expected[0]
        room.go_to(Place.ALL)
        labels = self._on_lane(lambda: (services.labels.tags(), services.labels.collections()))
        self._say(f"3. Put papers in order: {len(expected)} queued, {len(labels[0])} tags, {len(labels[1])} collection")

    def _search(self, query: str) -> None:
        """Type into the search box as an input method does, and wait for the rows."""
        room, services = self._desk.room, self._services
        expected = sorted(self._on_lane(lambda: services.browse.list_papers(Listing(query=query))).ids)
        room.search.selectAll()
        typed = QInputMethodEvent()
        typed.setCommitString(query)
        QCoreApplication.sendEvent(room.search, typed)
        self._until(
            lambda: room.listing.query == query and sorted(room.shown) == expected,
            f"the search for {query} does not show what it finds",
        )
        if not expected:
            raise StepFailedError(f"nothing was found for {query}")
        self._say(f"4. Searched for {query}: {len(expected)} papers")

    def _export(self) -> None:
        services, folder = self._services, self._place / "exported"
        folder.mkdir(exist_ok=True)
        self._on_lane(lambda: services.exporting.write_all(folder, Job()))
        for name in _DIGESTS:
            if (folder / name).read_bytes() != resource_path(f"sample/{name}").read_bytes():
                raise StepFailedError(f"{folder / name} is not what was imported")
        self._say(f"5. Exported {len(_DIGESTS)} digests to {folder}: identical to the last byte")
        self._digest, own, changes = self._on_lane(lambda: hand_on_digest(services, folder))
        self._desk.events.announce(changes)
        self._say(f"5. Made a digest of the queue's {own.papers} papers, as text, page and RSS: {len(own.files)} files")

    def _take_pictures(self) -> None:
        """The search in dark colours, the whole list in light ones."""
        room = self._desk.room
        for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
            if mode is ThemeMode.LIGHT:
                room.go_to(Place.ALL)
            self._settle()
            self._until(lambda: room.table.model().rowCount() > 0, "no rows to be pictured")
            shown = list(room.shown)
            room.table.selectRow(shown.index(self._next) if self._next in shown else 0)
            theme().apply(mode, 100)
            self._settle()
            self._picture(6, f"window-{mode.value}")

    def _picture(self, step: int, name: str) -> None:
        path = self._place / f"{name}.png"
        if not self._window.grab().save(str(path)):
            raise StepFailedError(f"the screenshot {path} could not be written")
        self._say(f"{step}. Screenshot of the window: {path}")

    def _triage(self) -> None:
        """Decide about the first paper of the inbox and take it back, then take pictures of the one in front."""
        services, reading, commands = self._services, self._desk.reading, self._window.contents.commands

        def waiting() -> int:
            return len(self._on_lane(lambda: services.browse.list_papers(Listing(Place.INBOX)).ids))

        papers = waiting()
        commands[ActionId.TRIAGE].trigger()
        self._until(lambda: reading.tabs.front != LIBRARY and bool(reading.in_hand), "triage did not begin")
        commands[ActionId.STATUS_ARCHIVED].trigger()
        self._until(lambda: waiting() == papers - 1, "a paper that was archived is still in the inbox")
        commands[ActionId.UNDO].trigger()
        self._until(lambda: waiting() == papers, "what was decided in triage could not be taken back")
        self._say(f"7. Triaged {papers} papers of the inbox")
        for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
            theme().apply(mode, 100)
            self._settle()
            self._picture(7, f"triage-{mode.value}")
        reading.close_tab(reading.tabs.front)

    def _read(self) -> None:
        """Read the guide in a tab, find words and mark them by keyboard, and see that the marks are stored."""
        services, reading = self._services, self._desk.reading
        found = self._on_lane(lambda: services.browse.list_papers(Listing(query=f'title:"{GUIDE_TITLE}"'))).ids
        paper = PaperId(found[0])
        reading.open(paper)
        self._until(lambda: reading.reader is not None and reading.reader.place() is not None, "the guide did not open")
        assert reading.reader is not None
        assert reading.reader.file is not None
        file = reading.reader.file
        if not self._on_lane(lambda: services.marking.marks(paper)):  # else an earlier tour of this folder marked it
            for words, kind, color in MARKED:
                self._mark(file, words, kind, color)
        marks = self._on_lane(lambda: services.marking.marks(paper))
        if len(marks) != len(MARKED):
            raise StepFailedError("not all marks were stored")
        self._say(f"8. Read the guide and marked {len(MARKED)} passages")
        reading.reader.panels.show_left("marks")
        file.show_mark(marks[1].id)
        self._settle()
        self._until(lambda: is_drawn(file), "the page was not drawn")
        self._picture(9, "reader-light")
        reading.close_tab(reading.tabs.front)

    def _show_digest(self) -> None:
        page = self._desk.digests.composing.open(self._digest)
        self._until(lambda: is_shown(page), "the digest did not open")
        self._settle()
        self._picture(10, "digest-light")
        self._desk.reading.close_tab(self._desk.reading.tabs.front)

    def _mark(self, file: "OpenFile", words: str, kind: ActionId, color: ActionId) -> None:
        text, commands = file.text, self._window.contents.commands
        file.find(words)
        self._until(lambda: text.finding.find.done, f"the search in the guide for {words} does not end")
        text.finding.close()
        self._until(lambda: text.selection.quote() is not None, f"the guide does not say: {words}")
        commands[kind].trigger()
        commands[color].trigger()

    def _say(self, text: str) -> None:
        self._output.line(text)
        self._output.finish()  # a step that takes long must not hide the one before

    @property
    def _desk(self) -> LibraryDesk:
        desk = self._window.desk
        if desk is None:
            raise StepFailedError("the window shows no library")
        return desk

    def _on_lane(self, work: Callable[[], T]) -> T:
        found: list[T] = []
        self._container.tasks.run(Lane.DB, work, owner=self._window, done=found.append, failed=self._on_failure)
        self._until(lambda: bool(found), "the library did not answer")
        return found[0]

    def _settle(self) -> None:
        """Let the lane and the window finish what was asked of them."""
        for _ in range(3):
            self._on_lane(lambda: None)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()

    def _until(self, condition: Callable[[], bool], otherwise: str) -> None:
        deadline = time.monotonic() + _PATIENCE_S
        while not condition():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            if self._failure is not None:
                raise self._failure
            if time.monotonic() > deadline:
                raise StepFailedError(otherwise)

    def _on_opened(self) -> None:
        self._opened = True

    def _on_failure(self, error: AppError) -> None:
        self._failure = error
