"""The lower part of the window that adds papers: what was recognised, to be ticked, and what has to be asked."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.progress import Progress
from desktop.ui.adding.add_choice import AddRow, possible_titles
from desktop.ui.adding.add_model import AddModel
from desktop.ui.adding.add_words import guess_question, summary
from desktop.ui.adding.guess_bar import GuessBar
from desktop.ui.adding.recognition import Recognition
from desktop.ui.adding.tick_view import TickView
from desktop.ui.theme import theme
from desktop.ui.widgets.empty_state import EmptyState

_STATE_WIDTH = 176


class RecognisedPane(QWidget):
    """Shows a recognition as it goes on; what is ticked is in `model.choice`."""

    titles_asked = Signal(object)
    """Lines that may be titles of papers, to be looked up."""

    def __init__(self, recognition: Recognition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recognition = recognition
        self.model = AddModel(self)
        self.view = TickView(self.model, _STATE_WIDTH, parent=self, indented=False)
        self.guess = GuessBar(self)
        self.titles_button = QPushButton(self.tr("Look up by title on arXiv"), self)
        self.stop_button = QPushButton(self.tr("Stop"), self)
        self._summary = QLabel(self)
        self._bar = QProgressBar(self)
        self._results = QStackedWidget(self)
        self._empty = EmptyState(self)
        self._lay_out()
        recognition.changed.connect(self._refresh)
        recognition.progressed.connect(self._on_progressed)
        self.view.selectionModel().currentRowChanged.connect(self._ask)
        self.model.ticked.connect(self.view.viewport().update)
        self.guess.decided.connect(self._on_decided)
        self.titles_button.clicked.connect(self._on_titles_clicked)
        self.stop_button.clicked.connect(recognition.stop_reading)
        self._refresh()

    def _lay_out(self) -> None:
        self.view.setAccessibleName(self.tr("What was recognised"))
        self.view.setProperty("kind", "framed")
        self._empty.tell("no-papers", self.tr("What is recognised appears here. Nothing is added before you say so."))
        self._empty.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # it may be cut, buttons not
        self._results.addWidget(self._empty)
        self._results.addWidget(self.view)
        for button in (self.titles_button, self.stop_button):
            button.setAutoDefault(False)
            button.setProperty("kind", "link")
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setProperty("kind", "muted")
        self._summary.setWordWrap(True)
        self._summary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setFixedWidth(theme().scaled(120))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().space(2), 0, 0)
        column.addLayout(side_by_side(self._summary, self.titles_button, self._bar, self.stop_button))
        column.addWidget(self._results, 1)
        column.addWidget(self.guess)

    def _current_row(self) -> AddRow | None:
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _refresh(self) -> None:
        """Show the plan as it is now; the row that was current stays so."""
        row, top = self._current_row(), self.view.verticalScrollBar().value()
        plan, reading = self._recognition.plan, self._recognition.reading
        self.model.show(plan, self._recognition.unknown)
        self._results.setCurrentWidget(self.view if self.model.rowCount() else self._empty)
        if row is not None:
            self.view.make_current(max(self.model.position_of(row), 0))
            self.view.verticalScrollBar().setValue(top)
        self._summary.setText(summary(plan))
        self.titles_button.setVisible(bool(possible_titles(plan.not_understood)))
        self._bar.setVisible(reading)
        self.stop_button.setVisible(reading)
        self._ask()

    def _on_progressed(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._summary.setText(self.tr("Reading {file}").format(file=progress.label))

    def _on_titles_clicked(self) -> None:
        self.titles_asked.emit(possible_titles(self.model.choice.plan.not_understood))

    def _ask(self) -> None:
        """Ask about the current row if it is a guess."""
        row, choice = self._current_row(), self.model.choice
        if row is None or not choice.is_guess(row):
            self.guess.hide()
            return
        alone = choice.is_alone(row)
        self.guess.ask(guess_question(choice.plan.pdfs[row.number]), alone if alone or choice.ticked(row) else None)
        QTimer.singleShot(0, self.view, lambda: self.view.scrollTo(self.view.currentIndex()))  # it has less room now

    def _on_decided(self, alone: bool) -> None:
        row = self._current_row()
        if row is not None and self.model.choice.is_guess(row):
            self.model.decide(row, alone=alone)


def side_by_side(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets in a row; None is all the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(theme().space(2))
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
