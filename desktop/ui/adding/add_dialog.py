"""Add papers: paste or type anything, see what was recognised, add it."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.arxiv_paper import ArxivPaper
from desktop.domain.progress import Progress
from desktop.services.library import LibraryServices
from desktop.ui.adding.add_choice import AddRow, possible_titles
from desktop.ui.adding.add_model import AddModel
from desktop.ui.adding.add_text_field import AddTextField
from desktop.ui.adding.add_words import action_words, guess_question, nothing_words, summary
from desktop.ui.adding.drop import Dropped, DropTarget
from desktop.ui.adding.file_choice import choose_files
from desktop.ui.adding.guess_bar import GuessBar
from desktop.ui.adding.recognition import Recognition
from desktop.ui.adding.tick_view import TickView
from desktop.ui.digests.window_size import give_size, keep_size
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from desktop.ui.widgets.empty_state import EmptyState

_SIZE = "add-size"
_STATE_WIDTH = 176


class AddDialog(QDialog):
    """Stays as it was left while it is closed. `accepted` is sent when the person wants what is ticked."""

    show_wanted = Signal(object)
    """Papers (PaperId) of the library that the person wants to see."""
    titles_asked = Signal(object)
    """Lines that may be titles of papers, to be looked up."""
    arrived = Signal(object)
    """Dropped: chosen, dropped or pasted; digests may be among the files."""

    def __init__(
        self, tasks: TaskRunner, services: LibraryServices, session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._adds_once_known = False
        self.recognition = Recognition(tasks, services, self)
        self.field = AddTextField(self)
        self.model = AddModel(self)
        self.view = TickView(self.model, _STATE_WIDTH, parent=self, indented=False)
        self.guess = GuessBar(self)
        self.download = QCheckBox(self.tr("Download the PDFs"), self)
        self.add_button = QPushButton(self)
        self.files_button = QPushButton(self.tr("Choose files…"), self)
        self.clear_button = QPushButton(self.tr("Clear"), self)
        self.show_button = QPushButton(self.tr("Show in the library"), self)
        self.titles_button = QPushButton(self.tr("Look up by title on arXiv"), self)
        self._summary, self._reason = QLabel(self), QLabel(self)
        self._bar = QProgressBar(self)
        self._stop = QPushButton(self.tr("Stop"), self)
        self._results = QStackedWidget(self)
        self._empty = EmptyState(self)
        self._set_up()
        self._lay_out()
        self._connect()
        self._refresh()

    def take(self, text: str = "", paths: Sequence[Path] = ()) -> None:
        """Recognise this beside what is there already."""
        if text:
            self.field.add_text(text)
        if paths:
            self.recognition.read(paths)

    def take_titles(self, taken: Sequence[tuple[str, ArxivPaper]]) -> None:
        """Write the ids that arXiv has for lines behind them, and so recognise them."""
        for line, paper in taken:
            self.field.complete_line(line, f"arXiv:{paper.arxiv_id}")

    def begin_anew(self) -> None:
        """Forget everything, once it was added."""
        self.field.clear()
        self.model.forget()
        self.recognition.forget()

    def current_row(self) -> AddRow | None:
        """The row that has the keyboard."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _set_up(self) -> None:
        self.setWindowTitle(self.tr("Add papers"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.field.setPlaceholderText(
            self.tr("Paste or type links, ids, BibTeX or whole pages. PDFs and other files can be dropped here.")
        )
        self.field.setAccessibleName(self.tr("Links, ids, BibTeX, pages"))
        self.view.setAccessibleName(self.tr("What was recognised"))
        self.view.setProperty("kind", "framed")
        self._empty.tell("no-papers", self.tr("What is recognised appears here. Nothing is added before you say so."))
        self.download.setChecked(self._session.values.pdf_downloads == "automatic")
        self.add_button.setProperty("kind", "primary")
        self.add_button.setDefault(True)
        links = (self.clear_button, self.titles_button, self._stop, self.show_button)
        for button in (self.files_button, *links):
            button.setAutoDefault(False)
        for button in links:
            button.setProperty("kind", "link")
        for label in (self._summary, self._reason):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("kind", "muted")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))

    def _lay_out(self) -> None:
        look = theme()
        self.field.setMinimumHeight(2 * self.field.fontMetrics().lineSpacing() + look.space(4))
        self._empty.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # it may be cut, buttons not
        self._results.addWidget(self._empty)
        self._results.addWidget(self.view)
        panes = QSplitter(Qt.Orientation.Vertical, self)
        panes.addWidget(self._upper())
        panes.addWidget(self._lower())
        panes.setStretchFactor(1, 1)
        panes.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        layout.addWidget(panes, 1)
        layout.addLayout(self._row(self.download, None, self._reason, self.show_button))
        layout.addWidget(self._buttons())
        inputs = (self.field, self.files_button, self.clear_button, self.titles_button, self._stop)
        answers = (self.guess.same, self.guess.other, self.download, self.show_button, self.add_button)
        for before, then in pairwise((*inputs, self.view, *answers)):
            self.setTabOrder(before, then)
        give_size(self, self._session, _SIZE, 720, 600)
        panes.setSizes([look.scaled(150), look.scaled(380)])

    def _upper(self) -> QWidget:
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, theme().space(2))
        column.addWidget(self.field, 1)
        column.addLayout(self._row(self.files_button, None, self.clear_button))
        return upper

    def _lower(self) -> QWidget:
        lower = QWidget(self)
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, theme().space(2), 0, 0)
        column.addLayout(self._row(self._summary, None, self.titles_button, self._bar, self._stop))
        column.addWidget(self._results, 1)
        column.addWidget(self.guess)
        return lower

    @staticmethod
    def _row(*widgets: QWidget | None) -> QHBoxLayout:
        """Widgets side by side; None is all the room that is left."""
        row = QHBoxLayout()
        row.setSpacing(theme().space(2))
        for widget in widgets:
            if widget is None:
                row.addStretch(1)
            else:
                row.addWidget(widget)
        return row

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.add_button, QDialogButtonBox.ButtonRole.AcceptRole)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._add)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text_changed)
        self.field.entered.connect(self._add)
        self.field.files_pasted.connect(lambda paths: self.arrived.emit(Dropped(paths)))
        self.field.long_text_pasted.connect(self.recognition.read_text)
        self.recognition.changed.connect(self._refresh)
        self.recognition.progressed.connect(self._on_progressed)
        self.model.ticked.connect(self._tell)
        self.view.selectionModel().currentRowChanged.connect(self._ask)
        self.guess.decided.connect(self._on_decided)
        self.files_button.clicked.connect(self._choose_files)
        self.clear_button.clicked.connect(self._clear)
        self.show_button.clicked.connect(lambda: self.show_wanted.emit(self.model.known_papers()))
        self.titles_button.clicked.connect(self._ask_titles)
        self._stop.clicked.connect(self.recognition.stop_reading)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._add)
        DropTarget(self).arrived.connect(self.arrived)

    def _on_text_changed(self) -> None:
        self._adds_once_known = False
        self.recognition.set_text(self.field.toPlainText())

    def _choose_files(self) -> None:
        paths = choose_files(self, self._session, self.tr("Choose files"))
        if paths:
            self.arrived.emit(Dropped(tuple(paths)))

    def _ask_titles(self) -> None:
        self.titles_asked.emit(possible_titles(self.model.choice.plan.not_understood))

    def _clear(self) -> None:
        self.begin_anew()
        self.field.setFocus()

    # What is shown

    def _refresh(self) -> None:
        """Show the plan as it is now; the row that was current stays so."""
        row, top = self.current_row(), self.view.verticalScrollBar().value()
        plan = self.recognition.plan
        self.model.show(plan, self.recognition.unknown)
        self._results.setCurrentWidget(self.view if self.model.rowCount() else self._empty)
        if row is not None:
            self.view.make_current(max(self.model.position_of(row), 0))
            self.view.verticalScrollBar().setValue(top)
        self._summary.setText(summary(plan))
        self.titles_button.setVisible(bool(possible_titles(plan.not_understood)))
        self._bar.setVisible(self.recognition.reading)
        self._stop.setVisible(self.recognition.reading)
        self._ask()
        if self._adds_once_known and not self.recognition.busy:
            self._add()

    def _on_progressed(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._summary.setText(self.tr("Reading {file}").format(file=progress.label))

    def _tell(self) -> None:
        """The button says what it will do, or beside it stands why it can do nothing."""
        outcome = self.model.choice.outcome()
        plan = self.model.choice.plan
        self.add_button.setText(action_words(outcome))
        self.add_button.setEnabled(not outcome.nothing)
        self._reason.setText(nothing_words(plan) if outcome.nothing and not self.recognition.busy else "")
        self.show_button.setVisible(outcome.nothing and bool(self.model.known_papers()))
        self.clear_button.setEnabled(bool(plan.pdfs or plan.refused or self.field.toPlainText()))
        self.view.viewport().update()

    def _ask(self) -> None:
        """Ask about the current row if it is a guess."""
        row = self.current_row()
        choice = self.model.choice
        if row is None or not choice.is_guess(row):
            self.guess.hide()
            return
        alone = choice.is_alone(row)
        self.guess.ask(guess_question(choice.plan.pdfs[row.number]), alone if alone or choice.ticked(row) else None)
        QTimer.singleShot(0, self.view, lambda: self.view.scrollTo(self.view.currentIndex()))  # it has less room now

    def _on_decided(self, alone: bool) -> None:
        row = self.current_row()
        if row is not None and self.model.choice.is_guess(row):
            self.model.decide(row, alone=alone)

    # What is done

    def _add(self) -> None:
        """Add what is ticked, as soon as it is known what that is."""
        if self.recognition.busy:
            self._adds_once_known = True
            return
        self._adds_once_known = False
        if not self.model.choice.outcome().nothing:
            self.accept()

    # Qt

    def done(self, result: int) -> None:
        keep_size(self, self._session, _SIZE)
        super().done(result)
