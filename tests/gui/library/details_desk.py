"""The details of a paper, shown over a real library, and what a test does with them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperDetails, TextKind
from desktop.services.library import LibraryServices
from desktop.ui.library.details_pane import DetailsPane
from desktop.ui.library.paper_texts import Slot
from desktop.ui.library.text_field import TextField
from desktop.ui.library.text_section import TextSection
from desktop.ui.tasks import Lane, TaskRunner

FIRST, SECOND, MARKUP = "2401.00001", "2401.00002", "2401.00004"
TITLE, TRANSLATED = Slot(TextKind.TITLE, True), Slot(TextKind.TITLE, False)
SUMMARY, ABSTRACT = Slot(TextKind.SUMMARY, False), Slot(TextKind.ABSTRACT, True)
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A shown pane and the library behind it."""

    def __init__(self, qtbot: QtBot, tasks: TaskRunner, library: LibraryServices, papers: dict[str, PaperId]) -> None:
        self.qtbot, self.tasks, self.library, self.papers = qtbot, tasks, library, papers
        self.pane = DetailsPane(tasks, library)
        self.pane.changed.connect(self.pane.refresh)
        qtbot.addWidget(self.pane)
        self.pane.resize(500, 800)
        self.pane.show()
        self.open(FIRST)

    def open(self, arxiv_id: str) -> None:
        self.pane.show_papers([self.papers[arxiv_id]])
        self.qtbot.waitUntil(lambda: self.shown() == arxiv_id)

    def shown(self) -> str:
        details = self.pane.page.details
        return details.row.arxiv_id if details is not None and self.pane.currentWidget() is self.pane.page else ""

    def section(self, slot: Slot) -> TextSection:
        return self.pane.page.texts.sections[slot]

    def field(self, slot: Slot) -> TextField:
        return self.section(slot).field

    def type_over(self, slot: Slot, text: str) -> TextField:
        field = self.field(slot)
        field.begin_edit()
        field.selectAll()
        QTest.keyClicks(field, text)
        return field

    def stored(self, arxiv_id: str) -> PaperDetails:
        found: list[PaperDetails | None] = []
        paper = self.papers[arxiv_id]
        self.tasks.run(Lane.DB, lambda: self.library.browse.details(paper), owner=self.pane, done=found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        assert found[0] is not None
        return found[0]


def button_in(widget: QWidget) -> QPushButton:
    button = widget.findChild(QPushButton)
    assert button is not None
    return button


def visible_texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
