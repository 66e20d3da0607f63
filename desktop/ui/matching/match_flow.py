"""From papers without an arXiv id to papers that have one: look titles up, show what arXiv proposes, take over."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.arxiv_paper import ArxivPaper
from desktop.domain.ids import PaperId
from desktop.services.library import LibraryServices
from desktop.ui.matching.match_choice import TitleQuestion
from desktop.ui.matching.match_dialog import MatchDialog
from desktop.ui.matching.match_words import paper_facts, taken_over_words
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.match_titles import MatchResult

Taken = Sequence[tuple[TitleQuestion, ArxivPaper]]


class MatchFlow(QObject):
    """Matches titles for one library. Lives as long as its window."""

    opened = Signal(object)
    """MatchDialog."""
    nothing_to_find = Signal()
    """All papers have an arXiv id."""
    taken_over = Signal(object, str)
    """Changes, and what to tell the person."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._services = services
        self._session = session
        self._window = window

    def find(self, papers: Sequence[PaperId]) -> None:
        """Look up those of the papers that have no arXiv id."""
        services = self._services

        def work() -> list[TitleQuestion]:
            rows = services.browse.rows(papers)
            return [TitleQuestion(row.id, row.title, paper_facts(row)) for row in rows if not row.arxiv_id]

        self._tasks.run(Lane.DB, work, owner=self, done=self._on_questions)

    def ask(self, questions: Sequence[TitleQuestion], done: Callable[[Taken], None]) -> None:
        """Show what arXiv proposes; `done` gets the questions with the proposals that are taken over."""
        dialog = MatchDialog(self._tasks, self._services, self._session, questions, self._window)
        dialog.accepted.connect(lambda: done(dialog.taken()))
        dialog.finished.connect(dialog.deleteLater)
        self.destroyed.connect(dialog.reject)  # another library, or the window is made anew
        dialog.show()
        self.opened.emit(dialog)

    def _on_questions(self, questions: list[TitleQuestion]) -> None:
        if questions:
            self.ask(questions, self._take_over)
        else:
            self.nothing_to_find.emit()

    def _take_over(self, taken: Taken) -> None:
        services = self._services
        matches = [(question.key, paper) for question, paper in taken]

        def done(result: "MatchResult") -> None:
            self.taken_over.emit(result.changes, taken_over_words(len(result.accepted), len(result.taken)))

        self._tasks.run(Lane.DB, lambda: services.matching.accept(matches), owner=self, done=done)
