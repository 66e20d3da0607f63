"""How a test marks a PDF of a real library: a window with the pages and the list of marks."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.mark import Mark, MarkKind
from desktop.domain.mark_geometry import bounds
from desktop.domain.mark_history import MarkHistory
from desktop.domain.reading import OpenedPaper
from desktop.services.library import LibraryServices
from desktop.ui.action import ActionId
from desktop.ui.events import LibraryEvents
from desktop.ui.reader.marks.mark_writer import MarkWriter
from desktop.ui.reader.marks.marking import Marking
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.pages.pdf_requests import PdfRequests
from desktop.ui.reader.text.text_tools import TextTools
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.toast import Toast
from tests.gui.reader.text.reader import PAPER, Reader

T = TypeVar("T")


class Marker(Reader):
    """One tab. `history`, `events` and `writer` are the window's and outlive it."""

    def __init__(
        self,
        qtbot: QtBot,
        services: LibraryServices,
        tasks: TaskRunner,
        opened: OpenedPaper,
        history: MarkHistory,
    ) -> None:
        self.qtbot = qtbot
        self.services = services
        self.tasks = tasks
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1200, 800)
        self.view = PageView(self.window)
        self.events = LibraryEvents(self.window)
        self.toast = Toast(self.window)
        self.writer = MarkWriter(services, tasks, self.events, self.toast)
        self.document = Document(services, PdfRequests(tasks, self.view), opened, self.view)
        self.view.set_document(self.document)
        self.tools = TextTools(self.view, self.document, lambda: PAPER)
        self.model = MarksModel(opened, history, services, tasks, self.events, self.writer, self.view)
        self.marking = Marking(
            self.view,
            self.document,
            self.tools.selection,
            self.model,
            services,
            tasks,
            self.events,
            self.toast,
            self.view,
        )
        self._lay_out()
        self.document.open()
        self.sees(lambda: self.document.facts is not None)
        self.text()
        self.view.setFocus()
        self.sees(self.view.hasFocus)

    def _lay_out(self) -> None:
        self.panel = self.marking.panel
        self.popup = self.marking.parts.desk.popup
        self.text_box = self.marking.parts.desk.text_box
        layout = QHBoxLayout(self.window)
        layout.addWidget(self.panel)
        layout.addWidget(self.view, 1)
        self.panel.setFixedWidth(260)
        self.window.show()
        self.window.activateWindow()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is shown."""
        return self.model.marks

    @property
    def mark(self) -> Mark:
        """The only mark."""
        (mark,) = self.marks
        return mark

    @property
    def stored(self) -> tuple[Mark, ...]:
        """What the library holds, once all is stored."""
        paper = self.document.opened.paper
        return self.on_db(lambda: self.services.marking.marks(paper))

    def on_db(self, work: Callable[[], T]) -> T:
        """Do this on the lane of the database, behind all that waits there."""
        found: list[T] = []
        self.tasks.run(Lane.DB, work, owner=self.window, done=found.append)
        self.sees(lambda: bool(found))
        return found[0]

    def close_library(self) -> None:
        """Nothing can be stored any more."""
        self.tasks.run(Lane.DB, self.services._file.close, owner=self.window)

    def open_library(self) -> None:
        """It can again."""
        self.tasks.run(Lane.DB, self.services.open, owner=self.window)

    def act(self, name: ActionId) -> None:
        """Trigger an action of the menu."""
        self.marking.slots()[name]()

    def select(self, first: str, last: str) -> None:
        """Select text with the mouse."""
        self.drag(self.at(first), self.at(last, end=True))
        self.sees(lambda: self.tools.selection.quote() is not None)

    def highlight(self, first: str, last: str) -> Mark:
        """Select text and mark it with the key."""
        before = {mark.id for mark in self.marks}
        self.select(first, last)
        self.act(ActionId.HIGHLIGHT)
        (made,) = [mark for mark in self.marks if mark.id not in before]
        return made

    def middle(self, mark: Mark) -> QPoint:
        """The pixel in the middle of a mark."""
        left, top, right, bottom = bounds(mark)
        return self.pixel(((left + right) / 2, (top + bottom) / 2), mark.page)

    def type(self, text: str) -> None:
        """Type into what has the keyboard."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def draw(self, *points: tuple[float, float]) -> None:
        """Drag over points of the first page."""
        pixels = [self.pixel(point) for point in points]
        self.press(pixels[0])
        for pixel in pixels[1:]:
            self.move(pixel)
        self.release(pixels[-1])

    def picked_up(self, kind: MarkKind) -> Mark:
        """The only mark, which is of that kind."""
        assert self.mark.kind is kind
        return self.mark
