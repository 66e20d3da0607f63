"""Triage: one paper large, a key decides about it, and the next one stands there."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QStackedWidget, QVBoxLayout

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.reading_list import Priority, Status
from desktop.ui.actions import ActionId, Needs
from desktop.ui.commands import Commands
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.reading_words import priority_name
from desktop.ui.tabs.papers_page import PapersPage
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from desktop.ui.triage.key_bar import KeyBar
from desktop.ui.triage.paper_card import PaperCard
from desktop.ui.triage.papers_ahead import PapersAhead
from desktop.ui.triage.triage_run import Decision, TriageRun
from desktop.ui.triage.triage_words import end_words, progress_words
from desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_AHEAD = 4
"""Papers that are read before they are wanted."""
_Id = ActionId


class TriagePage(PapersPage):
    """What a key does to the paper is the window's business: this shows the paper that it does it to, and goes on."""

    left = Signal()
    """The person has done with it."""
    queue_wanted = Signal()
    """The queue is to be shown."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, commands: Commands) -> None:
        super().__init__()
        self._commands = commands
        self.run = TriageRun(())
        self.joining = False
        """Whether papers that come to the library come here, too."""
        self._ahead = PapersAhead(services, tasks, self)
        self._ahead.arrived.connect(self._on_arrived)
        self._card = PaperCard()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._card)
        self._end = EmptyState()
        self._end.acted.connect(self._go_on)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._scroll)
        self._middle.addWidget(self._end)
        self._words = plain_label("muted")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._leave = link_button()
        self._leave.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._leave.clicked.connect(self.left)
        self._keys = KeyBar(commands, self._names())
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Triage"))

    def _names(self) -> list[tuple[ActionId, str, str]]:
        return [
            (_Id.STATUS_QUEUED, self.tr("Queue"), ""),
            (_Id.STATUS_READING, self.tr("Reading"), ""),
            (_Id.READ_UNREAD, self.tr("Read"), ""),
            (_Id.STATUS_ARCHIVED, self.tr("Archive"), ""),
            (_Id.STATUS_INBOX, self.tr("Leave in the inbox"), ""),
            (_Id.TRASH, self.tr("Trash"), ""),
            (_Id.STAR, self.tr("Star"), ""),
            (_Id.PRIORITY_3, priority_name(Priority.HIGH), ""),
            (_Id.TAGS, self.tr("Tags"), ""),
            (_Id.DUE, self.tr("Due"), ""),
            (_Id.OPEN_PDF, self.tr("PDF"), ""),
            (_Id.OPEN_PAPER, self.tr("arXiv"), ""),
            (_Id.PREVIOUS, self.tr("Previous"), ""),
            (_Id.NEXT, self.tr("Next"), ""),
            (_Id.UNDO, self.tr("Undo"), "U"),
            (_Id.KEYS, self.tr("All keys"), ""),
        ]

    def _lay_out(self) -> None:
        look = theme()
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._card.setProperty("kind", "surface")
        self._leave.setText(self.tr("Leave (Esc)"))
        head = QHBoxLayout()
        head.setContentsMargins(look.space(7), look.space(3), look.space(4), look.space(2))
        head.addWidget(self._words, 1)
        head.addWidget(self._leave)
        line = QFrame()
        line.setProperty("kind", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._progress)
        column.addWidget(self._middle, 1)
        column.addWidget(line)
        column.addWidget(self._keys)

    @property
    def key_bar_height(self) -> int:
        """Pixels at the lower edge that messages leave free."""
        width = self.width() or self.window().width()
        return max(self._keys.heightForWidth(width), self._keys.height())

    # What is triaged

    def begin(self, papers: Sequence[PaperId], at: PaperId | None, *, joining: bool) -> None:
        """Triage these papers, from that one on; with `joining` papers that come to the library come here, too."""
        self.go_on(TriageRun(papers, at), joining=joining)

    def go_on(self, run: TriageRun, *, joining: bool) -> None:
        """Go on with a triage where it is."""
        self.run = run
        self.joining = joining
        self._show()

    @property
    def going_on(self) -> bool:
        """Whether there are papers that nobody has decided about."""
        return self.run.left > 0

    @property
    def in_hand(self) -> Sequence[PaperId]:
        """The paper in front."""
        paper = self.run.current
        return [] if paper is None else [paper]

    def available(self) -> Needs:
        """What there is for actions to work on, beside the library."""
        there = Needs.KEPT | (Needs.SERIES if len(self.run) else Needs.NOTHING)
        return there | Needs.PAPERS if self.run.current is not None else there

    def decide(self, decision: Decision) -> None:
        """That is what becomes of the paper in front; the next one comes."""
        paper = self.run.current
        if paper is None:
            return
        details = self._ahead.get(paper)
        if decision is Decision.READ and details is not None and details.row.status is Status.READ:
            decision = Decision.KEPT  # the key turned back what it did before
        self.run.decide(decision)
        self._show()

    def step(self, papers: int) -> None:
        """Look at the next paper or the one before."""
        self.run.step(papers)
        self._show()

    def follow(self, changes: Changes) -> None:
        """Something changed in the library."""
        self._ahead.forget(changes.papers)
        before = self.run.current
        self.run.leave_out(changes.papers_removed)
        if self.joining:
            self.run.join(changes.papers_added)
        now = self.run.current
        if now != before or now is None or now in changes.papers:
            self._show(again=now == before)
        else:
            self._show_progress()

    def take_back(self, changes: Changes) -> None:
        """A step was taken back: the paper that it was about is to be decided again."""
        self.run.take_back(changes.papers)
        self._show()

    # What is shown

    def _show(self, *, again: bool = False) -> None:
        paper = self.run.current
        self._show_progress()
        self._ahead.want(self.run.around(_AHEAD))
        if paper is None:
            self._show_end()
        elif paper in self._ahead:
            self._show_card(paper, again=again)
        self.state_changed.emit()

    def _show_progress(self) -> None:
        there = self.run.current is not None
        self._words.setText(progress_words(self.run) if there else "")
        self._progress.setMaximum(max(len(self.run), 1))
        self._progress.setValue(len(self.run) - self.run.left)
        self._progress.setVisible(there)
        self._progress.setAccessibleName(self._words.text())

    def _show_card(self, paper: PaperId, *, again: bool) -> None:
        details = self._ahead.get(paper)
        if details is None:
            self.run.leave_out([paper])
            self._show()
            return
        self._card.show_paper(details)
        self.setAccessibleName(f"{self._words.text()}: {details.row.title}")
        self.setAccessibleDescription(self._card.accessibleDescription())
        self._middle.setCurrentWidget(self._scroll)
        if not again:
            self._scroll.verticalScrollBar().setValue(0)

    def _show_end(self) -> None:
        drawing = "no-work" if len(self.run) else "no-papers"
        button = self.tr("Go through the others") if self.run.left else self.tr("Show the queue")
        self._end.tell(drawing, end_words(self.run), button)
        self._middle.setCurrentWidget(self._end)

    def _go_on(self) -> None:
        if self.run.left:
            self.run.go_through_left()
            self._show()
            self.setFocus()
        else:
            self.queue_wanted.emit()

    def _on_arrived(self, paper: PaperId) -> None:
        if paper == self.run.current:
            self._show(again=True)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no action of the window has."""
        page = self._scroll.verticalScrollBar().pageStep()
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.left.emit,
            Qt.Key.Key_U: self._commands[_Id.UNDO].trigger,
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
            Qt.Key.Key_Space: lambda: self._scroll_by(-page if event.modifiers() else page),
            Qt.Key.Key_PageDown: lambda: self._scroll_by(page),
            Qt.Key.Key_PageUp: lambda: self._scroll_by(-page),
            Qt.Key.Key_Down: lambda: self._scroll_by(self._line()),
            Qt.Key.Key_Up: lambda: self._scroll_by(-self._line()),
        }
        if event.key() in acts:
            acts[event.key()]()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if self.run.current is None:
            self._go_on()
        else:
            self._commands[_Id.OPEN_PDF].trigger()

    def _scroll_by(self, pixels: int) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    @staticmethod
    def _line() -> int:
        return theme().space(10)
