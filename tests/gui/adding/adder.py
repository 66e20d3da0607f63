"""The window in which papers are added, steered by a test like by a person."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperRow
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.adding.add_dialog import AddDialog
from desktop.ui.adding.drop import DropTarget
from desktop.ui.tasks import Lane, TaskRunner
from tests.arxiv_server.server import ArxivServer
from tests.gui.shown_window import Shown


class Adder:
    """Adds papers through the window of `shown`; arXiv is the server on this computer."""

    def __init__(self, shown: Shown, services: LibraryServices, tasks: TaskRunner, arxiv: ArxivServer) -> None:
        self.shown = shown
        self.qtbot = shown.qtbot
        self.services = services
        self.arxiv = arxiv
        self._tasks = tasks

    @property
    def dialog(self) -> AddDialog:
        return self.shown.desk.intake.adding.dialog

    def opens(self) -> AddDialog:
        self.shown.do(ActionId.ADD)
        return self.is_open()

    def is_open(self) -> AddDialog:
        self.qtbot.waitUntil(lambda: self.dialog.isVisible(), timeout=20_000)
        self.dialog.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.dialog)
        self.knows()
        return self.dialog

    def types(self, text: str) -> None:
        self.dialog.field.setFocus()
        QTest.keyClicks(self.dialog.field, text)
        self.knows()

    def pastes(self, text: str) -> None:
        """Into the table."""
        QGuiApplication.clipboard().setText(text)
        self.shown.do(ActionId.PASTE)

    def knows(self) -> None:
        """Until all is recognised."""
        recognition = self.dialog.recognition
        self.qtbot.waitUntil(lambda: not recognition.busy, timeout=20_000)

    def button(self, words: str) -> None:
        """Until the button says so, and is what it says."""
        button = self.dialog.add_button
        self.qtbot.waitUntil(lambda: button.text() == words, timeout=20_000)
        self.knows()
        assert (button.text(), button.isEnabled()) == (words, words != "Nothing to add")

    def rows(self) -> list[tuple[str, str]]:
        """What is shown: the first line and the state of each row."""
        model = self.dialog.model
        looks = [model.look(position) for position in range(model.rowCount())]
        return [(look.first, look.state[0]) for look in looks]

    def adds(self, words: str) -> None:
        """Press the button once it says so."""
        self.button(words)
        self.dialog.add_button.click()
        assert not self.dialog.isVisible()

    def selected(self) -> list[str]:
        """The arXiv ids of the papers that are selected in the table."""
        papers = self.shown.desk.room.selected
        return [row.arxiv_id for row in self.library(papers)]

    def library(self, papers: list[PaperId]) -> list[PaperRow]:
        found: list[list[PaperRow]] = []
        browse = self.services.browse
        self._tasks.run(Lane.DB, lambda: browse.rows(papers), owner=self._tasks, done=found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=20_000)
        return found[0]

    def drops(self, *things: Path | str) -> None:
        """Files, and addresses of the web."""
        data = QMimeData()
        data.setUrls([QUrl(thing) if isinstance(thing, str) else QUrl.fromLocalFile(str(thing)) for thing in things])
        window, middle = self.shown.window, QPoint(300, 300)
        self.qtbot.waitUntil(lambda: window.findChild(DropTarget) is not None)
        copy, button, no_key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entered = QDragEnterEvent(middle, copy, data, button, no_key)
        QApplication.sendEvent(window, entered)
        assert entered.isAccepted()
        QApplication.sendEvent(window, QDropEvent(QPointF(middle), copy, data, button, no_key))

    def saves_pdf(self, folder: Path, arxiv_id: str, name: str) -> Path:
        """The PDF that arXiv has of a paper, under another name."""
        path = folder / name
        path.write_bytes(self.arxiv.pdf_bytes(arxiv_id))
        return path
