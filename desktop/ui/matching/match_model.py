"""Titles and what arXiv proposes for each as a Qt table. Answers that arrive move nothing that is there."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt

from desktop.domain.arxiv_paper import TitleMatch
from desktop.domain.errors import AppError
from desktop.domain.latex_text import readable
from desktop.ui.adding.tick_model import Index, RowLook, TickModel
from desktop.ui.library.found_words import as_qt_counts
from desktop.ui.library.paper_columns import one_line
from desktop.ui.matching.match_choice import TitleQuestion, differing_words
from desktop.ui.matching.match_words import match_facts, match_state, question_state

_ROOT = QModelIndex()


class MatchRow(NamedTuple):
    """Question number `question`, or its match number `match`."""

    question: int
    match: int | None = None


class MatchModel(TickModel):
    """A heading for each title, below it the proposals, of which one at most can be ticked."""

    def __init__(self, questions: Sequence[TitleQuestion], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.questions = questions
        self._rows = [MatchRow(number) for number in range(len(questions))]
        self._folded: set[int] = set()

    def answer(self, question: int, matches: tuple[TitleMatch, ...]) -> None:
        """Show what arXiv proposes."""
        self.questions[question].answer(matches)
        self._unfold(question)
        self._tell(question)
        self.ticked.emit()

    def fail(self, question: int, error: AppError | None) -> None:
        """Tell that arXiv could not be asked, or with None that it is asked again."""
        self.questions[question].error = error
        self._tell(question)

    # Rows

    def look(self, position: int) -> RowLook:
        row = self._rows[position]
        question = self.questions[row.question]
        if row.match is None or question.matches is None:
            folded = row.question in self._folded if question.matches else None
            state = question_state(question)
            return RowLook(_clean(question.title), question.facts, state, heading=True, folded=folded)
        match = question.matches[row.match]
        title = _clean(match.paper.title)
        marks = as_qt_counts(title, differing_words(_clean(question.title), title))
        ticked = Qt.CheckState.Checked if question.chosen == row.match else Qt.CheckState.Unchecked
        return RowLook(title, match_facts(match), match_state(match), tick=ticked, round=True, marks=tuple(marks))

    def toggle(self, positions: Iterable[int]) -> None:
        """Tick these proposals, of each title the first; untick them if all are ticked. A title means its likeliest."""
        wanted: dict[int, int] = {}
        for row in (self._rows[position] for position in positions):
            if self.questions[row.question].matches:
                wanted.setdefault(row.question, row.match or 0)
        on = any(self.questions[question].chosen != match for question, match in wanted.items())
        for question, match in wanted.items():
            self.questions[question].chosen = match if on else None
        self.tell_ticked()

    def fold(self, position: int, *, folded: bool) -> None:
        question = self._rows[position].question
        if not self.questions[question].matches or folded == (question in self._folded):
            return
        if not folded:
            self._unfold(question)
            return
        first = self._position_of(question) + 1
        last = first + len(self.questions[question].matches or ()) - 1
        self._folded.add(question)
        self.beginRemoveRows(_ROOT, first, last)
        del self._rows[first : last + 1]
        self.endRemoveRows()

    def _unfold(self, question: int) -> None:
        matches = self.questions[question].matches or ()
        self._folded.discard(question)
        if matches:
            first = self._position_of(question) + 1
            self.beginInsertRows(_ROOT, first, first + len(matches) - 1)
            self._rows[first:first] = [MatchRow(question, number) for number in range(len(matches))]
            self.endInsertRows()

    def _position_of(self, question: int) -> int:
        return self._rows.index(MatchRow(question))

    def _tell(self, question: int) -> None:
        position = self._position_of(question)
        self.dataChanged.emit(self.index(position, 0), self.index(position, self.columnCount() - 1))

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        translate = QCoreApplication.translate
        return (translate("Matching", "Title"), translate("Matching", "Likeness"), "")[section]


def _clean(title: str) -> str:
    return one_line(readable(title))
